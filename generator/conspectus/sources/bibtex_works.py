"""Which field of a BibTeX or biblatex entry says what."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from conspectus.model import identifiers
from conspectus.model.people import Authors
from conspectus.model.work import Link
from conspectus.sources import entry_fields, orcids
from conspectus.sources.bibtex_names import authors_of
from conspectus.sources.entry_fields import ADDRESS, EntryFields
from conspectus.sources.fields import clean
from conspectus.sources.journal_macros import JOURNALS
from conspectus.text import Text

Fields = Mapping[str, str]

KINDS = {
    "article": "article-journal", "artwork": "graphic", "bachelorthesis": "thesis", "book": "book",
    "bookinbook": "chapter", "booklet": "pamphlet", "collection": "book", "conference": "paper-conference",
    "dataset": "dataset", "electronic": "webpage", "image": "figure", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "chapter", "legislation": "legislation", "manual": "report",
    "mastersthesis": "thesis", "masterthesis": "thesis", "movie": "motion_picture", "music": "song", "mvbook": "book",
    "mvcollection": "book", "mvproceedings": "book", "mvreference": "book", "online": "webpage", "patent": "patent",
    "periodical": "periodical", "phdthesis": "thesis", "preprint": "article", "proceedings": "book",
    "reference": "book", "report": "report", "software": "software", "softwaremodule": "software",
    "softwareversion": "software", "standard": "standard", "suppbook": "chapter", "suppcollection": "chapter",
    "techreport": "report", "thesis": "thesis", "unpublished": "manuscript", "video": "motion_picture",
    "webpage": "webpage", "www": "webpage",
}  # fmt: skip
"""BibTeX's and biblatex's entry types as CSL names them."""

MENTIONING = ("journal", "journaltitle", "volume", "howpublished", "number", "pages")
URL_FIELDS = {"url": None, "pdf": "pdf", "code": "code", "repository": "code", "video": "video", "website": "project",
              "howpublished": None, "note": None, "adsurl": None}  # fmt: skip
PAGES = ("pages", "eid", "article-number", "articleno", "art_number")
KEYWORDS = ("author_keywords", "keywords", "keyword", "keywords-plus", "mendeley-tags")
ARTICLES = {"conference paper": "paper-conference", "book chapter": "chapter"}
"""What Scopus says of papers that it exports as articles."""

MENDELEY_LINE = "$\\backslash$n"
"""A line's end in what Mendeley exports."""

IN_BRACES = re.compile(r"\{[^{}]*\}")
WORDS_IN_BRACES = re.compile(r"\{[^{}\n]{0,200}\}")
"""A keyword with a comma in it, as our own exports have it: `{Aged, 80 and over}`."""

ESCAPED_BRACES = re.compile(r"\{\\\{\}([A-Z][^{}\\]{0,80})\{\\\}\}|\\\{([A-Z][\w -]{0,80})\\\}")
"""Braces that keep capitals, and which Mendeley and ScienceDirect escaped: `{\\{}Lamp{\\}}`, `\\{LED\\}`."""

ONLY_FOR_SORTING = re.compile(r"\{?\\(?:noopsort|SortNoop)\s*\{[^{}]*\}\}?", re.I)
JOURNAL_MACRO = re.compile(r"\{?\\([A-Za-z]+)\}?\s*\Z")


def fields_of(type: str, fields: Fields, commas_inside: bool | None = None) -> EntryFields:
    """What the entry says. Values that say nothing we can read (`year = {in press}`) are unknown, not mistakes.

    `commas_inside`: whether the names of its file have commas in them, if that is known.
    """
    if any(MENDELEY_LINE in value for value in fields.values()):
        fields = {name: value.replace(MENDELEY_LINE, "\n") for name, value in fields.items()}
    kind = _kind(type, fields)
    authors, untold = authors_of(names_of(type, fields), commas_inside)
    eprint = _verbatim(fields, "eprint")
    declared = fields.get("eprinttype") or fields.get("archiveprefix")
    scheme = (declared or "arxiv").strip(" {}").lower()
    report = _verbatim(fields, "number") if identifiers.names_arxiv(fields.get("institution", "")) else ""
    named = [eprint if scheme == "arxiv" else "", *(_verbatim(fields, name) for name in ("arxiv", "arxivid"))]
    note = fields.get("note", "").strip(" {}")
    return EntryFields(
        title=_sorted_as_shown(fields.get("title", "")),
        subtitle=_sorted_as_shown(fields.get("subtitle", "")),
        authors=_numbered(authors, fields),
        untold=untold,
        dates=_dates(fields),
        abstract=fields.get("abstract", ""),
        doi=fields.get("doi", ""),
        arxiv=next(filter(None, named if declared else named[1:]), ""),
        identifiers=tuple(filter(None, [*named, _verbatim(fields, "url"), report, note])),
        mentions=tuple(fields[name] for name in MENTIONING if name in fields),
        venue=_journal(fields) or _plain(fields, "booktitle", "eventtitle", "maintitle") or _series(kind, fields),
        kind=kind,
        volume=_plain(fields, "volume"),
        issue=_plain(fields, "issue", "number") if kind == "article-journal" else "",
        pages=next((fields[name] for name in PAGES if fields.get(name, "").strip(" {}")), ""),
        publisher=_plain(fields, "publisher", "institution", "school", "organization"),
        language=_plain(fields, "langid", "hyphenation", "language"),
        keywords=tuple(_keywords(fields)),
        urls=tuple(_urls(fields)),
    )


