"""Pieces that many pages show alike, such as a paper's card: rendered once for a site, however often they stand in it.

A partial is a template that sees one view as `page`, and `shell`; not where it stands, so it is the same everywhere.
"""

from __future__ import annotations

import jinja2
from markupsafe import Markup

from conspectus.model.site import Shell


class Partials:
    """The filter that shows a view by a template's name: `{{ card|partial("partials/card.html") }}`.

    It keeps what it rendered for as long as the site is rendered, and takes over what was rendered of the very same
    views `before`, with the same templates and shell.
    """

    def __init__(self, environment: jinja2.Environment, shell: Shell, before: Partials | None = None) -> None:
        self._environment = environment
        self._shell = shell
        self._older = before._rendered if before else {}
        self._rendered: dict[tuple[str, int], tuple[object, Markup]] = {}  # with the view, so that its id stays its own

    def __call__(self, view: object, name: str) -> Markup:
        key = (name, id(view))
        if key not in self._rendered:
            self._rendered[key] = self._older.get(key) or (view, self._made(view, name))
        return self._rendered[key][1]

    def _made(self, view: object, name: str) -> Markup:
        text = self._environment.get_template(name).render(page=view, shell=self._shell)
        return Markup(text)  # noqa: S704 - the template escapes
