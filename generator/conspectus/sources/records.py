"""A record as somebody wrote it down, key by key, in YAML or as JSON."""

from __future__ import annotations

import dataclasses
from typing import Any

from conspectus.diagnostics import Mistake, did_you_mean
from conspectus.located import Mapping, Node
from conspectus.model import identifiers
from conspectus.model.paper import Authority, Record, Work
from conspectus.model.people import Authors
from conspectus.sources.fields import FIELDS, Mistakes, clean, count, identifier, word

BESIDE = ("id", "author_count", "date_inferred", "source")
"""Keys that are no fields of a work: `source` is what `conspectus import` says of a record's origin."""

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
        mistakes.append(Mistake("bad-value", "a record is expected here: keys and values", node.span, help))
        return None
    values: dict[str, Any] = {}
    for key, value in node.entries:
        if key.text in FIELDS:
            said = FIELDS[key.text](value, mistakes)
            if said not in (None, ()):
                values[key.text] = said
        elif key.text not in BESIDE:
            meant = MEANT.get(key.text.lower())
            help = f"did you mean `{meant}`?" if meant else did_you_mean(key.text, (*FIELDS, "id"))
            mistakes.append(Mistake("unknown-key", f"a record has no key `{clean(key.text)}`", key.span, help))
    _complete(node, values, mistakes)
    named = node.get("id")
    at = named or node.get("title") or node
    return Record(Work(**values), at.span, authority, identifier(named, mistakes) if named else None)


def _complete(node: Mapping, values: dict[str, Any], mistakes: Mistakes) -> None:
    """Put together what stands under two keys: the authors' number, how a date was known, the DOI of a preprint."""
    if number := node.get("author_count"):
        people = values["authors"].people if "authors" in values else ()
        known = count(number, mistakes)
        if people or known:  # a count that is null says that nobody knows how many more there are
            values["authors"] = Authors(people, bool(people) and (known is None or known > len(people)), known)
    if (how := node.get("date_inferred")) and "date" in values:
        values["date"] = dataclasses.replace(values["date"], inferred=word(how, mistakes))
    if "arxiv" not in values and (written := node.get("doi")) and "doi" not in values:
        found = identifiers.arxiv_id(word(written, []) or "")
        values.update({"arxiv": found} if found else {})
