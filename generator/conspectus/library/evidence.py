"""For and against two records being one work: what is compared, what it weighs, and what follows.

Each piece of evidence has a weight in points; `verdicts.py` says what they come to. The weights are few and round: they
say which evidence outweighs which, and are not fitted to any set of records.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from conspectus.library.likeness import Likeness, are_unlike, likeness
from conspectus.library.profiles import Profile, lower
from conspectus.library.references import is_within
from conspectus.library.titles import Title, stem
from conspectus.library.venues import Venues, compare
from conspectus.library.verdicts import WORD_OF_CURATOR, Evidence, Kind, Verdict
from conspectus.model.bylines import Overlap, overlap

IDENTIFIER = 16
"""An arXiv id or DOI joins even where the authors differ, but not where title and authors do: then it is a slip."""

OTHER_IDENTIFIER = -24
"""Nothing but the curator outweighs two ids given by those who register works."""

CURATED = 6
"""The curator looked at an identifier before writing it down: it stands even if the title is unlike."""

FORMER_ID = 500
"""An imported record goes to the paper that has its id rather than to one that had it."""

TITLE = {
    Likeness.SAME: 10,
    Likeness.SAME_GENERIC: 4,  # `Editorial`: one work only with the same authors and year
    Likeness.QUOTED: 8,  # one work only with authors in common, or the same year or venue
    Likeness.CLOSE: 4,  # one work only with the same authors
    Likeness.SHORTENED: 4,
    Likeness.WORD_LESS: 3,  # and the same year
    Likeness.DESCRIBED: 2,
    Likeness.ALMOST: 0,  # and the same venue
    Likeness.NAMED: 0,
    Likeness.SIMILAR: -3,  # what the same people wrote in the same year on the same thing is like that
    Likeness.UNLIKE: -12,
    Likeness.OTHER_SIGNS: -16,  # `Qwen2`, `Qwen3`; `C`, `C#`; part I, part II
    Likeness.UNKNOWN: 0,
}

AUTHORS = {
    Overlap.ALL: 6,
    Overlap.MOST: 4,
    Overlap.FEW: 1,
    Overlap.UNKNOWN: 0,
    Overlap.NONE: -12,  # outweighs the same title, year and venue, which columns have in common
}

SAME_KEY = 8
"""The same citation key in another export: a library exported again, or the same habit of naming works."""

SAME_YEAR, NEXT_YEAR = 2, 1
FAR_YEARS = -8
"""More than a year between two versions, where neither is known to be a preprint of the other."""
OTHER_YEAR_OF_VENUE = -10
"""Two published records of different years are two numbers of a column, or two editions."""
PREPRINT_YEARS = 6
"""So many years may pass between a preprint and its publication, if the authors are the same."""

SAME_VENUE, OTHER_VENUE = 2, -9
"""A work published twice is two works, whatever title, authors and year say."""

SAME_PAGES, OTHER_PAGES = 4, -8
OTHER_VOLUME = -8
OTHER_KIND = -9
"""A thesis and the book made of it are two works."""


def judge(ours: Profile, theirs: Profile) -> Verdict:
    """Weigh the evidence on two works, each a record or several."""
    alike = _likeness(ours, theirs)
    people = _overlap(ours, theirs)
    if alike is Likeness.SAME_GENERIC and people is Overlap.MOST:
        people = Overlap.FEW  # an editor's columns have an editor in common
    found = (
        *_curator(ours, theirs),
        *_identifiers(ours, theirs),
        *_key(ours, theirs),
        *_of(Kind.TITLE, TITLE[alike], alike.value),
        *_of(Kind.AUTHORS, AUTHORS[people], people.value),
        *_years(ours, theirs, alike, people),
        *_place(ours, theirs),
    )
    return Verdict(found, alike, people)


def is_related(ours: Profile, theirs: Profile) -> bool:
    """Whether two records that may not want the same id are one work, or should be reported as two."""
    titles = list(product(ours.titles, theirs.titles))
    if titles and all(are_unlike(one, other) for one, other in titles):
        return False
    if _likeness(ours, theirs) in (Likeness.UNLIKE, Likeness.OTHER_SIGNS):
        return False
    verdict = judge(ours, theirs)
    return verdict.joins or verdict.is_told or verdict.versions


def _of(kind: Kind, points: int, text: str) -> Iterator[Evidence]:
    if points:
        yield Evidence(kind, points, text)


def _likeness(ours: Profile, theirs: Profile) -> Likeness:
    pairs = list(product(ours.titles, theirs.titles))
    found = max((likeness(*pair) for pair in pairs), key=lambda each: TITLE[each], default=Likeness.UNKNOWN)
    if TITLE[found] < TITLE[Likeness.QUOTED] and any(_is_quoted(one, other, ours, theirs) for one, other in pairs):
        return Likeness.QUOTED
    return found


def _is_quoted(one: Title, other: Title, ours: Profile, theirs: Profile) -> bool:
    """Whether one of two titles stands within the other, among authors' names and a venue that either work has."""
    title, reference = sorted((one, other), key=lambda each: len(each.words))
    if title.text not in reference.text or title.is_generic:
        return False
    names = {stem(word) for byline in (*ours.bylines, *theirs.bylines) for name in byline.names for word in name.words}
    acronyms = {stem(acronym) for venue in ours.venues | theirs.venues for acronym in venue.acronyms}
    return is_within(title, reference, names, acronyms)


