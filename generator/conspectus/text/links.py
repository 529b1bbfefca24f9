"""Links and images in Markdown, each at its place in the text, as the renderer sees them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from conspectus.text.bounds import excess

CODE = re.compile(r"(?s)(?<![\\`])(`{1,9})(?!`).{1,2000}?(?<!`)\1(?!`)|<!--(?:(?!<!--).)*?-->")
"""Code within a paragraph, and comments."""

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)]|:|\[\^[^\]]+\]:)[ \t]")
"""What begins an item of a list, a definition or a footnote, whose further paragraphs are indented and no code."""

TEXT = r"(?P<label>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,1000}\]){0,2000})"
OPENING = re.compile(r"(?<!\\)!?\[")
TARGET = r"(?:<(?P<angle>[^<>\n]*)>|(?P<target>(?:[^\s()\\]|\\.|\([^\s()]*\)){0,3000}))"
INLINE = re.compile(rf"(?s)!?\[{TEXT}\]\(\s*{TARGET}[\s)]")
REFERENCE = re.compile(rf"(?s)!?\[{TEXT}\] ?\[(?P<id>[^\[\]\n]{{0,200}})\]")
DEFINITION = re.compile(r"(?m)^ {0,3}\[(?!\^)(?P<id>[^\]\n]{1,200})\]:[ \t]*<?(?P<target>[^\s>]{1,3000})>?")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BARE = re.compile(r"<(?P<target>https?://[^\s<>]{1,3000})>")


class Link(NamedTuple):
    """A link, or an image: where it leads as it is written, its text, and where the address begins in the source."""

    target: str
    label: str
    start: int
    is_image: bool = False


class Inside(NamedTuple):
    """An address in the site: the path below its root, None for the same page, and the place on that page."""

    path: str | None
    fragment: str


def links(source: str) -> tuple[Link, ...]:
    """All links and images of a Markdown text, in order; none in code and comments, nor in a text that is too large to
    be rendered."""
    if not _may_link(source) or excess(source):
        return ()
    return tuple(sorted(_links(without_code(source)), key=lambda link: link.start))


def _may_link(source: str) -> bool:
    return "](" in source or "]:" in source or "<http" in source


def _links(source: str) -> Iterator[Link]:
    definitions = {found["id"].casefold(): found for found in DEFINITION.finditer(source)}
    shown: dict[str, bool] = {}  # definitions that are used, and whether links use them
    for opening in OPENING.finditer(source):
        is_image = opening[0].startswith("!")
        if inline := INLINE.match(source, opening.start()):
            name = "target" if inline["angle"] is None else "angle"
            target = ESCAPED.sub(r"\1", inline[name])
            yield Link(target, inline["label"], inline.start(name), is_image)
        elif used := REFERENCE.match(source, opening.start()):
            id = (used["id"] or used["label"]).casefold()
            if is_image and id in definitions:
                yield Link(definitions[id]["target"], used["label"], opening.start(), is_image=True)
            shown[id] = shown.get(id, False) or not is_image
    for id, found in definitions.items():
        if shown.get(id, True):
            yield Link(found["target"], found["id"], found.start("target"))
    defined = {found.start("target") for found in definitions.values()}
    for found in BARE.finditer(source):
        if found.start("target") not in defined:
            yield Link(found["target"], found["target"], found.start("target"))


def without_code(source: str) -> str:
    """The text with blanks for code and comments, so that everything else stays where it is."""
    lines = source.split("\n")
    for number in lines_of_code(lines):
        lines[number] = " " * len(lines[number])
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), "\n".join(lines))


def lines_of_code(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines in fenced and in indented code."""
    fence, blank, indented, in_list = "", True, False, False
    for number, line in enumerate(lines):
        opening = FENCE.match(line)
        is_blank = not line.strip()
        if fence or (opening and not indented):
            yield number
            if not fence and opening:
                fence = opening[1]
            elif opening and opening[1].startswith(fence) and not line[opening.end() :].strip():
                fence = ""
        elif line.startswith(("    ", "\t")) and not in_list and (blank or indented):
            indented = True
            yield number
        elif not is_blank:
            indented = False
            in_list = bool(ITEM.match(line)) or (in_list and (not blank or line.startswith((" ", "\t"))))
        blank = is_blank


@lru_cache(maxsize=65536)
def inside(target: str) -> Inside | None:
    """Where in the site an address leads that counts from its root; None where it leads elsewhere, or nowhere.

    Kept, because each save asks for all of them again.
    """
    target = target.strip()
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not target.isprintable() or "\\" in target:
        return None
    path = None if target.startswith("#") else unquote(below_root(parts.path))
    return Inside(path, unquote(parts.fragment))


def below_root(path: str) -> str:
    """A path that counts from the site's root, without the slash before it; `..` cannot lead out of the site."""
    normal = posixpath.normpath("/" + path).strip("/")
    return f"{normal}/" if normal and path.endswith("/") else normal
