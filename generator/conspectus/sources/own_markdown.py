"""A survey's export in Markdown: a line for each paper, with title, authors, venue, year and links."""

from __future__ import annotations

import re

from conspectus.diagnostics import Span
from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.model.work import Link
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.names import authors_of

NAME = marked("Markdown export of a survey")

LINE = re.compile(
    r"""(?x) -\s
    (?: \[ (?P<title> (?:\\.|[^\\\]])+ ) \] \( (?P<url> https?://[^()\s]+ ) \) | (?P<bare> (?:\\.|[^\\\[\]])+? ) )
    (?: [ ]-[ ] (?P<facts> (?:(?![ ]-[ ])[^\[\]])* ) \. )?
    (?P<links> (?: [ ] \[\[ (?:PDF|code|project|data|model|video) \] \( https?://[^()\s]+ \) \] )* ) \Z"""
)
FACTS = re.compile(r"(?P<names>.*?)(?:(?:^|, )\*(?P<venue>(?:\\.|[^\\*])+)\*)?(?:(?:^|, )(?P<year>\d{4}))?\Z")
LINK = re.compile(r"\[\[(\w+)\]\(([^()\s]+)\)\]")
ESCAPED = re.compile(r"\\([\\`*_\[\]<>#|~$&])")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ET_AL = re.compile(r" et al\.?\Z")
SIGNS = {"%28": "(", "%29": ")", "%3C": "<", "%3E": ">"}


def sniff(source: Source) -> bool:
    """By all of its lines: each is a paper as the export writes it, and one at least says who, where or when."""
    lines = [line for line in head(source).split("\n")[:-1] if line.strip()]
    found = [LINE.fullmatch(line) if len(line) < 5000 else None for line in lines]
    return bool(lines) and all(found) and any(match and match["facts"] for match in found)


def parse(source: Source) -> Reading:
    """A record for each line."""
    text, remarks = decode(source.data)
    entries: list[Exported] = []
    other: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if found := LINE.fullmatch(line):
            entries.append(Exported(_fields(found), Span(source.path, number)))
        else:
            other.append(f"line {number}: `{line[:60]}` is not a paper as this list writes them")
    return reading_of(source.path, NAME, entries, remarks=[*remarks, *other])


def _fields(found: re.Match[str]) -> EntryFields:
    facts = FACTS.fullmatch(found["facts"] or "")
    names, venue, year = (facts["names"], facts["venue"] or "", facts["year"] or "") if facts else ("", "", "")
    bare = ET_AL.sub("", names)
    others = bare != names
    people = [_plain(name) for name in bare.split(", ") if name]
    in_venue = YEAR.findall(venue)
    url = _address(found["url"] or "")
    links = [Link(kind.lower(), _address(address)) for kind, address in LINK.findall(found["links"])]
    return EntryFields(
        title=_plain(found["title"] or found["bare"]),
        authors=authors_of([*people, *(["et al."] if others else [])]),
        dates=tuple(filter(None, [year or (in_venue[-1] if in_venue else "")])),
        identifiers=(url,),
        venue=_plain(venue),
        urls=(url, *links),
    )


def _plain(text: str) -> str:
    return ESCAPED.sub(r"\1", text)


def _address(url: str) -> str:
    for code, sign in SIGNS.items():
        url = url.replace(code, sign)
    return url