def _overlap(ours: Profile, theirs: Profile) -> Overlap:
    found = (overlap(one, other) for one, other in product(ours.bylines, theirs.bylines))
    return max(found, key=lambda each: AUTHORS[each], default=Overlap.UNKNOWN)


def _curator(ours: Profile, theirs: Profile) -> Iterator[Evidence]:
    if ours.other & theirs.names or theirs.other & ours.names:
        yield Evidence(Kind.CURATOR, -2 * WORD_OF_CURATOR, "a record says with `not` that they are two")
    if named := ours.same_as & (theirs.names | theirs.same_as) or theirs.same_as & ours.names:
        yield Evidence(Kind.CURATOR, WORD_OF_CURATOR, f"a record says with `same_as` that it is {min(named)}")
    elif ours.ids and theirs.ids and not ours.ids & theirs.ids:
        if not (ours.arxiv & theirs.arxiv or ours.doi & theirs.doi):
            text = f"different ids in the curator’s files: {min(ours.ids)} and {min(theirs.ids)}"
            yield Evidence(Kind.CURATOR, -WORD_OF_CURATOR, text)
    elif shared := ours.ids & theirs.ids:
        yield Evidence(Kind.CURATOR, WORD_OF_CURATOR, f"the same id {min(shared)}")
    elif shared := lower(ours.ids | ours.assigned) & lower(theirs.ids | theirs.assigned):
        yield Evidence(Kind.IMPORT, WORD_OF_CURATOR, f"the same id {min(shared)}")
    elif shared := lower(ours.assigned) & lower(theirs.former) | lower(theirs.assigned) & lower(ours.former):
        yield Evidence(Kind.IMPORT, FORMER_ID, f"the former id {min(shared)}")


def _identifiers(ours: Profile, theirs: Profile) -> Iterator[Evidence]:
    arxiv = (Kind.ARXIV, "arXiv id", ours.arxiv, theirs.arxiv, ours.arxiv, theirs.arxiv)
    doi = (Kind.DOI, "DOI", ours.doi, theirs.doi, ours.final, theirs.final)
    for kind, what, one, other, final, their_final in (arxiv, doi):
        if shared := one & other:
            curated = bool(shared & (ours.curated | theirs.curated))
            yield Evidence(kind, IDENTIFIER + CURATED * curated, f"the same {what} {min(shared)}")
        elif final and their_final:
            text = f"different {what}s: {min(final)} and {min(their_final)}"
            yield Evidence(kind, OTHER_IDENTIFIER, text)


