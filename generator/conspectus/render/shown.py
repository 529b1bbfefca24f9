"""What pages show, as a digest: a page that shows what it showed in the last build need not be rendered again.

A page is made from its view and from what all pages share, so two pages with one digest have the same bytes wherever
the rest is the same.
"""

from __future__ import annotations

import hashlib

import msgspec

from conspectus.model.site import Page

SIZE = 16
"""In bytes: so many that two views with one digest will not be met."""


def digest(page: Page, view: object) -> bytes:
    """The digest of all that a page shows; empty, which stands for nothing, if its view is not plain data.

    Plain are text, numbers, bytes, None, and tuples, mappings and dataclasses of such. Mappings are taken in the order
    they are in, for pages may show it.
    """
    try:
        data = ENCODER.encode((page.template, page.kind.indexed, type(view).__name__, view))
    except (TypeError, ValueError, OverflowError, RecursionError):
        return b""
    return hashlib.blake2b(data, digest_size=SIZE).digest()


ENCODER = msgspec.msgpack.Encoder()
