"""The text of one entry of a list as a line with marks: links that have a label become marks, titles stay text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from conspectus.model.work import Link
from conspectus.sources import links, list_words
from conspectus.sources.markdown_blocks import Run

MARK = "\ue000"
"""Stands where a link with a label stood: `[[Paper]](…)`."""

UNSEEN = re.compile("[\ue000-\uf8ff\u200b\u00ad]")


LONG_SPACE = re.compile(r"[^\S\n]{9,}")
"""No entry needs more white space in one place, and patterns that look for its end would take long with more."""


class Span(NamedTuple):
    """A piece of the text that is a link (`href`), bold or in italics."""

    start: int
    end: int
    href: str
    strong: bool
    emphasis: bool


@dataclass(slots=True)
class Entry:
    """What an entry consists of. `labelled`: links whose label or badge tells their kind; `badges`: what these say;
    `is_struck`: whether its first words are crossed out."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    labelled: list[Link] = field(default_factory=list)
    badges: list[tuple[str, str]] = field(default_factory=list)
    is_struck: bool = False

    def merge(self, other: Entry) -> None:
        """Take over what stands in another piece, on a line of its own."""
        shift = len(self.text) + 1
        self.text += f"\n{other.text}"
        self.spans += [span._replace(start=span.start + shift, end=span.end + shift) for span in other.spans]
        self.labelled += other.labelled
        self.badges += other.badges


def entry(runs: Iterable[Run]) -> Entry:
    """The entry that some text is."""
    runs = list(runs)
    made = Entry(is_struck=next((run.struck for run in runs if re.search(r"\w", run.text)), False))
    pieces: list[str] = []
    length = 0
    for run in _joined(runs):
        if run.image:
            _add_image(made, run)
            continue
        text = UNSEEN.sub("", run.text if run.text == "\n" else list_words.without_emoji(run.text)).replace("｜", "|")
        text = LONG_SPACE.sub(lambda found: "\t" if "\t" in found[0] else "  ", text)
        if run.href and (mark := _mark(made, run, text, pieces)) is not None:
            text = mark
        elif text.strip() and (run.href or run.strong or run.emphasis):
            made.spans.append(Span(length, length + len(text), run.href, run.strong, run.emphasis))
        pieces.append(text)
        length += len(text)
    made.text = "".join(pieces)
    return made


LABEL = re.compile(r"([^\W\d_][\w &-]{0,30}(?:\s*\([^()]{0,20}\))?)\s*[:：]\s*$")
"""What an address is called that is written out: `Code: https://…`"""


BIBTEX = re.compile(r"(?i)\.bib(?:tex)?(?:[?#]|$)|[?&]view=bibtex\b|/bibtex/?$")
REFERENCE = re.compile(r"(?i)\b(?:bib(?:tex)?|cit(?:e|ations?))\b")
"""Addresses and labels of references to a paper, which a survey writes itself."""


def _mark(made: Entry, run: Run, text: str, before: list[str]) -> str | None:
    """The mark of a link that says only what is behind it; None for one that says more. `before`: the text so far."""
    kind = list_words.label(text)
    if list_words.is_address(text):
        called = LABEL.search("".join(before[-2:])[-60:])
        kind = (called and list_words.label(called[1])) or "other"
    if kind is None:
        return None
    if (link := _link(run.href, kind)) and not (
        BIBTEX.search(run.href) or (REFERENCE.search(text) and link.kind == "other")
    ):
        made.labelled.append(link)
    return MARK


def _add_image(made: Entry, run: Run) -> None:
    said = list_words.badge(run.image, run.text)
    if said:
        made.badges.append((run.text, said))
    kind = list_words.label(run.text) or list_words.label(said) or "other"
    if run.href and (link := _link(run.href, kind)):
        made.labelled.append(link)


def _link(href: str, kind: str) -> Link | None:
    """A link by what its address shows, and where that is nothing, by its label."""
    found = links.link(href.strip())
    if found is None:
        return None
    if found.kind == "other" or (kind == "project" and found.kind in ("code", "model")):
        return Link(kind, found.url)
    return found


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Runs that belong to one link, or to one piece of one style, as one; a link's style is that of its first piece."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and not last.image and not run.image and "\n" not in (last.text, run.text) and last.href == run.href:
            same_style = (last.strong, last.emphasis) == (run.strong, run.emphasis)
            if run.href or same_style:
                joined[-1] = last._replace(text=last.text + run.text)
                continue
        joined.append(run)
    return joined
