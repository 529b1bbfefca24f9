"""Arguments that are ids, which a shell completes with those of the survey and their titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from conspectus.model.survey import Survey
    from conspectus.model.taxonomy import Taxonomy
    from conspectus.project import Project

Offered = Iterable[tuple[str, str]]
"""Ids with their titles."""


class Id(click.types.StringParamType):
    """An id of some kind. Any text is accepted: the command reports what is wrong with it."""

    def __init__(self, name: str, *offered: Callable[[click.Context], Offered]) -> None:
        """`offered`: the ids, then what else may be written for them, for where no id begins as what is typed."""
        self.name = name
        self._offered = offered

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        begun = incomplete.lower()
        ways = ([pair for pair in way(ctx) if pair[0].lower().startswith(begun)] for way in self._offered)
        offered = next(filter(None, ways), [])
        # A shell reads one item per line, and shows a title as it is.
        return [CompletionItem(id, help=console.printable(" ".join(title.split()))) for id, title in offered]


def _papers(ctx: click.Context) -> Offered:
    return ((paper.id, paper.title.as_text()) for survey in _survey(ctx) for paper in survey.library.papers)


def _names(ctx: click.Context) -> Iterator[tuple[str, str]]:
    """What else names papers: citation keys, former ids, arXiv ids and DOIs."""
    from conspectus.model import paper_names

    for survey in _survey(ctx):
        for paper in survey.library.papers:
            yield from ((name, paper.title.as_text()) for name in paper_names.others(paper, survey.ledger))


def _survey(ctx: click.Context) -> Iterator[Survey]:
    """The survey of the command line so far, if there is one."""
    from conspectus import pipeline

    if project := _project(ctx):
        yield pipeline.survey(project, reading.cache())


def _categories(ctx: click.Context) -> Offered:
    """Each with the titles above it; those of one facet if the command line names it."""
    named = ctx.params.get("facet")
    for facet in _taxonomy(ctx).facets:
        for category, above in facet.walk() if named in (None, facet.id) else ():
            yield category.id, " › ".join([facet.title, *(each.title for each in (*above, category))])


def _facets(ctx: click.Context) -> Offered:
    return ((facet.id, facet.title) for facet in _taxonomy(ctx).facets)


def _either(ctx: click.Context) -> Iterator[tuple[str, str]]:
    yield from _papers(ctx)
    yield from _categories(ctx)


def _taxonomy(ctx: click.Context) -> Taxonomy:
    from conspectus import taxonomy

    project = _project(ctx)
    return taxonomy.load(project.sources("taxonomy", ".yaml", ".yml") if project else ())


def _project(ctx: click.Context) -> Project | None:
    """The project of the command line so far; None if there is none, which completion does not report."""
    from conspectus.commands.options import find_project

    try:
        return find_project(ctx.params.get("folder"))
    except click.ClickException:
        return None


PAPER = Id("paper", _papers, _names)
CATEGORY = Id("category", _categories)
FACET = Id("facet", _facets)
PAPER_OR_CATEGORY = Id("id", _either, _names)
