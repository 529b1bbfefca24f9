"""Pieces that many pages show alike, such as a paper's card: rendered once for a site, however often they stand in it.

A partial is a template that sees one view as `page`, and `shell`; not where it stands, so it is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable

import jinja2
from markupsafe import Markup

from conspectus.model.site import Shell


def partials(environment: jinja2.Environment, shell: Shell) -> Callable[[object, str], Markup]:
    """The filter that shows a view by a template's name: `{{ card|partial("partials/card.html") }}`.

    It keeps what it rendered for as long as the site is rendered.
    """
    rendered: dict[tuple[str, int], tuple[object, Markup]] = {}

    def partial(view: object, name: str) -> Markup:
        key = (name, id(view))
        if key not in rendered:
            text = environment.get_template(name).render(page=view, shell=shell)
            rendered[key] = (view, Markup(text))  # noqa: S704 - the template escapes; the view is kept: its id stays
        return rendered[key][1]

    return partial
