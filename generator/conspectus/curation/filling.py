"""What a paper lacks, and what other sources say of it: additions to its record, as a record of their own.

Nothing that somebody wrote is changed: what is added stands in `content/papers/filled.jsonl`, with an identifier by
which it is merged with the paper's other records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from conspectus.diagnostics import Span
from conspectus.model.identifiers import is_placeholder, normal_title
from conspectus.model.paper import Authority, Paper
from conspectus.model.work import Work

OWN = "content/papers/filled.jsonl"
"""The file that additions are written to."""

WITH_VENUE = ("kind", "volume", "issue", "pages", "publisher")
"""What a source says of the place of publication besides its name."""

LEAST_ALIKE = 75
"""How alike two titles have to be (of 100) for an identifier to be believed."""


def lacks(paper: Paper, field: str) -> bool:
    """Whether the paper has no value in a field, or one that is known in part only."""
    work = paper.work
    match field:
        case "title":
            return is_placeholder(paper.title.source)
        case "authors":
            return not work.authors or not work.authors.people or work.authors.others
        case "date":
            return work.date is None or work.date.day is None or work.date.inferred is not None
        case _:
            return getattr(work, field) is None


def is_same(paper: Paper, other: Work) -> bool:
    """Whether a source's record with the paper's identifier is of the paper, as its title tells."""
    if other.title is None or lacks(paper, "title"):
        return other.title is not None
    titles = (normal_title(paper.title.as_text()), normal_title(other.title.as_text()))
    return fuzz.token_set_ratio(*titles) >= LEAST_ALIKE


def additions(paper: Paper, other: Work, fields: Iterable[str]) -> dict[str, Any]:
    """What another record says in these fields; with the venue, what belongs to it."""
    values = {field: value for field in fields if (value := getattr(other, field)) not in (None, ())}
    if "authors" in values and not values["authors"].people:
        del values["authors"]
    if "venue" in values:
        is_open = {name: getattr(paper.work, name) is None for name in WITH_VENUE}
        is_open["kind"] = paper.work.kind in (None, "article")  # a preprint that was published
        values |= {name: value for name in WITH_VENUE if is_open[name] and (value := getattr(other, name))}
    return values


def addition(paper: Paper, values: Mapping[str, Any]) -> Work:
    """The values as a record, with the identifiers by which it is merged with the paper."""
    return replace(Work(arxiv=paper.work.arxiv, doi=paper.work.doi), **values)


def written_by_hand(paper: Paper, field: str) -> Span | None:
    """Where the curator wrote a field down; None if nobody did."""
    own = (record for record in paper.records if record.authority is Authority.CURATOR)
    return next((record.span for record in own if getattr(record.work, field) not in (None, ())), None)
