"""What the links of a list's entry lead to: papers, their arXiv ids and DOIs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conspectus.model import identifiers
from conspectus.model.work import Link
from conspectus.sources import links, list_publication, list_words
from conspectus.sources.list_names import are_names, by_year, families
from conspectus.sources.list_text import MARK, Entry, Span

PUBLISHERS = re.compile(
    r"https?://(?:[\w.-]*\.)?(?:arxiv\.org|openreview\.net|aclanthology\.org|aclweb\.org|doi\.org|neurips\.cc|nips\.cc|mlr\.press|"
    r"jmlr\.org|thecvf\.com|cv-foundation\.org|acm\.org|ieee\.org|computer\.org|springer\.com|sciencedirect\.com|nature\.com|science\.org|"
    r"wiley\.com|usenix\.org|aaai\.org|ijcai\.org|isca-speech\.org|ecva\.net|vldb\.org|biorxiv\.org|medrxiv\.org|ssrn\.com|"
    r"semanticscholar\.org|iclr\.cc|icml\.cc|mlsys\.org|frontiersin\.org|mdpi\.com|plos\.org|oup\.com|tandfonline\.com|"
    r"ncbi\.nlm\.nih\.gov|pnas\.org|hal\.science|eprint\.iacr\.org|dblp\.org|paperswithcode\.com/paper|huggingface\.co/papers)/\S"
)
KIND = re.compile(r"(?i)\s+(?:paper|preprint|article|version|link|pdf)$")
SMALL = frozenset(["of", "on", "in", "and", "for", "the", "&"])
"""Words without a capital in the names of journals."""

LONGEST_VENUE = 8
"""In words."""

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
    path = DOI_IN_URL.search(url) if "//delivery.acm.org/" not in url else None  # whose numbers are no DOI
    return identifiers.doi(re.sub(r"(?:/(?:full|pdf|abstract|epdf)|\.pdf)$", "", path[1])) if path else None


def is_paper(given: Iterable[Link]) -> bool:
    """Whether one of the links leads to a paper, as far as its address tells."""
    return any(link.kind in ("paper", "pdf") or PUBLISHERS.match(link.url) for link in given)


def leads_to_paper(address: str) -> bool:
    """Whether an address leads to a paper."""
    link = links.link(address)
    return bool(link and is_paper([link]))


def placed(entry: Entry, start: int, end: int, href: str) -> Iterator[Link]:
    """The links of texts that tell where the paper was published: `[[CVPR 2021](…)] Dim Lamps`, or that stand alone
    between brackets or bars behind a title without a link: `Dim Lamps [[Lamp Letters](…)]`. `start`, `end` and `href`:
    the title's."""
    for span in entry.spans:
        text = entry.text[span.start : span.end]
        leads, is_title = span.end <= start, start <= span.start < end
        told = list_words.venue(text) or list_words.date(text) or list_publication.whole(text)
        tells = leads or (not is_title and told)
        tells = tells or (not href and is_reference(text, span.href))
        if not span.href or not (tells or (not href and not is_title and is_alone(entry.text, span))):
            continue
        link = links.link(span.href)
        if link and (tells or is_paper([link])):
            yield Link("paper", link.url) if link.kind == "other" else link


def is_reference(text: str, href: str) -> bool:
    """Whether a link to a paper says only who wrote it, or where or when it was published: `[Wick et al.](…)`."""
    link = links.link(href)
    if not link or not is_paper([link]):
        return False
    told = list_words.venue(text) or list_words.date(text) or families(text)[0]
    return bool(told or are_names(text))


def is_alone(text: str, span: Span) -> bool:
    """Whether a link with few words is all that stands between two brackets, or bars."""
    inside = text[span.start : span.end].strip()
    left, right = text[: span.start].rstrip(' "*_')[-1:], text[span.end :].lstrip(' "*_.')[:1]
    between = left in tuple("[(|") and right in ("", "]", ")", "|", MARK, "\n")
    return len(inside.split()) <= LONGEST_VENUE and (between or (inside[:1] == "[" and inside[-1:] == "]"))


def venue(text: str, href: str) -> tuple[str | None, int | None] | None:
    """The venue that the text of a link to a paper is: `Lamp Letters paper`."""
    name = KIND.sub("", text.strip(" []"))
    link = links.link(href)
    if not link or not is_paper([link]) or not name or list_words.venue_and_date(name) or by_year(name):
        return None
    words = re.findall(r"[^\W\d_][\w&'-]*", name)
    is_name = words and all(word[0].isupper() or word in SMALL for word in words) and not list_words.is_address(name)
    return list_words.venue(name, bare=True) if is_name else list_words.venue(name)
