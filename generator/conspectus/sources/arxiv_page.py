"""arXiv's pages saved as text: new, recent and past week, with and without abstracts, and search results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.model.when import Date
from conspectus.sources.arxiv_fields import Preprint, day_of, id_of, names, record
from conspectus.sources.decoding import decode, head
from conspectus.sources.limits import limited
from conspectus.sources.listing_names import cost_of_name

NAME = marked("arXiv page")

ENTRY = re.compile(
    r"(?:(?P<begins>^[ \t]*\[\d{1,5}\]\s*)|\[\d{1,5}\]\s*|(?<![\w.])\d{1,5}\.\s+)?"
    r"\[?arXiv:\s?(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\]?"
    r"(?:\([^)\s]*\))?\s*(?P<note>\((?:cross-list|replaced)[^)]*\))?\s*"
    r"(?:\[?\s*(?:pdf|ps|html|other|abs|src|format)\b[^\]\n]{0,80}\]?|(?=Title:)|(?(begins)|(?!)))",
    re.M,
)
"""`[1] arXiv:2404.14469 (cross-list from cs.AI) [pdf, html, other]`; the links may be missing behind a number at the
beginning of a line, or before a title."""

LABEL = re.compile(
    r"(?P<name>Title|Authors?|Comments?|Subjects?|Journal[- ]ref|Report[- ](?:no|Number)|(?:MSC|ACM)[- ]class|"
    r"DOI|Abstract|Submitted|Related DOI)\s*(?::|(?<=Submitted)\s)\s*"
)
DAY = re.compile(r"(?m)^.*?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, \d{1,2} [A-Z][a-z]{2,8} \d{2,4})\b.*$")
FURNITURE = re.compile(
    r"(?:New submissions|Cross[- ](?:submissions|lists|listings)|Replacement|Total of \d|Next\b|"
    r"\[ ?(?:total of|showing)|Showing (?:new|\d)|Search v\d|Links to:|About\b|Help\b|Subscribe|Previous\b|\d+ results|"
    r"(?:Mon|Tue|Wed|Thu|Fri), \d)"
)
"""What stands between and behind the papers of a page."""

SUBJECT = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]{2,})?)\)")
CATEGORY = re.compile(r"[a-z-]+(?:\.[A-Z]{2}|\.[a-z]+-[a-z]+)?(?=\s|$)")
FIRST_VERSION = re.compile(r"v1 submitted (?P<day>[^;.]*)")
MORE = re.compile(r"\s*(?:…\s*)?▽ More\s*.*", re.S)
SAVE_AGAIN = "save the page again, or import the paper by its id"
LESS = re.compile(r"\s*△ Less\s*")


@dataclass(frozen=True, slots=True)
class Cut:
    """An entry's text, where it begins, and what is in doubt about it."""

    preprint: Preprint
    doubt: str = ""


def sniff(source: Source) -> bool:
    """By an id with links to its formats behind it, where the page names title or authors."""
    start = head(source)
    return bool(ENTRY.search(start)) and bool(re.search(r"Title:|Authors:|Subjects:", start))


def parse(source: Source) -> Reading:
    """A record for each paper that the page shows."""
    text, remarks = decode(source.data)
    found = list(limited(_entries(text, source.path)))
    doubts = tuple(f"line {cut.preprint.span.line}: {cut.doubt}" for cut in found if cut.doubt)
    mistakes = tuple(
        Mistake("broken-entry", f"no title was found for arXiv:{cut.preprint.id}", cut.preprint.span, SAVE_AGAIN)
        for cut in found
        if not cut.preprint.title
    )
    records = tuple(record(cut.preprint, listed=True) for cut in found if cut.preprint.title)
    if not records:
        mistakes = (Mistake("broken-listing", "no title was found on this page", Span(source.path), SAVE_AGAIN),)
    return Reading(source.path, NAME, records, mistakes, remarks=(*remarks, *doubts))


