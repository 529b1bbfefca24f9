"""What a result of the search shows of each paper, field by field, in files of a paper or two: `data/results/`.

Pagefind stores them, unless a survey is too large for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from conspectus.catalog import Catalog
from conspectus.components import results, word_rows
from conspectus.components.cited_prose import cited_prose
from conspectus.components.made_of import of_card
from conspectus.components.related import has_related
from conspectus.language import Language, written_in
from conspectus.model.paper import Paper
from conspectus.model.site import Kind, Page
from conspectus.model.work import Work
from conspectus.pages.paper import facts, note_on
from conspectus.text import Prose

KIND = Kind("results", ("data/results/{number}.json",), offline=True)


@dataclass(frozen=True, slots=True)
class Result:
    """What is shown of a paper that was found.

    `language`: that of the title, if it is another than the pages'. `abstract`: as it is searched.
    `filters`: the values of each filter that it has. `links`: where it leads.
    """

    id: str
    title: str
    language: str
    work: Work
    authors: str
    date: str
    summary: Prose
    note: Prose
    facts: str
    abstract: str
    filters: Mapping[str, tuple[str, ...]]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultsView:
    """Papers whose numbers follow on one another."""

    papers: tuple[Result, ...]


def kind(catalog: Catalog) -> Kind:
    """What the files have in common in this survey: whether they are stored by Pagefind."""
    stored = results.are_by_pagefind(catalog)
    return replace(KIND, stored=stored, offline=not stored)


def pages(catalog: Catalog) -> Iterator[Page]:
    papers, many = word_rows.oldest(catalog), results.per_file(catalog)
    for start in range(0, len(papers), many):
        url = f"data/results/{start // many}.json"
        some = papers[start : start + many]
        make, inputs = partial(view, catalog, some), partial(made_of, catalog, some)
        yield Page(url, catalog.once(kind), "pages/results.json", make, made_of=inputs)


def view(catalog: Catalog, papers: Sequence[Paper]) -> ResultsView:
    """What a file says of some papers."""
    return ResultsView(tuple(result(catalog, paper) for paper in papers))


def made_of(catalog: Catalog, papers: Sequence[Paper]) -> tuple[object, ...]:
    """All that the view is made of."""
    return tuple(
        (
            of_card(catalog, paper),
            cited_prose(catalog, note) if (note := note_on(catalog, paper)) else None,
            catalog.authors.named(paper),
            has_related(catalog, paper),
        )
        for paper in papers
    )


def result(catalog: Catalog, paper: Paper) -> Result:
    """What is shown of a paper."""
    work, language, title = paper.work, catalog.language, paper.title.as_text()
    filters: dict[str, tuple[str, ...]] = {}
    for name, value in catalog.filter_values(paper):
        filters[name] = (*filters.get(name, ()), value)
    return Result(
        id=paper.id,
        title=title,
        language=written_in(title, language.tag, work.language or "", language.papers).lang,
        work=work,
        authors=byline(work, language),
        date=language.date(work.date, short=True) if work.date else "",
        summary=cited_prose(catalog, work.summary or ""),
        note=cited_prose(catalog, note_on(catalog, paper)),
        facts="; ".join(f"{fact.label}: {fact.text}" for fact in facts(catalog, paper)),
        abstract=work.abstract.as_text() if work.abstract else "",
        filters=filters,
        links=results.links(catalog, paper, has_related=has_related(catalog, paper)),
    )


def byline(work: Work, language: Language) -> str:
    """Who wrote it, or how many if nobody is named."""
    names = ", ".join(person.name for person in work.people)
    if not work.authors or (names and not work.authors.others):
        return names
    if not names and work.authors.count:
        names = language.ngettext("%(num)s author", "%(num)s authors", work.authors.count)
    return f"{names} {language.gettext('et al.')}" if work.authors.others else names
