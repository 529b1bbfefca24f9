"""What an export says of one work, and what it means: one reader of fields for all bibliographic formats.

A format says which of its fields is which; what a DOI, a preprint, a date or an address is, is judged here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from conspectus.model import identifiers
from conspectus.model.people import Authors
from conspectus.model.work import Link, Work
from conspectus.sources import links
from conspectus.sources.dates import best_date
from conspectus.sources.fields import clean
from conspectus.sources.languages import language_tag
from conspectus.sources.markup import tex_of
from conspectus.text import Text

PREPRINT = "article"
"""CSL's word for a paper that only a preprint server has."""

DOI = re.compile(r"(?i)(?<![\d.])10\.\d{4,9}(?:\.\d+)*/[^\s\"{}^|`\\]+")
PRIVATE_TAG = re.compile(r"[/_]\w[\w -]*")
DOI_ADDRESS = re.compile(
    r"(?i)https?://[^/\s]+/(?:[^\s?#]*/)?(?:doi|articles?|chapter|book|document|content)/(?:[a-z]+/){0,2}"
    r"(?:\d{4}/\d\d/\d\d/)?(10\.\d{4,9}/[^\s?#]+)"
)
PART_OF_PAGE = re.compile(
    r"(?i)(?:/(?:abstract|full|fulltext(?:\.html)?|e?pdf|meta|summary|(?:tables|figures)/\d{1,3})|(?:\.full)?\.pdf)/?$"
)
"""What publishers write behind the DOI in the address of a page."""

WRAPPED = re.compile(r"^\s*\\(?:url|href)\{")
AT_RESOLVER = re.compile(r"(?i)https?://(?:dx\.|www\.)?doi\.(?:acm\.|ieeecomputersociety\.)?org/")
ANOTHER_DOI = re.compile(r"(?:[,;]|(?<=\S)\s)(?=\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.\d{4,9}/)", re.I)
TEX_IN_DOI = (
    (re.compile(r"\$?\\(?:less|lt|textless)(?:\{\}|\s)?\$?|\$<\$|\{\\textless\}"), "<"),
    (re.compile(r"\$?\\(?:greater|gt|textgreater)(?:\{\}|\s)?\$?|\$>\$|\{\\textgreater\}"), ">"),
    (re.compile(r"\{?\\textunderscore(?:\{\}|\s)?\}?"), "_"),
    (re.compile(r"\\slash(?:\{\}|\s)?|\\/"), "/"),
    (re.compile(r"\$\\_\$"), "_"),
    (re.compile(r"\\(?:url|href)(?=\{)"), ""),
    (re.compile(r"(?<=\S)\}\{"), " "),
    (re.compile("\\\\(?=[_%&#$~])|[{}\u200b\ufeff]"), ""),
)
"""How reference managers escape what stands in DOIs and addresses, though neither is TeX."""

