"""Questions that the curator saved: what they ask for, and the papers that answer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from conspectus.diagnostics import Span
from conspectus.model.keys import Key, Keys, Shape
from conspectus.model.links import Linked
from conspectus.model.taxonomy import Match
from conspectus.model.work import Reference


class Within(NamedTuple):
    """Categories of one facet: a paper is in one of them, or below it."""

    facet: Reference
    categories: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A saved query: a paper has to meet all that is asked. `span` is where its id is written.

    `match`: the rule it has to fit, as a category has one. `within`: a place in each of these facets. `code`: whether
    there is code to it. `since`, `until`: the first and the last year. What is None, or empty, is not asked.
    """

    id: str
    title: str
    span: Span
    about: str = ""  # Markdown
    cited: tuple[Reference, ...] = ()  # by `about`, each where it does
    linked: tuple[Linked, ...] = ()  # from `about`, likewise
    match: Match | None = None
    within: tuple[Within, ...] = ()
    code: bool | None = None
    since: int | None = None
    until: int | None = None
    was: tuple[str, ...] = ()  # earlier ids


QUERY = Keys.of(
    Key("title", Shape.LINE, "The query's heading."),
    Key("about", Shape.PROSE, "What the question is (Markdown). `[@id]` cites a paper."),
    Key("match", Shape.MATCH, "A rule that the papers fit, written as a category's."),
    Key(
        "in",
        Shape.PLACES,
        "Where the papers stand: `{topic: [kv-cache]}`. One of a facet's categories, in each facet named.",
    ),
    Key("code", Shape.FLAG, "`true`: code is published. `false`: none is known of."),
    Key("since", Shape.YEAR, "The first year."),
    Key("until", Shape.YEAR, "The last year."),
    Key("was", Shape.IDS, "Earlier ids of the query; their addresses lead here."),
)
"""The keys of a query."""

ASKING = ("match", "in", "code", "since", "until")
"""The keys that ask for something."""

YEARS = range(1000, 10_000)
"""The years that a query may name."""


@dataclass(frozen=True, slots=True)
class Queries:
    """All saved queries in the curator's order, and the ids of the papers that answer each."""

    saved: tuple[Query, ...] = ()
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
