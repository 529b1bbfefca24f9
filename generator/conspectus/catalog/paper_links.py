"""Where a paper can be had: at arXiv and its publisher by its identifiers, then the addresses its sources give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from conspectus.model import identifiers
from conspectus.model.work import LINK_KINDS, Link, Work

PAGES = re.compile(r"(?:/(?:doi|abs|full|fullhtml|article|articles|chapter|book|content|journals?|document|html))*")
"""What stands before a DOI in the addresses of publishers' pages."""


def links(work: Work) -> tuple[Link, ...]:
    """The links of a paper, each once. Whatever a source says, nothing but the web is linked to."""
    found: dict[str, Link] = {}
    for link in _derived(work):
        found[link.url] = link
    for link in work.urls:
        if identifiers.http_url(link.url) and not _same(link.url, work) and not _lands(link, work):
            found.setdefault(link.url, link)
    return tuple(sorted(found.values(), key=lambda link: (*LINK_KINDS, link.kind).index(link.kind)))


def _derived(work: Work) -> Iterator[Link]:
    if work.arxiv:
        yield Link("paper", f"https://arxiv.org/abs/{work.arxiv}")
        yield Link("pdf", f"https://arxiv.org/pdf/{work.arxiv}")
    if work.doi:
        yield Link("paper", f"https://doi.org/{quote(work.doi, safe='/:;()._-')}")


def _same(url: str, work: Work) -> bool:
    """Whether an address is one of those made from the identifiers, in another spelling."""
    arxiv = "arxiv" in url and work.arxiv and identifiers.arxiv_id(url) == work.arxiv
    return bool(arxiv or ("doi" in url and work.doi and identifiers.doi(url) == work.doi))


def _lands(link: Link, work: Work) -> bool:
    """Whether a link is the publisher's page that the DOI leads to: it has the DOI in its address, as
    `https://www.science.org/doi/full/10.1126/…`. Its PDF and its supplement stay."""
    if not work.doi or link.kind not in ("paper", "other") or "/10." not in link.url:
        return False
    lead, found, rest = unquote(urlsplit(link.url).path).lower().rstrip("/").partition(f"/{work.doi.lower()}")
    is_page = rest in ("", "/full", "/full/html", "/abstract", "/html", "/meta", ".html", ".full")
    return bool(found and is_page and PAGES.fullmatch(lead))
