"""What is known of a record, or of several that are one work, as works are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from conspectus.library.ids import curators_id, decided_ids, derived_ids, names_of, spelled
from conspectus.library.titles import Title, title_of
from conspectus.library.venues import Venue, venue_of
from conspectus.model.bylines import Byline, byline_of
from conspectus.model.paper import Authority, Record
from conspectus.model.when import Date

PREPRINT_DOIS = (
    "10.1101/", "10.2139/", "10.5281/", "10.13140/", "10.20944/", "10.21203/", "10.22541/", "10.26434/", "10.31219/",
    "10.31222/", "10.31234/", "10.31235/", "10.36227/", "10.35542/", "10.48550/", "10.64898/",
)  # fmt: skip
"""How the DOIs begin that servers give to preprints (bioRxiv, SSRN, Zenodo, OSF and others)."""

PREPRINTS = frozenset(["article", "manuscript"])
"""The types of works, as CSL names them, that are not published yet."""

OWN_KINDS = frozenset("book dataset patent review review-book software standard thesis".split())
"""Types of works that no article of the same title is."""

Strings = frozenset[str]

FIELDS = "title authors date arxiv doi venue kind volume issue pages was".split()
"""The fields of a record's work that its profile is made of."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a work, for comparing.

    `ids`: those the curator gave, `assigned`: those that imports gave, `former`: those it had. `wanted`: every id that
    its paper may get, and those of which the curator speaks, `names`: every id it may be known by, `same_as` and
    `other` the names that the curator says it has and has not, all in lower case. `keys`: citation keys, `files`: where
    its records stand; `curated`: identifiers in the curator's records. `doi`: all DOIs, `final`: those not of a
    preprint. `years`: of all versions, `published`: of those with a venue, which are in `venues`. `pages`: the first
    ones.
    """

    arxiv: Strings = frozenset()
    doi: Strings = frozenset()
    final: Strings = frozenset()
    ids: Strings = frozenset()
    assigned: Strings = frozenset()
    former: Strings = frozenset()
    wanted: Strings = frozenset()
    names: Strings = frozenset()
    same_as: Strings = frozenset()
    other: Strings = frozenset()
    keys: Strings = frozenset()
    files: Strings = frozenset()
    curated: Strings = frozenset()
    titles: tuple[Title, ...] = ()
    bylines: tuple[Byline, ...] = ()
    years: frozenset[int] = frozenset()
    published: frozenset[int] = frozenset()
    is_preprint: bool = False
    venues: frozenset[Venue] = frozenset()
    pages: Strings = frozenset()
    volumes: Strings = frozenset()
    issues: Strings = frozenset()
    kinds: Strings = frozenset()

    @classmethod
    def of(cls, record: Record) -> Profile:
        """The profile of one record."""
        work = record.work
        title = title_of(work.title.as_text()) if work.title else None
        byline = byline_of(work.authors) if work.authors else None
        venue = venue_of(work.venue) if work.venue else None
        final = work.doi if work.doi and not work.doi.startswith(PREPRINT_DOIS) else None
        is_published = bool(venue or final or work.volume) and work.kind not in PREPRINTS
        date = work.date or arxiv_date(work.arxiv)
        years = frozenset([date.year]) if date else frozenset()
        own = record.authority is Authority.CURATOR
        given = (record.own_name, record.assigned, *work.was)
        return cls(
            arxiv=_set(work.arxiv),
            doi=_set(work.doi),
            final=_set(final),
            ids=_set(curators_id(record)),
            assigned=_set(record.assigned),
            former=frozenset(work.was),
            wanted=_lowered(*given, *derived_ids(work), *decided_ids(record)),
            names=_lowered(*given, *names_of(record)),
            same_as=_set(spelled(record.same_as.id) if record.same_as else None),
            other=frozenset(spelled(reference.id) for reference in record.other),
            keys=_set(record.own_name if record.authority is Authority.EXPORT else None),
            files=frozenset([record.span.file]),
            curated=frozenset(filter(None, (work.arxiv, work.doi))) if own else frozenset(),
            titles=(title,) if title else (),
            bylines=(byline,) if byline else (),
            years=years,
            published=years if is_published else frozenset(),
            is_preprint=not is_published and bool(work.arxiv or work.doi or work.venue or work.kind in PREPRINTS),
            venues=frozenset([venue]) if venue and is_published else frozenset(),
            pages=_set(_first_page(work.pages)),
            volumes=_set(_number(work.volume)),
            issues=_set(_number(work.issue)),
            kinds=_set(work.kind if work.kind in OWN_KINDS else "article" if work.kind else None),
        )

    @classmethod
    def together(cls, profiles: Sequence[Profile]) -> Profile:
        """The profile of several records that are one work."""
        if len(profiles) == 1:
            return profiles[0]

        def every(name: str) -> Iterable[Any]:
            return chain.from_iterable(getattr(profile, name) for profile in profiles)

        lists = {name: tuple(dict.fromkeys(every(name))) for name in LISTS}
        sets = {name: frozenset(every(name)) for name in cls.__slots__ if name not in (*LISTS, "is_preprint")}
        values: dict[str, Any] = {**lists, **sets}
        return cls(**values, is_preprint=any(profile.is_preprint for profile in profiles))


LISTS = ("titles", "bylines")


def arxiv_date(arxiv: str | None) -> Date | None:
    """The month in which arXiv gave the id."""
    if not arxiv:
        return None
    yymm = arxiv.rpartition("/")[2][:4]
    century = 1900 if "/" in arxiv and yymm >= "91" else 2000
    return Date(century + int(yymm[:2]), int(yymm[2:]), inferred="arxiv id")


NONE: Strings = frozenset()


def lower(names: Strings) -> Strings:
    """Names as they are compared."""
    return frozenset(map(str.lower, names)) if names else names


def _set(value: str | None) -> Strings:
    return frozenset([value]) if value else NONE


def _lowered(*names: str | None) -> Strings:
    return frozenset([name.lower() for name in names if name])


def _first_page(pages: str | None) -> str | None:
    """The number that pages begin with; None for none, and for 1, with which too many works begin."""
    first = re.match(r"\d+(?![\d:])", pages or "")
    return first[0] if first and first[0] != "1" else None


def _number(text: str | None) -> str | None:
    """A volume or an issue that is a number."""
    return text.lstrip("0") or None if text and text.isdecimal() else None
