"""Pieces that many pages show alike, such as a paper's card: rendered once for a site, however often they stand in it.

A partial is a template that sees one view as `page`, and `shell`; not where it stands, so it is the same everywhere.
"""

from __future__ import annotations

from typing import NamedTuple

import jinja2
from markupsafe import Markup

from conspectus.model.site import Shell

Key = tuple[str, int]
"""A template's name, and the id of a view."""


class Rendered(NamedTuple):
    """What became of a view, which is kept with it so that its id stays its own, and the partials that stand in it."""

    view: object
    text: Markup
    inner: frozenset[Key]


class Partials:
    """The filter that shows a view by a template's name: `{{ card|partial("partials/card.html") }}`.

    It keeps what it rendered for a site, and for the next one of the same templates and shell: of the very same views
    nothing is rendered again. There is one for an environment, whose templates hold on to the filters they have met.
    """

    def __init__(self, environment: jinja2.Environment, shell: Shell) -> None:
        self._environment = environment
        self._shell = shell
        self._older: dict[Key, Rendered] = {}
        self._rendered: dict[Key, Rendered] = {}
        self._inner: set[Key] | None = None  # what stands in the partial that is being rendered, if one is

    def begin(self) -> None:
        """Go on with another site: what the last one did not show is forgotten."""
        self._older, self._rendered = self._rendered, {}

    def __call__(self, view: object, name: str) -> Markup:
        key = (name, id(view))
        if self._inner is not None:
            self._inner.add(key)
        found = self._rendered.get(key) or self._taken_over(key) or self._made(view, name)
        self._rendered[key] = found
        return found.text

    def _taken_over(self, key: Key) -> Rendered | None:
        """What was rendered for the last site; what stands in it is kept as well, which may stand in another soon."""
        found = self._older.get(key)
        for inner in found.inner if found else ():
            if inner not in self._rendered and (again := self._taken_over(inner)):
                self._rendered[inner] = again
        return found

    def _made(self, view: object, name: str) -> Rendered:
        inner: set[Key] = set()
        outer, self._inner = self._inner, inner
        try:
            text = self._environment.get_template(name).render(page=view, shell=self._shell)
            return Rendered(view, Markup(text), frozenset(inner))  # noqa: S704 - the template escapes
        finally:
            self._inner = outer
