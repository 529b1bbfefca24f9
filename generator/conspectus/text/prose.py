"""`Prose`: Markdown the curator wrote, with the papers it cites and the images it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

NAME = r"[A-Za-z0-9][\w.:/+()-]*"
"""What names a paper: an id, a citation key, an arXiv id or a DOI."""

CITATION = re.compile(rf"\[(@{NAME}(?:\s*[;,]\s*@{NAME})*)\](?!\()")
"""`[@snapkv]` in prose cites the paper with that id, `[@snapkv; @h2o]` two of them. As in Pandoc's Markdown."""

CITED = re.compile(rf"@({NAME})")

BESIDE = re.compile(r"\[@[^\[\]\n]*\]|(?<=\])\((?:[^()\s]|\([^()\s]*\))*\)|<[^<>\n]*>")
"""The parts of Markdown that are not text: citations, URLs of links, tags. None holds its own beginning, so that of
millions of beginnings not each is followed to the end of the text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a page must know of a paper to link to it: how it is cited, its address below the site's root, its plain
    title, its year."""

    name: str
    url: str
    title: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """What a page must know of an image to show it: its address below the site's root, its size in CSS pixels (0 where
    it has none), and a version that changes when its bytes do."""

    url: str
    width: int
    height: int
    version: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown source with what it cites and shows, so that it can be rendered without the survey at hand."""

    source: str
    citations: tuple[Citation, ...] = ()
    images: tuple[Image, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.source.strip())


def words_of(source: str) -> str:
    """A Markdown text for looking for words in it."""
    return BESIDE.sub(" ", source)


def cited(source: str) -> tuple[str, ...]:
    """The names of the papers that a Markdown text cites, each once, in order."""
    return tuple(dict.fromkeys(id for group in CITATION.findall(source) for id in CITED.findall(group)))
