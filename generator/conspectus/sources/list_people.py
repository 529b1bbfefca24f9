"""Pieces of a list's entry that name people, with when or where their paper was published."""

from __future__ import annotations

import re

from conspectus.sources import list_words
from conspectus.sources.list_fields import Fields, year_of
from conspectus.sources.list_names import INITIAL, families, lone, names, venue_of_piece
from conspectus.sources.list_words import VENUE_WORD
from conspectus.sources.names import authors_of

BEHIND_NAMES = re.compile(r",|(?:(?<=\b[A-Z])|(?<=\b[A-Z]{2})|(?<=\b[A-Z]{3}))\.\s+(?=[A-Z\d'’])")
"""Where what is said behind names begins: `Wick, A., Oil, B. ICLR 2019`."""
PERSON_AT = re.compile(
    rf"(?P<name>[^(),]{{5,40}}) \((?![A-Z]+\)|\w*[a-z][A-Z]\w*\))[^()]{{2,60}}\),? (?P<year>{list_words.YEAR})"
)
"""`Ada Wick (Lamp Research) 2008`; what is an acronym in brackets is a venue's."""

ABBREVIATED = re.compile(r"[A-Z]{3,6}|(?:ACM|IEEE) [A-Z]\w+")
"""`JSS`, `IEEE Access`"""

NAMES_YEAR = re.compile(rf"(?P<names>[^\d()]{{5,300}}?)\s+\(?(?P<year>{list_words.YEAR})\)?")


def told(text: str, fields: Fields) -> bool:
    """Whether a piece is people with a date or a venue, or family names; they go into the fields."""
    return any(read(text, fields) for read in (_families, _people_and_year, _people_and_more, _venue_and_people))


def person_at(text: str, fields: Fields) -> bool:
    """Whether a piece is one person with where he works and a year, which go into the fields."""
    found = PERSON_AT.fullmatch(text)
    if not found or not lone(found["name"]):
        return False
    fields.authors = fields.authors or authors_of([found["name"]])
    fields.add_date(list_words.date(found["year"]))
    return True


def add_reference(referred: tuple[list[str], str], fields: Fields) -> None:
    """The authors and the year by which a text points to its reference."""
    people, year = referred
    fields.authors = fields.authors or authors_of(people)
    fields.add_date(year_of(int(year)))


def _people_and_more(text: str, fields: Fields) -> bool:
    """Names with a date or a venue behind a comma or an initial's period; whether the text is that."""
    *_, last = (None, *BEHIND_NAMES.finditer(text))
    if last is None:
        return False
    head, behind = text[: last.end()].rstrip(" ,"), text[last.end() :]
    date, venue = list_words.date(behind), venue_of_piece(behind)
    name = lone(head) if head and (date or venue) else ""
    people = authors_of([name]) if name else names(head) if date or venue else None
    if people:
        fields.authors = people
        fields.add_date(date)
        fields.add_venue(venue or (None, None))
    return bool(people)


def _venue_and_people(text: str, fields: Fields) -> bool:
    """Names behind a venue that is known or abbreviated: `arXiv, Wick, Ada, et al.`; whether the text is that."""
    name, _, behind = text.partition(", ")
    venue = list_words.venue(name, bare=bool(ABBREVIATED.fullmatch(name) or VENUE_WORD.search(name)))
    people = names(behind) if venue and behind else None
    if venue and people:
        fields.authors = people
        fields.add_venue(venue)
    return bool(people)


def _families(text: str, fields: Fields) -> bool:
    """Family names alone, with a date or a venue behind them or nothing; whether the text is that."""
    people, behind = families(text)
    if people:
        fields.authors = authors_of(people)
        fields.add_date(list_words.date(behind))
        fields.add_venue(venue_of_piece(behind) or (None, None))
    return bool(people)


def _people_and_year(text: str, fields: Fields) -> bool:
    """Names and a year without a comma: `Ada Wick and Bo Oil 2012`; of a name alone that may be a journal's, only the
    year is taken."""
    found = NAMES_YEAR.fullmatch(text)
    if not found or list_words.VENUES.search(found["names"]):
        return False
    parts = re.split(r",\s*(?:and\s+|&\s*)?|\s(?:and|&)\s", found["names"])
    if not all(map(lone, parts)):
        return False
    if len(parts) > 1 or INITIAL.search(parts[0]):
        fields.authors = authors_of(parts)
    fields.add_date(list_words.date(found["year"]))
    return True
