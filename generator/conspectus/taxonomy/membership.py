"""Which papers stand in the categories of a facet: sets, worked out again where what they are made from has changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from conspectus.matching.corpus import Corpus
from conspectus.matching.rules import Meetings, meetings, taken
from conspectus.model.taxonomy import Category, Facet

Ids = frozenset[str]


class Decided(NamedTuple):
    """What the curator's records say of a facet: the papers that they place in each category, and all that they say
    anything of."""

    into: Mapping[str, Ids]
    papers: Ids


class Grounds(NamedTuple):
    """All that decides who stands in a category. As long as that is equal, so is who stands there."""

    rule: tuple[Meetings, ...]
    firm: Ids  # placed by hand
    closed: tuple[Ids, Ids]  # papers that no rule can place here: those that their records decide about, and `except`
    below: tuple[Ids, ...]  # who stands in each child or below it


class Stand(NamedTuple):
    """Who stands in a category, and on what grounds: `taken` by its rule, whoever decides; `members`, in itself;
    `inside`, in it or below it."""

    grounds: Grounds
    taken: Ids
    members: Ids
    inside: Ids

    @classmethod
    def on(cls, grounds: Grounds) -> Stand:
        ruled: Ids = taken(*grounds.rule) if any(grounds.rule) else frozenset()
        below: Ids = frozenset().union(*grounds.below)
        members = ruled.difference(*grounds.closed, below) | grounds.firm
        return cls(grounds, ruled, members, members | below if below else members)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands where in a facet, by the ids of its categories; and who stands `outside` all of them.

    `whole`: all papers, and for each of the uppermost categories those inside it.
    """

    stands: Mapping[str, Stand] = field(default_factory=dict)
    whole: tuple[Ids, ...] = ()
    outside: Ids = frozenset()

    def after(self, facet: Facet, corpus: Corpus, decided: Decided) -> Standing:
        """The same of the facet as it is now and of the papers as they are, with what holds of them still."""
        found: dict[str, Stand] = {}
        whole = (corpus.ids, *self._inside(facet.categories, corpus, decided, frozenset(), found))
        stands = {category.id: found[category.id] for category, _ in facet.walk()}
        return Standing(stands, whole, self.outside if whole == self.whole else _outside(*whole))

    def _inside(
        self, categories: Collection[Category], corpus: Corpus, decided: Decided, above: Ids, found: dict[str, Stand]
    ) -> tuple[Ids, ...]:
        """Who stands in each of these categories or below it, once it is `found`; `above`: whom those above except."""
        for category in categories:
            excepted = above | {reference.id for reference in category.excepted}
            pinned = {pin.id for pin in category.papers if pin.id in corpus.ids} - decided.papers
            grounds = Grounds(
                meetings(category.match, corpus) if category.match else (),
                decided.into.get(category.id, frozenset()) | pinned,
                (decided.papers, excepted),
                self._inside(category.children, corpus, decided, excepted, found),
            )
            before = self.stands.get(category.id)
            found[category.id] = before if before and before.grounds == grounds else Stand.on(grounds)
        return tuple(found[category.id].inside for category in categories)


def _outside(papers: Ids, *tops: Ids) -> Ids:
    """Who of the papers is in none of these: the fewer remain, the fewer are looked up."""
    for inside in tops:
        papers = papers - inside
    return papers
