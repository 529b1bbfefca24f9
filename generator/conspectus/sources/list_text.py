"""The text of one entry of a list as a line with marks: links that have a label become marks, titles stay text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from conspectus.model.work import Link
from conspectus.sources import links, list_words

MARK = "\ue000"
"""Stands where a link with a label stood: `[[Paper]](…)`."""

WORD = re.compile(r"\w")
UNSEEN = re.compile("[\ue000-\uf8ff\u200b\u00ad]")


LOOSE = re.compile(r"(?<=\w) ([,.])(?=\s|$)")
"""A space before a comma, as some Chinese citations have it: `Wick A , Oil B . Dim Lamps`."""

FULL_WIDTH = re.compile(r"\s?（([^（）\n]{0,60}(?:19|20)\d\d[^（）\n]{0,20})）(?=\s*(?:$|[\[.,;|]))")
"""`（ICLR 2016）`, as Chinese lists date papers."""

LONG_SPACE = re.compile(r"[^\S\n]{9,}")
"""No entry needs more white space in one place, and patterns that look for its end would take long with more."""


class Run(NamedTuple):
    """A piece of text of one kind; "\\n" is a break, with its `line` where a paragraph begins. An image's text is its
    alternative text, `image` its address. `struck`: it is crossed out."""

    text: str
    href: str = ""
    image: str = ""
    strong: bool = False
    emphasis: bool = False
    line: int = 0
    struck: bool = False


class Span(NamedTuple):
    """A piece of the text that is a link (`href`), bold or in italics."""

    start: int
    end: int
    href: str
    strong: bool
    emphasis: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry consists of. `labelled`: links whose label or badge tells their kind; `badges`: what these say;
    `is_struck`: whether its first words are crossed out."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    labelled: tuple[Link, ...] = ()
    badges: tuple[tuple[str, str], ...] = ()
    is_struck: bool = False

    def with_links(self, links: Iterable[Link]) -> Entry:
        return replace(self, labelled=(*self.labelled, *links))


def joined(entries: Iterable[Entry]) -> Entry:
    """The first entry with what stands in the others, each on a line of its own."""
    first, *others = entries
    if not others:
        return first
    texts, spans, length = [first.text], list(first.spans), len(first.text)
    for other in others:
        shift = length + 1
        spans += [span._replace(start=span.start + shift, end=span.end + shift) for span in other.spans]
        texts.append(other.text)
        length = shift + len(other.text)
    return Entry(
        "\n".join(texts),
        tuple(spans),
        tuple(link for each in (first, *others) for link in each.labelled),
        tuple(badge for each in (first, *others) for badge in each.badges),
        first.is_struck,
    )


def entry(runs: Iterable[Run]) -> Entry:
    """The entry that some text is."""
    runs = list(runs)
    is_struck = any(run.struck for run in runs) and next(run.struck for run in runs if WORD.search(run.text))
    spans: list[Span] = []
    labelled: list[Link] = []
    badges: list[tuple[str, str]] = []
    pieces: list[str] = []
    length = 0
    for run in _united(runs):
        if run.image:
            said = list_words.badge(run.image, run.text)
            badges += [(run.text, said)] if said else []
            labelled += _behind_image(run, said)
            continue
        text = _plain(run.text)
        if run.href and (kind := _kind(text, pieces)) is not None:
            labelled += _labelled(run.href, kind, text)
            text = MARK
        elif (run.href or run.strong or run.emphasis) and not text.isspace():
            spans.append(Span(length, length + len(text), run.href, run.strong, run.emphasis))
        pieces.append(text)
        length += len(text)
    return Entry("".join(pieces), tuple(spans), tuple(labelled), tuple(badges), is_struck)


def _plain(text: str) -> str:
    """A text without pictures and what is not seen."""
    if not text.isascii() or ":" in text:
        text = UNSEEN.sub("", list_words.without_emoji(text)).replace("｜", "|")
    if "（" in text:
        text = FULL_WIDTH.sub(r" (\1)", text)
    if " ," in text or " ." in text:
        text = LOOSE.sub(r"\1", text)
    return LONG_SPACE.sub(lambda found: "\t" if "\t" in found[0] else "  ", text)


LABEL = re.compile(r"([^\W\d_][\w &-]{0,30}(?:\s*\([^()]{0,20}\))?)\s*[:：]\s*$")
"""What an address is called that is written out: `Code: https://…`"""


BIBTEX = re.compile(r"(?i)\.bib(?:tex)?(?:[?#]|$)|[?&]view=bibtex\b|/bibtex/?$")
REFERENCE = re.compile(r"(?i)\b(?:bib(?:tex)?|cit(?:e|ations?))\b")
"""Addresses and labels of references to a paper, which a survey writes itself."""


def _kind(text: str, before: list[str]) -> str | None:
    """What a link whose text says only what is behind it leads to; None for one that says more. `before`: the text so
    far."""
    if list_words.is_address(text):
        called = LABEL.search("".join(before[-2:])[-60:])
        return (called and list_words.label(called[1])) or "other"
    return list_words.label(text)


def _labelled(href: str, kind: str, text: str) -> list[Link]:
    """A link by its label; none to a reference."""
    link = _link(href, kind)
    is_reference = BIBTEX.search(href) or (link and link.kind == "other" and REFERENCE.search(text))
    return [link] if link and not is_reference else []


def _behind_image(run: Run, said: str) -> list[Link]:
    kind = list_words.label(run.text) or list_words.label(said) or "other"
    link = _link(run.href, kind) if run.href else None
    return [link] if link else []


DOUBLED = re.compile(r"\((https?://.*?)\)?")
"""An address in two pairs of brackets: `[pdf]((https://…))`."""


def _undoubled(href: str) -> str:
    found = DOUBLED.fullmatch(href)
    return found[1] if found else href


def _link(href: str, kind: str) -> Link | None:
    """A link by what its address shows, and where that is nothing, by its label."""
    found = links.link(_undoubled(href.strip()))
    if found is None:
        return None
    if found.kind == "other" or (kind == "project" and found.kind in ("code", "model")):
        return Link(kind, found.url)
    return found


def _united(runs: Iterable[Run]) -> list[Run]:
    """Runs that belong to one link, or to one piece of one style, as one; a link's style is that of its first piece."""
    united: list[Run] = []
    for run in runs:
        last = united[-1] if united else None
        if last and not last.image and not run.image and "\n" not in (last.text, run.text) and last.href == run.href:
            same_style = (last.strong, last.emphasis) == (run.strong, run.emphasis)
            if run.href or same_style:
                united[-1] = last._replace(text=last.text + run.text)
                continue
        united.append(run)
    return united
