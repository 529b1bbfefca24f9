"""Where a cited paper was published, as citation styles write it behind the title: `*Lamps*, 12(3), 45-67.`"""

from __future__ import annotations

import re
from typing import NamedTuple

from conspectus.model.identifiers import names_arxiv
from conspectus.model.when import Date
from conspectus.sources import list_words
from conspectus.sources.dates import date_of
from conspectus.sources.entry_fields import pages_of

LEAD = re.compile(r"[\s.,;:”’\"'»*_?!]*(?:\[(?:[A-Z](?:/[A-Z]{2})?|Online)\])?[\s.,;:*_]*")
"""What closes the title; Chinese citations say the kind of work: `[J]`."""

IN = re.compile(r"(?:in\b:?|//)\s+", re.I)
EDITORS = re.compile(r"[^()\n]{3,200}\((?:eds?|hrsg)\.?\)[.,:]?\s*|(?:eds?\.|edited by)\s[^,.]{3,80}[,.]\s*", re.I)

EDITION = re.compile(r",\s\d{1,3}\.(?=,)")
"""Which of its meetings it was: `In: CONGRESS ON LAMPS, 12., 2019`"""

YEAR = r"(?:19|20)\d\d"
MONTH = list_words.MONTH.replace("?P<month>", "?:")
NUMBER = r"[A-Za-z]?\d+"
ISSUE = rf"(?!{YEAR}\b)[\w/-]+(?:[–-]\w+)?"
PAGES = rf"(?:pp?\.?\s*|pages?\s+)?(?P<pages>(?!{YEAR}(?:[.,;\s]|$)){NUMBER}(?:\s*[-–—‐]+\s*{NUMBER})?)"
DETAILED = re.compile(r"(?i)\d\s*\(|\bvol\.?\s|\bpp?\.|\bpages\b|\d\s*[-–:]\s*\d|\.\s")
"""Signs that a text says more than a venue's name: `J. Lamps 12(3)`."""

CUT = "\0"
"""Stands where something was taken from."""

PUBLISHERS = (
    r"(?:ACM|IEEE|Springer|Elsevier|PMLR|AAAI|USENIX|Curran|Wiley|Association for|MIT|Cambridge|Oxford|Morgan Kaufmann|"
    r"CRC|SIAM)\b[^.,;:()\d\0]*|[^.,;:()\d\0]{0,80}\b(?:Press|Verlag|Publishers|Publishing)"
)
PARTS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:\bdoi:?\s*)?(?:https?://|www\.)\S+|\bdoi:?\s*10\.\S+|\[?\b(?:available|accessed|retrieved)\b.*",
        r"\barxiv:\d{4}\.\d{4,5}(?:v\d+)?(?:\s*\[[\w.-]+\])?",
        rf"\b(?P<date>{YEAR}),\s+(?P<volume>\d{{1,4}}),\s+(?:(?P<issue>\d{{1,3}}),\s+)?{PAGES}",
        rf"\b(?P<volume>\d+)\s*\((?P<issue>{ISSUE})\)\s*[:,]\s*{PAGES}",
        rf"\b(?P<volume>\d+),\s*{PAGES}\s*\((?P<date>{YEAR})\)(?![,:])",
        rf"\b(?P<volume>\d+)(?:\.|,?\s+no\.\s*|,\s+)(?P<issue>{ISSUE})\s*\((?P<date>[^()]*{YEAR})\)(?:[:,]\s*{PAGES})?",
        rf"\b(?P<volume>\d+)\s*\((?P<date>{YEAR})\):\s*{PAGES}",
        rf"\b(?:vol(?:ume)?\.?|v\.)\s*(?P<volume>{NUMBER})",
        rf"\b(?:(?:no|issue|iss)\.?|n\.)\s*(?P<issue>{NUMBER})\b",
        rf"\(?\b(?:pp?\.|pages?\b)\s*{PAGES}\)?",
        rf"(?<=\s)(?!{YEAR}:)(?P<volume>\d+):\s*{PAGES}",
        r"(?<=[,;]\s)(?P<volume>\d{1,3}),\s+(?P<pages>\d+\s*[-–—]\s*\d+)(?=\.|,|$)",
        r"(?<=[.,]\s)(?P<pages>\d+\s*[-–—]\s*\d+)(?=[.,;]|$)|:\s*(?P<more_pages>\d+\s*[-–—]\s*\d+)",
        rf"\((?P<date>[^()]*\b{YEAR})\)",
        rf"\b(?P<date>(?:{MONTH}\.?,?\s+(?:\d{{1,2}},?\s+)?|\d{{1,2}}\s+{MONTH}\.?,?\s+){YEAR})\b",
        rf"(?<!of the )(?<!of )(?P<date>\b{YEAR}\b(?:\s+{MONTH}\b(?:\s+\d{{1,2}}\b)?)?)",
        rf"\b(?P<volume>\d+)\s*\((?P<issue>{ISSUE})\)|(?<=[\s;])(?P<more_volume>(?!{YEAR}\b)\d{{1,4}})(?=\s*(?:[.,{CUT}]|$))",
        rf"(?:^|[.,:;({CUT}]\s*)(?![^.,;:()\d\0]*\b{list_words.VENUE_WORD.pattern})(?P<publisher>{PUBLISHERS})",
    )
)
"""What citations say besides the name of the journal or the proceedings, the surest first."""

