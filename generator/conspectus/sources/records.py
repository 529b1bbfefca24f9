"""A record as somebody wrote it down, key by key, in YAML or as JSON."""

from __future__ import annotations

import dataclasses
from typing import Any

from conspectus.diagnostics import Mistake, did_you_mean
from conspectus.located import Mapping, Node, entries, items
from conspectus.model import identifiers
from conspectus.model.paper import Authority, Record
from conspectus.model.people import Authors
from conspectus.model.work import FIELDS, RECORD, Reference, Work
from conspectus.sources import fields
from conspectus.sources.fields import Mistakes, count, identifier, word

READERS = {field.name: fields.READERS[field.shape] for field in FIELDS}
PROPOSED = (*READERS, "id")

MEANT = {
    "author": "authors", "booktitle": "venue", "conference": "venue", "eprint": "arxiv", "journal": "venue",
    "link": "urls", "links": "urls", "name": "title", "note": "summary", "number": "issue", "tags": "keywords",
    "topic": "place", "topics": "place", "type": "kind", "url": "urls", "year": "date",
}  # fmt: skip
"""What other formats call our keys."""


def read_record(node: Node, authority: Authority, mistakes: Mistakes) -> Record | None:
    """The record written in a mapping; None for anything else. Mistakes are added to the list."""
    if not isinstance(node, Mapping):
        help = "begin each record with `- title:` or `- id:`"
        mistakes.append(Mistake("bad-value", "expected a record: keys and values", node.span, help))
        return None
    nodes = entries(node, "a record", RECORD.spellings, mistakes, _meant)
    values: dict[str, Any] = {}
    for name, value in nodes.items():
        if (read := READERS.get(name)) and (said := read(value, mistakes)) not in (None, ()):
            values[name] = said
    _complete(nodes, values, mistakes)
    named = nodes.get("id")
    at = named or nodes.get("title") or node
    id = identifier(named, mistakes) if named else None
    same_as = next(iter(_references(nodes.get("same_as"), mistakes)), None)
    return Record(Work(**values), at.span, authority, id, (), same_as, _references(nodes.get("not"), mistakes))


def _references(node: Node | None, mistakes: Mistakes) -> tuple[Reference, ...]:
    """The names of papers written in a list, or a single one."""
    if node is None:
        return ()
    return tuple(Reference(id, item.span) for item in items(node, mistakes) if (id := word(item, mistakes)))


def _meant(word: str) -> str:
    """Which of our keys a word is likely to stand for."""
    meant = MEANT.get(word.lower())
    return f"did you mean `{meant}`?" if meant else did_you_mean(word, PROPOSED)


def _complete(nodes: dict[str, Node], values: dict[str, Any], mistakes: Mistakes) -> None:
    """Put together what stands under two keys: the authors' number, how a date was known, the DOI of a preprint."""
    if number := nodes.get("author_count"):
        people = values["authors"].people if "authors" in values else ()
        known = count(number, mistakes)
        if people or known:  # a count that is null says that nobody knows how many more there are
            values["authors"] = Authors(people, bool(people) and (known is None or known > len(people)), known)
    if (how := nodes.get("date_inferred")) and "date" in values:
        values["date"] = dataclasses.replace(values["date"], inferred=word(how, mistakes))
    if "arxiv" not in values and (written := nodes.get("doi")) and "doi" not in values:
        found = identifiers.arxiv_id(word(written, []) or "")
        values.update({"arxiv": found} if found else {})
