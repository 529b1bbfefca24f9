"""What an export is told of a paper, and by which key the paper is cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from conspectus.model.paper import Authority, Link, Paper, Work
from conspectus.text.tex import FORBIDDEN

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+/-]{0,118}")
"""Keys that every BibTeX program takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper to be cited by `key`; `links` is where it can be had, the best place first."""

    key: str
    work: Work
    links: tuple[Link, ...] = ()

    @property
    def title(self) -> str:
        """Plain, in one line."""
        return one_line(self.work.title.as_text()) if self.work.title else ""

    @property
    def url(self) -> str:
        """Where the paper is to be read, else where there is anything of it; empty if that is not known."""
        return self.link("paper", "pdf", "project") or next((link.url for link in self.links), "")

    def link(self, *kinds: str) -> str:
        """The first address of the first of these kinds that there is one of; empty if there is none."""
        found = {link.kind: link.url for link in reversed(self.links)}
        return next((found[kind] for kind in kinds if kind in found), "")


def citation_keys(papers: Iterable[Paper]) -> dict[str, str]:
    """The key of each paper by its id: the one an export gave it, else its id.

    A key that an export gave counts only where no other paper has it for key or id, case aside: so no two are alike,
    and given all papers of a survey, a paper has one key in all of its files.
    """
    given = {paper.id: _given(paper) for paper in papers}
    wanted = Counter(name.lower() for id, key in given.items() for name in {key.lower(), id.lower()} if name)
    return {id: key if key and wanted[key.lower()] == 1 else id for id, key in given.items()}


def _given(paper: Paper) -> str:
    """The key in the first export that shows the paper; empty if there is none, or none that can be used."""
    keys = (record.id for record in paper.records if record.authority == Authority.EXPORT and record.id)
    key = next(keys, "")
    return key if KEY.fullmatch(key) else ""


def one_line(text: str) -> str:
    """Text without line breaks and control characters, which formats made of lines would take for their own."""
    return " ".join(FORBIDDEN.sub("", " ".join(text.split())).split())
