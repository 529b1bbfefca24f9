"""Pieces that many pages show alike, such as a paper's card: rendered once for a site, however often they stand in it.

A partial is a template that sees one view as `page`, and `shell`; not where it stands, so it is the same everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextvars import ContextVar
from typing import NamedTuple

import jinja2
from markupsafe import Markup

from conspectus.derived import Recomputed
from conspectus.model.site import Shell

Key = tuple[str, int]
"""A template's name, and the id of a view, which is quicker to look up than all that the view says."""


class Rendered(NamedTuple):
    """What became of a view, which is kept with it so that its id stays its own, and the partials that stand in it."""

    view: object
    text: Markup
    inner: frozenset[Key]


class Partials:
    """The partials of one site, as far as they are `rendered`; those of the very same views are taken over from an
    older site. What they show is plain data, so that `digest(template, view)` names a partial anywhere."""

    def __init__(
        self, environment: jinja2.Environment, shell: Shell, older: Mapping[Key, Rendered] | None = None
    ) -> None:
        self._environment = environment
        self._shell = shell
        self._older = older or {}
        self.rendered: dict[Key, Rendered] = {}
        self._made: list[Key] = []
        self._inner: set[Key] | None = None  # what stands in the partial that is being rendered, if one is

    def next(self) -> Partials:
        """The partials of another site with the same templates and shell: what this one did not show is forgotten."""
        return Partials(self._environment, self._shell, self.rendered)

    def show(self, view: object, name: str) -> Markup:
        """A view as a template shows it."""
        key = (name, id(view))
        if self._inner is not None:
            self._inner.add(key)
        partial = self.rendered.get(key) or self._taken_over(key) or self._render(view, name)
        self.rendered[key] = partial
        return partial.text

    def _taken_over(self, key: Key) -> Rendered | None:
        """What was rendered for the last site; what stands in it is kept as well, which may stand in another soon."""
        partial = self._older.get(key)
        for inner in partial.inner if partial else ():
            if inner not in self.rendered and (again := self._taken_over(inner)):
                self.rendered[inner] = again
        return partial

    def _render(self, view: object, name: str) -> Rendered:
        inner: set[Key] = set()
        outer, self._inner = self._inner, inner
        try:
            text = self._environment.get_template(name).render(page=view, shell=self._shell)
            self._made.append((name, id(view)))
            return Rendered(view, Markup(text), frozenset(inner))  # noqa: S704 - the template escapes
        finally:
            self._inner = outer

    @property
    def recomputed(self) -> tuple[Recomputed, ...]:
        """For each template, the views that were rendered for this site so far, by their ids."""
        totals = Counter(name for name, _ in self.rendered)
        made = {name: [key for key in self._made if key[0] == name] for name in totals}
        return tuple(
            Recomputed(name, tuple(str(getattr(self.rendered[key].view, "id", "")) for key in made[name]), total)
            for name, total in sorted(totals.items())
        )


CURRENT: ContextVar[Partials] = ContextVar("partials")
"""The partials of the site whose page is being rendered. Templates are loaded once for many sites, and their macros
hold on to the filters that they have met."""


def show(view: object, name: str) -> Markup:
    """The filter that shows a view by a template's name: `{{ card|partial("partials/card.html") }}`."""
    return CURRENT.get().show(view, name)
