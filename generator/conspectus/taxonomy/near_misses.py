"""Rules that nearly matched a paper, and what kept it out."""

from __future__ import annotations

from collections.abc import Iterable, Set

from conspectus.diagnostics import Span
from conspectus.matching.corpus import Corpus
from conspectus.matching.phrases import FIELDS, FieldTexts, first_match, rows
from conspectus.matching.rules import evaluate, phrases
from conspectus.matching.words import forms
from conspectus.model.paper import Paper
from conspectus.model.survey import NearMiss, Placing
from conspectus.model.taxonomy import Category, Match, Phrase, Taxonomy

Obstacle = tuple[str, Span]
"""What was in the way, and where it is written."""


def find(paper: Paper, taxonomy: Taxonomy, placing: Placing) -> tuple[NearMiss, ...]:
    """The categories that a paper is nearly in, in the order of the taxonomy, each with what was in the way.

    A rule that matches is overruled by `except` or by the curator's own placing. One that does not may lack what `all`
    asks for, have what `none` refuses, have a title's phrase elsewhere, or have the words of a phrase scattered.
    """
    categories = placing.categories_of.get(paper.id, ())
    corpus = Corpus.of([paper])
    fields = corpus.fields(paper.id)
    decided = {facet for facet, _ in paper.work.place}
    misses = []
    for place in taxonomy.walk():
        match = place.category.match
        if match is None or place.id in categories:
            continue
        hits = corpus.search(term for _, term in phrases(match))
        if evaluate(match, hits):
            branch = (place.category, *reversed(place.ancestors))
            obstacle = _overruled(paper, branch, decided=place.facet.id in decided)
        else:
            matched = {phrase for phrase, term in phrases(match) if hits[term]}
            obstacle = (
                _refused(match, matched)
                or _elsewhere(match, fields)
                or _scattered(match, fields)
                or _without_evidence(match, matched)
            )
        if obstacle:
            misses.append(NearMiss(*place.id, *obstacle))
    return tuple(misses)


def _overruled(paper: Paper, branch: tuple[Category, ...], *, decided: bool) -> Obstacle | None:
    """What overrules a rule that matches; None where the paper is deeper in the branch."""
    if decided:
        return "its rule matches, but the paper’s `place` overrides it", paper.origins["place"]
    for category in branch:
        for reference in category.excepted:
            if reference.id == paper.id:
                whose = "its" if category is branch[0] else f"the `{category.id}` category’s"
                return f"its rule matches, but {whose} `except` lists the paper", reference.span
    return None


def _refused(match: Match, matched: Set[Phrase]) -> Obstacle | None:
    """A phrase that `none` refuses, or that `all` asks for in vain, beside one that matches."""
    for phrase in (*match.any, *match.title, *match.all):
        if phrase in matched:
            for other in match.all:
                if other not in matched:
                    return f"“{phrase.source}” matches, but “{other.source}” under `all` does not", other.span
            for other in match.none:
                if other in matched:
                    return f"“{phrase.source}” matches, but so does “{other.source}” under `none`", other.span
    return None


def _elsewhere(match: Match, fields: FieldTexts) -> Obstacle | None:
    """A phrase for titles that another field has."""
    for phrase in match.title:
        index = first_match(phrase.source, fields)
        if index is not None:
            return f"“{phrase.source}” is in the {FIELDS[index]}, but `title` searches only titles", phrase.span
    return None


def _scattered(match: Match, fields: FieldTexts) -> Obstacle | None:
    """A phrase of several words that a field has, but not in a row."""
    words = [{word for line in field.spelling for word in line.split()} for field in fields]
    for phrase in (*match.any, *match.title):
        spelled = rows(phrase.source)
        if any(len(row) > 1 for row in spelled) and any(_has_all(row, field) for row in spelled for field in words):
            return f"it has all words of “{phrase.source}”, but not next to each other", phrase.span
    return None


def _has_all(row: Iterable[str], words: Set[str]) -> bool:
    """Whether all words of a row are among these, in any of their forms."""
    return all(not words.isdisjoint(forms(word)) for word in row)


def _without_evidence(match: Match, matched: set[Phrase]) -> Obstacle | None:
    """All that `all` asks for, where a phrase of `any` or `title` is asked for too."""
    if match.all and matched.issuperset(match.all):
        return f"“{match.all[0].source}” matches, but no phrase under `any` or `title` does", match.span
    return None
