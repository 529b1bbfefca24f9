"""What the links of a list's entry lead to: papers, their arXiv ids and DOIs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conspectus.model import identifiers
from conspectus.model.work import Link

PUBLISHERS = re.compile(
    r"https?://(?:[\w.-]*\.)?(?:arxiv\.org|openreview\.net|aclanthology\.org|aclweb\.org|doi\.org|neurips\.cc|nips\.cc|mlr\.press|"
    r"jmlr\.org|thecvf\.com|cv-foundation\.org|acm\.org|ieee\.org|computer\.org|springer\.com|sciencedirect\.com|nature\.com|science\.org|"
    r"wiley\.com|usenix\.org|aaai\.org|ijcai\.org|isca-speech\.org|ecva\.net|vldb\.org|biorxiv\.org|medrxiv\.org|ssrn\.com|"
    r"semanticscholar\.org|iclr\.cc|icml\.cc|mlsys\.org|frontiersin\.org|mdpi\.com|plos\.org|oup\.com|tandfonline\.com|"
    r"ncbi\.nlm\.nih\.gov|pnas\.org|hal\.science|eprint\.iacr\.org|dblp\.org|paperswithcode\.com/paper|huggingface\.co/papers)/\S"
)
DOI_IN_URL = re.compile(r"/(10\.\d{4,9}/[^?#\s]+)")


def arxiv_ids(given: Iterable[Link]) -> Iterator[str]:
    """The arXiv ids that links lead to, each once, in order."""
    found: dict[str, None] = {}
    for link in given:
        if id := identifiers.arxiv_id(link.url):
            found[id] = None
    yield from found


def doi_of(url: str) -> str | None:
    found = identifiers.doi(url)
    if found or identifiers.arxiv_id(url):
        return found
    path = DOI_IN_URL.search(url)
    return identifiers.doi(re.sub(r"(?:/(?:full|pdf|abstract|epdf)|\.pdf)$", "", path[1])) if path else None


def is_paper(given: Iterable[Link]) -> bool:
    """Whether one of the links leads to a paper, as far as its address tells."""
    return any(link.kind in ("paper", "pdf") or PUBLISHERS.match(link.url) for link in given)
