"""From an entry of a list to a record's fields: title, links, authors, venue, date, organization, method."""

from __future__ import annotations

import re

from conspectus.model import identifiers
from conspectus.model.people import BODIES
from conspectus.model.when import Date
from conspectus.model.work import Work
from conspectus.sources import (
    links,
    list_affiliations,
    list_columns,
    list_journals,
    list_links,
    list_people,
    list_publication,
    list_words,
)
from conspectus.sources.list_borders import BEHIND_TITLE
from conspectus.sources.list_fields import Fields
from conspectus.sources.list_found import Found
from conspectus.sources.list_names import (
    behind_by,
    by_year,
    cited,
    lone,
    names,
    pointed,
    venue_of_piece,
)
from conspectus.sources.list_text import MARK, Entry, Span
from conspectus.sources.list_words import VENUE_WORD
from conspectus.sources.names import authors_of
from conspectus.text import Text

ARXIV_IN_TEXT = re.compile(r"(?i)arxiv[:\s]+(\d{4}\.\d{4,5})")
DOI_IN_TEXT = re.compile(r"(?i)\b(?:doi:?\s*|doi\.org/)(10\.\d{4,9}/\S+)")
ORGANIZATION = re.compile(r"\(@\s*([^()]{1,80}(?:\([^()]*\)[^()]*)?)\)")
ROUND = re.compile(r"[(\[]([^()\[\]\n]{1,90})[)\]]")
PIECES = re.compile(rf"[\n|{MARK}]|\s[–—·•-]\s|(?<=[a-z0-9)])\.\s+|,\s(?=(?i:paper:|code:))")
BODY_YEAR = re.compile(rf"(?P<name>[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){{0,2}})\s*\|\s*{list_words.YEAR}\b")
"""Where a paper comes from, with bars around, and its year: `Lampworks | 2021`."""

PLACED = re.compile(r"(?P<name>[^()]+) \((?P<where>[^()]+)\)")
"""`Ada Wick (Oil University)`"""

ISSUE = re.compile(r"\d\W{1,3}\w?\d|\b(?:no|issue|iss)\.?\s*\w?\d", re.I)
"""What stands where an issue is told: `12(3)`, `12, no. 3`, `12.3 (2019)`."""


def read(entry: Entry, found: Found, fields: Fields) -> None:
    """What stands before and behind the title goes into the fields."""
    end, people = found.end, found.authors
    if not people and (medical := BEHIND_TITLE.match(entry.text, end)):
        end, people = medical.end(), tuple(cited(medical["names"]))
    if people:
        fields.authors = authors_of(people)
    for said in found.before:
        _before(said, fields, entry.text[found.end :])
    for alt, said in entry.badges:
        _badge(alt, said, fields)
    if people:
        _add_publication(entry, end, fields)
    if not (people and fields.venue):
        _behind(entry, end, fields)


def _behind(entry: Entry, end: int, fields: Fields) -> None:
    """What stands behind the title, where that is not written as a citation."""
    rest = entry.text[end:]
    if behind := ORGANIZATION.search(rest):
        fields.organization = fields.organization or behind[1].strip()
        rest = rest.replace(behind[0], "\n", 1)
    rest = _without_journal(entry, end, rest, fields)
    _italics(entry, end, fields)
    for span in entry.spans:
        if span.href and span.start >= end and fields.venue is None:
            _linked(entry, span, fields)
    if referred := pointed(behind_by(rest.lstrip(" -–—,.:"))):
        list_people.add_reference(referred, fields)
    if (named := BODY_YEAR.search(rest)) and not list_words.venue(named["name"]):
        fields.organization = fields.organization or named["name"]
    for bracket in ROUND.finditer(rest):
        if _small(bracket[1], fields):
            rest = rest.replace(bracket[0], "\n", 1)
    for number, piece in enumerate(PIECES.split(rest)):
        _piece(piece, number, fields, rest)
    is_all = lone(rest.strip(" -–—,.:*_")) == fields.alone
    if fields.authors is None and fields.alone and (fields.date or fields.venue or is_all):
        fields.authors = authors_of([fields.alone])


def _linked(entry: Entry, span: Span, fields: Fields) -> None:
    """Where a paper was published, as a link tells that is all there is on its line or between brackets."""
    text = entry.text[span.start : span.end]
    begins = entry.text[: span.start].rstrip(" ")[-1:] == "\n" and list_words.venue(text)
    if list_links.leads_to_paper(span.href) and (published := list_publication.whole(text)):
        fields.add_publication(published)
    elif begins or list_links.is_alone(entry.text, span):
        told = list_links.venue(text, span.href)
        fields.add_venue(told if told and told[0] else (None, None))


