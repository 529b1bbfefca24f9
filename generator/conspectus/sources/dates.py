"""Dates as people and programs write them, read to the day, the month or the year; nothing is made up.

Of a range the beginning counts, of a season its year. A date with slashes that could be of two days is read to the
year, and a day or a month that does not exist is left out; `is_cut` tells of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from conspectus.model.when import MONTHS, Date

ISO = re.compile(r"(?<![\d-])(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)")
DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
SLASHED = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)")
SHORT = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{4})(?!\d)")
HYPHENED = re.compile(r"(?<!\d)(\d{1,2}-)?([^\W\d_]{3,9})-(?=\d{4}(?!\d))")
"""`30-Mar-2020`"""

YEAR = re.compile(r"(?<![\d-])\d{4}(?!\d)")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
NOT_A_YEAR = re.compile(r"(?:^|\s)-\d|\d{5}")
WORD = re.compile(r"[^\W\d_]{3,}")
SEASON = re.compile(r"(?i)(?:spr(?:ing)?|sum(?:mer)?|fall?|aut(?:umn)?|win(?:ter)?)$")
DAY = re.compile(r"(?<![\d/.-])(\d{1,2})(?:st|nd|rd|th|\.)?(?![\d/.])")
TIME = re.compile(r"(?<=\d)(?:T|\s)\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|\s?[+-]\d\d:?\d\d)?")
"""The time of a day: `2016-03-31T06:39:36.06636Z`."""

NAMED = re.compile(r"(?i)\b(?:start|publication|published|issue)(?: date)?:")
"""What a date is said to be before it: `Start date: 20170812`."""

EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号])?")
RANGE = re.compile(r"\s+(?:to|bis|–|—)\s+|\s*(?:–|—|\.\.)\s*|(?<=\d{4})/(?=\d{4})|(?<=\d{4}-\d\d)/(?=\d{4})")

OTHER_LANGUAGES = {
    "mai": 5, "okt": 10, "dez": 12, "mär": 3, "mrz": 3, "fév": 2, "fev": 2, "avr": 4, "juin": 6, "juil": 7, "aoû": 8,
    "aou": 8, "déc": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12, "gen": 1, "mag": 5, "giu": 6, "lug": 7, "ott": 10,
    "set": 9, "out": 10,
}  # fmt: skip
"""Beginnings of months in German, French, Spanish, Italian and Portuguese, where they are not the English ones."""

NUMBERS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)} | OTHER_LANGUAGES


def date_of(text: str) -> Date | None:
    """The date a text gives, as exact as it can be read; None where it gives no year."""
    parts = _parts(text)
    return _existing(*parts) if parts else None


def is_cut(text: str) -> bool:
    """Whether something is written where a date belongs that is none, or is a day or a month that does not exist."""
    if not text.strip():
        return False
    parts = _parts(text)
    date = _existing(*parts) if parts else None
    if date is None or (date.year, date.month, date.day) != parts:
        return True
    return date.month is None and any(not (SEASON.match(word) or _month(word)) for word in WORD.findall(text))


def best_date(texts: Iterable[str]) -> Date | None:
    """Of several texts for one date the first that can be read, or a later one that says the same more exactly."""
    best: Date | None = None
    for text in texts:
        date = date_of(text)
        if date and (best is None or (str(date).startswith(str(best)) and len(str(date)) > len(str(best)))):
            best = date
    return best


Parts = tuple[int, int | None, int | None]


def _parts(text: str) -> Parts | None:
    text = TIME.sub("", NAMED.sub("", text))
    text = EAST_ASIAN.sub(r"\1-\2-\3", " ".join(text.split()))
    text = HYPHENED.sub(lambda found: f"{(found[1] or '').rstrip('-')} {found[2]} ", text)
    if NOT_A_YEAR.search(text) and not COMPACT.fullmatch(text):
        return None
    first = RANGE.split(text)[0]
    if not YEAR.search(first):  # `3–5 June 2024`: the year stands behind the range
        first = text
    return _numbers(first) or _words(first)


def _numbers(text: str) -> Parts | None:
    """A date in figures alone."""
    if compact := COMPACT.fullmatch(text):
        return int(compact[1]), int(compact[2]), int(compact[3])
    iso = ISO.search(text)
    if iso and iso[2] and not _month(text):
        month, day = int(iso[2]), int(iso[3]) if iso[3] else None
        # EDTF and managers of references number seasons from 13 or 21; `00` says that something is not known.
        return int(iso[1]), None if month in (0, *range(13, 17), *range(21, 42)) else month, day or None
    if dotted := DOTTED.search(text):
        return int(dotted[3]), int(dotted[2]), int(dotted[1])
    if slashed := SLASHED.search(text):
        first, second, year = int(slashed[1]), int(slashed[3]), int(slashed[4])
        if first > 12 or first == second:
            return year, second, first
        return (year, first, second) if second > 12 else (year, None, None)
    short = SHORT.search(text)
    return (int(short[2]), int(short[1]), None) if short and not _month(text) else None


def _words(text: str) -> Parts | None:
    """A date with a month in letters, or a year alone."""
    year = YEAR.search(text)
    if not year or not int(year[0]):
        return None
    months = [number for word in WORD.findall(text) if (number := _month(word))]
    if not months or months != sorted(months):  # `Dec/Jan 2019` began in another year, or did not
        return int(year[0]), None, None
    days = [int(day) for day in DAY.findall(YEAR.sub(" ", text))]
    return int(year[0]), months[0], days[0] if days else None


def _month(text: str) -> int | None:
    """The first month that is named in letters."""
    for word in WORD.findall(text.lower()):
        for length in (4, 3):
            if word[:length] in NUMBERS:
                return NUMBERS[word[:length]]
    return None


def _existing(year: int, month: int | None, day: int | None) -> Date | None:
    """The date; without its day or its month where there is no such day or month."""
    for known in ((month, day), (month, None), (None, None)):
        try:
            return Date(year, *known)
        except (ValueError, OverflowError):
            continue
    return None