ARXIV_MENTION = re.compile(r"(?i)\barxiv[:\s]\s*([\w.-]+(?:/\d{7})?(?:v\d+)?)|\babs/([\w.-]+(?:/\d{7})?)")
SEVERAL = re.compile(r";(?=https?://)")
ADDRESS = re.compile(r"https?://[^\s{}\\\"<>]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFields:
    """The fields of one work as texts: title and abstract may have TeX and HTML, all others are plain.

    `doi` and `arxiv` are what stands where these belong, `identifiers` other fields that may name the work, such as
    the address of its page, best first. `mentions` may name arXiv, such as a journal `arXiv preprint arXiv:2404.14469`.
    `untold`: the text of the authors, where it cannot be told which of its words are one name.
    """

    title: str = ""
    subtitle: str = ""
    authors: Authors | None = None
    untold: str = ""
    dates: tuple[str, ...] = ()
    abstract: str = ""
    doi: str = ""
    arxiv: str = ""
    identifiers: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    venue: str = ""
    kind: str | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    language: str = ""
    organization: str = ""
    keywords: tuple[str, ...] = ()
    urls: tuple[str | Link, ...] = ()


def work_of(fields: EntryFields) -> Work:
    """The work they describe. Values that say nothing we can read are unknown, not mistakes."""
    addresses = _links(fields.urls)
    arxiv = _arxiv(fields, addresses)
    venue, publisher, kind = plain(fields.venue), plain(fields.publisher), fields.kind
    where = venue or publisher
    server = bool(where) and identifiers.names_arxiv(where)
    if (server or (arxiv and not where)) and kind in (None, "article-journal", "report", "manuscript", "webpage"):
        kind = PREPRINT
    if server:
        venue = publisher = ""
    return Work(
        title=title_of(fields.title, fields.subtitle),
        authors=fields.authors,
        date=best_date(fields.dates),
        abstract=title_of(fields.abstract),
        arxiv=arxiv,
        doi=_doi((fields.doi, *fields.identifiers), addresses),
        venue=venue or None,
        kind=kind,
        volume=None if server else plain(fields.volume) or None,
        issue=None if server else plain(fields.issue) or None,
        pages=pages_of(fields.pages),
        publisher=publisher or None,
        language=language_tag(fields.language),
        organization=plain(fields.organization) or None,
        keywords=tuple(dict.fromkeys(_keywords(fields.keywords))),
        urls=addresses,
    )


def _keywords(texts: Iterable[str]) -> Iterator[str]:
    """Without the tags by which people keep their own order, such as Zotero's `/unread`."""
    for text in texts:
        word = plain(text).strip(" ,;")
        if word and not PRIVATE_TAG.fullmatch(word):
            yield word


def plain(text: str) -> str:
    """HTML or TeX as plain text in one line."""
    if not text:
        return text
    text = clean(unicodedata.normalize("NFC", tex_of(text)))
    return Text(text).as_text() if "\\" in text or "$" in text else text


def title_of(title: str, subtitle: str = "") -> Text | None:
    """A title with its subtitle, as TeX; None if nothing is said."""
    parts = [clean(unicodedata.normalize("NFC", tex_of(part))) for part in (title, subtitle)]
    head, tail = (part if part.strip("{} ") else "" for part in parts)
    if head and tail and tail.lower() not in head.lower():
        return Text(f"{head}{'' if head.endswith((':', '?', '!', '.')) else ':'} {tail}")
    return Text(head or tail) if head or tail else None


def pages_of(text: str) -> str | None:
    """With one hyphen between first and last; the addresses Google Scholar writes for preprints are no pages."""
    text = re.sub(r"\s*[-–—‐‑−]+\s*", "-", plain(text)).strip("-")
    text = re.sub(r"(?i)^pp?\.?\s*(?=\d)", "", text)
    return None if not text or "arxiv" in text.lower() else text


def dois_in(text: str) -> Iterator[str]:
    """The DOIs a field names, in any of the forms in which exports write them."""
    if not text:
        return
    for pattern, sign in TEX_IN_DOI:
        text = pattern.sub(sign, text)
    for part in ANOTHER_DOI.split(tex_of(text)):
        for found in DOI.findall(part):
            if known := identifiers.doi(unquote(re.split(r"[?#]", found)[0]) if "://" in part else found):
                yield known


def _doi(texts: Sequence[str], addresses: Iterable[Link]) -> str | None:
    named = (text for text in texts if "://" not in text or AT_RESOLVER.match(WRAPPED.sub("", text).strip()))
    written = (doi for text in named for doi in dois_in(text))
    linked = (
        doi
        for text in texts
        if (found := DOI_ADDRESS.match(text.strip()))
        for doi in dois_in(PART_OF_PAGE.sub("", found[1]))
    )
    addressed = (doi for link in addresses if AT_RESOLVER.match(link.url) for doi in dois_in(link.url))
    return next(written, None) or next(linked, None) or next(addressed, None)


def _arxiv(fields: EntryFields, addresses: Iterable[Link]) -> str | None:
    named = [text.strip().rstrip(".,;") for text in (fields.arxiv, fields.doi, *fields.identifiers) if text]
    named += [id for text in fields.mentions for pair in ARXIV_MENTION.findall(text) if (id := pair[0] or pair[1])]
    found = (identifiers.arxiv_id(text.rstrip(".,;")) for text in named)
    at_arxiv = (identifiers.arxiv_id(link.url) for link in addresses if "arxiv.org/" in link.url)
    return next(filter(None, found), None) or next(filter(None, at_arxiv), None)


def _links(urls: Iterable[str | Link]) -> tuple[Link, ...]:
    """The addresses as links; an address that a field gives whole, or several in one text."""
    found: list[Link | None] = []
    each = (part for url in urls for part in (SEVERAL.split(url) if isinstance(url, str) else [url]))
    for url in each:
        if isinstance(url, Link):
            found.append(links.link(url.url, url.kind))
        elif whole := links.link(links.whole(url)):
            found.append(whole)
        else:
            found += [links.link(address.rstrip(".,;)")) for address in ADDRESS.findall(url)]
    return links.distinct(found)