SENTENCE_END = re.compile(r"(?:(?<=[A-Z]{3})|(?<=[a-z]{6})|(?<=[\u3040-\u9fff)]))[.。](?:\s|$)")
"""The end of a name; what is shorter before a period may be an abbreviation, as in `Proc. Int. Conf. Lamps`."""

PLACE = re.compile(r",\s+[A-Z][^\W\d_]+(?:,?\s[A-Z][\w.]*){0,3}\s*$")
"""Where a conference took place: `, Dublin, Ireland`."""

LAST_YEAR = re.compile(rf"[\s,]+{YEAR}[\s.,]*$")
NAMED_YEAR = re.compile(rf"\bof(?: the)? ({YEAR})\b")
"""`Proceedings of the 2019 Conference on Lamps`"""

THESIS = re.compile(r"(?:(?:ph\.?\s?d\.?|master.?s|doctoral|m\.?sc\.?)\s+)?(?:thesis|dissertation)\b[.,:\s]*", re.I)
LONGEST = 200

MOST_WORDS = 14
"""In what is nothing but a publication."""


class Publication(NamedTuple):
    """What is said of it; empty where nothing is."""

    venue: str = ""
    date: Date | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""


def whole(text: str) -> Publication | None:
    """The publication that a text of few words is: a name with a volume, and a year or pages; None where it is
    anything else."""
    may_be = len(text.split()) <= MOST_WORDS and re.search(r"\d", text) and not text.startswith("10.")
    said = read(text) if may_be else None
    return said if said and said.venue and said.volume and (said.date or said.pages) else None


def read(text: str, emphasized: str = "") -> Publication:
    """The publication that the text behind a title tells of. `emphasized`: the first text in italics in it."""
    text = text[LEAD.match(text).end() :][:1000]  # type: ignore[union-attr]  # it matches nothing too
    collected = IN.match(text)
    text = EDITION.sub("", text[collected.end() :]) if collected else text
    if collected and (editors := EDITORS.match(text)):
        text = text[editors.end() :]
    values: dict[str, str] = {}
    if year := re.match(rf"({YEAR})\s+(?=[A-Z])", text):  # `2019 IEEE Conference on Lamps`
        values["date"] = year[1]
        text = text[year.end() :]
    for pattern in PARTS:
        found = pattern.search(text)
        taken = {name.removeprefix("more_"): part for name, part in found.groupdict().items() if part} if found else {}
        if found and values.keys().isdisjoint(taken):
            values |= taken
            text = f"{text[: found.start()]}{CUT}{text[found.end() :]}"
    if "date" not in values and (named_year := NAMED_YEAR.search(text)):
        values["date"] = named_year[1]
    venue = _venue(text.partition(CUT)[0], emphasized.strip(" ,;:"), bool(collected))
    if not values and not emphasized and not collected:
        named = list_words.venue(venue)
        venue = (named[0] or "") if named else ""
    if thesis := THESIS.match(venue):
        values.setdefault("publisher", venue[thesis.end() :])
        venue = ""
    return Publication(
        venue,
        date_of(values.get("date", "")),
        values.get("volume", ""),
        values.get("issue", ""),
        pages_of(values.get("pages", "")) or "",
        values.get("publisher", "").strip(),
    )


def _venue(text: str, emphasized: str, collected: bool) -> str:
    """The name in front of all else; empty for arXiv, and for what is no name."""
    text = " ".join(text.split()).strip(' ,;:*_(“"')
    if emphasized and text.startswith(emphasized):
        text = emphasized
    elif end := SENTENCE_END.search(text):
        text = text[: end.start()]
    if collected and not emphasized:
        text = PLACE.sub("", text)
    text = LAST_YEAR.sub("", text.strip(' ,;:*_(“"'))
    if text.endswith(".") and "." not in text[:-1]:
        text = text[:-1]
    is_name = re.search(r"[^\W\d_]{2}", text) and len(text) <= LONGEST and len(text.split()) <= 20
    known = names_arxiv(text) or list_words.NO_VENUE.fullmatch(text) or text.lower().startswith("preprint")
    return text if is_name and not known else ""
