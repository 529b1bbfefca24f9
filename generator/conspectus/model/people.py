"""The people who wrote a paper."""

from __future__ import annotations

from dataclasses import dataclass

PARTICLES = frozenset("al bin da das de del della den der di dos du el la le ter van von zu zur".split())
"""Words that open a family name when they stand before it in lower case."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name in two parts; `given` is empty for an organisation or a single name."""

    family: str
    given: str = ""

    @classmethod
    def parse(cls, text: str) -> Person:
        """Read `Ludwig van Beethoven` or `van Beethoven, Ludwig`."""
        text = " ".join(text.split())
        if "," in text:
            family, given = text.split(",", 1)
            return cls(family.strip(), given.strip())
        words = text.split(" ")
        start = len(words) - 1
        while start > 1 and words[start - 1] in PARTICLES:
            start -= 1
        return cls(" ".join(words[start:]), " ".join(words[:start]))

    @property
    def name(self) -> str:
        """As one says it: given name first."""
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """As indexes and reference managers want it: `Family, Given`."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def written(self) -> str:
        """As records have it, so that the same person is read: as one says it, or else inverted, or in braces."""
        ways = (self.name, self.inverted)
        return next((way for way in ways if Person.parse(way) == self), f"{{{self.name}}}")


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors a source names, in order. `others`: it says that there are more; `count`: how many in all, if known.

    A daily listing gives a count and no names; then `people` is empty.
    """

    people: tuple[Person, ...] = ()
    others: bool = False
    count: int | None = None

    def __post_init__(self) -> None:
        if self.count is None and self.people and not self.others:
            object.__setattr__(self, "count", len(self.people))
