"""Long lists in pages of fifty: `topics/x/`, `topics/x/2/`, …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from conspectus.pages.views import Paging, Step

PER_PAGE = 50

T = TypeVar("T")


def paged(items: Sequence[T], url: str) -> Iterator[tuple[str, Sequence[T], Paging]]:
    """Each page of a list: its url, what is on it, and the way to the others. An empty list has one page."""
    last = max(1, -(-len(items) // PER_PAGE))
    urls = [url, *(f"{url}{number}/" for number in range(2, last + 1))]
    for index, here in enumerate(urls):
        steps = tuple(Step(number + 1, step, step == here) for number, step in enumerate(urls)) if last > 1 else ()
        before = urls[index - 1] if index else None
        after = urls[index + 1] if index + 1 < last else None
        yield here, items[index * PER_PAGE : (index + 1) * PER_PAGE], Paging(steps, before, after)
