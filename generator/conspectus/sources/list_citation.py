"""Entries of lists that are written as papers are cited: names, then the title in quotes, bold, linked or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from conspectus.model.identifiers import names_arxiv
from conspectus.model.people import EAST_ASIAN, PARTICLES, is_group
from conspectus.sources.dates import date_of
from conspectus.sources.list_names import begins_with_names, cited, is_about_a_field, lone, reference
from conspectus.sources.list_words import VENUES, word_count

QUOTED = re.compile(
    r"[“\"«](?P<title>[^“”\"«»\n]{4,300}?)[”\"»]|(?<=\s)['‘](?P<single>[^“”\"«»‘\n]{12,300}?)['’](?=[\s,.;]|$)"
)
UNDATED = r"n\.\s?d\.|in press|to appear|forthcoming"
YEAR = re.compile(
    rf"\s*,?\s*[(（](?:(?P<year>(?:19|20)\d\d)[a-z]?(?P<day>,? [^()]{{1,20}})?|{UNDATED})[)）]\s*[.,:]?\s*"
    r"|\s*[,.]\s*(?P<bare>(?:19|20)\d\d)[a-z]?\s*[.:]\s+"
)
SENTENCE = re.compile(
    r"(?P<title>[\u3040-\u9fff]{4}[^\n\ue000.。]*?|[^\n\ue000]{8,300}?)"
    r"(?:[.?!](?=\s|$|\ue000)|。|(?=\[[A-Z](?:/[A-Z]{2})?\])|(?=\n|\ue000|$)"
    rf"|(?=,\s{VENUES.pattern}[\s,'’]{{1,3}}(?:19|20)?\d\d\b))"
)
FAMILY_NEXT = r"(?![A-Z][\w'’-]+(?:[,.:]|\s(?:and|&)\s))"
"""No family's name follows, as it does behind the initial of `Ada Wick, and B. Oil. Dim Lamps`."""

