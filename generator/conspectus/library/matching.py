"""Which records are one work: those with enough evidence for it, the strongest first.

Records that share a block are compared. Whatever joins with most points is joined first, and then the works that came
of it are compared again, with all that is known of them by then. Where a record fits several works that do not fit each
other, it joins none of them. So the order of the files makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

from conspectus.library import decisions
from conspectus.library.blocking import CROWD, blocks, pairs
from conspectus.library.evidence import judge
from conspectus.library.groups import Groups
from conspectus.library.ids import names_of
from conspectus.library.likeness import Likeness
from conspectus.library.profiles import Profile
from conspectus.library.verdicts import JOIN, Kind, Verdict
from conspectus.model.paper import Record

MANY = 24
"""If more works than this share a title, they are reported together and not pair by pair."""


COLUMN = 3
"""A title that so many groups of authors, with nobody in common, have in one file is that of a column or a series."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Records found to be one work, by their places in the list: the main evidence, the value they share, and all that
    speaks for it."""

    by: str
    value: str
    records: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Apart:
    """Two records whose works stayed two, and why."""

    first: int
    second: int
    verdict: Verdict
    why: str


@dataclass(slots=True)
class Matching:
    """Groups of records, each a work; what joined them; pairs that were not merged."""

    groups: list[list[int]] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)
    unresolved: list[int] = field(default_factory=list)


def match(records: Sequence[Record], profiles: Sequence[Profile]) -> Matching:
    """Group the records, which are in an order that does not depend on that of the files; `profiles`: theirs."""
    if len(records) == 1 and not records[0].same_as:
        return Matching([[0]])
    matcher = _Matcher(records, profiles)
    matcher.join()
    matcher.join_by_name()
    return Matching(matcher.groups.all, matcher.joined, list(matcher.apart()), matcher.unresolved)


class _Matcher:
    """Groups under way, of the records' numbers."""

    def __init__(self, records: Sequence[Record], profiles: Sequence[Profile]) -> None:
        self.records = records
        self.groups = Groups(len(records))
        self.profiles, self.unresolved = decisions.clear(dict(enumerate(_without_columns(profiles))))
        self.joined: list[Joined] = []
        self.left: dict[tuple[int, int], Verdict] = {}

    def join(self) -> None:
        """Join all that the evidence joins, the strongest first."""
        waiting: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for pair in set(self.candidates()):
            self.sort_in(pair, judge(self.profiles[pair[0]], self.profiles[pair[1]]), waiting)
        while waiting:
            points = max(waiting)
            strongest, decided = set[tuple[int, int]](), set[tuple[int, int]]()
            for pair in waiting.pop(points):
                one, other = sorted((self.groups.of(pair[0]), self.groups.of(pair[1])))
                verdict = judge(self.profiles[one], self.profiles[other])
                if one != other and min(verdict.points, points) == points:
                    (decided if verdict.is_decided else strongest).add((one, other))
                elif one != other:
                    self.sort_in((one, other), verdict, waiting)
            for pair in sorted(decided):
                self.join_all(list(pair))
            for component in _components(strongest):
                for part in self.agreeing(component):
                    self.join_all(part)

    def candidates(self) -> Iterator[tuple[int, int]]:
        """The pairs that are compared: those in one block, and those of which the curator speaks."""
        having: dict[str, list[int]] = defaultdict(list)
        known: dict[str, list[int]] = defaultdict(list)
        for number, profile in self.profiles.items():
            for block in (*blocks(profile), *profile.wanted):
                having[block].append(number)
            for name in (*profile.names, *profile.same_as):
                known[name].append(number)
        for numbers in having.values():
            yield from pairs(numbers, self.profiles.__getitem__)
        for number, profile in self.profiles.items():
            meant = {other for name in (*profile.same_as, *profile.other) for other in known[name]} - {number}
            yield from (tuple(sorted((number, other))) for other in meant)  # type: ignore[misc]
            if profile.same_as and not meant:
                self.unresolved.append(number)

    def sort_in(self, pair: tuple[int, int], verdict: Verdict, waiting: dict[int, set[tuple[int, int]]]) -> None:
        """Let a pair wait for its turn, or note why it is not joined."""
        if verdict.joins:
            waiting[verdict.points].add(pair)
        elif verdict.is_told or verdict.versions:
            self.left[pair] = verdict

    def agreeing(self, component: list[int]) -> list[list[int]]:
        """The parts of a component that are works: groups that all fit each other, and the same of the rest."""
        if len(component) <= 2 or len(component) > CROWD:
            return [component]
        fits: dict[int, set[int]] = {group: {group} for group in component}
        for one, other in combinations(component, 2):
            verdict = judge(self.profiles[one], self.profiles[other])
            if verdict.joins or not verdict.conflicts:
                fits[one].add(other)
                fits[other].add(one)
            if verdict.shares_identifier or not verdict.joins:
                self.left[one, other] = verdict
        parts: dict[frozenset[int], list[int]] = defaultdict(list)
        for group in component:
            parts[frozenset(fits[group])].append(group)
        for ours, theirs in pairwise(parts.values()):
            self.left.setdefault((ours[0], theirs[0]), judge(self.profiles[ours[0]], self.profiles[theirs[0]]))
        return list(parts.values())

    def join_all(self, part: list[int]) -> None:
        """Make one group of several; in a crowd, as far as they still fit."""
        first, *others = part
        for other in others:
            one, two = self.groups.of(first), self.groups.of(other)
            verdict = judge(self.profiles[one], self.profiles[two])
            if one != two and verdict.joins:
                records = tuple(sorted(self.groups.members[one] + self.groups.members[two]))
                profile = Profile.together([self.profiles[one], self.profiles[two]])
                self.groups.join(one, two)
                self.profiles[self.groups.of(one)] = profile
                self.joined.append(self.told(verdict, records))
            elif one != two:
                first = other

    def told(self, verdict: Verdict, records: tuple[int, ...]) -> Joined:
        """What joined some records, as it is reported."""
        kinds = {each.kind: each for each in verdict.evidence if each.points > 0}
        # the id that an import wrote down often says no more than that the rest joined them then
        is_by_id = Kind.IMPORT in kinds and verdict.points - kinds[Kind.IMPORT].points < JOIN
        for kind in (Kind.CURATOR, Kind.ARXIV, Kind.DOI, *([Kind.IMPORT] if is_by_id else [])):
            if kind in kinds:
                by = "id" if kind in (Kind.CURATOR, Kind.IMPORT) else kind.value
                return Joined(by, kinds[kind].text.rpartition(" ")[2], records, verdict.why)
        titles = [title.source for number in records if (title := self.records[number].work.title)]
        return Joined("title", titles[0] if titles else "", records, verdict.why)

    def join_by_name(self) -> None:
        """A record of the curator's with an id and no title means the paper with this id or key, or a former one."""
        bare = {group for group, *_ in self.groups.all if not self.profiles[group].titles}
        if not bare:
            return
        known: dict[str, set[int]] = defaultdict(set)
        for number, record in enumerate(self.records):
            if (group := self.groups.of(number)) not in bare:
                for name in names_of(record):
                    known[name].add(group)
        for group in sorted(bare):
            profile = self.profiles[group]
            ids = profile.ids and profile.ids | profile.former
            meant = {other for id in ids for other in known[id.lower()]}
            if len(meant) != 1:
                continue
            (other,) = meant
            if judge(profile, self.profiles[other]).points >= 0:
                records = tuple(sorted((group, other)))
                self.groups.join(group, other)
                self.joined.append(Joined("id", min(profile.ids), records, f"the id {min(profile.ids)}"))

    def apart(self) -> Iterator[Apart]:
        """Pairs of works that stayed two, each once; many works of one title together."""
        found: dict[tuple[int, int], Apart] = {}
        titled: dict[str, set[int]] = defaultdict(set)
        for (first, second), verdict in sorted(self.left.items(), key=lambda item: item[0]):
            one, other = sorted((self.groups.of(first), self.groups.of(second)))
            if one == other:
                continue
            verdict = judge(self.profiles[one], self.profiles[other])
            if verdict.is_settled:
                continue
            why = verdict.why if not verdict.joins else f"{verdict.why}, but several works match"
            found.setdefault((one, other), Apart(one, other, verdict, why))
            if verdict.likeness is Likeness.SAME and not verdict.shares_identifier:
                titled[self.profiles[one].titles[0].key] |= {one, other}
        for groups in titled.values():
            if len(groups) > MANY:
                one, other = sorted(groups)[:2]
                found = {pair: each for pair, each in found.items() if not set(pair) <= groups}
                verdict = judge(self.profiles[one], self.profiles[other])
                found[one, other] = Apart(one, other, verdict, f"{len(groups)} works share the title")
        return iter(found.values())