def _entries(text: str, path: str) -> Iterator[Cut]:
    marks = list(ENTRY.finditer(text))
    day = _day(text[: marks[0].start()]) if marks else None
    line, counted = 1, 0
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        line, counted = line + text.count("\n", counted, mark.start()), mark.start()
        inside = text[mark.end() : end]
        if id := id_of(mark["id"]):
            yield _entry(id, inside, Span(path, line), day)
        day = _day(inside) or day


def _day(text: str) -> Date | None:
    """The last day that heads a part of the page."""
    found = DAY.findall(text)
    return day_of(found[-1]) if found else None


def _entry(id: str, text: str, span: Span, day: Date | None) -> Cut:
    text = text.strip("\n ")
    labels = list(LABEL.finditer(text))
    fields: dict[str, str] = {}
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        fields.setdefault(label["name"].lower().rstrip("s").replace(" ", "-"), text[label.end() : end])
    before = text[: labels[0].start()] if labels else text
    title, authors, doubt = _title(fields, before)
    subject, _, behind = (fields.get("subject") or "").partition("\n")
    found = SUBJECT.search(subject) or CATEGORY.match(before.strip())
    submitted = fields.get("submitted", "")
    first = FIRST_VERSION.search(submitted)
    preprint = Preprint(
        id=id,
        span=span,
        title=title,
        authors=names(authors),
        date=first["day"] if first else submitted.partition(";")[0],
        abstract=_abstract(fields, behind),
        subject=found[found.lastindex or 0] if found else "",
        comments=" ".join((fields.get("comment") or "").partition("\n")[0].split()),
        journal=" ".join((fields.get("journal-ref") or "").partition("\n")[0].split()),
        doi=(fields.get("doi") or fields.get("related-doi") or "").split("\n")[0],
        added=day,
    )
    return Cut(preprint, doubt)


def _title(fields: dict[str, str], before: str) -> tuple[str, str, str]:
    """Title and authors, and what is in doubt. Search results have the title without a label, on a line above."""
    lines = [line.strip() for line in fields.get("title", "").split("\n") if line.strip()]
    authors = " ".join((fields.get("author") or "").split("\n\n")[0].split())
    if not lines:
        above = [line.strip() for line in before.split("\n") if line.strip() and not CATEGORY.fullmatch(line.strip())]
        return (above[-1] if above else "", authors, "")
    if authors:
        return " ".join(lines), authors, ""
    if len(lines) > 1:
        return lines[0], " ".join(line for line in lines[1:] if not FURNITURE.match(line)), ""
    title, names = _divided(lines[0])
    if names:
        return title, names, f"where the title ends is a guess: {title} | {names}"
    return title, "", "the text breaks off" if title.endswith(("...", "…")) else "no authors are shown"


def _divided(text: str) -> tuple[str, str]:
    """A title and the authors behind it where nothing separates them: the last words that are a name begin them."""
    head, comma, others = text.partition(", ")
    while comma and others:
        names = others.split(", ")
        words = head.split(" ")
        if all((cost := cost_of_name(name, stuck=False)) is not None and cost < 1 for name in names):
            size = 3 if len(words) > 4 and re.fullmatch(r"[A-Z]\.", words[-2]) else 2
            return " ".join(words[:-size]), ", ".join([" ".join(words[-size:]), *names])
        piece, comma, others = others.partition(", ")
        head = f"{head}, {piece}"
    return text, ""


def _abstract(fields: dict[str, str], behind: str) -> str:
    """The abstract: labelled in search results, else the paragraph behind the subjects."""
    if written := fields.get("abstract"):
        parts = LESS.split(written)
        whole = parts[0]
        if "▽ More" in whole:
            whole = whole.split("▽ More", 1)[1] if len(parts) > 1 else MORE.sub("", whole)
        return " ".join(whole.split())
    lines = []
    for line in behind.strip().split("\n"):
        if FURNITURE.match(line.strip()):
            break
        lines.append(line.strip())
    return " ".join(" ".join(lines).split())