def _kind(type: str, fields: Fields) -> str | None:
    """What an entry is to CSL."""
    said = fields.get("document_type") or fields.get("type", "")
    return (ARTICLES.get(said.strip(" {}").lower()) if type == "article" else None) or KINDS.get(type)


def _keywords(fields: Fields) -> Iterator[str]:
    """Each without the braces that keep its capitals. The more frequent of semicolons and commas stands between them;
    where there is one, lines only go on."""
    for name in KEYWORDS:
        text = html.unescape(fields.get(name, "")).strip()
        text = text[1:-1] if ";" in text and IN_BRACES.fullmatch(text) else text
        outside = WORDS_IN_BRACES.sub("", text)
        sign = max(";,", key=outside.count) if ";" in outside or "," in outside else "\n"
        for word in re.findall(rf"(?:{WORDS_IN_BRACES.pattern}|[^{sign}])+", text):
            yield (plain(word) if "{" in word else word).strip(" ,;")


def names_of(type: str, fields: Fields) -> str:
    """The field that names who made the work."""
    return fields.get("author") or (fields.get("editor", "") if KINDS.get(type) == "book" else "")


def _numbered(authors: Authors | None, fields: Fields) -> Authors | None:
    return orcids.named(orcids.numbered(authors, fields.get("author+an:orcid", "")), fields.get("orcid-numbers", ""))


def plain(tex: str) -> str:
    """TeX as plain Unicode."""
    text = clean(_sorted_as_shown(tex))
    return entry_fields.plain(Text(text).as_text() if re.search(r"[\\{}$~`']|--", text) else text)


def _sorted_as_shown(tex: str) -> str:
    """Without what old styles sort by, `{\\noopsort{1973c}}1981`, and with the braces that were meant."""
    tex = ESCAPED_BRACES.sub(r"{\1\2}", tex) if "\\{" in tex else tex
    return ONLY_FOR_SORTING.sub("", tex) if "oop" in tex else tex


def _plain(fields: Fields, *names: str) -> str:
    return next((text for name in names if name in fields and (text := plain(fields[name]))), "")


def _journal(fields: Fields) -> str:
    """The journal, whose macro astronomers write instead of its name."""
    macro = JOURNAL_MACRO.match(fields.get("journal", "").strip())
    known = JOURNALS.get(macro[1].lower()) if macro else None
    journal = known or _plain(fields, "journal", "journaltitle")
    subtitle = _plain(fields, "journalsubtitle")
    return f"{journal}: {subtitle}" if journal and subtitle else journal


def _series(kind: str | None, fields: Fields) -> str:
    """What our own BibTeX has where BibTeX has no field for a venue."""
    if kind in ("book", "report", "thesis"):
        return _plain(fields, "series")
    return "" if "http" in fields.get("howpublished", "http") else _plain(fields, "howpublished")


def _verbatim(fields: Fields, name: str) -> str:
    """Identifiers and addresses are no TeX, but exporters escape them as if they were."""
    return _bare(fields[name]) if name in fields else ""


def _bare(text: str) -> str:
    return re.sub(r"\\url\s*|[{}\s]|\\(?=[_%&#$~])", "", text)


def _urls(fields: Fields) -> list[str | Link]:
    found: list[str | Link] = []
    for name, kind in URL_FIELDS.items():
        for text in re.split(r"\s+(?=https?://)", fields[name]) if name in fields else ():
            whole = _bare(text) if name not in ("howpublished", "note") else ""
            addresses = [whole] if identifiers.http_url(whole) else ADDRESS.findall(text.replace("\\", ""))
            if whole and not addresses and not kind:
                found.append(whole)  # not an address, and told as such
            for address in addresses:
                bare = address.rstrip(".,;)") if address != whole else address.rstrip(";")
                found.append(Link(kind, bare) if kind else bare)
    return found


def _dates(fields: Fields) -> tuple[str, ...]:
    """biblatex's `date`, else `year`, `month` and `day`, as one text."""
    year, month, day = (_plain(fields, name).strip(" ~\xa0.,") for name in ("year", "month", "day"))
    if month.isdigit():
        parts = [year, month, day] if day.isdigit() else [year, month]
        whole = "-".join(parts) if re.fullmatch(r"\d{4}", year) else year
    else:
        whole = f"{day} {month} {year}".strip()
    date = _plain(fields, "date")
    if date and not re.search(r"\d{4}", date):  # `Mar 3`, as EndNote's library has it
        date = f"{date} {year}"
    return tuple(filter(None, [date, whole, _plain(fields, "early-access-date")]))
