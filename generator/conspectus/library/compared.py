"""Records as they are compared: what brings them together is kept between builds, and the rest made where it is asked
for."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from conspectus.derived import Known, packed
from conspectus.library.blocking import blocks
from conspectus.library.ids import decided_ids
from conspectus.library.profiles import FIELDS, Profile
from conspectus.model.paper import Record

_fields = attrgetter(*FIELDS)


class Keys(NamedTuple):
    """What brings records together: the ids that their papers may want, and their blocks."""

    wanted: frozenset[str]
    blocks: frozenset[str]


class Compared:
    """A record as it is compared. `digest`: that of all its profile is made of."""

    def __init__(self, record: Record, known: Known[Keys] | None = None) -> None:
        """`known`: the keys of records that an earlier build had."""
        self._record, self._known = record, known
        given = record.id, record.assigned, record.authority, record.span.file, decided_ids(record)
        self.digest = packed((given, bool(record.same_as), _fields(record.work)))

    @cached_property
    def keys(self) -> Keys:
        return self._known.get(self.digest, self._keys) if self._known else self._keys()

    def _keys(self) -> Keys:
        return Keys(self.profile.wanted, blocks(self.profile))

    @cached_property
    def profile(self) -> Profile:
        return Profile.of(self._record)
