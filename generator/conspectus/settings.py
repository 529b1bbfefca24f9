"""Reading `content/survey.yaml`, by the shapes that `model/settings.py` declares for its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from conspectus import located
from conspectus.diagnostics import Mistake, Span, did_you_mean
from conspectus.language import canonical
from conspectus.located import Mapping, Node, Scalar, Sequence
from conspectus.model.identifiers import http_url
from conspectus.model.keys import Keys, Shape
from conspectus.model.paper import Source
from conspectus.model.settings import (
    COLUMN,
    COLUMN_TYPES,
    LANGUAGE,
    MOST_NEWEST,
    SOURCE,
    SURVEY,
    TABLE_FIELDS,
    Column,
    SavedSource,
    Settings,
    Table,
)
from conspectus.model.work import Reference

Mistakes = list[Mistake]


def load(source: Source, base_url: str = "") -> tuple[Settings, tuple[Mistake, ...]]:
    """The survey's settings and what is wrong with them; `base_url`, if given, overrides the file's.

    A setting that cannot be read keeps its default.
    """
    root, in_yaml = located.read(source.data, source.path)
    mistakes = list(in_yaml)
    values = {}
    if root is not None and not located.is_blank(root):
        values = _values(root, "survey.yaml", SURVEY, mistakes)
        mistakes += _untitled(root)
    elif not mistakes:
        mistakes.append(Mistake("bad-value", "the file is empty", Span(source.path), "write at least `title: …`"))
    if base_url:
        values["base_url"] = _slashed(base_url)
    return Settings(**values, span=Span(source.path)), tuple(mistakes)


def _untitled(root: Node) -> Iterator[Mistake]:
    """What is wrong with a title that is YAML's word for nothing; with none at all, nothing is."""
    for key, value in root.entries if isinstance(root, Mapping) else ():
        if key.text == "title" and located.is_blank(value) and isinstance(value, Scalar) and value.text:
            help = "write the title, or this word in quotes"
            yield Mistake("bad-value", f"`{value.text}` is YAML's word for nothing, and no title", value.span, help)


def _values(node: Node, what: str, keys: Keys, mistakes: Mistakes) -> dict[str, Any]:
    """What is written under these keys, by their names; `what` names the mapping in messages."""
    written = located.entries(node, what, keys.spellings, mistakes)
    readers = {key.name: READERS[key.shape] for key in keys if key.name in written and key.shape in READERS}
    values = {name: read(written[name], mistakes) for name, read in readers.items()}
    return {name: value for name, value in values.items() if value is not None}


def line(node: Node, mistakes: Mistakes) -> str | None:
    """One line of text; None where nothing is written."""
    return located.line(node, mistakes) or None


def language(node: Node, mistakes: Mistakes) -> str | None:
    tag = line(node, mistakes)
    if tag is None or LANGUAGE.fullmatch(tag):
        return tag and canonical(tag)
    mistakes.append(Mistake("bad-value", f"`{tag}` is not a language tag", node.span, "write it as en, de or pt-BR"))
    return None


def url(node: Node, mistakes: Mistakes) -> str | None:
    """An http or https address."""
    text = line(node, mistakes)
    valid = http_url(text) if text else None
    if text and not valid:
        help = "write a URL with http or https, without spaces, quotes or a password"
        mistakes.append(Mistake("bad-link", f"`{text[:80]}` is not a valid URL", node.span, help))
    return valid


def site_url(node: Node, mistakes: Mistakes) -> str | None:
    """The address of a folder, ending in a slash."""
    address = url(node, mistakes)
    parts = urlsplit(address or "")
    if parts.query or parts.fragment:
        help = "write the site's address, such as https://user.github.io/repo/"
        mistakes.append(Mistake("bad-link", "the address of a site cannot have ? or # in it", node.span, help))
        return None
    return _slashed(address) if address else None


def _slashed(address: str) -> str:
    return f"{address.rstrip('/')}/"