def _without_journal(entry: Entry, end: int, rest: str, fields: Fields) -> str:
    """The rest without the abbreviated name of a journal, which goes into the fields with its issue."""
    if journal := list_journals.search(rest):
        told, name = journal
        fields.add_publication(list_publication.read(told[0], name)._replace(venue=name, publisher=""))
        return f"{rest[: told.start()]}\n{rest[told.end() :]}"
    for span in entry.spans:
        text = entry.text[span.start : span.end]
        if span.emphasis and span.start >= end and (venue := list_journals.whole(text)):
            fields.add_venue(venue)
            return rest.replace(text, "\n", 1)
    return rest


def _add_publication(entry: Entry, start: int, fields: Fields) -> None:
    """Where the work of a citation was published, as far as its line goes."""
    rest = re.split(rf"[\n{MARK}]", entry.text[start:], maxsplit=1)[0]
    behind = [span for span in entry.spans if span.start >= start]
    marked = [
        entry.text[span.start : span.end] for key in ("emphasis", "strong") for span in behind if getattr(span, key)
    ]
    fields.add_publication(list_publication.read(rest, next(iter(marked), "")))


def _before(said: str, fields: Fields, rest: str) -> None:
    """A bracket before the title: a date, a venue, else the name of the method."""
    parts = [part.strip() for part in said.split(",")]
    if date := list_words.date(said):
        fields.add_date(date)
    elif referred := by_year(said):
        list_people.add_reference(referred, fields)
    elif dated := list_words.venue_and_date(said):
        fields.add_dated_venue(*dated)
    elif venue := list_words.venue(said) or list_words.venue(parts[0]):
        fields.add_venue(venue)
    elif first := list_words.date(parts[0]):
        fields.add_date(first)
    elif len(said.split()) <= 4 and not list_words.label(said) and re.search(r"[^\W\d_]", said):
        fields.method = fields.method or said


def _badge(alt: str, said: str, fields: Fields) -> None:
    if date := list_words.date(re.sub(r"(?i)arxiv", "", said).replace(" ", ".").strip(".-")):
        fields.add_date(date)
    elif found := list_words.venue(said):
        fields.add_venue(found)
    elif alt.lower() in ("area", "type", "cost", "tag", "category", "keyword", "task", "topic"):
        fields.keywords.append(said)


def _italics(entry: Entry, start: int, fields: Fields) -> None:
    """Authors and venues are what lists write in italics."""
    for span in entry.spans:
        if span.start >= start and span.emphasis and not span.href:
            text = entry.text[span.start : span.end]
            if dated := list_words.venue_and_date(text, bare=not lone(text.partition(",")[0])):
                fields.add_dated_venue(*dated)
            elif venue := list_words.venue(text):
                fields.add_venue(venue)
            elif VENUE_WORD.search(text):
                fields.add_venue(list_words.venue(text, bare=True) or (None, None))
            elif _is_bracketed(entry.text, span) and _is_body(text):
                fields.organization = fields.organization or text.strip()
            elif fields.authors is None and not list_affiliations.is_place(text):
                fields.authors = names(text, lenient=True)


def _is_bracketed(text: str, span: Span) -> bool:
    return text[: span.start].endswith("(") and text[span.end :].startswith(")")


def _is_body(text: str) -> bool:
    """Whether one name in brackets is an organization's: one that is no list of people."""
    return not BODIES.isdisjoint(text.split()) or not re.search(r",|&|\band\b|\bet\.? al", text)


def _small(text: str, fields: Fields) -> bool:
    """What stands in brackets behind the title; whether it was a date or a venue."""
    if date := list_words.date(text) or list_words.date(text.replace(",", " ")):
        fields.add_date(date)
    elif referred := by_year(text):
        list_people.add_reference(referred, fields)
    elif dated := list_words.venue_and_date(text):
        fields.add_dated_venue(*dated)
    elif (venue := list_words.venue(text)) or ("," in text and (venue := list_words.venue(text.split(",")[0]))):
        fields.add_venue(venue)
    else:
        return False
    return True


