"""Which papers are in a category, by all that decides about it: arithmetic on sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from conspectus.derived import Index
from conspectus.matching.rules import Ids, RuleHits
from conspectus.model.taxonomy import CategoryId

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
    """The papers of a category.

    `matches`: those that its rule matches, whether or not it decides. `members`: its own. `inside`: those in it or
    below it.
    """

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
