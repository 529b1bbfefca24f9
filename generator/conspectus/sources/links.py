"""Web addresses found in sources, and what is likely to be behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conspectus.model.identifiers import http_url
from conspectus.model.work import Link

SIGNS = (
    ("pdf", r"[^?#]*\.pdf(?:[?#]|$)|arxiv\.org/pdf/"),
    ("data", r"(?:huggingface\.co|hf\.co)/datasets/|zenodo\.org/|kaggle\.com/datasets/"),
    ("paper", r"(?:[\w.-]*\.)?(?:arxiv|doi|alphaxiv|openreview|aclanthology)\.org/|openreview\.net/"),
    ("paper", r"(?:huggingface\.co|hf\.co)/papers/|(?:dl|doi)\.acm\.org/|ieeexplore\.ieee\.org/|link\.springer\.com/"),
    ("project", r"(?:huggingface\.co|hf\.co)/(?:spaces|collections|blog)/"),
    ("model", r"(?:huggingface\.co|hf\.co)/[\w.-]+/[\w.-]+|modelscope\.cn/models/"),
    ("video", r"(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)/"),
    ("code", r"(?:github\.com|gitlab\.com|gitee\.com|bitbucket\.org|codeberg\.org|anonymous\.4open\.science)/"),
    ("project", r"[\w.-]+\.(?:github|gitlab)\.io(?:/|$)"),
)
"""What an address shows by itself, first sign wins; everything after the scheme and `www.` is looked at."""

PATTERNS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in SIGNS)

ADDRESS = re.compile(r"https?://(?:(?![,;]https?://)[^\s<>\"{}|^`，。；）]){1,2000}", re.IGNORECASE)
TORN = re.compile(r"((?i:https?://(?:github|gitlab)\.com/)) +(?=[a-z]{0,38}[A-Z\d_-])([\w-]{1,39}/[\w.-]{1,100})")
"""An address torn apart behind a host whose pages are all `owner/name`."""

MIRRORS = ("hf-mirror.com", "hf.fitue.cc", "hfp.19830613.xyz", "shzhoutlhf.pages.dev")
"""Copies of huggingface.co; a page read through one of them has its addresses in place of the true ones."""
HOST_ALONE = re.compile(r"(?i)https?://(?:www\.)?(?:github|gitlab|huggingface)\.(?:com|co)/?")
MIRROR = re.compile(rf"(?i)^https?://(?:{'|'.join(map(re.escape, MIRRORS))})(?=/)")


def in_prose(text: str) -> tuple[Link, ...]:
    """The addresses an abstract gives for what belongs to its paper, each once.

    What surrounds them is taken off: punctuation, brackets, a second copy in braces that was TeX's link text. Papers
    are left out, since an abstract names those of others; and so is a host with nothing behind it.
    """
    found = (_in_prose(match[0]) for match in ADDRESS.finditer(TORN.sub(r"\1\2", text)))
    return distinct(link for link in found if link and link.kind != "paper")


def _in_prose(address: str) -> Link | None:
    address = re.sub(r"\\([_%#&~])", r"\1", address)
    while address and (address[-1] in ".,;:!?'\"’”*\\" or (address[-1] in ")]" and not _paired(address))):
        address = address[:-1]
    found = link(MIRROR.sub("https://huggingface.co", address))
    if found is None or HOST_ALONE.fullmatch(found.url):
        return None
    return found if found.kind != "other" else Link("project", found.url)


def _paired(address: str) -> bool:
    """Whether the closing bracket at the end was opened within the address."""
    opening = {")": "(", "]": "["}[address[-1]]
    return address.count(opening) >= address.count(address[-1])


def kind_of(url: str) -> str:
    """One of LINK_KINDS, by the address alone; `other` where it shows nothing."""
    bare = re.sub(r"(?i)^https?://(?:www\.)?", "", url)
    return next((kind for kind, pattern in PATTERNS if pattern.match(bare)), "other")


def link(address: str, kind: str | None = None) -> Link | None:
    """A link of that kind, or of the kind the address shows; None for what is no clean web address."""
    url = http_url(address)
    return Link(kind or kind_of(url), url) if url else None


def whole(address: str) -> str:
    """An address with the scheme that it lacks, `//a.example`, `www.a.example`, and without a sign that browsers write
    in another way."""
    if "|" in address and "|http" not in address:
        address = address.replace("|", "%7C")
    if address.startswith("//"):
        return f"https:{address}"
    return f"http://{address}" if address.lower().startswith("www.") else address


def distinct(links: Iterable[Link | None]) -> tuple[Link, ...]:
    """The links in order, each address once."""
    found: dict[str, Link] = {}
    for link in links:
        if link:
            found.setdefault(link.url, link)
    return tuple(found.values())
