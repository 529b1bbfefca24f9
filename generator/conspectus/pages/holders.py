"""Which papers have something: an author, a keyword. Kept from one survey to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from conspectus.model.paper import Paper

Terms = Callable[[Paper], Iterable[str]]
"""What a paper has of some kind."""

Papers = Mapping[str, Paper]


class Holders:
    """The papers that have each term, by their ids; a term that none has is missing. A value: it never changes.

    `changed`: the terms that have other holders than in the holders these were made from.
    """

    def __init__(self, terms: Terms, of: Mapping[str, Mapping[str, None]], changed: Iterable[str]) -> None:
        self.terms = terms
        self.of = of
        self.changed = frozenset(changed)

    @classmethod
    def among(cls, terms: Terms, papers: Papers) -> Holders:
        return cls(terms, {}, ()).after({}, papers, papers)

    def after(self, before: Papers, now: Papers, ids: Iterable[str]) -> Holders:
        """The holders after these papers, of which some are gone and some new, have changed."""
        tables: dict[str, dict[str, None]] = {}
        for id in ids:
            had = set(self.terms(before[id])) if id in before else set()
            has = set(self.terms(now[id])) if id in now else set()
            for term in had ^ has:
                table = tables.setdefault(term, dict(self.of.get(term, {})))
                if term in has:
                    table[id] = None
                else:
                    table.pop(id, None)
        if not tables:
            return Holders(self.terms, self.of, ())
        of = {**self.of, **tables}
        for term in [term for term, table in tables.items() if not table]:
            del of[term]
        return Holders(self.terms, of, tables)
