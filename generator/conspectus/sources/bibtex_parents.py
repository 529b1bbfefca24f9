"""What an entry of a bibliography takes over from the entries it names under `crossref` and `xdata`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conspectus.diagnostics import Span
from conspectus.sources.bibtex_entries import Entry

PARTS = frozenset(
    "inbook incollection inproceedings conference inreference bookinbook suppbook suppcollection article".split()
)
"""Types whose parent's title is the title of what they are part of."""

OWN = frozenset(
    "abstract crossref doi entryset eprint file ids isbn key keywords label note options pages related shorttitle "
    "swhid url urldate xdata xref".split()
)
"""Fields that name or describe the parent itself and are not taken over by `crossref`."""

DATES = frozenset(["date", "year", "month", "day"])

REFERENCE = re.compile(
    r"(?i)\bxdata\s*=\s*(?P<key>[^\s=,{}]{1,100}?)-(?P<field>[a-z]{2,30})(?:-(?P<number>\d{1,3}))?(?=[\s,{}]|$)"
)
"""Where a value stands that another entry has."""

MOST_FIELDS, MOST_CHARACTERS = 500_000, 5_000_000
"""How many fields the entries of a file take over, and how long the values are that they refer to: thousands may name
the same entry, and be named by others themselves."""

DEEPEST = 20
"""How many parents above each other are followed: a hand-made file has three at most."""


def inherited(entries: Sequence[Entry]) -> tuple[list[Entry], list[str]]:
    """The entries with what they inherit, after biblatex's default rules, and remarks on loops and missing parents,
    which give nothing.

    A chapter gets its book's title as `booktitle`, an article its journal's as `journaltitle`; of dates, nothing is
    taken over if the child has any.
    """
    family = _Family(entries)
    complete = [family.complete(entry, 0) for entry in entries]
    if family.fields_left <= 0 or family.characters_left < 0:
        family.remarks.insert(0, "the entries refer to so many others that some of what those have is left out")
    return complete, family.remarks


class _Family:
    """The entries by the names they are referred to; each is completed once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.known: dict[str, Entry] = {}
        for entry in entries:
            for name in (entry.key, *_names(entry.fields, "ids")):
                self.known.setdefault(name.lower(), entry)
        self.done: dict[Span, Entry | None] = {}
        self.remarks: list[str] = []
        self.fields_left, self.characters_left = MOST_FIELDS, MOST_CHARACTERS

    def complete(self, entry: Entry, depth: int) -> Entry:
        done = self.done.setdefault(entry.span, None)
        if done:
            return done
        fields = dict(entry.fields)
        for link in ("xdata", "crossref"):
            for name in _names(fields, link):
                if self.fields_left <= 0:
                    break
                parent = self.known.get(name.lower())
                self.fields_left -= 1
                if parent is None:
                    self.remark(entry, f"refers to `{name[:60]}` under {link}, which is not in this file")
                elif not self.done.get(parent.span, parent):  # begun and not done: this entry, or one on a loop with it
                    self.remark(entry, f"and `{name[:60]}` refer to each other under {link}")
                elif depth < DEEPEST:
                    _take_over(entry, fields, whole := self.complete(parent, depth + 1), everything=link == "xdata")
                    self.fields_left -= len(whole.fields)
        fields = {key: self.filled(entry, value, depth) for key, value in fields.items()}
        self.done[entry.span] = replace(entry, fields=fields)
        return replace(entry, fields=fields)

    def filled(self, entry: Entry, value: str, depth: int) -> str:
        """A value with biblatex's references to fields of others in it: `xdata=press-publisher`, `xdata=x-author-2`."""

        def referred(found: re.Match[str]) -> str:
            parent = self.known.get(found["key"].strip().lower())
            if parent is None or depth >= DEEPEST or not self.done.get(parent.span, parent):
                self.remark(entry, f"refers to `{found['key'].strip()}` under xdata, which is not in this file")
                return ""
            value = self.complete(parent, depth + 1).fields.get(found["field"].lower(), "")
            self.characters_left -= len(value)
            if self.characters_left < 0:
                return ""
            parts = re.split(r"\s+and\s+", value)
            number = int(found["number"] or 1) - 1
            return value if not found["number"] else parts[number] if 0 <= number < len(parts) else ""

        return REFERENCE.sub(referred, value) if "xdata" in value.lower() else value

    def remark(self, entry: Entry, text: str) -> None:
        self.remarks.append(f"line {entry.span.line}: `{entry.key[:60]}` {text}")


def _names(fields: dict[str, str], key: str) -> list[str]:
    return [name.strip() for name in fields.get(key, "").split(",") if name.strip()]


def _take_over(entry: Entry, fields: dict[str, str], parent: Entry, *, everything: bool) -> None:
    given = dict(parent.fields)
    if not everything:
        given = {key: value for key, value in given.items() if key not in OWN}
        title = given.pop("title", None)
        if entry.type in PARTS:
            given.pop("author", None)
            given |= {"journaltitle" if entry.type == "article" else "booktitle": title} if title else {}
        elif title and not parent.type.startswith("mv"):
            given["title"] = title
    if DATES & fields.keys():
        given = {key: value for key, value in given.items() if key not in DATES}
    for key, value in given.items():
        fields.setdefault(key, value)
