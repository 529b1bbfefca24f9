"""TeX as it turns up in titles and abstracts: read once, written as HTML, as plain text or as TeX that compiles.

Nothing here fails, whatever the text: what is not understood is shown as it is, or without its backslash.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from conspectus.text.tex import writing
from conspectus.text.tex.nodes import Chars
from conspectus.text.tex.reading import read

KEPT = 16384
"""How many texts are kept as they were written: a preview asks for the same ones after every edit."""

LONGEST = 100_000
"""Characters of a text that is read as TeX, in half a second at most; a longer one is shown as it is written."""

SIGN = re.compile(r"[\\${}~^`\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
PAIRS = ("--", "''", "  ", "://")
"""Without any sign, white space but single spaces between words, or pair of these, a text is what it says. A pattern of
all of them takes four times as long, and most texts have none."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that neither HTML nor XML may hold."""


@lru_cache(maxsize=KEPT)
def to_html(source: str, links: bool = True) -> str:
    """Safe HTML, well formed as XML too. `links=False` writes addresses without links, to stand inside a link."""
    source = FORBIDDEN.sub("", source)
    if _is_plain(source):
        return escape(source)
    return writing.html(read(source), links=links)


@lru_cache(maxsize=KEPT)
def to_text(source: str) -> str:
    """Plain text in one line."""
    source = FORBIDDEN.sub("", source)
    if _is_plain(source):
        return source
    return writing.text(read(source))


def to_tex(source: str) -> str:
    """TeX that compiles in any document with `\\usepackage[T1]{fontenc}` and amsmath, for a bibliography say."""
    source = FORBIDDEN.sub("", source)
    return writing.tex((Chars(source),) if len(source) > LONGEST else read(source))


def _is_plain(source: str) -> bool:
    if len(source) > LONGEST:
        return True
    return not SIGN.search(source) and not any(pair in source for pair in PAIRS) and source == source.strip(" ")
