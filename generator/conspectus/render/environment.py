"""The Jinja environment all templates share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from markupsafe import Markup

from conspectus.language import Language, is_right_to_left
from conspectus.render.compiling import COMPILED, SANDBOXED, Environment, QuickContext, escaped, made
from conspectus.render.sandbox import FILTERS, Sandbox


class _Loader(jinja2.BaseLoader):
    """Loads the survey's own templates into the sandbox, and those of the package, the last folder, outside of it."""

    def __init__(self, folders: Sequence[Path], sandbox: jinja2.Environment, outside: jinja2.Environment) -> None:
        *own, packaged = folders
        self._own, self._sandbox = jinja2.FileSystemLoader(own), sandbox
        self._packaged, self._outside = jinja2.FileSystemLoader(packaged), outside

    def load(
        self, environment: jinja2.Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        try:
            return self._own.load(self._sandbox, name, globals)
        except jinja2.TemplateNotFound:
            return self._packaged.load(self._outside, name, globals)


def _context_in(sandbox: jinja2.Environment) -> type[Context]:
    """The context of the package's templates where a survey has its own.

    A page of ours may extend a layout of theirs, which then runs in our page's context; and filters such as `map` look
    attributes up in the environment that the context names.
    """

    class Sandboxed(QuickContext):
        def __init__(self, environment: jinja2.Environment, *rest: Any, **named: Any) -> None:
            super().__init__(sandbox, *rest, **named)

    return Sandboxed


def environment(
    folders: Sequence[Path], filters: Mapping[str, Callable[..., object]], language: Language
) -> jinja2.Environment:
    """An environment that looks for templates in `folders`, first hit wins, and has these filters beside Jinja's own.

    The last folder holds the package's templates. Those of a survey may come from a stranger with the checkout and run
    in Jinja's sandbox: they reach no attribute with an underscore, change no value and call nothing but what the views,
    the filters and the globals give them. (All in the sandbox would render half as fast.)

    What templates say, in `{% trans %}` or `gettext(…)`, is in the language given.

    A name that is not there is an error, not an empty string: a typo in a template must not publish a gap.
    """
    outside, sandbox = made(Environment, COMPILED), made(Sandbox, SANDBOXED)
    outside.loader = sandbox.loader = _Loader(folders, sandbox, outside)
    if len(folders) > 1:
        outside.context_class = _context_in(sandbox)
    outside.globals = sandbox.globals  # whose `range` has a limit
    outside.filters.update(FILTERS)
    outside.globals.update(_translating(language))
    outside.filters.update(filters)
    sandbox.filters = outside.filters
    return outside


def _translating(language: Language) -> Mapping[str, object]:
    """The functions that `{% trans %}` calls. A translation comes from a file like any other, so it is escaped; markup
    in a sentence is given to it as values. `own_words`: what an element with the curator's words declares where they
    are in another language than the page."""

    def filled(context: EvalContext, text: str, values: Mapping[str, object]) -> str:
        shown = {name: language.shown(value) if type(value) is int else value for name, value in values.items()}
        if not context.autoescape:
            return text % shown
        return Markup(escaped(text) % {name: escaped(value) for name, value in shown.items()})  # noqa: S704 - as it says

    @lru_cache(maxsize=4096, typed=True)
    def constant(text: str, autoescape: bool) -> str:
        form = language.form("", text) % {}
        return Markup(escaped(form)) if autoescape else form  # noqa: S704 - as it says

    @jinja2.pass_eval_context
    def gettext(context: EvalContext, text: str, **values: object) -> str:
        if not values:
            return constant(text, context.autoescape)
        return filled(context, language.form("", text), values)

    @jinja2.pass_eval_context
    def pgettext(context: EvalContext, meaning: str, text: str, **values: object) -> str:
        return filled(context, language.form(meaning, text), values)

    @jinja2.pass_eval_context
    def ngettext(context: EvalContext, one: str, other: str, num: int, **values: object) -> str:
        return filled(context, language.form("", one, other, num), {"num": num, **values})

    other = language.content != language.tag
    from_right = is_right_to_left(language.content) and language.direction == "ltr"
    own_words = Markup(' lang="{}"').format(language.content) if other else Markup("")
    own_words += Markup(' dir="auto"') if from_right else Markup("")
    return {"own_words": own_words, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext}
