"""Ids that a user types, and what a shell may complete them with: those of the survey, each with what it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from conspectus.commands import console

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from conspectus.model.taxonomy import Taxonomy
    from conspectus.project import Project

Offered = Iterable[tuple[str, str]]
"""Ids, each with what it is called."""


class Id(click.types.StringParamType):
    """An id of some kind. It is taken as it is typed: the verb says what is wrong with it."""

    def __init__(self, name: str, offered: Callable[[click.Context], Offered]) -> None:
        self.name = name
        self._offered = offered

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        found = [(id, title) for id, title in self._offered(ctx) if id.startswith(incomplete)]
        # A shell reads one a line, and shows a title as it is given.
        return [CompletionItem(id, help=console.printable(" ".join(title.split()))) for id, title in found]


def _papers(ctx: click.Context) -> Offered:
    from conspectus import library, sources
    from conspectus.cache import Cache, default_folder

    project = _project(ctx)
    if project is None:
        return ()
    readings = sources.read(project.sources("papers"), Cache(default_folder()))
    books = library.merge(readings.values()).library
    return ((paper.id, paper.title.as_text()) for paper in books.papers)


def _categories(ctx: click.Context) -> Offered:
    """With the way to them; those of one facet where the command line names it."""
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
    """The project that the command line so far is about; a shell is not told that there is none."""
    from conspectus.commands.options import find_project

    try:
        return find_project(ctx.params.get("folder"))
    except click.ClickException:
        return None


PAPER = Id("paper", _papers)
CATEGORY = Id("category", _categories)
FACET = Id("facet", _facets)
PAPER_OR_CATEGORY = Id("id", _either)
