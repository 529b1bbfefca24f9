"""Broken templates: from whatever went wrong inside one to a mistake with its file and line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import jinja2

from conspectus.diagnostics import Mistake, Span

NO_ATTRIBUTE = re.compile(r"'(?:[\w.]*\.)?(?P<where>\w+)(?: object)?' has no attribute '(?P<name>\w+)'")
"""How Jinja says that a value of the plan has no such field; the module of its class is nothing for a template."""


class TemplateMistake(Exception):  # noqa: N818 - the field's word for what it carries
    """A template cannot be read or rendered; `mistake` says which, where and why."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(f"{mistake.span}: {mistake.message}")
        self.mistake = mistake

    def __reduce__(self) -> tuple[type[TemplateMistake], tuple[Mistake]]:
        return TemplateMistake, (self.mistake,)


class AssetError(LookupError):
    """A template names an asset that there is not, or that cannot be served. `help` says what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def of(error: Exception, template: str, folders: Sequence[Path]) -> TemplateMistake:
    """What `error`, raised while `template` was loaded or rendered, says to the template's author."""
    return TemplateMistake(Mistake("broken-template", _message(error), _span(error, template, folders), _help(error)))


def _message(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template `{error.name}`"
    said = str(error).strip().rstrip(".")
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"the template is not well formed: {said}"
    if isinstance(error, jinja2.UndefinedError) and (unknown := NO_ATTRIBUTE.search(said)):
        return f"{unknown['where']} has no attribute `{unknown['name']}`"
    if isinstance(error, jinja2.TemplateError | AssetError):
        return said or type(error).__name__
    return f"the template fails here: {type(error).__name__}: {said}"


def _help(error: Exception) -> str:
    if isinstance(error, AssetError):
        return error.help
    if isinstance(error, jinja2.UndefinedError):
        return "a template sees `page`, `shell` and `here`; `page` has the fields that its page kind gives it"
    if isinstance(error, jinja2.TemplateNotFound):
        return "check the name; it counts from templates/"
    return ""


def _span(error: Exception, template: str, folders: Sequence[Path]) -> Span:
    """The innermost line of a template on the way to the error; without one, the template's first line."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        named = error.name or template
        return Span(f"templates/{named}", max(error.lineno, 1))
    file, line = f"templates/{template}", 1
    frame = error.__traceback__
    while frame is not None:
        path = Path(frame.tb_frame.f_code.co_filename)
        folder = next((folder for folder in folders if path.is_relative_to(folder)), None)
        if folder is not None:
            file, line = f"templates/{path.relative_to(folder).as_posix()}", frame.tb_lineno
        frame = frame.tb_next
    return Span(file, line)
