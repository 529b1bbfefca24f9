"""The sandbox of a survey's own templates: what they may reach, how many steps a page takes, and how much it writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import Frame
from jinja2.exceptions import SecurityError
from jinja2.filters import do_center, do_format, do_indent
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from conspectus.render.compiling import Environment, LateGenerator

MOST_STEPS = 1_000_000
"""How often a page may go through a piece of a template: the body of a loop, a condition, a macro."""

CALL = 10
"""How many steps a call of a macro or a function counts as."""

MOST_CHARACTERS = 20_000_000
"""How much a page may write, with all that its macros and blocks write before."""

LARGEST = 1_000_000
"""The longest text or list that an expression may make, and the largest number that a function may get."""

WIDE = re.compile(r"\d{5}|\*")
"""A width in a format that makes a long text of a short one."""


class _Budget:
    """What is left to a page."""

    def __init__(self) -> None:
        self.steps, self.characters = MOST_STEPS, MOST_CHARACTERS


BUDGET: ContextVar[_Budget | None] = ContextVar("budget", default=None)


@contextmanager
def page() -> Iterator[None]:
    """While a page is rendered: it has steps and characters of its own."""
    token = BUDGET.set(_Budget())
    try:
        yield
    finally:
        BUDGET.reset(token)


class _Counting(LateGenerator):
    """Writes into each piece of a template that it counts as a step, and joins texts with a limit."""

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        self.writeline("environment.step()")
        super().blockvisit(nodes, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.sized(")
        super().visit_Concat(node, frame)
        self.write(")")


class Sandbox(Environment, ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox, with limits. SecurityError where one is reached."""

    code_generator_class = _Counting
    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self, **settings: Any) -> None:
        super().__init__(finalize=self.written, **settings)
        self.globals["range"] = self.range

    def step(self, steps: int = 1) -> None:
        """Count steps of the page that is rendered."""
        if budget := BUDGET.get():
            budget.steps -= steps
            if budget.steps < 0:
                raise SecurityError(f"the page takes more than {MOST_STEPS:,} steps; loop over less")

    def written(self, value: Any) -> Any:
        """A value that a template writes, counted."""
        budget = BUDGET.get()
        if budget and isinstance(value, str):
            budget.characters -= len(value)
            if budget.characters < 0:
                raise SecurityError(f"the page writes more than {MOST_CHARACTERS:,} characters; write less")
        return value

    def sized(self, value: Any) -> Any:
        """What an expression made, if it is not too long to be made longer."""
        if isinstance(value, str | list | tuple) and len(value) > LARGEST:
            raise SecurityError(_too_long())
        return value

    def range(self, *limits: int) -> range:
        """Jinja's range with a limit; all its numbers count as steps, wherever they are used."""
        numbers = safe_range(*limits)
        self.step(len(numbers))
        return numbers

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "%" and isinstance(left, str):
            _narrow(left)
        elif operator == "**" and max(abs(left), abs(right)) > 1000:
            raise SecurityError(_too_long())
        elif operator == "*":
            for one, times in ((left, right), (right, left)):
                if isinstance(one, str | list | tuple) and isinstance(times, int) and len(one) * times > LARGEST:
                    raise SecurityError(_too_long())
        return self.sized(super().call_binop(context, operator, left, right))

    def call(self, context: Context, function: Any, *arguments: Any, **named: Any) -> Any:
        self.step(CALL)
        _numbers(*arguments, *named.values())
        return super().call(context, function, *arguments, **named)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            _narrow(value.__self__)
        return wrapped


def _too_long() -> str:
    return f"an expression makes more than {LARGEST:,} characters or values; make less"


def _narrow(form: str) -> None:
    if WIDE.search(form):
        raise SecurityError(_too_long())


def _numbers(*numbers: object) -> None:
    if any(isinstance(number, int) and abs(number) > LARGEST for number in numbers):
        raise SecurityError(_too_long())


def _center(value: str, width: int = 80) -> str:
    _numbers(width)
    return do_center(value, width)


def _indent(text: str, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    _numbers(width, len(width) if isinstance(width, str) else width * text.count("\n"))
    return do_indent(text, width, first, blank)


def _format(value: str, *arguments: Any, **named: Any) -> str:
    _narrow(value)
    _numbers(*arguments, *named.values())
    return do_format(value, *arguments, **named)


FILTERS: dict[str, Callable[..., str]] = {"center": _center, "indent": _indent, "format": _format}
"""Jinja's filters that make a long text of a short one, with limits."""


def rendered(template: jinja2.Template, **values: object) -> str:
    """What a template writes, no more than a page may."""
    pieces, length = [], 0
    with page():
        for piece in template.generate(**values):
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise SecurityError(f"the page writes more than {MOST_CHARACTERS:,} characters; write less")
            pieces.append(piece)
    return "".join(pieces)
