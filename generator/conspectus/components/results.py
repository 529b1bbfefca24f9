"""Where what results show of papers is stored: by Pagefind, or in files of the site where there are many papers.

A browser that shows a result has to load what Pagefind calls each file that it stores; those of the site stand by the
numbers of their papers.
"""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.model.paper import Paper

MOST_BY_PAGEFIND = 2000
"""In a survey of up to so many papers, and of one at least, Pagefind stores it."""

NAMES = "pagefind/stored.json"
"""Where it is said what Pagefind calls each file."""

PER_FILE = 2
"""How many papers there are in a file where Pagefind may store it, which takes 0.5 ms of the processor for each. In a
large survey there is one: a result mostly stands alone in its file, and others are loaded in vain."""

LINKS = ("paper", "pdf", "code")
"""The kinds of links that a result has, the first of each."""


def are_by_pagefind(catalog: Catalog) -> bool:
    """Whether Pagefind stores it."""
    return catalog.survey.pagefind and 0 < len(catalog.newest) <= MOST_BY_PAGEFIND


def per_file(catalog: Catalog) -> int:
    """How many papers there are in a file, whoever stores it."""
    return PER_FILE if len(catalog.newest) <= MOST_BY_PAGEFIND else 1


def links(catalog: Catalog, paper: Paper, *, has_related: bool) -> tuple[str, ...]:
    """Where a result leads, as `kind=address`; `related=` with nothing behind it if the paper's page leads to related
    papers."""
    first = {link.kind: link.url for link in reversed(catalog.entry(paper).links) if link.kind in LINKS}
    found = tuple(f"{kind}={first[kind]}" for kind in LINKS if kind in first)
    return (*found, "related=") if has_related else found
