"""From the fields of a BibTeX or biblatex entry to a `Work`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from conspectus.model import identifiers
from conspectus.model.when import MONTHS, Date
from conspectus.model.work import Link, Work
from conspectus.sources import links
from conspectus.sources.bibtex_names import authors_of
from conspectus.sources.fields import clean
from conspectus.text import Text

Fields = Mapping[str, str]

KINDS = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "bookinbook": "chapter",
    "collection": "book", "conference": "paper-conference", "dataset": "dataset", "electronic": "webpage",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference", "inreference": "chapter",
    "manual": "report", "mastersthesis": "thesis", "mvbook": "book", "mvcollection": "book", "mvproceedings": "book",
    "mvreference": "book", "online": "webpage", "patent": "patent", "periodical": "periodical",
    "phdthesis": "thesis", "proceedings": "book", "reference": "book", "report": "report", "software": "software",
    "softwaremodule": "software", "softwareversion": "software", "standard": "standard", "suppbook": "chapter",
    "suppcollection": "chapter", "techreport": "report", "thesis": "thesis", "unpublished": "manuscript",
    "www": "webpage",
}  # fmt: skip
"""BibTeX's and biblatex's entry types as CSL names them."""

PREPRINT = "article"
"""CSL's word for a paper that only a preprint server has."""

ARXIV_MENTION = re.compile(r"(?i)\barxiv[:\s]\s*([\w.-]+(?:/\d{7})?(?:v\d+)?)|\babs/([\w.-]+(?:/\d{7})?)")
MENTIONING = ("journal", "journaltitle", "volume", "note", "howpublished", "number", "pages")
ADDRESS = re.compile(r"https?://[^\s{}\\\"<>]+")
URL_FIELDS = {"url": None, "pdf": "pdf", "code": "code", "repository": "code", "video": "video", "website": "project",
              "howpublished": None, "note": None}  # fmt: skip
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def work_of(type: str, fields: Fields) -> Work:
    """What the entry says. Values that say nothing we can read (`year = {in press}`) are unknown, not mistakes."""
    arxiv = _arxiv(fields)
    venue = _plain(fields, "journal", "journaltitle", "booktitle", "eventtitle")
    publisher = _plain(fields, "publisher", "institution", "school", "organization")
    kind = KINDS.get(type)
    where = venue or publisher
    server = bool(where and identifiers.names_arxiv(where))
    if (server or (arxiv and not where)) and kind in (None, "article-journal", "report"):
        kind = PREPRINT
    if server:
        venue = publisher = None
    urls = _urls(fields)
    return Work(
        title=_title(fields),
        authors=authors_of(fields.get("author") or (fields.get("editor", "") if kind == "book" else "")),
        date=_date(fields),
        abstract=Text(text) if (text := clean(fields.get("abstract", ""))) else None,
        arxiv=arxiv,
        doi=_doi(fields, urls),
        venue=venue,
        kind=kind,
        volume=None if kind == PREPRINT else _plain(fields, "volume"),
        issue=_plain(fields, "issue", "number") if kind == "article-journal" else None,
        pages=_pages(fields),
        publisher=publisher,
        keywords=_keywords(fields),
        urls=urls,
    )


def plain(tex: str) -> str:
    """TeX as plain Unicode."""
    text = clean(tex)
    return Text(text).as_text() if re.search(r"[\\{}$~`']|--", text) else text


def _plain(fields: Fields, *names: str) -> str | None:
    return next((text for name in names if name in fields and (text := plain(fields[name]))), None)


def _title(fields: Fields) -> Text | None:
    """With its subtitle; the braces that keep capitals stay in, as TeX."""
    title = clean(fields.get("title", ""))
    subtitle = clean(fields.get("subtitle", ""))
    both = f"{title}: {subtitle}" if title and subtitle else title or subtitle
    return Text(both) if both.strip("{} ") else None


def _verbatim(fields: Fields, name: str) -> str:
    """Identifiers and addresses are no TeX, but exporters escape them as if they were."""
    return re.sub(r"\\url\s*|[{}\s]|\\(?=[_%&#$~])", "", fields.get(name, ""))


def _arxiv(fields: Fields) -> str | None:
    scheme = (fields.get("eprinttype") or fields.get("archiveprefix") or "arxiv").strip(" {}").lower()
    candidates = [_verbatim(fields, "eprint")] if scheme == "arxiv" else []
    candidates += [_verbatim(fields, name) for name in ("arxiv", "arxivid", "doi", "url")]
    candidates += [a or b for name in MENTIONING for a, b in ARXIV_MENTION.findall(fields.get(name, ""))]
    if identifiers.names_arxiv(fields.get("institution", "")):
        candidates.append(_verbatim(fields, "number"))
    return next((id for text in candidates if (id := identifiers.arxiv_id(text.rstrip(".,;")))), None)


def _doi(fields: Fields, urls: tuple[Link, ...]) -> str | None:
    written = identifiers.doi(_verbatim(fields, "doi"))
    at_resolver = (link.url for link in urls if re.match(r"https?://(?:dx\.)?doi\.(?:acm\.)?org/", link.url))
    return written or next((found for url in at_resolver if (found := identifiers.doi(url))), None)


def _urls(fields: Fields) -> tuple[Link, ...]:
    found = []
    for name, kind in URL_FIELDS.items():
        whole = _verbatim(fields, name) if name not in ("howpublished", "note") else ""
        addresses = [whole] if identifiers.http_url(whole) else ADDRESS.findall(fields.get(name, "").replace("\\", ""))
        found += [links.link(address.rstrip(".,;)"), kind) for address in addresses]
    return links.distinct(found)


def _date(fields: Fields) -> Date | None:
    """biblatex's `date` (of a span the beginning), else `year`, `month` and `day`; as exact as it can be read."""
    iso = ISO.search(fields.get("date", ""))
    if iso:
        return _checked(int(iso[1]), int(iso[2] or 0) or None, int(iso[3] or 0) or None)
    year = re.search(r"(?<!\d)\d{4}(?!\d)", fields.get("year", "") or fields.get("date", ""))
    said = plain(fields.get("month", "")).lower()
    named = [number for number, month in enumerate(MONTHS, 1) if month[:3].lower() in re.findall(r"\b[a-z]{3}", said)]
    numbers = [int(digits) for digits in re.findall(r"\d+", said)]
    parts = [*named[:1], *numbers]
    days = [int(digits) for digits in re.findall(r"\d+", fields.get("day", ""))] + parts[1:]
    return _checked(int(year[0]), parts[0] if parts else None, days[0] if days else None) if year else None


def _checked(year: int, month: int | None, day: int | None) -> Date | None:
    """The date; without its day or its month where there is no such day or month."""
    for known in ((month, day), (month, None), (None, None)):
        try:
            return Date(year, *known)
        except ValueError:
            continue
    return None


def _pages(fields: Fields) -> str | None:
    """With one hyphen between first and last; the addresses Google Scholar writes for preprints are no pages."""
    text = re.sub(r"\s*[-–—]+\s*", "-", plain(fields.get("pages", "")))
    return None if not text or "arxiv" in text.lower() else text


def _keywords(fields: Fields) -> tuple[str, ...]:
    parts = re.split(r"[;,\n]", fields.get("keywords", ""))
    return tuple(dict.fromkeys(word for part in parts if (word := plain(part))))
