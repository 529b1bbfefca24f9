"""What can keep two groups of records apart that have a title in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.library.ids import curators_id
from conspectus.model.identifiers import normal_title
from conspectus.model.paper import Record
from conspectus.model.when import Date

SHORT = 20
"""Titles of fewer letters than this (`Introduction`) are shared by works that have nothing else in common."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a group of records that other works cannot have as well."""

    arxiv: frozenset[str]
    doi: frozenset[str]
    ids: frozenset[str]
    years: frozenset[int]
    names: frozenset[str]

    @classmethod
    def of(cls, records: Sequence[Record]) -> Profile:
        people = (person for record in records if record.work.authors for person in record.work.authors.people)
        words = (normal_title(part) for person in people for part in person.name.split())
        return cls(
            frozenset(record.work.arxiv for record in records if record.work.arxiv),
            frozenset(record.work.doi for record in records if record.work.doi),
            frozenset(id for record in records if (id := curators_id(record))),
            frozenset(year for record in records if (year := year_of(record))),
            frozenset(word for word in words if len(word) > 1),
        )

    @property
    def is_mixed(self) -> bool:
        """Whether a group with this profile would hold identifiers of several works."""
        return any(len(known) > 1 for known in (self.arxiv, self.doi, self.ids))

    def differs(self, other: Profile) -> str:
        """Which identifiers say that these are two works; empty if none does."""
        for what, ours, theirs in (
            ("arXiv ids", self.arxiv, other.arxiv),
            ("DOIs", self.doi, other.doi),
            ("ids in the curator’s files", self.ids, other.ids),
        ):
            if ours and theirs and not ours & theirs:
                return f"the same title, but different {what}: {min(ours)} and {min(theirs)}"
        return ""


def year_of(record: Record) -> int | None:
    """The year of the work's date, or of its arXiv id."""
    date = record.work.date or arxiv_date(record.work.arxiv)
    return date.year if date else None


def arxiv_date(arxiv: str | None) -> Date | None:
    """The month in which arXiv gave the id."""
    if not arxiv:
        return None
    yymm = arxiv.rpartition("/")[2][:4]
    century = 1900 if "/" in arxiv and yymm >= "91" else 2000
    return Date(century + int(yymm[:2]), int(yymm[2:]), inferred="arxiv id")


def conflicts(title: str, profiles: Mapping[int, Profile]) -> dict[tuple[int, int], str]:
    """For each pair of groups with this title, the smaller number first, why they are not one work; empty if they are.

    Years have to lie within one of each other where both are known, directly or by way of the years of a third group
    with the title: the preprint of 2023, the paper of 2024 and the journal's of 2025 are one work.
    """
    eras = _eras(profiles)
    reasons = {}
    for a, ours in profiles.items():
        for b, theirs in profiles.items():
            if a < b:
                reasons[a, b] = ours.differs(theirs) or _apart(ours, theirs, eras[a], eras[b], len(title) < SHORT)
    return reasons


def _apart(ours: Profile, theirs: Profile, era: int, other_era: int, short: bool) -> str:
    if era and other_era and era != other_era:
        return f"the same title, but years {min(ours.years)} and {min(theirs.years)}"
    if short and ours.names and theirs.names and not ours.names & theirs.names:
        return "the same short title, but no common author"
    return ""


def _eras(profiles: Mapping[int, Profile]) -> dict[int, int]:
    """Numbers for stretches of years without a gap; 0 for a group whose year nobody knows."""
    eras = dict.fromkeys(profiles, 0)
    era, last = 0, -1
    for number, profile in sorted(profiles.items(), key=lambda item: (min(item[1].years, default=0), item[0])):
        if profile.years:
            era += min(profile.years) > last + 1
            last = max(last, *profile.years)
            eras[number] = era
    return eras