def _piece(text: str, number: int, fields: Fields, rest: str) -> None:
    """A piece of what stands behind the title, between breaks, bars and links."""
    if list_columns.called(text, fields):
        return
    if date := list_words.date(text):  # before its apostrophe goes: `, '21`
        fields.add_date(date)
        return
    text = text.strip(" .,;:-–—*_<>\"'()[]")
    text += ")" * (text.count("(") - text.count(")"))  # `Ada Wick (Oil University)`
    is_label = list_words.label(text) and not list_words.venue(text)
    if not text or len(text) > 600 + 40 * text.count(",") or text == fields.organization or is_label:
        return
    if not _is_date_or_venue(text, fields) and not (fields.authors is None and _people(text, fields)):
        if "," in text and (venue := venue_of_piece(text.rsplit(",", 1)[1])):
            fields.add_venue(venue)
        elif dates := list(filter(None, map(list_words.date, text.split(",")[:4]))):
            fields.add_date(dates[0])
        elif (
            fields.organization is None
            and number
            and not list_words.NO_VENUE.fullmatch(text)
            and re.search(r"\|[^|\n]*$", rest[: rest.find(text)])
        ):
            told = fields.venue == text or (fields.authors and names(text, lenient=True) == fields.authors)
            fields.organization = text if len(text.split()) <= 6 and not told else None
        elif not fields.alone:
            placed = PLACED.fullmatch(text)
            fields.alone = lone(placed["name"] if placed and list_affiliations.is_place(placed["where"]) else text)
            if fields.alone and behind_by(text) != text:
                fields.authors = fields.authors or authors_of([fields.alone])


def _is_date_or_venue(text: str, fields: Fields) -> bool:
    """Whether a piece is a date, a venue, or both, which go into the fields; one with names before them is none."""
    if date := list_words.date(text):
        fields.add_date(date)
    elif referred := by_year(text):
        list_people.add_reference(referred, fields)
    elif dated := list_words.venue_and_date(text):
        fields.add_dated_venue(*dated)
    elif list_people.person_at(text, fields) or (fields.authors is None and list_people.told(text, fields)):
        return True
    elif venue := venue_of_piece(text):
        fields.add_venue(venue)
    elif ISSUE.search(text) and len(text.split()) < 16 and (told := list_publication.read(text)).venue and told.issue:
        fields.add_publication(told)
    else:
        return False
    return True


def _people(text: str, fields: Fields) -> bool:
    fields.authors = names(list_affiliations.without(text) or text)
    return fields.authors is not None


def work(found: Found, entry: Entry, fields: Fields, listed: str) -> tuple[Work, str]:
    """The record's fields put together, and what is in doubt: links to two preprints, of which one is taken."""
    title_link = links.link(found.href) if found.href else None
    given = links.distinct([title_link, *entry.labelled])
    ids = list(list_links.arxiv_ids(given)) or list(filter(None, [fields.arxiv]))
    doi = next((doi for link in given if (doi := list_links.doi_of(link.url))), fields.doi)
    if not ids and (found.authors or not given) and (written := ARXIV_IN_TEXT.search(entry.text)):
        ids = list(filter(None, [identifiers.arxiv_id(written[1])]))
    if not doi and (found.authors or not given) and (named := DOI_IN_TEXT.search(entry.text)):
        doi = identifiers.doi(named[1])
    arxiv = next((id for id in ids if fields.date and _is_of(id, fields.date)), ids[0] if ids else None)
    doubt = f"the entry links to {' and '.join(ids)}; {arxiv} is taken" if len(ids) > 1 else ""
    method = fields.method if fields.method and len(fields.method) <= 60 else None
    title, authors = found.title, fields.authors
    pointer = by_year(entry.text[found.start : found.end + 8].split(MARK)[0]) or by_year(title)
    if pointer and (arxiv or doi):  # the entry points to a reference and has no title
        title, authors = identifiers.placeholder(arxiv, doi, ""), authors or authors_of(pointer[0])
    if list_words.PRAISE.fullmatch(title):
        doubt = f"`{title}` reads as praise and no title; `conspectus fill` looks up the title of an identifier"
        title = identifiers.placeholder(arxiv, doi, "") or title
    made = Work(
        title=Text(title),
        authors=authors,
        date=fields.date,
        abstract=Text(fields.abstract) if fields.abstract else None,
        arxiv=arxiv,
        doi=doi,
        venue=fields.venue,
        volume=fields.volume,
        issue=fields.issue,
        pages=fields.pages,
        publisher=fields.publisher,
        organization=fields.organization,
        keywords=tuple(dict.fromkeys(fields.keywords)),
        urls=tuple(link for link in given if not identifiers.arxiv_id(link.url) and not identifiers.doi(link.url)),
        facts=(("method", method),) if method else (),
        listed=(listed,),
    )
    return made, doubt


def _is_of(id: str, date: Date) -> bool:
    """Whether an arXiv id is of the month of a date, or of one beside it."""
    if date.month is None or not id[:4].isdigit():
        return False
    return abs((2000 + int(id[:2])) * 12 + int(id[2:4]) - date.year * 12 - date.month) <= 1
