"""What a rule would match, before it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from conspectus import taxonomy
from conspectus.matching.corpus import Hits, Term
from conspectus.matching.phrases import FIELDS, FieldTexts, matched_words
from conspectus.matching.rules import best_match, evaluate, phrases
from conspectus.model.paper import Paper
from conspectus.model.survey import Placement, Placing
from conspectus.model.taxonomy import Category, CategoryId, Facet, Match, Taxonomy

AROUND = 50
"""How many characters of a text are shown before and after the matched words."""

MOST_OVERLAPS = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper that the rule matches, and the evidence: a phrase, the field that has it, and the words around it."""

    paper: Paper
    phrase: str
    field: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A phrase of the rule, under its key, and how many papers it matches."""

    key: str
    phrase: str
    papers: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """A category whose rule matches some of the same papers: how many of them, and how many it matches in all."""

    facet: str
    category: str
    shared: int
    all: int


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A paper that the rule matches, but that would not be in the category."""

    paper: Paper
    why: str


@dataclass(frozen=True, slots=True)
class Swap:
    """What a category would gain and lose, each with its reason, if the rule replaced its own.

    `kept`: how many papers it has before and after.
    """

    facet: Facet
    category: Category
    gained: tuple[Placement, ...]
    lost: tuple[Placement, ...]
    kept: int
    kept_out: tuple[KeptOut, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule matches: papers, phrases, and the categories with rules that match the same papers."""

    hits: tuple[Hit, ...]
    tallies: tuple[Tally, ...]
    overlaps: tuple[Overlap, ...]
    swap: Swap | None = None


def tried(
    match: Match, placed: taxonomy.Placed, facets: Iterable[Facet], within: tuple[Facet, Category] | None = None
) -> Trial:
    """Apply a rule to all papers that were placed.

    It is compared with the rules of `facets`; with `within`, a facet and one of its categories, it replaces the rule of
    that category.
    """
    papers, corpus = placed.library.by_id, placed.corpus
    matched = corpus.search(term for _, term in phrases(match))
    hits = tuple(_hit(papers[id], match, corpus.fields(id)) for id in sorted(evaluate(match, matched)))
    return Trial(
        hits,
        tuple(_tallies(match, matched)),
        _overlaps({hit.paper.id for hit in hits}, placed.placing, facets, within),
        _swap(match, hits, placed, *within) if within else None,
    )


def _hit(paper: Paper, match: Match, fields: FieldTexts) -> Hit:
    phrase, field = best_match(match, fields)
    words = matched_words(phrase.source, fields[field])
    text = fields[field].text
    piece = r"\s+".join(map(re.escape, words.split()))
    found = re.search(rf"(?<!\w){piece}(?!\w)", text) or re.search(piece, text)
    start, end = found.span() if found else (0, 0)
    return Hit(
        paper, phrase.source, FIELDS[field], _tail(text[:start]), " ".join(text[start:end].split()), _head(text[end:])
    )


def _tail(text: str) -> str:
    """The end of a text, from the beginning of a word."""
    cut = text[-AROUND:].partition(" ")[2] if len(text) > AROUND else ""
    return re.sub(r"\s+", " ", f"… {cut}" if len(text) > AROUND else text)


def _head(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    cut = text[:AROUND].rpartition(" ")[0] if len(text) > AROUND else ""
    return re.sub(r"\s+", " ", f"{cut} …" if len(text) > AROUND else text)


def _tallies(match: Match, hits: Hits) -> Iterator[Tally]:
    for key, listed in (("any", match.any), ("title", match.title), ("all", match.all), ("none", match.none)):
        for phrase in listed:
            yield Tally(key, phrase.source, len(hits[Term(phrase.source, key == "title")]))


def _overlaps(
    hits: set[str], placing: Placing, facets: Iterable[Facet], within: tuple[Facet, Category] | None
) -> tuple[Overlap, ...]:
    """The categories whose rules share most papers with the hits, most first, then in the taxonomy's order."""
    found = []
    for facet in facets:
        for category, _ in facet.walk():
            if category.match and (within is None or category is not within[1]):
                theirs = placing.hits.get(category.match.span, ())
                if shared := len(hits.intersection(theirs)):
                    found.append(Overlap(facet.id, category.id, shared, len(theirs)))
    return tuple(sorted(found, key=lambda overlap: -overlap.shared)[:MOST_OVERLAPS])


def _swap(match: Match, hits: tuple[Hit, ...], placed: taxonomy.Placed, facet: Facet, category: Category) -> Swap:
    changed = replace(facet, categories=tuple(_with(match, category, each) for each in facet.categories))
    then = taxonomy.place(placed.library, Taxonomy((changed,)), previous=placed).placing
    had, has = _inside(placed.placing, facet, category), _inside(then, facet, category)
    return Swap(
        facet,
        category,
        tuple(place for id, place in has.items() if id not in had),
        tuple(place for id, place in had.items() if id not in has),
        len(had.keys() & has.keys()),
        tuple(KeptOut(hit.paper, _why(hit.paper, facet, category)) for hit in hits if hit.paper.id not in has),
    )


def _with(match: Match, wanted: Category, category: Category) -> Category:
    """The category with all below it, the wanted one with another rule."""
    children = tuple(_with(match, wanted, child) for child in category.children)
    return replace(category, children=children, match=match if category is wanted else category.match)


def _inside(placing: Placing, facet: Facet, category: Category) -> dict[str, Placement]:
    """The papers in the category itself, each with its placement."""
    wanted = CategoryId(facet.id, category.id)
    return {
        id: place
        for id in sorted(placing.members.get(wanted, ()))
        for place in placing.placements[id]
        if place.category_id == wanted
    }


def _why(paper: Paper, facet: Facet, category: Category) -> str:
    """What keeps a paper out of a category whose rule matches it."""
    if any(name == facet.id for name, _ in paper.work.place):
        return f"its record has `place` for {facet.id}"
    above = next(ancestors for each, ancestors in facet.walk() if each is category)
    for each in (category, *reversed(above)):
        if paper.id in (reference.id for reference in each.excepted):
            return f"`{each.id}` lists it under `except`"
    return f"it is in a category below `{category.id}`"
