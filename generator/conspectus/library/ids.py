"""The ids of papers: the curator's word, else the arXiv id, the DOI or the title as a piece of an address."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from conspectus.model.identifiers import arxiv_id, doi, normal_title, slug
from conspectus.model.paper import Authority, Record
from conspectus.model.work import Work


def curators_id(record: Record) -> str | None:
    """The id the curator gave; the key of an export does not count."""
    return record.id if record.authority == Authority.CURATOR else None


def spelled(name: str) -> str:
    """A paper's name in the spelling by which names are compared: in lower case, an identifier as the id it makes."""
    arxiv, digital = arxiv_id(name), doi(name)
    return arxiv.replace("/", "") if arxiv else slug(digital) if digital else name.lower()


def decided_ids(record: Record) -> tuple[str, ...]:
    """The ids that the curator says a record's paper has and has not, as they are compared."""
    return tuple(spelled(reference.id) for reference in (*((record.same_as,) if record.same_as else ()), *record.other))


def wanted_id(group: Sequence[Record], resolved: Sequence[Record]) -> str | None:
    """The id that the curator gives to a work, else an import; `resolved`: the records whose `same_as` names a paper.

    A record that is the same as another paper has that one's id. An id of an import stays as it is written there even
    if the curator writes it in another case.
    """
    assigned = {record.assigned.lower(): record.assigned for record in group if record.assigned}
    own = [id for record in group if not any(record is each for each in resolved) if (id := curators_id(record))]
    if own:
        return assigned.get(own[0].lower(), own[0])
    named = [record.same_as.id for record in group if record.same_as and any(record is each for each in resolved)]
    if not named:
        return next(iter(assigned.values()), None)
    ids: dict[str, str] = {}
    for record in group:
        id = curators_id(record) or record.assigned
        ids |= {name: id or name for name in derived_names(record.work)}
        ids |= {name.lower(): id for name in (record.id, id) if name and id}
    meant = (ids[spelled(name)] for name in named if spelled(name) in ids)
    return next(meant, None) or next(iter(assigned.values()), None)


def derived_ids(work: Work) -> tuple[str, ...]:
    """The ids the work would have without the curator, best first."""
    return _derived_ids(work.arxiv, work.doi, work.title.as_text() if work.title else None)


@lru_cache(maxsize=1 << 14)  # a work's ids are asked for several times
def _derived_ids(arxiv: str | None, doi: str | None, title: str | None) -> tuple[str, ...]:
    ids = []
    if arxiv:
        ids.append(arxiv.replace("/", ""))  # as arXiv names the files of `hep-th/9901001`
    if doi:
        ids.append(slug(doi))
    if title is not None:
        ids.append(slug(title) or f"paper-{_digest(normal_title(title) or title)}")
    return tuple(ids)


def names_of(record: Record) -> Iterator[str]:
    """All that the record's paper may be called, without the curator's id, in lower case."""
    if record.own_name and record.authority != Authority.CURATOR:
        yield record.own_name.lower()
    yield from derived_names(record.work)


def derived_names(work: Work) -> Iterator[str]:
    """The ids that a work would have without the curator, in lower case; where others have the first, longer ones."""
    derived = [id.lower() for id in derived_ids(work)]
    yield from derived
    if derived and work.date:
        yield f"{derived[0]}{_year(work)}"
        yield f"{derived[0]}{_year(work)}{_author(work)}".lower()


LONGEST = 4
"""How many forms a derived id has, one longer than the other."""


def choose(works: Sequence[tuple[str | None, Work]]) -> list[str]:
    """An id for each work, given with the one it wants (`wanted_id`), if any; no two alike, even where case is ignored.

    Wanted ids stand. Works that would share a derived id all get a longer one: with the year, then the first author,
    then a digest of what is known. So an id depends on the works it collides with and on no others.
    """
    ids = [id or "" for id, _ in works]
    taken = {id.lower() for id in ids}
    waiting = [number for number, id in enumerate(ids) if not id]
    for step in range(LONGEST):
        offered: dict[str, list[int]] = defaultdict(list)
        names = {number: _option(works[number][1], step) for number in waiting}
        for number, name in names.items():
            offered[name.lower()].append(number)
        for name, numbers in offered.items():
            if len(numbers) == 1 and name not in taken:
                ids[numbers[0]] = names[numbers[0]]
        taken |= offered.keys()
        waiting = [number for number in waiting if not ids[number]]
    for place, number in enumerate(waiting, 1):  # nothing that is known tells these apart
        ids[number] = f"{_option(works[number][1], LONGEST - 1)}-{place}"
    return ids


def longer_ids(works: Sequence[tuple[str | None, Work]]) -> Iterator[str]:
    """All that those of some works may be called that share their first choice with another, in lower case."""
    if len(works) < 2:
        return
    first = [(id or derived_ids(work)[0]).lower() for id, work in works]
    wanted = Counter(first)
    for name, (id, work) in zip(first, works, strict=True):
        if not id and wanted[name] > 1:
            yield from (_option(work, step).lower() for step in range(1, LONGEST))


def _option(work: Work, step: int) -> str:
    """A derived id, longer with each step."""
    shortest = derived_ids(work)[0]
    if step < LONGEST - 1:
        return shortest + "".join((_year(work), _author(work))[:step])
    return f"{shortest}-{_digest(repr(work))}"


def _year(work: Work) -> str:
    return f"-{work.date.year}" if work.date else ""


def _author(work: Work) -> str:
    return f"-{slug(work.authors.people[0].family)}".rstrip("-") if work.authors and work.authors.people else ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
