"""Long lists in pages of fifty: `topics/x/`, `topics/x/2/`, …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from conspectus.catalog.addresses import page_url
from conspectus.language import Language

PER_PAGE = 50
NEAR = 2
"""How many pages before and after the one shown are linked to, besides the first and the last."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """A page of a list that is too long for one. `here`: it is the one shown; `gap`: pages before it are left out."""

    number: int
    url: str
    here: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Paging:
    """The pages of a long list; `steps` is empty where one page holds all."""

    steps: tuple[Step, ...] = ()
    before: str | None = None
    after: str | None = None


class Part(NamedTuple, Generic[T]):
    """A page of a list: its number, its url, what is on it, and the way to the others."""

    number: int
    url: str
    items: Sequence[T]
    paging: Paging

    def title(self, language: Language, title: str) -> str:
        """The title of the page, given the list's, which the first page has."""
        return (
            title
            if self.number == 1
            else language.gettext("%(title)s, page %(number)s", title=title, number=self.number)
        )


def routes(url: str) -> tuple[str, ...]:
    """How the addresses of a list's pages look, given how that of its first looks."""
    return url, f"{url}{{number}}/"


def paged(items: Sequence[T], url: str, most: int = PER_PAGE) -> Iterator[Part[T]]:
    """Each page of a list, with `most` items at most; an empty list has one."""
    last = max(1, -(-len(items) // most))
    urls = [page_url(url, number) for number in range(1, last + 1)]
    for index, here in enumerate(urls):
        before = urls[index - 1] if index else None
        after = urls[index + 1] if index + 1 < last else None
        paging = Paging(_steps(urls, index), before, after)
        yield Part(index + 1, here, items[index * most : (index + 1) * most], paging)


def _steps(urls: Sequence[str], here: int) -> tuple[Step, ...]:
    """The pages linked to from one of them; between those that are not neighbours there is a gap."""
    last = len(urls) - 1
    if last == 0:
        return ()
    shown = sorted({0, *range(max(0, here - NEAR), min(last, here + NEAR) + 1), last})
    return tuple(
        Step(index + 1, urls[index], index == here, gap=position > 0 and shown[position - 1] + 1 < index)
        for position, index in enumerate(shown)
    )
