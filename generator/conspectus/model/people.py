"""The people who wrote a paper, and the judgment about their names that all sources share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

PARTICLES = frozenset(
    """
    aan af al am ap av ben bin bint da dal dalla das de degli dei del dela della delle den der des di do dos du e el
    i ibn la las le lo los op san 't te ten ter van vande vanden vander vom von y zu zum zur
    """.split()
)
"""Words that open a family name when they stand before it in lower case."""

LINKING = frozenset(["e", "i", "y"])
"""Words that join two family names: `Ramón y Cajal`."""

CAPITAL_PARTICLES = frozenset(["De", "Van", "Von", "Vande"])
"""Words that open a family name in capitals too where a particle in lower case follows: `Van den Brook`."""

SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|I{2,3}|IV|VI{1,3}|[2-4](?:nd|rd|th)")
"""What stands behind a whole name and is no part of the family's: `Jr.`, `III`."""

GROUPS = frozenset("Collaboration Community Consortium Group Lab Labs Project Team".split())
"""Last words of names that are no family's."""

BODIES = GROUPS | frozenset(
    """
    Agency Association Authority Bureau Commission Committee Company Corporation Council Foundation Initiative
    Institute Investigators Laboratory Ministry Network Organisation Organization Society University
    """.split()
)
"""The same, with words that end the names of organizations."""

INSIDE_BODIES = frozenset(["&", "and", "for", "of", "on"])
"""Words that stand in the names of organizations and in no person's."""

EAST_ASIAN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
"""A name in Chinese, Japanese or Korean script, where the family's comes first."""

SHORTENED = re.compile(
    r"(?P<family>(?![^\W\d_]\.)[^,]{0,80}?[^\W\d_]{2}[^,]{0,80}?)\s+"
    r"(?P<given>(?:-?[^\W\d_a-z]\.\s?)+|[A-Z]{1,3}(?:[\s-][A-Z])*)(?:,? (?P<suffix>(?:Jr|Sr|2nd|3rd)\.?))?"
)
"""`Wick A.`, `Wick JP Jr`: initials behind the family's name, as indexes write them."""

DOTTED = re.compile(r"[^\W\d_](?:\.?-?\s?[^\W\d_]\.|\.?)")
"""Initials that nobody gives an organization: `F`, `J.-P.`."""

NOISE = re.compile(r"^(?:Prof|Dr)\.\s+|\s+\d{4}$|,?\s+Ph\.?\s?D\.?$|(?<![*†‡§¶∗⁎])[*†‡§¶∗⁎]+$")
"""What indexes and pages add to a name: dblp's number for namesakes, titles and degrees, marks of footnotes."""

