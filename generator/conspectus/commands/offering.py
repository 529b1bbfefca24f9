"""Arguments that are ids, which a shell completes with those of the survey and their titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from conspectus.model.taxonomy import Taxonomy
    from conspectus.project import Project

Offered = Iterable[tuple[str, str]]
"""Ids with their titles."""


class Id(click.types.StringParamType):
    """An id of some kind. Any text is accepted: the command reports what is wrong with it."""

    def __init__(self, name: str, offered: Callable[[click.Context], Offered]) -> None:
        self.name = name
        self._offered = offered

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        offered = [(id, title) for id, title in self._offered(ctx) if id.startswith(incomplete)]
        # A shell reads one item per line, and shows a title as it is.
        return [CompletionItem(id, help=console.printable(" ".join(title.split()))) for id, title in offered]


def _papers(ctx: click.Context) -> Offered:
    from conspectus import library, sources

    project = _project(ctx)
    if project is None:
        return ()
    readings = sources.read(project.sources("papers"), reading.cache())
    books = library.merge(readings.values()).library
    return ((paper.id, paper.title.as_text()) for paper in books.papers)


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


PAPER = Id("paper", _papers)
CATEGORY = Id("category", _categories)
FACET = Id("facet", _facets)
PAPER_OR_CATEGORY = Id("id", _either)