def newest(node: Node, mistakes: Mistakes) -> int | None:
    if located.is_blank(node):
        return None
    if isinstance(node, Scalar) and type(node.value) is int and 0 <= node.value <= MOST_NEWEST:
        return node.value
    message = f"expected a whole number from 0 to {MOST_NEWEST}"
    mistakes.append(
        Mistake("bad-value", message, node.span, "it is how many of the newest papers the front page shows")
    )
    return None


def columns(node: Node, mistakes: Mistakes) -> tuple[Column, ...]:
    """`columns:`, a mapping from a fact's name to its heading and type."""
    declared = []
    for fact, value in _mapping(node, "columns", mistakes):
        defaults = {"title": fact.text.replace("_", " "), "type": COLUMN_TYPES[0]}
        values = _values(value, f"the column `{fact.text}`", COLUMN, mistakes)
        declared.append(Column(fact.text, **defaults | values, span=fact.span))
    return tuple(declared)


def column_type(node: Node, mistakes: Mistakes) -> str | None:
    type = line(node, mistakes)
    if type is None or type in COLUMN_TYPES:
        return type
    help = f"the types are {', '.join(COLUMN_TYPES)}"
    mistakes.append(Mistake("bad-value", f"`{type}` is not a column type", node.span, help))
    return None


def import_columns(node: Node, mistakes: Mistakes) -> tuple[tuple[str, str], ...]:
    """`import_columns:`, a mapping from what a column is called to what it has."""
    named = []
    for name, value in _mapping(node, "import_columns", mistakes):
        field = line(value, mistakes)
        if field in TABLE_FIELDS:
            named.append((name.text, field))
        elif field:
            help = did_you_mean(field, TABLE_FIELDS) or f"one of {', '.join(TABLE_FIELDS)}"
            mistakes.append(Mistake("bad-value", f"`{field}` is not a field that a column may have", value.span, help))
    return tuple(named)


def tables(node: Node, mistakes: Mistakes) -> tuple[Table, ...]:
    """`tables:`, a mapping from a category's id to the columns its papers are compared by."""
    return tuple(
        Table(
            Reference(key.text, key.span),
            tuple(Reference(item.text, item.span) for item in located.items(value, mistakes)),
        )
        for key, value in _mapping(node, "tables", mistakes)
    )


def sources(node: Node, mistakes: Mistakes) -> tuple[SavedSource, ...]:
    """`sources:`, a list of mappings with one service each."""
    if located.is_blank(node):
        return ()
    listed = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        values = _values(item, "a source", SOURCE, mistakes)
        match = values.pop("match", ())
        if len(values) == 1:
            ((service, query),) = values.items()
            listed.append(SavedSource(service, query, match, item.span))
        elif isinstance(item, Mapping):
            services = ", ".join(name for name in SOURCE.names if name != "match")
            help = 'write one for each query: `- arxiv: "cat:cs.CL"`'
            mistakes.append(Mistake("bad-value", f"a source needs one of {services}", item.span, help))
    return tuple(listed)


def lines(node: Node, mistakes: Mistakes) -> tuple[str, ...] | None:
    """A list of texts, or a single one; None where nothing is written."""
    return tuple(" ".join(item.text.split()) for item in located.items(node, mistakes)) or None


def _mapping(node: Node, what: str, mistakes: Mistakes) -> tuple[tuple[Scalar, Node], ...]:
    if located.is_blank(node):
        return ()
    if isinstance(node, Mapping):
        return node.entries
    mistakes.append(
        Mistake(
            "bad-value",
            f"`{what}` must be a mapping of names to values",
            node.span,
            "write it as in the manual: reference, keys",
        )
    )
    return ()


READERS: dict[Shape, Callable[[Node, Mistakes], Any]] = {
    Shape.LINE: line,
    Shape.LANGUAGE: language,
    Shape.ADDRESS: url,
    Shape.SITE: site_url,
    Shape.NEWEST: newest,
    Shape.FLAG: located.flag,
    Shape.COLUMNS: columns,
    Shape.COLUMN_TYPE: column_type,
    Shape.TABLES: tables,
    Shape.SOURCES: sources,
    Shape.LINES: lines,
    Shape.IMPORT_COLUMNS: import_columns,
}
"""How each shape is read; None where nothing usable is written. `queries` is read by the taxonomy's stage."""
