"""Which papers are in each category: arithmetic on sets, again only where what they are made from has changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from conspectus.derived import Index
from conspectus.matching.corpus import Hits
from conspectus.matching.rules import Ids, RuleHits
from conspectus.model.taxonomy import CategoryId, Taxonomy

Decisions = Index[CategoryId, str]
"""The papers that their records place in each category; under no category of a facet, all that they decide about."""


class Inputs(NamedTuple):
    """All that decides which papers are in a category."""

    rule: RuleHits
    by_hand: Ids  # pinned, or placed by their records
    decided: Ids  # by their records, whatever the rule matches
    excepted: Ids  # here or further up
    below: tuple[Ids, ...]  # in each child or below it


class Membership(NamedTuple):
    """The papers of a category: those that its rule `matches`, whoever decides; its own `members`; and those `inside`
    it or below it."""

    inputs: Inputs
    matches: Ids
    members: Ids
    inside: Ids

    @classmethod
    def of(cls, inputs: Inputs) -> Membership:
        matches, below = inputs.rule.matches(), Ids().union(*inputs.below)
        members = (matches - inputs.decided - inputs.excepted - below) | inputs.by_hand
        return cls(inputs, matches, members, members | below if below else members)

    @property
    def papers(self) -> tuple[Ids, Ids]:
        """Its own papers, and all inside it."""
        return self.members, self.inside


Memberships = Mapping[CategoryId, Membership]


def memberships(
    taxonomy: Taxonomy, hits: Hits, decisions: Decisions, papers: Ids, previous: Memberships
) -> Memberships:
    """Who is in each category, in the order of the taxonomy. What has the inputs it had in `previous` is taken over."""
    found: dict[CategoryId, Membership] = {}
    for facet, category, ancestors in reversed(tuple(taxonomy.walk())):  # children before their parents
        id, decided = CategoryId(facet.id, category.id), decisions[CategoryId(facet.id, "")]
        inputs = Inputs(
            RuleHits.of(category.match, hits) if category.match else RuleHits(),
            decisions[id] | {pin.id for pin in category.papers if pin.id in papers and pin.id not in decided},
            decided,
            Ids(reference.id for each in (*ancestors, category) for reference in each.excepted),
            tuple(found[CategoryId(facet.id, child.id)].inside for child in category.children),
        )
        before = previous.get(id)
        found[id] = before if before and before.inputs == inputs else Membership.of(inputs)
    return dict(reversed(found.items()))
