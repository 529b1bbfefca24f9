"""The citation keys that a survey keeps, so that they never change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from conspectus.diagnostics import Mistake
from conspectus.model.paper import Paper
from conspectus.model.work import Reference


@dataclass(frozen=True, slots=True)
class Ledger:
    """Keys by the ids of papers, each with the place of its line. `mistakes` are those found while reading.

    A paper that is gone keeps its line, so that nobody else gets its key.
    """

    keys: Mapping[str, Reference] = field(default_factory=dict, hash=False)
    mistakes: tuple[Mistake, ...] = ()

    def line(self, paper: Paper) -> Reference | None:
        """The line kept for a paper under its id or a former one; None if there is none."""
        return next((self.keys[id] for id in (paper.id, *paper.work.was) if id in self.keys), None)

    @property
    def taken(self) -> frozenset[str]:
        """All keys that are somebody's, in lower case."""
        return frozenset(key.id.lower() for key in self.keys.values())
