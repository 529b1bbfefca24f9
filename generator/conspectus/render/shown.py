"""What pages show, as a digest: a page that shows what it showed in the last build need not be rendered again.

A page is made from its view and from what all pages share, so two pages with one digest have the same bytes wherever
the rest is the same. For a view, what it is made of may stand.
"""

from __future__ import annotations

from conspectus.derived import packed
from conspectus.model.site import Page, TextFile


def digest(page: Page, view: object) -> bytes:
    """The digest of all that a page shows; empty, which stands for nothing, if its view is not plain data, or is a
    text that is compared as quickly."""
    if isinstance(view, TextFile):
        return b""
    try:
        return packed((page.template, type(view).__name__, view))
    except (TypeError, ValueError, OverflowError, RecursionError):
        return b""