def _without_columns(profiles: Sequence[Profile]) -> Iterator[Profile]:
    """The profiles, in which a title that one file gives to works of several groups of authors is a column's."""
    bylines: dict[tuple[frozenset[str], str], set[frozenset[str]]] = defaultdict(set)
    for profile in profiles:
        for title in profile.titles:
            bylines[profile.files, title.key] |= {byline.families for byline in profile.bylines}
    columns = {key for (_, key), several in bylines.items() if len(several) >= COLUMN <= _apart(several)}
    for profile in profiles:
        if any(title.key in columns and not title.is_generic for title in profile.titles):
            yield replace(profile, titles=tuple(replace(title, is_generic=True) for title in profile.titles))
        else:
            yield profile


def _apart(several: set[frozenset[str]]) -> int:
    """How many groups some lists of families are, where those of one group have most families in common."""
    lists = sorted(several, key=sorted)
    having: dict[str, list[int]] = defaultdict(list)
    groups = Groups(len(lists))
    for number, families in enumerate(lists):
        for other in {other for family in families for other in having[family][-CROWD:]}:
            if 2 * len(families & lists[other]) > min(len(families), len(lists[other])):
                groups.join(number, other)
        for family in families:
            having[family].append(number)
    return len(groups.all)


def _components(edges: set[tuple[int, int]]) -> list[list[int]]:
    """The numbers that edges connect, each component sorted."""
    numbers = sorted({number for edge in edges for number in edge})
    place = {number: position for position, number in enumerate(numbers)}
    groups = Groups(len(numbers))
    for one, other in edges:
        groups.join(place[one], place[other])
    return [[numbers[position] for position in group] for group in groups.all]
