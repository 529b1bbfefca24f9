"""Numbers in groups that are joined step by step (a disjoint-set forest)."""

from __future__ import annotations


class Groups:
    """The numbers below `size`, each first in a group of its own; a group is known by its smallest number.

    `members`: the numbers of each group, by the one it is known by.
    """

    def __init__(self, size: int) -> None:
        self._towards = list(range(size))
        self.members = [[number] for number in range(size)]

    def of(self, number: int) -> int:
        """The group that a number is in."""
        while self._towards[number] != number:
            self._towards[number] = self._towards[self._towards[number]]
            number = self._towards[number]
        return number

    def join(self, *numbers: int) -> bool:
        """Make one group of the groups that these numbers are in; whether they were several."""
        first, *others = sorted(set(map(self.of, numbers)))
        for group in others:
            self._towards[group] = first
            self.members[first] += self.members[group]
        return bool(others)

    @property
    def all(self) -> list[list[int]]:
        """The groups in order, each with its numbers in order."""
        known = ((first, self.members[first]) for first, towards in enumerate(self._towards) if first == towards)
        return [sorted(members) if len(members) > 1 else members for _, members in known]