def _key(ours: Profile, theirs: Profile) -> Iterator[Evidence]:
    if ours.keys & theirs.keys and ours.files != theirs.files:
        yield Evidence(Kind.KEY, SAME_KEY, f"the same citation key {min(ours.keys & theirs.keys)}")


def _years(ours: Profile, theirs: Profile, alike: Likeness, people: Overlap) -> Iterator[Evidence]:
    if not ours.years or not theirs.years:
        return
    one, other = min(product(ours.years, theirs.years), key=lambda pair: (abs(pair[0] - pair[1]), pair))
    text = f"years {min(one, other)} and {max(one, other)}"
    if ours.published and theirs.published:
        if ours.published & theirs.published:
            yield Evidence(Kind.YEAR, SAME_YEAR, "the same year")
        else:
            first, last = sorted((min(ours.published), min(theirs.published)))
            yield Evidence(Kind.YEAR, OTHER_YEAR_OF_VENUE, f"published in {first} and {last}")
    elif one == other:
        yield Evidence(Kind.YEAR, SAME_YEAR, "the same year")
    elif alike is Likeness.SAME_GENERIC:
        yield Evidence(Kind.YEAR, FAR_YEARS, text)
    elif _is_preprint_of(ours, theirs) or _is_preprint_of(theirs, ours):
        near = people in (Overlap.ALL, Overlap.MOST)
        if abs(one - other) > 1 and not near:
            yield Evidence(Kind.YEAR, FAR_YEARS, text)
        elif abs(one - other) == 1:
            yield Evidence(Kind.YEAR, NEXT_YEAR, "a year apart")
    elif max(*ours.years, *theirs.years) - min(*ours.years, *theirs.years) > 1:
        yield Evidence(Kind.YEAR, FAR_YEARS, text)
    else:
        yield Evidence(Kind.YEAR, NEXT_YEAR, "a year apart")


def _is_preprint_of(early: Profile, late: Profile) -> bool:
    """Whether years allow one to be the preprint of the other."""
    known = early.is_preprint and bool(late.published)
    return known and -1 <= min(late.published) - min(early.years) <= PREPRINT_YEARS


def _place(ours: Profile, theirs: Profile) -> Iterator[Evidence]:
    """What venues, pages, volumes and types of works say."""
    relation = Venues.MAYBE
    pairs = [(one, other, compare(one, other)) for one in ours.venues for other in theirs.venues]
    if any(result is Venues.SAME for _, _, result in pairs):
        relation = Venues.SAME
        yield Evidence(Kind.VENUE, SAME_VENUE, "the same venue")
    elif others := sorted((one.name, other.name) for one, other, result in pairs if result is Venues.OTHER):
        relation = Venues.OTHER
        yield Evidence(Kind.VENUE, OTHER_VENUE, f"published in {' and '.join(sorted(others[0]))}")
    if ours.pages & theirs.pages:
        yield Evidence(Kind.PAGES, SAME_PAGES, "the same pages")
    elif relation is not Venues.OTHER and ours.venues and theirs.venues:
        for what, one, other, points in (
            ("pages", ours.pages, theirs.pages, OTHER_PAGES),
            ("volumes", ours.volumes, theirs.volumes, OTHER_VOLUME),
            ("issues", ours.issues, theirs.issues, OTHER_VOLUME),
        ):
            if one and other and not one & other:
                yield Evidence(Kind.PAGES, points, f"different {what}: {' and '.join(sorted((min(one), min(other))))}")
    if ours.kinds and theirs.kinds and not ours.kinds & theirs.kinds:
        both = " and ".join(sorted((min(ours.kinds), min(theirs.kinds))))
        yield Evidence(Kind.TYPE, OTHER_KIND, f"different types of work: {both}")
