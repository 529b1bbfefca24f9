"""The fields of a hand-written record: one reader for YAML and JSON Lines, which share their keys.

What is wrong with one field is a mistake at its place and costs that field alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from conspectus.diagnostics import Mistake, did_you_mean
from conspectus.language import canonical
from conspectus.located import Mapping, Node, Scalar, Sequence, items, printable, text
from conspectus.model import identifiers
from conspectus.model.keys import Shape
from conspectus.model.people import Authors
from conspectus.model.settings import LANGUAGE
from conspectus.model.when import Date
from conspectus.model.work import LINK_KINDS, WORK_TYPES, Link, Named, Value
from conspectus.sources import links
from conspectus.sources.name_lists import UNTOLD, names_in
from conspectus.sources.names import authors_of
from conspectus.text import Text

Mistakes = list[Mistake]


def clean(text: str) -> str:
    """One line: white space collapsed, control characters gone."""
    return " ".join(printable(text).split())


def word(node: Node, mistakes: Mistakes) -> str | None:
    """One line of text; None where nothing is written."""
    return clean(text(node, mistakes)) or None


def words(node: Node, mistakes: Mistakes) -> tuple[str, ...]:
    """A list of texts, or a single one."""
    return tuple(clean(item.text) for item in items(node, mistakes))


def markup(node: Node, mistakes: Mistakes) -> Text | None:
    said = word(node, mistakes)
    return Text(said) if said else None


def prose(node: Node, mistakes: Mistakes) -> str | None:
    """Markdown: lines are kept."""
    return text(node, mistakes) or None


def keywords(node: Node, mistakes: Mistakes) -> tuple[str, ...]:
    found = words(node, mistakes)
    if isinstance(node, Scalar):
        found = tuple(part.strip() for text in found for part in re.split(r"[;,]", text) if part.strip())
    return tuple(dict.fromkeys(found))


def authors(node: Node, mistakes: Mistakes) -> Authors | None:
    found = words(node, mistakes)
    if not isinstance(node, Scalar) or not found:
        return authors_of(found)
    names = names_in(found[0])
    if names is None:
        help = "write a list: [Ada Wick, Bo Oil]"
        mistakes.append(Mistake("bad-value", f"{UNTOLD} `{found[0][:60]}`; they are shown as one", node.span, help))
    return authors_of([f"{{{found[0]}}}"] if names is None else names)


def date(node: Node, mistakes: Mistakes) -> Date | None:
    text = word(node, mistakes)
    if text is None:
        return None
    try:
        return Date.parse(text)
    except ValueError:
        said = f"`{text}` is not a valid date"
        mistakes.append(Mistake("bad-date", said, node.span, "write it as 2024, 2024-04 or 2024-04-22"))
        return None


def arxiv(node: Node, mistakes: Mistakes) -> str | None:
    text = word(node, mistakes)
    found = identifiers.arxiv_id(text) if text else None
    if text and not found:
        help = 'write it as "2404.14469" or hep-th/9901001, in quotes'
        mistakes.append(Mistake("bad-identifier", f"`{text}` is not a valid arXiv id", node.span, help))
    return found


def doi(node: Node, mistakes: Mistakes) -> str | None:
    """A DOI; the one arXiv gives a preprint is read as its arXiv id by the record's reader."""
    text = word(node, mistakes)
    found = identifiers.doi(text) if text else None
    if text and not found and not identifiers.arxiv_id(text):
        help = "a DOI begins with 10. and has a slash: 10.1145/3731569.3764808"
        mistakes.append(Mistake("bad-identifier", f"`{text}` is not a valid DOI", node.span, help))
    return found


def kind(node: Node, mistakes: Mistakes) -> str | None:
    text = word(node, mistakes)
    if text is None or text in WORK_TYPES:
        return text
    help = (
        did_you_mean(text, WORK_TYPES)
        or "see the types of CSL: article-journal, paper-conference, article (a preprint)"
    )
    mistakes.append(Mistake("bad-value", f"`{text}` is not a known kind of work", node.span, help))
    return None


def language(node: Node, mistakes: Mistakes) -> str | None:
    tag = word(node, mistakes)
    if tag is None or LANGUAGE.fullmatch(tag):
        return tag and canonical(tag)
    mistakes.append(Mistake("bad-value", f"`{tag}` is not a language tag", node.span, "write it as en, de or pt-BR"))
    return None


def identifier(node: Node, mistakes: Mistakes) -> str | None:
    """An id of our own."""
    text = word(node, mistakes)
    if text is None or identifiers.is_safe_id(text):
        return text
    help = identifiers.safe_id_help(text, "my-paper")
    mistakes.append(Mistake("bad-identifier", f"the id `{text}` cannot be part of an address", node.span, help))
    return None


