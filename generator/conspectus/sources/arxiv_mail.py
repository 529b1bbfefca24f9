"""arXiv's e-mail digests, its lists of past weeks, and `.abs` files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.model.when import Date
from conspectus.sources.arxiv_fields import Preprint, day_of, id_of, names, record
from conspectus.sources.decoding import decode, head
from conspectus.sources.limits import limited

NAME = marked("arXiv mailing")

FENCE = re.compile(r"\\\\(?:\s*\(.*\))?\s*")
ID = re.compile(r"(?:arXiv|Paper):\s*(?P<id>\S+)(?P<note>.*)", re.I)
FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]*(?: \([^)]*\))?):\s*(?P<text>.*)")
DAY_LINE = re.compile(r"/\*\s*(?P<day>.*?)\s*\*/")
SENT = re.compile(r"(?m)^Date:\s*(.*)$")
SIGN = re.compile(r"(?m)^\\\\[ \t]*\n(?:arXiv|Paper):\s*\S+|^/\* [A-Z][a-z]{2}, +\d")


def sniff(source: Source) -> bool:
    """By a fence above an id."""
    return bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each paper between fences."""
    text, remarks = decode(source.data)
    lines = text.split("\n")
    sent = SENT.search(text.partition("\\\\")[0])
    own = day_of(sent[1]) if sent else None
    preprints = list(limited(_preprints(lines, source.path, own)))
    is_listing = own is not None or any(preprint.added for preprint in preprints) or len(preprints) > 1
    mistakes = () if preprints else (_nothing(source.path),)
    records = tuple(record(preprint, is_listing) for preprint in preprints)
    return Reading(source.path, NAME, records, mistakes, remarks=remarks)


def _preprints(lines: list[str], path: str, own: Date | None) -> Iterator[Preprint]:
    at, day = 0, own
    while at < len(lines):
        if found := DAY_LINE.fullmatch(lines[at].strip()):
            day = day_of(found["day"])
        elif (found := ID.match(lines[at])) and at and FENCE.fullmatch(lines[at - 1].strip()):
            end = _fence(lines, at)
            abstract, after = _abstract(lines, end)
            if preprint := _preprint(lines[at:end], abstract, Span(path, at + 1), day):
                yield preprint
            at = after
            continue
        at += 1


def _fence(lines: list[str], at: int) -> int:
    """The next fence; the end of the file where there is none."""
    return next((n for n in range(at, len(lines)) if FENCE.fullmatch(lines[n].strip())), len(lines))


def _abstract(lines: list[str], fence: int) -> tuple[str, int]:
    """What stands between the fence behind the fields and the next one, and where to go on.

    Behind the fields of a paper without an abstract, the next fence is that of another paper.
    """
    if fence >= len(lines) or "(" in lines[fence]:
        return "", fence + 1
    end = _fence(lines, fence + 1)
    inside = lines[fence + 1 : end]
    if not inside or re.match(r"[-%]{10}|(?:arXiv|Paper):", inside[0]) or end == len(lines):
        return "", fence + 1
    return " ".join(line.strip() for line in inside), end


def _preprint(lines: list[str], abstract: str, span: Span, day: Date | None) -> Preprint | None:
    pieces: dict[str, list[str]] = {}
    name = ""
    for line in lines[1:]:
        found = FIELD.match(line)
        if found:
            name = found["name"].lower()
            name = "date" if name.startswith("date (") else name
            if not any(pieces.get(name, ())):  # of a paper's versions, the first
                pieces[name] = [found["text"]]
        elif name and line.startswith(" "):
            pieces[name].append(line.strip())
    fields = {name: " ".join(inside) for name, inside in pieces.items()}
    first = ID.match(lines[0])
    id = id_of(first["id"]) if first else ""
    if not id:
        return None
    return Preprint(
        id=id,
        span=span,
        title=fields.get("title", ""),
        authors=names(fields.get("authors") or fields.get("author") or ""),
        date=fields.get("date", ""),
        abstract=abstract,
        subject=(fields.get("categories") or "").partition(" ")[0],
        comments=fields.get("comments", ""),
        journal=fields.get("journal-ref", ""),
        doi=fields.get("doi", ""),
        added=day,
    )


def _nothing(path: str) -> Mistake:
    message = "no paper was found between the fences of this arXiv mailing"
    return Mistake("broken-listing", message, Span(path), "save the whole mail or page as text again")
