"""What the curator's records say with `same_as` and `not`: which work is meant, and where that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from conspectus.diagnostics import Mistake
from conspectus.library.evidence import judge
from conspectus.library.ids import names_of, spelled
from conspectus.library.profiles import Profile, lower
from conspectus.model.paper import Paper, Record


def clear(profiles: Mapping[int, Profile]) -> tuple[dict[int, Profile], list[int]]:
    """The profiles in which each `same_as` names one work, by an id before a citation key, and those whose `same_as`
    is left out because it names several, as a key in two libraries does."""
    settled, ambiguous = dict(profiles), []
    for number, profile in profiles.items():
        for name in profile.same_as:
            known = [n for n, each in profiles.items() if n != number and name in each.names]
            by_key = [n for n in known if name in lower(profiles[n].keys) and name not in _given_ids(profiles[n])]
            if by_key != known:
                settled |= {n: replace(settled[n], names=settled[n].names - {name}) for n in by_key}
            elif not all(judge(settled[one], settled[two]).joins for one, two in combinations(known, 2)):
                settled[number] = replace(profile, same_as=frozenset())
                ambiguous.append(number)
    return settled, ambiguous


def _given_ids(profile: Profile) -> frozenset[str]:
    return lower(profile.ids | profile.assigned | profile.former)


def contradicted(records: Sequence[Record], groups: Iterable[Sequence[int]]) -> set[int]:
    """The records that are not one work with the paper that their `same_as` names, because of a `not`. `groups`: the
    records of each work, by their numbers."""
    found = set()
    for group in groups:
        for number in group:
            same_as = records[number].same_as
            others = (records[other] for other in group if other != number)
            if same_as and not any(spelled(same_as.id) in _names(other) for other in others):
                found.add(number)
    return found


def _names(record: Record) -> set[str]:
    return {*names_of(record), *(name.lower() for name in (record.id, record.assigned, *record.work.was) if name)}


def mistakes(
    records: Sequence[Record], papers: Sequence[Paper], unresolved: Iterable[int], contradicted: Iterable[int]
) -> Iterator[Mistake]:
    """What is wrong with `same_as`; `unresolved`: records for which it names no paper, or several."""
    for record in (records[number] for number in unresolved):
        if record.same_as:
            name, own = record.same_as.id, {each.lower() for each in (record.id, record.assigned) if each}
            several = [paper.id for paper in papers if any(spelled(name) in _names(each) for each in paper.records)]
            if spelled(name) in own:
                message, help = "`same_as` names the paper itself", "write the id of the other paper, or delete this"
            elif len(several) > 1:
                message = f"`same_as` names `{name}`, which means {len(several)} papers"
                help = f"write the id of one: {', '.join(several)}"
            else:
                message, help = f"`same_as` names `{name}`, which is no paper", "write the id of a paper"
            yield Mistake("unknown-paper", message, record.same_as.span, help)
    for record in (records[number] for number in contradicted):
        if record.same_as:
            message = f"`same_as` says that this paper is `{record.same_as.id}`, but a `not` says that they are two"
            yield Mistake("bad-value", message, record.same_as.span, "delete `same_as` here, or the `not`")
    yield from _cycles(records)


def _cycles(records: Sequence[Record]) -> Iterator[Mistake]:
    """Papers each of which is said to be the next one, so that none of them has the id that they keep."""
    named = {record.id.lower(): record.same_as for record in records if record.id and record.same_as}
    following = {id: same_as for id, same_as in named.items() if same_as.id.lower() != id}
    seen = set[str]()
    for start in sorted(following):
        way: list[str] = []
        id = start
        while id in following and id not in seen:
            seen.add(id)
            way.append(id)
            id = following[id].id.lower()
        if id in way:
            circle = way[way.index(id) :]
            message = f"`same_as` leads in a circle: {' → '.join(f'`{each}`' for each in (*circle, id))}"
            help = "delete `same_as` in the record whose id the paper is to keep"
            yield Mistake("cycle", message, following[id].span, help)
