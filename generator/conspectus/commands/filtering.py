"""Taking a part of a large file of JSON Lines, such as arXiv's metadata snapshot: read line by line, never whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.matching.phrases import Matcher
    from conspectus.model.paper import Source

LONGEST = 4 * 1024 * 1024
"""Bytes of a line; a longer one is no record."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Papers in one of the categories, if any are named, whose title or abstract has one of the phrases, if any."""

    categories: tuple[str, ...]
    matchers: tuple[Matcher, ...]

    @classmethod
    def of(cls, categories: Sequence[str], phrases: Sequence[str]) -> Filter | None:
        """None if nothing is to be left out. Failure for a phrase that is a broken regular expression."""
        from conspectus.matching.linear import BrokenPattern
        from conspectus.matching.phrases import matcher

        try:
            matchers = tuple(matcher(phrase) for phrase in phrases)
        except BrokenPattern as error:
            raise console.Failure(str(error), error.hint) from error
        return cls(tuple(categories), matchers) if categories or phrases else None

    def takes(self, line: bytes) -> bool:
        """Whether a line is a paper to be taken."""
        from conspectus.matching.phrases import FieldText

        if self.categories and not any(category.encode() in line for category in self.categories):
            return False
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            return False
        if not isinstance(value, dict):
            return False
        own = value.get("categories") or value.get("primary_category") or ""
        words = own.split() if isinstance(own, str) else list(map(str, own))
        if self.categories and not any(_within(word, one) for word in words for one in self.categories):
            return False
        texts = [FieldText.of(str(value.get(key) or "")) for key in ("title", "abstract", "summary")]
        return not self.matchers or any(one.matches(text) for one in self.matchers for text in texts)


def _within(category: str, wanted: str) -> bool:
    """Whether a category is the wanted one, or of the wanted archive: `cs.CL` is within `cs`."""
    return category == wanted or category.startswith(f"{wanted}.")


def read(path: Path, filter: Filter) -> Source:
    """The lines of a file that the filter takes, as a source; in memory are only these. Failure if there are none."""
    from conspectus.model.paper import Source

    taken: list[bytes] = []
    count = 0
    with path.open("rb") as file:
        while line := file.readline(LONGEST):
            count += 1
            if filter.takes(line):
                taken.append(line if line.endswith(b"\n") else line + b"\n")
    if not taken:
        help = "a file of JSON Lines is expected, such as arXiv's metadata snapshot; check --category and --match"
        raise console.Failure(f"none of the {count:,} lines of {path} has what was asked for", help)
    return Source.of(f"{path.with_suffix('').as_posix()}-selected.jsonl", b"".join(taken))
