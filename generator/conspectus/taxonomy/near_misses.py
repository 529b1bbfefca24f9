"""Rules that nearly took a paper, and what kept it out."""

from __future__ import annotations

from conspectus.diagnostics import Span
from conspectus.matching.corpus import Corpus
from conspectus.matching.phrases import FIELDS, rows
from conspectus.matching.rules import Ruling, rule_on
from conspectus.model.paper import Paper
from conspectus.model.survey import NearMiss, Placing
from conspectus.model.taxonomy import Category, Match, Taxonomy

Obstacle = tuple[str, Span]
"""What was in the way, and where it is written."""


def near(paper: Paper, taxonomy: Taxonomy, placing: Placing) -> tuple[NearMiss, ...]:
    """The categories a paper stands near to, in the order of the taxonomy, each with what was in the way.

    A rule that matches is overruled by `except` or by the curator's own placing. One that does not may lack what `all`
    asks for, meet what `none` refuses, meet a title's phrase elsewhere, or find the words of a phrase scattered.
    """
    standing = placing.standing.get(paper.id, ())
    corpus = Corpus([paper])
    decided = {facet for facet, _ in paper.work.place}
    found = []
    for place in taxonomy.walk():
        match = place.category.match
        if match is None or place.id in standing:
            continue
        ruling = rule_on(match, corpus)
        if paper.id in ruling.taken:
            branch = (place.category, *reversed(place.ancestors))
            obstacle = _overruled(paper, branch, decided=place.facet.id in decided)
        else:
            obstacle = (
                _refused(match, ruling)
                or _elsewhere(match, corpus, paper)
                or _scattered(match, corpus, paper)
                or _unspoken(match, ruling)
            )
        if obstacle:
            found.append(NearMiss(*place.id, *obstacle))
    return tuple(found)


def _overruled(paper: Paper, branch: tuple[Category, ...], *, decided: bool) -> Obstacle | None:
    """What overrules a rule that matches; None where the paper stands deeper in the branch."""
    if decided:
        return "its rule matches, but the paper’s `place` decides", paper.origins["place"]
    for category in branch:
        for reference in category.excepted:
            if reference.id == paper.id:
                whose = "its" if category is branch[0] else f"the `{category.id}` category’s"
                return f"its rule matches, but {whose} `except` lists the paper", reference.span
    return None


def _refused(match: Match, ruling: Ruling) -> Obstacle | None:
    """A phrase that `none` refuses, or that `all` asks for in vain, beside one that is met."""
    met = {phrase for phrase, papers in ruling.met.items() if papers}
    for phrase in (*match.any, *match.title, *match.all):
        if phrase in met:
            for other in match.all:
                if other not in met:
                    return f"“{phrase.source}” is met, but not “{other.source}”, which `all` asks for", other.span
            for other in match.none:
                if other in met:
                    return f"“{phrase.source}” is met, but so is “{other.source}”, which `none` refuses", other.span
    return None


def _elsewhere(match: Match, corpus: Corpus, paper: Paper) -> Obstacle | None:
    """A phrase for titles that is met in another field."""
    for phrase in match.title:
        place = corpus.place(paper.id, phrase)
        if place is not None:
            return f"“{phrase.source}” is met in the {FIELDS[place]}, but looked for in titles alone", phrase.span
    return None


def _scattered(match: Match, corpus: Corpus, paper: Paper) -> Obstacle | None:
    """A phrase of several words that are all there, but not in a row."""
    for phrase in (*match.any, *match.title):
        if any(len(row) > 1 for row in rows(phrase.source)) and corpus.holds_words(paper.id, phrase):
            return f"it has the words of “{phrase.source}”, but not in a row", phrase.span
    return None


def _unspoken(match: Match, ruling: Ruling) -> Obstacle | None:
    """All that `all` asks for, where a phrase of `any` or `title` is asked for too."""
    if match.all and all(ruling.met[phrase] for phrase in match.all):
        return f"“{match.all[0].source}” is met, but no phrase of `any` or `title` is", match.span
    return None
