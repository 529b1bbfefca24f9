"""What `content/survey.yaml` says."""

from __future__ import annotations

from dataclasses import dataclass

from conspectus.diagnostics import Span
from conspectus.model.paper import Reference

NOWHERE = Span("content/survey.yaml")
"""Where settings that nobody wrote would stand."""

COLUMN_TYPES = ("text", "figure", "flag")
"""`figure`: text that is sorted by the first number in it, such as `3.6x on an A100`; `flag`: yes or no."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the comparison tables: the fact it shows, its heading, its type, and where it is declared."""

    id: str
    title: str
    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The columns by which the papers of a category, and of those below it, are compared."""

    category: Reference
    columns: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """The survey's name and manner. `base_url` is where it is published, ending in a slash; empty if not said."""

    title: str = "Untitled survey"
    id: str = ""  # what feeds know the survey by; its title if not said
    tagline: str = ""
    language: str = "en"
    author: str = ""
    base_url: str = ""
    repository: str = ""  # https address of the repository the content is kept in
    newest: int = 10  # how many of the newest papers the front page shows
    columns: tuple[Column, ...] = ()
    tables: tuple[Table, ...] = ()
    span: Span = NOWHERE

    def column(self, id: str) -> Column | None:
        return next((column for column in self.columns if column.id == id), None)
