"""Whether two folders are the same site: the same paths, and in each file the same elements, attributes and text.

White space counts for nothing where it is more or less of it; neither do the order of attributes, the ways in which a
character can be escaped, nor the order of keys in JSON inside a page.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

MARKUP = (".html", ".xml", ".svg")
MOST = 5_000
"""Of more files than this, so many are looked into, evenly spread over the paths; looking into one takes longer than
building it."""


class Difference(NamedTuple):
    """A path, and what one folder has there and the other has not; empty texts where the file is missing altogether."""

    path: str
    first: str
    second: str

    def __str__(self) -> str:
        return f"{self.path}: {self.first or 'nothing'} | {self.second or 'nothing'}"


class _Tokens(HTMLParser):
    """What a document says, in order: tags with their attributes, and pieces of text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[str] = []
        self._text: list[str] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        said = sorted(f'{name}="{" ".join((value or "").split())}"' for name, value in attrs)
        self._is_data = tag == "script" and ("type", "application/ld+json") in attrs
        self.tokens.append(f"<{' '.join([tag, *said])}>")

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        self._is_data = False
        self.tokens.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text and self._is_data:
            text = json.dumps(json.loads(text), sort_keys=True)
        if text:
            self.tokens.append(text)


def tokens(path: str, data: bytes) -> list[str]:
    """What a file says: of markup its tokens, of other text its words."""
    text = data.decode("utf-8", "replace")
    if not path.endswith(MARKUP):
        return text.split()
    parser = _Tokens()
    parser.feed(text)
    parser.close()
    return parser.tokens


def paths(root: Path) -> set[str]:
    """The paths of all files that readers can ask for."""
    files = (Path(folder, name) for folder, _, names in os.walk(root) for name in names if not name.startswith("."))
    return {file.relative_to(root).as_posix() for file in files}


def differences(first: Path, second: Path, only: set[str] | None = None) -> Iterator[Difference]:
    """Where two sites differ; `only`: the paths that both are to have, where they are not all that the first has.

    Of all files it is looked at whether they are there, of `looked_into` at what they say.
    """
    wanted, there = paths(first) if only is None else only, paths(second)
    for path in sorted(wanted ^ there):
        yield Difference(path, "a file" if path in wanted else "", "a file" if path in there else "")
    for path in looked_into(wanted & there):
        one, other = (root / path for root in (first, second))
        data = one.read_bytes(), other.read_bytes()
        if data[0] != data[1]:
            yield from _in_file(path, *(tokens(path, each) for each in data))


def looked_into(paths: set[str]) -> list[str]:
    """The files of a site that are compared."""
    return sorted(paths)[:: max(1, -(-len(paths) // MOST))]


def _in_file(path: str, one: list[str], other: list[str]) -> Iterator[Difference]:
    """The first place in which a file differs."""
    if one != other:
        at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
        yield Difference(path, " ".join(one[at : at + 3])[:200], " ".join(other[at : at + 3])[:200])
