"""Reading `content/survey.yaml`."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from conspectus import located
from conspectus.diagnostics import Mistake, Span
from conspectus.located import Mapping, Node, Scalar
from conspectus.model.identifiers import http_url
from conspectus.model.paper import Source
from conspectus.model.settings import COLUMN, COLUMN_TYPES, SURVEY, Column, Settings, Table
from conspectus.model.work import Reference

DEFAULTS = Settings()

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language tag as in BCP 47, near enough: `en`, `pt-BR`, `zh-Hant`."""

MOST_NEWEST = 200
"""More papers than this are no front page any more."""

Mistakes = list[Mistake]


def load(source: Source, base_url: str = "") -> tuple[Settings, tuple[Mistake, ...]]:
    """The survey's settings and what is wrong with them; `base_url`, if given, overrides the file's.

    A setting that cannot be read keeps its default.
    """
    root, found = located.read(source.data, source.path)
    mistakes = list(found)
    said: dict[str, Node] = {}
    if root is not None and not (isinstance(root, Scalar) and root.value is None):
        said = located.entries(root, "survey.yaml", SURVEY.spellings, mistakes)
    written = _base(said.get("base_url"), mistakes)
    settings = Settings(
        title=_line(said.get("title"), mistakes) or DEFAULTS.title,
        id=_line(said.get("id"), mistakes),
        tagline=_line(said.get("tagline"), mistakes),
        language=_language(said.get("language"), mistakes),
        author=_line(said.get("author"), mistakes),
        base_url=_slashed(base_url) if base_url else written,
        repository=_address(said.get("repository"), mistakes),
        newest=_newest(said.get("newest"), mistakes),
        columns=_columns(said.get("columns"), mistakes),
        tables=_tables(said.get("tables"), mistakes),
        span=Span(source.path),
    )
    return settings, tuple(mistakes)


def _line(node: Node | None, mistakes: Mistakes) -> str:
    return " ".join(located.text(node, mistakes).split())


def _language(node: Node | None, mistakes: Mistakes) -> str:
    text = _line(node, mistakes)
    if node is None or not text or LANGUAGE.fullmatch(text):
        return text or DEFAULTS.language
    mistakes.append(Mistake("bad-value", f"`{text}` is no language tag", node.span, "write it as en, de or pt-BR"))
    return DEFAULTS.language


def _address(node: Node | None, mistakes: Mistakes) -> str:
    """An http or https address; empty where there is none, or where it is none."""
    text = _line(node, mistakes)
    found = http_url(text)
    if node is not None and text and not found:
        help = "only http and https addresses are linked, without spaces, quotes or a password"
        mistakes.append(Mistake("bad-link", f"`{text[:80]}` is no web address", node.span, help))
    return found or ""


def _base(node: Node | None, mistakes: Mistakes) -> str:
    address = _address(node, mistakes)
    parts = urlsplit(address)
    if node is not None and (parts.query or parts.fragment):
        help = "write where the site stands, such as https://user.github.io/repo/"
        mistakes.append(Mistake("bad-link", "a site cannot stand below an address with ? or #", node.span, help))
        return ""
    return _slashed(address)


def _slashed(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""


def _newest(node: Node | None, mistakes: Mistakes) -> int:
    value = node.value if isinstance(node, Scalar) else ""
    if node is None or value is None:
        return DEFAULTS.newest
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_NEWEST:
        return value
    said = f"a whole number from 0 to {MOST_NEWEST} is expected here"
    mistakes.append(Mistake("bad-value", said, node.span, "it is how many of the newest papers the front page shows"))
    return DEFAULTS.newest


def _columns(node: Node | None, mistakes: Mistakes) -> tuple[Column, ...]:
    """`columns:`, a mapping from a fact's name to its heading and type."""
    found = []
    for key, value in _mapping(node, "columns", mistakes):
        said = located.entries(value, f"the column `{key.text}`", COLUMN.spellings, mistakes)
        type = _line(said.get("type"), mistakes) or COLUMN_TYPES[0]
        if type not in COLUMN_TYPES:
            known = ", ".join(COLUMN_TYPES)
            help = f"the types are {known}"
            mistakes.append(Mistake("bad-value", f"`{type}` is no type of a column", said["type"].span, help))
            type = COLUMN_TYPES[0]
        title = _line(said.get("title"), mistakes) or key.text.replace("_", " ")
        found.append(Column(key.text, title, type, key.span))
    return tuple(found)


def _tables(node: Node | None, mistakes: Mistakes) -> tuple[Table, ...]:
    """`tables:`, a mapping from a category's id to the columns its papers are compared by."""
    return tuple(
        Table(
            Reference(key.text, key.span),
            tuple(Reference(item.text, item.span) for item in located.items(value, mistakes)),
        )
        for key, value in _mapping(node, "tables", mistakes)
    )


def _mapping(node: Node | None, what: str, mistakes: Mistakes) -> tuple[tuple[Scalar, Node], ...]:
    if node is None or (isinstance(node, Scalar) and node.value is None):
        return ()
    if isinstance(node, Mapping):
        return node.entries
    mistakes.append(Mistake("bad-value", f"`{what}` is written as names and values", node.span, "see the README"))
    return ()
