"""Every key of every file, from the tables that loaders, `conspectus fmt` and the editors' schemas go by."""

from __future__ import annotations

from collections.abc import Mapping

from conspectus.model.keys import Key, Keys, Shape
from conspectus.model.query import QUERY
from conspectus.model.settings import COLUMN, COLUMN_TYPES, SOURCE, SURVEY
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH
from conspectus.model.work import LINK_KINDS, RECORD, WORK_TYPES

TABLES: Mapping[str, Keys] = {
    "`survey.yaml`": SURVEY,
    "A column, under `columns` of `survey.yaml`": COLUMN,
    "A source, under `sources` of `survey.yaml`": SOURCE,
    "A saved query, under `queries` of `survey.yaml`": QUERY,
    "`taxonomy/<facet>.yaml`": FACET,
    "A category, under `categories` of a facet or `children` of another category": CATEGORY,
    "A rule, under `match` of a category or a saved query": MATCH,
    "A paper's record, in YAML or JSON Lines": RECORD,
}
"""The tables of keys, by what has them."""

VALUES: Mapping[Shape, str] = {
    Shape.ANYTHING: "any value",
    Shape.LINE: "text",
    Shape.LINES: "a list of texts",
    Shape.TITLE: "text, may have TeX",
    Shape.ABSTRACT: "text, may have TeX",
    Shape.PROSE: "Markdown",
    Shape.KEYWORDS: "a list of texts",
    Shape.AUTHORS: "a list of names",
    Shape.DATE: "a date",
    Shape.YEAR: "a year",
    Shape.ARXIV: "an arXiv id",
    Shape.DOI: "a DOI",
    Shape.WORK_TYPE: "a type of work",
    Shape.ID: "an id",
    Shape.OWN_ID: "an id (required)",
    Shape.IDS: "a list of ids",
    Shape.FORMER_IDS: "a list of ids",
    Shape.NUMBER: "a number",
    Shape.COUNT: "a whole number",
    Shape.FLAG: "`true` or `false`",
    Shape.ADDRESS: "a URL",
    Shape.SITE: "a URL",
    Shape.LINKS: "a list of links",
    Shape.FACTS: "names and values",
    Shape.PLACES: "facets and categories",
    Shape.MATCH: "a rule",
    Shape.CATEGORIES: "a list of categories",
    Shape.PAPERS: "a list of paper ids",
    Shape.LANGUAGE: "a language tag",
    Shape.NEWEST: "a whole number",
    Shape.COLUMNS: "names and columns",
    Shape.COLUMN_TYPE: "a type of column",
    Shape.QUERIES: "ids and queries",
    Shape.SOURCES: "a list of sources",
    Shape.TABLES: "categories and columns",
    Shape.IMPORT_COLUMNS: "names of columns and fields of papers",
}
"""What is written after a key, in a few words."""

INTRODUCTION = """\
# Keys

All keys of the files in `content/`, in the order in which `conspectus fmt` writes them. [Files](files.md) shows how
they look together. An editor with the schemas of `conspectus schema` shows the same texts while you type.
"""


def page() -> str:
    """The reference of keys."""
    tables = "".join(f"\n## {title}\n\n{definitions(keys)}" for title, keys in TABLES.items())
    return f"{INTRODUCTION}{tables}## Fixed values\n\n{fixed_values()}"


def definitions(keys: Keys) -> str:
    """A definition list: it can be read on a phone, where a table cannot."""
    return "".join(f"`{key.name}` {VALUES[key.shape]}\n:   {meaning(key)}\n\n" for key in keys)


def meaning(key: Key) -> str:
    """The documentation of a key, with the names that it had in earlier versions."""
    former = ", ".join(f"`{name}`" for name in key.former)
    return f"{key.help} Formerly {former}." if former else key.help


def fixed_values() -> str:
    """What may be written where only certain words are allowed."""
    words = {"type of work": sorted(WORK_TYPES), "kind of link": LINK_KINDS, "type of column": COLUMN_TYPES}
    return "".join(f"- A {name}: {', '.join(f'`{word}`' for word in all)}.\n" for name, all in words.items())
