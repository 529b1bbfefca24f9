"""The text of a bibliography file: which encoding its bytes are in, and one kind of line end."""

from __future__ import annotations

import codecs
import re

DECLARED = re.compile(rb"(?im)^[\s%]*encoding\s*[:=]\s*([\w.:-]+)")
"""What JabRef writes into the first line: `% Encoding: windows-1252`."""

WESTERN = "windows-1252"


def decode(data: bytes) -> tuple[str, str]:
    """The text with `\\n` at each line's end, and the encoding it was read in.

    In order: a byte order mark, UTF-16 without one, UTF-8, the encoding the file declares, windows-1252, which takes
    any byte. UTF-8 goes before the declaration because text that isn't UTF-8 hardly ever passes for it, while editors
    convert files and leave the declaration.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_BE, "utf-16"),
        (codecs.BOM_UTF16_LE, "utf-16"),
    ):
        if data.startswith(mark):
            return _lines(data.decode(name, "replace")), name.removesuffix("-sig")
    declared = DECLARED.search(data[:2000])
    guesses = [*_utf16(data), "utf-8", *([declared[1].decode("ascii", "replace")] if declared else ())]
    for name in guesses:
        try:
            return _lines(data.decode(name)), name.lower()
        except (LookupError, ValueError):  # no encoding we know, or not what the bytes are in
            continue
    return _lines(data.decode(WESTERN, "replace")), WESTERN


def _utf16(data: bytes) -> list[str]:
    """In UTF-16, half of the bytes of mostly plain letters are zero."""
    head = data[:200]
    if len(head) > 1 and head.count(0) * 3 > len(head):
        return ["utf-16-be" if head[0] == 0 else "utf-16-le"]
    return []


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
