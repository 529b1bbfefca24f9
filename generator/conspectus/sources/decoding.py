"""The text of an export: which encoding its bytes are in, and one kind of line end."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from conspectus.model.paper import Source

DECLARED = re.compile(rb"(?im)^[\s%]*encoding\s*[:=]\s*([\w.:-]+)")
"""What JabRef writes into the first line: `% Encoding: windows-1252`."""

WESTERN = "windows-1252"
HEAD = 65536
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF16_LE, "utf-16"),
)
MAC = "mac-roman"
ONLY_MAC = re.compile(
    rb"[a-z][\x83\x86-\x8c\x8e\x98\x99\x9b\x9f][a-z]|[\x81\x8d\x8f\x90\x9d]|[\s{(\"]\x86[a-z]{2}|\x83[a-z]{2}"
)
"""Accented letters as old Macintoshes write them, which in windows-1252 would be signs within words."""

ONLY_WESTERN = re.compile(rb"[a-z][\xe0-\xff][a-z]")
FOREIGN = re.compile(rb"[\x80-\xff]{3,}")
"""So many letters in a row have no Latin alphabet: the text is in another encoding, such as GBK or windows-1251."""

OTHER_SCRIPTS = (
    "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp1253", "tis_620", "cp1255", "cp1256",
)  # fmt: skip
"""What is tried for text in no Latin alphabet, by how frequent the letters are in the languages written so."""

LEAST_GUESSED, MOST_GUESSED = 20, 65536
"""In bytes beyond ASCII, and bytes of lines with such: an encoding is guessed from so many."""

DOUBLED = re.compile(
    "[\u00c2-\u00c4](?![\u00a0\u00ab\u00bb])[\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2020-\u2022\u2030]|\u00e2\u20ac."
)
"""Letters that are one in UTF-8, read as windows-1252 and saved as UTF-8 again: `Ã¼` for `ü`."""

MOST_LINES = 8
"""So many lines are named one by one."""


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text with `\\n` at each line's end, and remarks on an encoding that is not UTF-8.

    In order: a byte order mark, UTF-16 without one, UTF-8, the encoding the file declares, UTF-8 with lines in
    windows-1252 among it, a guess where the letters are in no Latin alphabet, windows-1252, which takes any byte;
    mac-roman where its letters stand within words. UTF-8 goes before the declaration because text that isn't UTF-8
    hardly ever passes for it, while editors convert files and leave the declaration.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            marked = data.removeprefix(mark) if name == "utf-8" else data
            text = _lines(marked.decode(name, "replace"))
            return text, _doubled(text) if name == "utf-8" else (f"read as {name}",)
    declared = DECLARED.search(data[:2000])
    guesses = [*_utf16(data), "utf-8", *([declared[1].decode("ascii", "replace")] if declared else ())]
    for name in guesses:
        try:
            text = data.decode(name)
        except (LookupError, ValueError):  # no encoding we know, or not what the bytes are in
            continue
        text = _lines(text)
        return text, _doubled(text) if name == "utf-8" else (f"read as {name.lower()}",)
    return _mixed(data)


@lru_cache(maxsize=2)
def _head(data: bytes) -> str:
    return decode(data)[0]


def head(source: Source) -> str:
    """The beginning of a file's text, by which formats know it."""
    return _head(source.data[:HEAD])


def _utf16(data: bytes) -> list[str]:
    """In UTF-16, half of the bytes of mostly plain letters are zero."""
    start = data[:200]
    if len(start) > 1 and start.count(0) * 3 > len(start):
        return ["utf-16-be" if start[0] == 0 else "utf-16-le"]
    return []


def _mixed(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Text that is not UTF-8: line by line, where some of its lines are."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    texts: list[str] = []
    western: list[int] = []
    encoding = MAC if ONLY_MAC.search(data) and not ONLY_WESTERN.search(data) else WESTERN
    for number, line in enumerate(lines, 1):
        try:
            texts.append(line.decode())
        except ValueError:
            texts.append(line.decode(encoding, "replace"))
            western.append(number)
    unicode = sum(not text.isascii() for text in texts) - len(western)
    foreign = b"\n".join(lines[number - 1] for number in western)
    if unicode * 10 < len(western) and not _is_latin(foreign):
        if guess := _guess(foreign):
            remark = f"read as {guess}, guessed from its letters; if they look wrong, save the file as UTF-8"
            return _lines(data.decode(guess, "replace")), (remark,)
        return "\n".join(texts), (f"read as {encoding}; letters look wrong: save the file as UTF-8",)
    if not unicode:
        return "\n".join(texts), (f"read as {encoding}",)
    named = ", ".join(map(str, western[:MOST_LINES])) + (" and others" if len(western) > MOST_LINES else "")
    return "\n".join(texts), (f"read as utf-8, but these lines as {encoding}: {named}",)


def _is_latin(data: bytes) -> bool:
    return sum(map(len, FOREIGN.findall(data))) * 2 <= sum(byte > 127 for byte in data)


def _guess(data: bytes) -> str | None:
    """The encoding of text in another alphabet than the Latin one; None if it is in none that we know, or too short.

    Of 600 made-up files in ten languages and encodings it is right for 95% with one entry in each, for 99% with three.
    """
    if sum(byte > 127 for byte in data[:MOST_GUESSED]) < LEAST_GUESSED:
        return None
    # The library takes a while to load, and hardly any file needs it.
    from charset_normalizer import from_bytes

    found = from_bytes(data[:MOST_GUESSED], cp_isolation=list(OTHER_SCRIPTS), preemptive_behaviour=False).best()
    return found.encoding if found else None


def _doubled(text: str) -> tuple[str, ...]:
    """A remark on text that was UTF-8, was read as windows-1252 and saved as UTF-8 again."""
    if text.isascii() or not (found := DOUBLED.search(text)):
        return ()
    line = text.count("\n", 0, found.start()) + 1
    return (
        f"line {line}: `{found[0]}` looks like UTF-8 that was read in another encoding; export the file again as UTF-8",
    )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