def was(node: Node, mistakes: Mistakes) -> tuple[str, ...]:
    return tuple(id for item in items(node, mistakes) if (id := identifier(item, mistakes)))


def number(node: Node, mistakes: Mistakes) -> float | None:
    value = _value(node, lambda value: type(value) in (int, float) and math.isfinite(value), "a number", mistakes)
    return None if value is None else float(value)


def count(node: Node, mistakes: Mistakes) -> int | None:
    value: int | None = _value(node, lambda value: type(value) is int and value >= 0, "a whole number", mistakes)
    return value


def flag(node: Node, mistakes: Mistakes) -> bool | None:
    value: bool | None = _value(node, lambda value: type(value) is bool, "`true` or `false`", mistakes)
    return value


def _value(node: Node, fits: Callable[[Any], bool], expected: str, mistakes: Mistakes) -> Any:
    """The value of a scalar; None where nothing is written, or what does not fit."""
    value = node.value if isinstance(node, Scalar) else ""
    if value is None or fits(value):
        return value
    mistakes.append(Mistake("bad-value", f"expected {expected}", node.span))
    return None


def urls(node: Node, mistakes: Mistakes) -> tuple[Link, ...]:
    """Addresses: `{code: url}`, or a list of plain ones, of `{code: url}` and of `{kind: code, url: url}`."""
    found: list[Link | None] = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        if not isinstance(item, Mapping):
            found.append(_link(item, None, mistakes))
        elif item.get("url"):
            kinds = item.get("kind")
            address = item.get("url") or item
            found.append(_link(address, kinds if isinstance(kinds, Scalar) else None, mistakes))
        else:
            found += [_link(address, name, mistakes) for name, address in item.entries]
    return links.distinct(found)


def _link(node: Node, kind: Scalar | None, mistakes: Mistakes) -> Link | None:
    if kind is not None and kind.text not in LINK_KINDS:
        help = did_you_mean(kind.text, LINK_KINDS) or f"one of {', '.join(LINK_KINDS)}"
        mistakes.append(Mistake("bad-value", f"`{clean(kind.text)}` is not a known kind of link", kind.span, help))
        kind = None
    text = word(node, mistakes)
    found = links.link(text, kind.text if kind else None) if text else None
    if text and not found:
        help = "only http and https addresses are linked, without spaces, quotes or a password"
        mistakes.append(Mistake("bad-link", f"`{text[:80]}` is not a valid URL", node.span, help))
    return found


def facts(node: Node, mistakes: Mistakes) -> tuple[tuple[str, Value], ...]:
    """Columns of the comparison tables: `{speedup: 3.6x, training_free: true}`."""
    found: list[tuple[str, Value]] = []
    for name, value in _named(node, "a mapping such as {speedup: 3.6x}", mistakes):
        if not isinstance(value, Scalar):
            mistakes.append(Mistake("bad-value", "a fact is one word, number, `true` or `false`", value.span))
            continue
        fact = clean(value.value) if isinstance(value.value, str) else value.value
        if fact is not None and fact != "":
            found.append((clean(name.text), fact))
    return tuple(found)


def place(node: Node, mistakes: Mistakes) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """The curator's own placing: `{topic: [kv-cache], hardware: gpu}`."""
    return tuple(
        (clean(name.text), tuple(Named(clean(item.text), item.span, name.span) for item in items(value, mistakes)))
        for name, value in _named(node, "a mapping such as {topic: [kv-cache]}", mistakes)
    )


def _named(node: Node, expected: str, mistakes: Mistakes) -> list[tuple[Scalar, Node]]:
    """The names and values of a mapping."""
    if isinstance(node, Mapping):
        return [(key, value) for key, value in node.entries if clean(key.text)]
    if not (isinstance(node, Scalar) and node.value is None):
        mistakes.append(Mistake("bad-value", "keys and values are expected here", node.span, expected))
    return []


READERS: dict[Shape, Callable[[Node, Mistakes], Any]] = {
    Shape.LINE: word, Shape.LINES: words, Shape.TITLE: markup, Shape.ABSTRACT: markup, Shape.PROSE: prose,
    Shape.KEYWORDS: keywords, Shape.AUTHORS: authors, Shape.DATE: date, Shape.ARXIV: arxiv, Shape.DOI: doi,
    Shape.WORK_TYPE: kind, Shape.IDS: was, Shape.NUMBER: number, Shape.COUNT: count, Shape.FLAG: flag,
    Shape.LINKS: urls, Shape.FACTS: facts, Shape.PLACES: place, Shape.LANGUAGE: language,
}  # fmt: skip
"""How each shape that a field of a `Work` may have is read."""
