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

    It keeps what it rendered for as long as the site is rendered, and takes over what was rendered of the very same
    views `before`, with the same templates and shell.
    """

    def __init__(self, environment: jinja2.Environment, shell: Shell, before: Partials | None = None) -> None:
        self._environment = environment
        self._shell = shell
        self._older = before._rendered if before else {}
        self._rendered: dict[Key, Rendered] = {}
        self._inner: set[Key] = set()  # what stands in the partial that is being rendered

    def __call__(self, view: object, name: str) -> Markup:
        key = (name, id(view))
        self._inner.add(key)
        if key not in self._rendered:
            if key in self._older:
                self._take_over(key)
            else:
                self._rendered[key] = self._made(view, name)
        return self._rendered[key].text

    def _take_over(self, key: Key) -> None:
        """Keep what was rendered before, and what stands in it: that may stand in another soon."""
        self._rendered[key] = self._older[key]
        for inner in self._older[key].inner:
            if inner not in self._rendered:
                self._take_over(inner)

    def _made(self, view: object, name: str) -> Rendered:
        outer, self._inner = self._inner, set()
        try:
            text = self._environment.get_template(name).render(page=view, shell=self._shell)
            return Rendered(view, Markup(text), frozenset(self._inner))  # noqa: S704 - the template escapes
        finally:
            self._inner = outer
