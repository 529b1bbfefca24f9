"""Where the title of a list's entry begins and ends, as the signs and the words around it tell."""

from __future__ import annotations

import re

from conspectus.sources import list_words
from conspectus.sources.list_text import MARK

PREFIX = re.compile(
    r"[\s\ue000:|*_•·–—,.-]*(?:(?P<number>\d{1,4}[.)])\s+|(?P<check>\[[ xX]\])|"
    r"\[(?P<square>[^\[\]\n]{1,60})\]\s*:?|"
    r"【(?P<full>[^【】\n]{1,60})】\s*:?|"
    r"\((?P<round>[^()\n]{1,80})\)\s*:?(?=\s*\S)|"
    r"(?P<coded>(?:19|20)?\d\d_[^\W\d_][^\W_]+(?: [^\W_]+)?)_(?=\S)|"
    r"(?P<hyphened>(?:19|20)?\d\d-(?-i:[A-Z][A-Z&]{1,8}[a-z]*|[A-Z][a-z]+[A-Z]\w*)(?:'\d\d)?)\s?-\s?(?=\S)|"
    r"(?P<word>(?:paper|title|论文|to[- ]?(?:do|read)(?:\s*:?\s*read)?)\s*[:：])|"
    r"(?P<date>(?:19|20)\d\d(?:[-./]\d{1,2}){1,2}|(?:19|20)\d\d(?=\s*[,:|]))\s*[,:|]?)",
    re.I,
)
GOES_NOT_ON = r"(?<! a)(?<! an)(?<! and)(?<! of)(?<! the)"
"""What stands before a wide space that is a slip within a title."""

LABELLED = (
    r"\s*,?\s(?=(?i:paper|pdf|arxiv|doi|url|link|code|github|project(?: page)?|web(?:site|page)?|video|slides|"
    r"data(?:set)?):\s*\ue000)|"
)
"""What a link is called behind a title: `Dim Lamps, PDF: https://…`"""

NAMED = r"[A-Z][\w&-]*(?: (?:[A-Z][\w&-]*|of|on|and)){0,5},? (?:19|20)\d\d,?\s*[(\[]{0,2}\ue000"
"""A venue and a year before a link: `Eurosys 2016 [paper]`."""

MONTH = list_words.MONTH.replace("?P<month>", "?:")
END = re.compile(
    rf"\n|\ue000|{GOES_NOT_ON}[ \xa0]{{2,}}(?=\S)|{LABELLED}"
    r"\s[|·]\s|\|\s|\s[–—]\s|\s\[|\s*\(@|"
    r",?\s*\(\s*(?:(?:19|20)\d\d|[A-Z][A-Za-z]+[ ,.'’]+(?:19|20)?\d\d)\s*\)|"
    r"\s*\(Read more|\s(?=(?:This|In this) (?:paper|work|study|report)\s)|"
    rf"(?<=[a-z0-9?!)])[.,]\s+(?=(?:In|in|arXiv|ArXiv|Arxiv)\b|{list_words.VENUES.pattern}[\s,'’]*(?:19|20)?\d\d\b)|"
    r",\s+(?=(?:[A-Z]{3}[A-Za-z]*[\s,'’]+)?(?:19|20)\d\d\s*(?:,?\s*\ue000|[.,]?$))|"
    r"(?<=[a-z0-9?!)])[.,]\s+(?=[A-Z][A-Za-z-]*[A-Z][A-Za-z-]*[\s'’]+(?:19|20)\d\d\s*(?:,?\s*[(\[]?\ue000|[.,]?$))|"
    rf"(?<=[a-z0-9?!)]),\s(?={NAMED})|"
    rf"\s\((?=(?:{list_words.VENUES.pattern})\))|"
    rf"\s\((?=[^()]*(?:19|20)\d\d[^()]*\))|,\s(?=(?i:{MONTH})\.?,?\s(?:19|20)\d\d)"
)
"""Where a title that nothing marks comes to its end."""


VENUE_FIRST = re.compile(r"(?P<venue>[A-Z][^\n\ue000:]{1,40}(?:19|20)\d\d)(?:\s*[:|]|\s[-–—])\s+(?=\S)")
BEFORE_NAMES = re.compile(r"(?:[.?!]|,|\s[-–—])\s+|\s(?=by\s)")
"""Where names may follow a title that nothing marks."""

LONGEST_TITLE = 600
"""How many letters such a title may have: a line that goes on and on is read once."""


FAMILY = r"(?:(?:[Dd]e|[Dd]i|[Vv]an|[Vv]on|[Ll][ae]|[Aa]l) )?[^\W\d_a-z][\w'’-]+"
FAMILIES = re.compile(
    r"(?:(?<=[a-z0-9)][.?!])\s{1,8}|[.?!]?[ \t]{0,8}\t[ \t]{0,8})"
    rf"(?P<names>{FAMILY}(?:(?:, |,? (?:and|&) ){FAMILY})+)\.?\s*(?=\ue000|$)"
)
"""Family names alone between a title and its link: `Dim Lamps. Wick, Oil, Fay. https://…`"""

SHORTENED = r"(?:(?:[a-z]{2,3}|[Dd]e|[Vv]an|[Vv]on) ){0,2}[^\W\d_a-z][\w'’-]+ [A-Z]{1,3}"
MEDICAL = (
    rf"(?P<names>{SHORTENED}(?:(?:(?:,|,? and|,? &) {SHORTENED})+(?:,? et al)?|,? et al"
    r"|(?=\.\s[^.\n]{3,80}\.?\s(?:19|20)\d\d[^.;\n]{0,12};\s?\d)))"
    r"\.\s+(?=[A-Z\d][^\n]{0,160}?(?:19|20)\d\d\b)"
)
"""Names between a title and its journal, as medical ones cite: `Dim Lamps. Wick A, Oil BC. J Lamps. 2019;12:1-9.`"""

BEFORE_MEDICAL = re.compile(rf"[.?!]\s{{1,8}}{MEDICAL}")
BEHIND_TITLE = re.compile(rf"[\s.,:–—-]{{0,8}}{MEDICAL}")


LINKS = re.compile(r"(?:[\s\ue000]*\ue000\s*(?![\s\ue000(]))?")
"""Links before a title: `[[Paper]](…) Dim Lamps`. What stands in brackets behind links is a remark on them."""


def prefix(text: str) -> tuple[int, tuple[str, ...]]:
    """Where the text begins behind numbers, dates and what stands in brackets; and what those say."""
    at = 0
    said: list[str] = []
    while found := PREFIX.match(text, at):
        word = found["square"] or found["full"] or found["round"] or found["date"] or ""
        if coded := (found["coded"] or "").replace("_", "-", 1) or found["hyphened"]:
            year, _, venue = coded.partition("-")  # `21_ICSE_Dim Lamps`, `21-ICSE-Dim Lamps`
            word = f"{venue} {year if len(year) == 4 else list_words.date('’' + year) or year}"
        rest = text[found.end() :]
        if not rest.strip(f" .,:{MARK}"):
            break
        at = found.end()
        said += [word.strip(" *_")] if word.strip(" *_") else []
    return at, tuple(said)


def is_subtitle(text: str) -> bool:
    """Whether what follows a name is no sentence on it: one with a period, and without the capitals of a title."""
    words = re.findall(r"[^\W\d_][\w'’-]{3,}", text)
    is_written = all(word[0].isupper() for word in words) and not re.search(r"[.?!]\s", text)
    return not text.endswith(".") or bool(words and is_written)
