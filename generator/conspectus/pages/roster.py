"""Where the indexes of names list each name, known without the indexes being made."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Mapping

from conspectus.model.identifiers import slug
from conspectus.model.paper import Paper
from conspectus.pages.holders import Holders
from conspectus.pages.names import (
    MOST_ON_ONE_PAGE,
    OTHER,
    anchor,
    fits,
    letter_url,
    lines,
    sort_key,
)
from conspectus.pages.orders import newest_first

Names = Callable[[Paper], Mapping[str, str]]
"""The names a paper has, each as an index writes it."""

Key = tuple[bool, str, str]
"""What a name is sorted by; the name itself comes last."""


class Roster:
    """An index's names in its order. A value, like the holders it is made of; kept from one survey to the next."""

    def __init__(self, url: str, names: Names) -> None:
        self._url = url
        self._names = names
        self._holders = Holders(names, {}, ())
        self._keys: dict[str, Key] = {}
        self._order: list[Key] = []
        self._slugs: dict[str, list[Key]] = {}  # names that would have one place on a page
        self._lines = 0

    def after(self, before: Mapping[str, Paper], now: Mapping[str, Paper], ids: Collection[str]) -> Roster:
        """The roster after these papers, of which some are gone and some new, have changed."""
        made = Roster(self._url, self._names)
        made._holders = self._holders.after(before, now, ids)
        touched = {name for papers in (before, now) for id in ids if id in papers for name in self._names(papers[id])}
        made._keys, made._slugs = dict(self._keys), dict(self._slugs)
        gone = {made._keys.pop(name) for name in touched if name in self._keys}
        come = [made._key(name, now) for name in touched if name in made._holders.of]
        for key in gone:
            slugs = made._slugs.pop(slug(key[-1]))
            if rest := [other for other in slugs if other != key]:
                made._slugs[slug(key[-1])] = rest
        made._order = [key for key in self._order if key not in gone] if gone else list(self._order)
        made._lines = self._lines - sum(lines(len(self._holders.of[key[-1]])) for key in gone)
        for key in come:
            made._keys[key[-1]] = key
            made._slugs[slug(key[-1])] = sorted([*made._slugs.get(slug(key[-1]), ()), key])
            made._lines += lines(len(made._holders.of[key[-1]]))
        if len(come) > len(made._order):
            made._order = sorted([*made._order, *come])
        else:
            for key in come:
                insort(made._order, key)
        return made

    def _key(self, name: str, papers: Mapping[str, Paper]) -> Key:
        """As the newest paper that has the name would have it written."""
        newest = min((papers[id] for id in self._holders.of[name]), key=newest_first)
        return (*sort_key(self._names(newest)[name]), name)

    def place(self, name: str) -> tuple[str, int]:
        """The address of a name in its index, and how many papers it has there; none of either if it has none."""
        key = self._keys.get(name)
        if key is None:
            return "", 0
        wanted = slug(name)
        return f"{self._page(key)}#{anchor(wanted, self._slugs[wanted].index(key))}", len(self._holders.of[name])

    def _page(self, key: Key) -> str:
        if fits(len(self._order), self._lines):
            return self._url
        elsewhere, plain, _ = key
        url = letter_url(self._url, OTHER if elsewhere else plain[0])
        start = bisect_left(self._order, (elsewhere, "" if elsewhere else plain[0], ""))
        number = (bisect_left(self._order, key) - start) // MOST_ON_ONE_PAGE + 1
        return url if number == 1 else f"{url}{number}/"


def authors_of(paper: Paper) -> dict[str, str]:
    """The names of a paper's authors, family names first."""
    people = paper.work.authors.people if paper.work.authors else ()
    return {person.name: person.inverted for person in people if person.name}


def organisation_of(paper: Paper) -> dict[str, str]:
    name = paper.work.organization
    return {name: name} if name else {}