NAMES_END = re.compile(
    r"(?<=[a-z]{2})[.:]\s+|(?<=[\u3040-\u9fff])[.．。:：]\s*|(?<=[a-z] [A-Z])(?<!\band [A-Z])\.\s+(?!et al|and |& )"
    rf"|(?<=\band [A-Z])\.\s+{FAMILY_NEXT}|(?<=[a-z] [A-Z][A-Z])\.\s+|(?<=[A-Z]\.[A-Z])\.\s+(?=[A-Z][a-z])"
    rf"|(?<=[,.] [A-Z])\.\s+(?=[A-Z][a-z]){FAMILY_NEXT}|(?<=et al)\.?[,:]?\s+|:\s+"
)
INITIAL = re.compile(r"\b[A-Z]\.")
PROPER = re.compile(r"[^\W\d_]{2}")
SHORTENED_ALONE = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)? [A-Z]{1,3}")
INITIALS_FIRST = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[^\W\d_a-z][\w'’-]+\.?")
VOLUME = re.compile(r"(?:19|20)\d\d[^;.]{0,12};\s*\d")
VENUE_BEHIND = re.compile(r"\W{0,3}(?:(?:[^.\n]{0,80}\W)??(?:19|20)\d\d\b|arXiv:)", re.I)
YEAR_BEHIND = re.compile(r"\W{0,3}(?:[^\n]{0,100}\W)??(?:(?:19|20)\d\d\b|arXiv:)", re.I)
BETWEEN_COMMAS = re.compile(
    r"\s*(?P<title>[^\n\ue000]{8,300}?)(?:,\s*(?=arxiv\b|in\s|proc\b|\ue000|"
    rf"(?:{VENUES.pattern},\s)?(?:[^,\n\ue000]{{0,40}}\s)?(?:19|20)\d\d\b)|(?=\n|\ue000|$))",
    re.I,
)
"""A title behind names and a comma: `Ada Wick, Bo Oil, Dim Lamps of Brass, arXiv:2404.14469`."""
SENTENCE_END = re.compile(r"[.?!]\s+")
ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_NAMES = 600

Mark = tuple[int, int, str]
"""Where a bold or linked text begins and ends, and its address."""


class Cited(NamedTuple):
    """The title and its place, the names before it, and the year where it stands among them."""

    title: str
    start: int
    end: int
    href: str
    authors: tuple[str, ...]
    years: tuple[str, ...]


def find(text: str, at: int, marks: Sequence[Mark]) -> Cited | None:
    """The title of an entry that begins with names at a place of its text; None where it does not."""
    for start, end, title, href in _titles(text, at, marks):
        lead = text[at:start]
        if len(lead) > LONGEST_NAMES or "\ue000" in lead or not lead.strip():
            continue
        year = YEAR.search(lead)
        names = (lead[: year.start()] if year else lead).rstrip(' \n"“')
        if names.endswith(":") and (is_about_a_field(names) or not _have_capitals(names)):
            continue  # `Nature Light: **Dim Lamps**`, `Light, Burn, then Shine: Lamps`
        authors = cited(names) or (_dated(names, year["year"]) if year and year["year"] else [])
        if authors and (title != (start, end) or href or marks or _are_sure(authors, lead, bool(year), text[end:])):
            date = date_of(f"{year['year'] or year['bare'] or ''}{year['day'] or ''}") if year else None
            return Cited(text[slice(*title)], start, end, href, tuple(authors), (str(date),) if date else ())
    return None


def whole(text: str) -> Cited | None:
    """The title in a text that is a whole citation, such as that of a link: `Wick, A., Oil, B.: Dim Lamps. ICLR 2020`,
    or with names and a year behind the title; None where it is not."""
    if found := find(text, 0, ()):
        return found
    for border in SENTENCE_END.finditer(text):
        title, rest = text[: border.start() + 1], text[border.end() :]
        if word_count(title) > 2 and ANY_YEAR.search(rest) and begins_with_names(rest):
            return Cited(title, 0, border.start() + 1, "", (), ())
    return None


def _are_sure(authors: Sequence[str], lead: str, dated: bool, behind: str) -> bool:
    """Whether names in capitals are no title: they end with a year, or there are several, and one has an initial or a
    comma, or a venue or a year stands behind the title."""
    if dated or EAST_ASIAN.fullmatch(authors[0]):
        return not is_about_a_field(lead)
    if len(authors) == 1:
        shortened = SHORTENED_ALONE.fullmatch(lead.strip(" .")) and VOLUME.search(behind)
        initials = INITIALS_FIRST.fullmatch(lead.strip()) and lone(lead) and VENUE_BEHIND.match(behind)
        return bool(shortened or initials or ("," in authors[0] and YEAR_BEHIND.match(behind)))
    if len(authors) > 1 and (lead.endswith("\n") or (len(authors) > 2 and lead.rstrip().endswith(":"))):
        return not is_about_a_field(lead)
    if INITIAL.search(lead) or "," in "".join(authors) or authors[-1] == "et al.":
        return True
    return not is_about_a_field(lead) and bool(VENUE_BEHIND.match(behind))


def _have_capitals(names: str) -> bool:
    return all(not word.islower() or word in PARTICLES or word in ("and", "et", "al") for word in names.split())


def _dated(names: str, year: str) -> list[str]:
    """Family names alone before a year in brackets, or an organization: `Wick and Oil (2003) Dim Lamps`"""
    referred = reference(f"{names} ({year})")
    return referred[0] if referred else _group(names)


def _group(text: str) -> list[str]:
    """The organization that a citation begins with: one word with a period, or a name that ends as theirs do."""
    name = text.strip(" ,")
    words = [] if INITIAL.search(name) else name.rstrip(".").split()
    return [f"{{{name.rstrip('.')}}}"] if is_group(words) or (len(words) == 1 and name.endswith(".")) else []


def _is_all_names(text: str, mark: Mark) -> bool:
    """Whether what is marked are the names themselves: `**Ada Wick, Bo Oil.** Dim Lamps. ICLR 2022`."""
    marked = text[slice(*mark[:2])]
    several = "," in marked or "&" in marked or " and " in marked
    return (
        several and bool(VENUE_BEHIND.search(text, mark[1])) and not is_about_a_field(marked) and len(cited(marked)) > 1
    )


def _titles(text: str, at: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, tuple[int, int], str]]:
    """Where a title may begin and end with what marks it, its own place, and its address. One that nothing marks is
    looked for only where nothing is marked."""
    while (
        marks and not marks[0][2] and (not PROPER.search(text[slice(*marks[0][:2])]) or _is_all_names(text, marks[0]))
    ):
        marks = marks[1:]
    if marks:
        start, end, href = marks[0]
        yield start, end, (start, end), href
    line = text.find("\n", at) if "\n" in text[at:] else len(text)
    quoted = QUOTED.search(text, at, min([line, *(start for start, _, _ in marks)]))
    if quoted and word_count(quoted["title"] or quoted["single"]) > 1:
        yield *quoted.span(), quoted.span("title" if quoted["title"] else "single"), ""
    borders = [] if marks or quoted else [YEAR.search(text, at, line), *islice(NAMES_END.finditer(text, at, line), 4)]
    for border in borders:
        if not border or (border.re is NAMES_END and ANY_YEAR.match(text, border.end())):
            continue
        if (plain := SENTENCE.match(text, border.end(), line)) and word_count(plain["title"]) > 2:
            yield border.end(), plain.end("title"), plain.span("title"), ""
    if not marks and (below := _below_names(text, at, line)):
        yield below.start("title"), below.end("title"), below.span("title"), ""
    behind = None if marks or quoted else _behind_names(text, at, line)
    plain = BETWEEN_COMMAS.match(text, behind, line) if behind else None
    if behind and plain and word_count(plain["title"]) > 3 and not names_arxiv(plain["title"]):
        yield behind, plain.end("title"), plain.span("title"), ""


def _below_names(text: str, at: int, line: int) -> re.Match[str] | None:
    """The title in the line below one that is nothing but names."""
    people = cited(text[at:line]) if line < len(text) and line - at < LONGEST_NAMES else []
    found = SENTENCE.match(text, line + 1) if len(people) > 1 else None
    return found if found and word_count(found["title"]) > 2 else None


def _behind_names(text: str, at: int, line: int) -> int | None:
    """The place behind two names or more that are divided by commas alone; None where there are none."""
    names, start = 0, at
    while (comma := text.find(",", start, min(line, at + LONGEST_NAMES))) >= 0:
        people = re.split(r"(?:^|\s)and\s", text[start:comma].strip())
        if not all(map(lone, filter(None, people))):
            break
        names, start = names + len(people), comma + 1
    return start if names > 1 else None
