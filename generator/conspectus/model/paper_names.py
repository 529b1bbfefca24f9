"""Which paper a name means, wherever somebody writes one: the one look-up for commands, pins, notes and prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from conspectus.model.identifiers import arxiv_id, doi

if TYPE_CHECKING:
    from conspectus.model.ledger import Ledger
    from conspectus.model.paper import Library, Paper

Papers = tuple["Paper", ...]


class PaperNames(NamedTuple):
    """Papers by what names them, in lower case: their ids, former ids, arXiv ids and DOIs, and the citation keys that
    exports give them."""

    ids: Mapping[str, Papers]
    former: Mapping[str, Papers]
    identifiers: Mapping[str, Papers]
    keys: Mapping[str, Papers]

    @classmethod
    def of(cls, papers: Iterable[Paper]) -> PaperNames:
        named: tuple[dict[str, dict[str, Paper]], ...] = tuple(defaultdict(dict) for _ in cls._fields)
        for paper in papers:
            every = ((paper.id,), paper.work.was, identifiers(paper), keys(paper))
            for known, names in zip(named, every, strict=True):
                for name in names:
                    known[name.lower()][paper.id] = paper
        return cls(*({name: tuple(papers.values()) for name, papers in known.items()} for known in named))


def identifiers(paper: Paper) -> Iterator[str]:
    """The arXiv ids and DOIs that any source gives a paper."""
    for work in (paper.work, *(record.work for record in paper.records)):
        yield from filter(None, (work.arxiv, work.doi))


def keys(paper: Paper) -> Iterator[str]:
    """The citation keys that exports give a paper."""
    yield from filter(None, (record.own_name for record in paper.records))


def others(paper: Paper, ledger: Ledger | None) -> Iterator[str]:
    """What names a paper besides its id, each once."""
    kept = ledger.line(paper) if ledger else None
    names = (*paper.work.was, *([kept.id] if kept else ()), *keys(paper), *identifiers(paper))
    yield from dict.fromkeys(name for name in names if name != paper.id)


def find(name: str, library: Library, ledger: Ledger | None = None) -> Papers:
    """The papers that a name may mean: one, several if it is ambiguous, or none. Case makes no difference.

    By the first of these that any paper has: its id, a former id, its arXiv id or DOI in any spelling, the citation key
    that the ledger keeps for it, the one that an export gives it.
    """
    if name in library.by_id:
        return (library.by_id[name],)
    names, wanted = library.names, name.strip().lower()
    kept = ledger.owners.get(wanted, "").lower() if ledger else ""
    return (
        names.ids.get(wanted)
        or names.former.get(wanted)
        or names.identifiers.get(arxiv_id(name) or doi(name) or "")
        or names.ids.get(kept)
        or names.former.get(kept)
        or names.keys.get(wanted, ())
    )
