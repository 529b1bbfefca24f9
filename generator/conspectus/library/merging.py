"""From the records of one work to what is known of it, and from where."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from conspectus.diagnostics import Span
from conspectus.library.ids import derived_ids, wanted_id
from conspectus.library.profiles import arxiv_date
from conspectus.model.paper import Authority, Record
from conspectus.model.people import Authors
from conspectus.model.when import Date
from conspectus.model.work import FIELDS, Link, MergePolicy, Work

MERGES = {field.name: field.merge for field in FIELDS}
NAMES = tuple((field.name, MERGES[field.name]) for field in dataclasses.fields(Work))
"""Each field and how it is merged, in the order in which a paper tells what a record gave."""


def rank(record: Record) -> tuple[object, ...]:
    """For sorting: whose word weighs most comes first.

    Authority first; among equals a published paper before its preprint, then whoever knows more, then the place.
    """
    work = record.work
    known = sum(getattr(work, name) not in (None, ()) for name, _ in NAMES)
    return (record.authority, work.venue is None, -known, record.span)


def merged(records: Sequence[Record]) -> tuple[Work, dict[str, Span]]:
    """What the records, sorted by rank, say together, and which one each field comes from.

    Each field is merged as its row in `RECORD` says, and where one record alone knows it, that one is believed.
    """
    values: dict[str, Any] = {}
    origins: dict[str, Span] = {}
    for record in records:
        for name, merge in NAMES:
            value = getattr(record.work, name)
            if value in (None, ()):
                continue
            if name not in values:
                values[name], origins[name] = value, record.span
            elif merge in (MergePolicy.UNITED, MergePolicy.NAMED):
                values[name] = _united(values[name], value, by_name=merge is MergePolicy.NAMED)
            elif merge is MergePolicy.EXACT:
                if _is_more_exact(value, values[name]):
                    value, values[name], origins[name] = values[name], value, record.span
                values[name] = _counted(values[name], value)
    for name, merge in NAMES:
        if merge is MergePolicy.EARLIEST and name in values:
            values[name], origins[name] = _earliest(records, name)
    return _work(values, origins, records), origins


def with_former_ids(
    work: Work, origins: dict[str, Span], group: Sequence[Record], resolved: Sequence[Record]
) -> tuple[Work, dict[str, Span]]:
    """The same with the ids among `was` that records had until `same_as` made them another paper's, and those that
    records were imported with."""
    own = [record for record in group if any(record is each for each in resolved)]
    id = wanted_id(group, resolved)
    former = {record.assigned: record.span for record in group if record.assigned}
    former |= {record.id or record.assigned or next(iter(derived_ids(record.work)), ""): record.span for record in own}
    known = {name.lower() for name in (id or "", *work.was)}
    added = [name for name in former if name and name.lower() not in known]
    if not added:
        return work, origins
    origins = {"was": former[added[0]], **origins}
    return dataclasses.replace(work, was=(*work.was, *added)), {name: origins[name] for name in _ordered(origins)}


def _ordered(origins: Mapping[str, Span]) -> list[str]:
    return [name for name, _ in NAMES if name in origins]


def _work(values: dict[str, Any], origins: dict[str, Span], records: Sequence[Record]) -> Work:
    """The work with these values; a single record's own work, by which others see that nothing changed."""
    if "date" not in values and "arxiv" in values:
        values["date"], origins["date"] = arxiv_date(values["arxiv"]), origins["arxiv"]
    elif len(records) == 1:
        return records[0].work
    return Work(**values)


def _earliest(records: Sequence[Record], name: str) -> tuple[Date, Span]:
    """The earliest date the curator gives, else the earliest of all, and the span of its record."""
    dated = [record for record in records if getattr(record.work, name)]
    own = [record for record in dated if record.authority is Authority.CURATOR]
    first = min(own or dated, key=lambda record: getattr(record.work, name).order)
    return getattr(first.work, name), first.span


def _united(first: tuple[Any, ...], second: tuple[Any, ...], *, by_name: bool) -> tuple[Any, ...]:
    """Everything once, in order; of two things with one name, or one address, the first."""
    together: dict[object, Any] = {}
    for item in (*first, *second):
        together.setdefault(item[0] if by_name else _sameness(item), item)
    return tuple(together.values())


def _sameness(item: Link | str) -> str:
    """What two addresses or words have in common if they are the same to a reader."""
    if isinstance(item, Link):
        return item.url.partition("://")[2].removeprefix("www.").rstrip("/")
    return item.casefold()


def _is_more_exact(new: object, old: object) -> bool:
    """Whether a value of less authority agrees with the present one and says more."""
    if isinstance(new, Date) and isinstance(old, Date):
        if old.inferred != new.inferred:
            return old.inferred is not None and new.inferred is None
        return len(str(new)) > len(str(old)) and str(new).startswith(str(old))
    if isinstance(new, Authors) and isinstance(old, Authors):
        more = len(new.people) > len(old.people)
        same = not old.people or (_first_name(new) == _first_name(old) and old.others)
        return more and same
    return False


def _first_name(authors: Authors) -> str:
    return authors.people[0].name if authors.people else ""


def _counted(present: object, other: object) -> object:
    """Authors of whom one source names some and another says how many there are."""
    if isinstance(present, Authors) and isinstance(other, Authors) and present.count is None and other.count:
        return dataclasses.replace(present, count=max(other.count, len(present.people)))
    return present
