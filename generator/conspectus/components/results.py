"""Where what a result shows of a paper is stored: by Pagefind, or in files of our own where there are many papers.

Pagefind's command reads every page of a paper, and its memory grows with them; a browser that shows a result has to
load the names of all that it stored. In files of our own, papers stand by their numbers.
"""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.model.paper import Paper

MOST_BY_PAGEFIND = 2000
"""In a survey of up to so many papers, Pagefind stores them."""

PER_FILE = 2
"""How many papers there are in a file of our own: a result mostly stands alone in its file, and others are loaded in
vain."""


LINKS = ("paper", "pdf", "code")
"""The kinds of links that a result has, the first of each."""


def are_own(catalog: Catalog) -> bool:
    """Whether there are files of our own, and no Pagefind."""
    return len(catalog.newest) > MOST_BY_PAGEFIND


def per_file(catalog: Catalog) -> int:
    """How many papers there are in a file of our own; none without such files."""
    return PER_FILE if are_own(catalog) else 0


def links(catalog: Catalog, paper: Paper, *, has_related: bool) -> tuple[str, ...]:
    """Where a result leads, as `kind=address`; `related=` with nothing behind it if the paper's page leads to related
    papers."""
    first = {link.kind: link.url for link in reversed(catalog.entry(paper).links) if link.kind in LINKS}
    found = tuple(f"{kind}={first[kind]}" for kind in LINKS if kind in first)
    return (*found, "related=") if has_related else found
