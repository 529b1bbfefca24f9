"""What the evidence on two works comes to: one work, two, or two of which a curator or a reader should hear."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from conspectus.library.likeness import Likeness
from conspectus.model.bylines import Overlap

JOIN = 10
"""A title of its own is enough if nothing else is known; whatever speaks against it needs authors to outweigh it."""

WORD_OF_CURATOR = 1000
"""`same_as` and `not` decide, and so do ids, those that imports wrote down included."""


NEARLY_SAME = (Likeness.CLOSE, Likeness.SHORTENED, Likeness.WORD_LESS, Likeness.QUOTED)


class Kind(Enum):
    """What evidence is about."""

    CURATOR = "curator"
    IMPORT = "import"
    ARXIV = "arxiv"
    DOI = "doi"
    KEY = "key"
    TITLE = "title"
    AUTHORS = "authors"
    YEAR = "year"
    VENUE = "venue"
    PAGES = "pages"
    TYPE = "type"


class Evidence(NamedTuple):
    """A piece of evidence: what it is about, its points, and how a sentence calls it."""

    kind: Kind
    points: int
    text: str


class Verdict(NamedTuple):
    """What the evidence on two works comes to."""

    evidence: tuple[Evidence, ...]
    likeness: Likeness
    overlap: Overlap

    @property
    def points(self) -> int:
        return sum(each.points for each in self.evidence)

    @property
    def joins(self) -> bool:
        return self.points >= JOIN

    @property
    def by(self) -> Evidence:
        """What weighs most for one work."""
        return max(self.evidence, key=lambda each: each.points)

    @property
    def why(self) -> str:
        """The evidence as a sentence: all that speaks for one work, or what both sides say."""
        pro = ", ".join(each.text for each in self.evidence if each.points > 0)
        con = ", ".join(each.text for each in self.evidence if each.points < 0)
        return f"{pro}, but {con}" if pro and con else pro or con

    @property
    def against(self) -> frozenset[Kind]:
        """What speaks against one work."""
        return frozenset(each.kind for each in self.evidence if each.points < 0)

    @property
    def conflicts(self) -> bool:
        """Whether anything speaks against one work but that the titles are only similar."""
        return bool(self.against - {Kind.TITLE}) or self.likeness in (Likeness.UNLIKE, Likeness.OTHER_SIGNS)

    @property
    def is_decided(self) -> bool:
        """Whether the curator said, by an id or with `same_as`, that the two are one, whatever else conflicts."""
        return any(each.points >= WORD_OF_CURATOR for each in self.evidence)

    @property
    def is_settled(self) -> bool:
        """Whether the curator said with `not` that the two are two."""
        return any(each.points == 2 * -WORD_OF_CURATOR for each in self.evidence)

    @property
    def shares_identifier(self) -> bool:
        return any(each.kind in (Kind.ARXIV, Kind.DOI) and each.points > 0 for each in self.evidence)

    @property
    def versions(self) -> bool:
        """Whether two works are versions of one: published by the same people in two places or forms."""
        titled = self.likeness in (Likeness.SAME, *NEARLY_SAME)
        people = self.overlap in (Overlap.ALL, Overlap.MOST)
        apart = not (self.joins or self.is_settled)
        return titled and people and apart and bool(self.against & {Kind.VENUE, Kind.TYPE})

    @property
    def is_told(self) -> bool:
        """Whether a curator should hear that the two were left apart."""
        if self.joins or self.is_settled:
            return False
        if self.shares_identifier or self.likeness is Likeness.SAME:
            return True
        if Kind.CURATOR in self.against or self.overlap in (Overlap.NONE, Overlap.FEW):
            return False
        known = self.overlap is not Overlap.UNKNOWN
        alike = (*NEARLY_SAME, Likeness.SAME_GENERIC) if known else (Likeness.CLOSE,)
        return self.likeness in alike and not self.against & {Kind.ARXIV, Kind.DOI}
