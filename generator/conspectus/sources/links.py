"""Web addresses found in sources, and what is likely to be behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conspectus.model.identifiers import http_url
from conspectus.model.paper import Link

KINDS = ("paper", "pdf", "code", "project", "data", "model", "video", "other")

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


def kind_of(url: str) -> str:
    """One of KINDS, by the address alone; `other` where it shows nothing."""
    bare = re.sub(r"(?i)^https?://(?:www\.)?", "", url)
    return next((kind for kind, pattern in PATTERNS if pattern.match(bare)), "other")


def link(address: str, kind: str | None = None) -> Link | None:
    """A link of that kind, or of the kind the address shows; None for what is no clean web address."""
    url = http_url(address)
    return Link(kind or kind_of(url), url) if url else None


def distinct(links: Iterable[Link | None]) -> tuple[Link, ...]:
    """The links in order, each address once."""
    return tuple({found.url: found for found in reversed([link for link in links if link])}.values())[::-1]