ORCID = re.compile(
    r"(?<!\s)\s*[\[(]?(?:ORCID:?\s*)?(?:https?://(?:www\.)?orcid\.org/)?"
    r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])/?[\])]?"
)
"""A researcher's identifier, alone or behind a name."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name in its parts; `given` is empty for an organization or a single name, `suffix` is such as `Jr.`.

    `orcid` is the person's identifier at orcid.org, if the source gives it: `0000-0002-1825-0097`.
    """

    family: str
    given: str = ""
    suffix: str = ""
    orcid: str = ""

    @classmethod
    def parse(cls, text: str) -> Person:
        """Read `Ludwig van Beethoven`, `van Beethoven, Ludwig`, `King, Jr., Martin`, `Ling Team` or `李 华`, with an
        ORCID behind it or none."""
        text, orcid = without_orcid(text)
        person = cls._of_name(text)
        return replace(person, orcid=orcid) if orcid and text else person

    @classmethod
    def _of_name(cls, text: str) -> Person:
        text = unicodedata.normalize("NFC", " ".join(NOISE.sub("", " ".join(text.split())).split()))
        whole, comma, behind = text.partition(", ")
        if comma and " " in whole and SUFFIX.fullmatch(behind):  # `Martin Luther King, Jr.`
            return replace(cls._of_name(whole), suffix=behind)
        if "," in text:
            return cls.of_parts(*_between_commas(text))
        if text.endswith(".") and (person := shortened(text)):  # no family's name is an initial with a period
            return person
        words = text.split(" ")
        if is_group(words):
            return cls(text)
        if len(words) == 2 and all(map(EAST_ASIAN.fullmatch, words)):
            return cls(*words)
        words, suffix = _without_suffix(words)
        start = _family_start(words)
        return cls(" ".join(words[start:]), " ".join(words[:start]), suffix)

    @classmethod
    def of_parts(cls, family: str, given: str = "", suffix: str = "", orcid: str = "") -> Person:
        """A name that its source gives in parts; a suffix within them is found, and a group put together again."""
        if given and family in BODIES and not DOTTED.fullmatch(given):
            return cls(f"{given} {family}", orcid=orcid)
        last, behind_family = _without_suffix(family.split())
        first, behind_given = _without_suffix(given.split()) if given else ([], "")
        if not given or not first:
            last, behind_family, first, behind_given = family.split(), "", given.split(), ""
        return cls(" ".join(last), " ".join(first), suffix or behind_family or behind_given, orcid)

    @property
    def name(self) -> str:
        """As one says it: given name first, but the family's in East Asian scripts."""
        if not self.given.isascii() and EAST_ASIAN.fullmatch(self.given) and EAST_ASIAN.fullmatch(self.family):
            return f"{self.family}{self.given}"
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def inverted(self) -> str:
        """As indexes and reference managers want it: `Family, Given`, `Family, Given, Suffix`."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))

    @property
    def written(self) -> str:
        """As records have it, so that the same person is read: as one says it, or else inverted, or in braces; with the
        ORCID behind it."""
        behind = f" ({self.orcid})" if self.orcid else ""
        ways = (f"{self.name}{behind}", f"{self.inverted}{behind}")
        return next((way for way in ways if Person.parse(way) == self), f"{{{self.name}}}{behind}")


def without_orcid(text: str) -> tuple[str, str]:
    """A name without the ORCIDs in it, and the first of them; empty where there is none."""
    found = ORCID.search(text) if "-" in text else None
    return (ORCID.sub("", text), orcid_of(found[0])) if found else (text, "")


def orcid_of(text: str) -> str:
    """The bare ORCID in an address or any other spelling of it; empty for anything else."""
    found = ORCID.fullmatch(text.strip())
    return found[1].upper() if found else ""


def shortened(name: str) -> Person | None:
    """The person of a name as indexes shorten it, `Wick A.`, `Wick JP`; None for any other, such as `Wick III`. Without
    a period it may be `Malcolm X`, which names beside it tell."""
    found = SHORTENED.fullmatch(name) if len(name) < 200 else None
    if not found or SUFFIX.fullmatch(found["given"]):
        return None
    return Person(found["family"], found["given"].strip(), found["suffix"] or "")


def is_group(words: list[str]) -> bool:
    """Whether the words of a name are an organization's: `Ling Team`, `Association for Imaginary Lights`."""
    return len(words) > 1 and (
        words[-1] in BODIES or words[0] in ("The", "the") or not INSIDE_BODIES.isdisjoint(words[1:-1])
    )


def _between_commas(text: str) -> tuple[str, str, str]:
    """Family, given name and suffix of a name in two or three parts."""
    family, *others = (part.strip() for part in text.split(","))
    suffix = next((part for part in others if SUFFIX.fullmatch(part)), "")
    if suffix:
        others.remove(suffix)
    return family, ", ".join(filter(None, others)), suffix


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    """The words of a name without the suffix at its end, and that; one word alone is no suffix."""
    if len(words) > 1 and SUFFIX.fullmatch(words[-1]):
        return [*words[:-2], words[-2].rstrip(",")], words[-1]
    return words, ""


def _family_start(words: list[str]) -> int:
    """Where the family name begins: at the last word, or at the particles before it."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 2 if words[start - 1] in LINKING and start > 2 else 1
    if start > 1 and words[start] in PARTICLES and words[start - 1] in CAPITAL_PARTICLES:
        start -= 1
    return 0 if start == 1 and words[0] in PARTICLES - LINKING else start


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
