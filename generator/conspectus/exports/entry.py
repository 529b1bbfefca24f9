"""What an export is told of a paper."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from conspectus.model.work import FIELDS, Link, Work
from conspectus.text.tex import FORBIDDEN

CITED = attrgetter(*(field.name for field in FIELDS if field.cited))


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper to be cited by `key`; `links` is where it can be had, the best place first."""

    key: str
    work: Work
    links: tuple[Link, ...] = ()

    def __hash__(self) -> int:
        """By the key, which is nearly always enough; that of all fields would take longer than to write the entry."""
        return hash(self.key)

    @property
    def cited(self) -> tuple[object, ...]:
        """All that any export says of the paper."""
        return self.key, CITED(self.work), self.links

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
        return next((link.url for kind in kinds for link in self.links if link.kind == kind), "")


def one_line(text: str) -> str:
    """Text without line breaks and control characters, which formats made of lines would take for their own."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(FORBIDDEN.sub("", " ".join(text.split())).split())
