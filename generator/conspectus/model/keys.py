"""Keys of what a curator writes: each is declared once, in a table, and everything that knows keys goes over it.

Loaders, `conspectus fmt`, the JSON Schemas of editors and the manual do. A table's order is the one its keys are
written in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Self


class Shape(Enum):
    """What kind of value a key has, and so how it is read and what an editor accepts."""

    ANYTHING = auto()
    LINE = auto()  # one line of text
    LINES = auto()  # a list of them, or a single one
    TITLE = auto()  # one line that may carry TeX
    ABSTRACT = auto()  # a paragraph that may
    PROSE = auto()  # Markdown
    KEYWORDS = auto()
    AUTHORS = auto()
    DATE = auto()  # to the day, the month or the year
    YEAR = auto()
    ARXIV = auto()
    DOI = auto()
    WORK_TYPE = auto()  # as CSL names it
    ID = auto()
    OWN_ID = auto()  # the same, where there has to be one
    IDS = auto()
    FORMER_IDS = auto()  # of categories, which may have stood in another facet
    NUMBER = auto()
    COUNT = auto()
    FLAG = auto()
    ADDRESS = auto()  # of the web
    SITE = auto()  # the address of a folder of the web, such as a site's
    LINKS = auto()
    FACTS = auto()  # names of columns, and a figure for each
    PLACES = auto()  # facets, and categories of each
    MATCH = auto()  # a taxonomy rule
    CATEGORIES = auto()
    PAPERS = auto()  # their ids
    LANGUAGE = auto()
    NEWEST = auto()  # how many papers a front page may show
    COLUMNS = auto()
    COLUMN_TYPE = auto()
    IMPORT_COLUMNS = auto()  # what the columns of the curator's tables of papers are, by what they are called
    QUERIES = auto()
    SOURCES = auto()  # what is asked of services on the web
    TABLES = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its name, the shape of its value, and its documentation, a line or two of Markdown.

    `former`: names it had in earlier versions. They are read with a warning, and `conspectus fmt` writes the new one.
    """

    name: str
    shape: Shape
    help: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Keys:
    """The keys that a mapping may have, in the order they are written in."""

    rows: tuple[Key, ...]

    @classmethod
    def of(cls, *rows: Key) -> Self:
        return cls(rows)

    def __iter__(self) -> Iterator[Key]:
        return iter(self.rows)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The keys as they are written now."""
        return tuple(key.name for key in self.rows)

    def get(self, spelling: str) -> Key | None:
        """The key with this spelling; None if there is none."""
        name = self.spellings.get(spelling)
        return next((key for key in self.rows if key.name == name), None)

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """Every spelling that is read, with the name of its key: names first, then former ones."""
        former = {name: key.name for key in self.rows for name in key.former}
        return dict(zip(self.names, self.names, strict=True)) | former
