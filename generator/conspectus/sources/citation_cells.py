"""A whole citation in one cell of a table, as PubMed and Embase write it: where a paper appeared, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

CITATIONS = (
    re.compile(
        r"[^.;]{1,200}\.\s*(?P<date>(?:18|19|20)\d\d[^.;:]{0,30})(?:;(?P<volume>[^.;:()]{0,40})"
        r"(?:\((?P<issue>[^.;:()]{0,40})\))?)?(?::(?P<pages>[^.;:\s]{1,40}))?\.(?:\s.*|$)",
        re.S,
    ),
    re.compile(
        r"(?P<venue>[^;]{1,300}?) \((?:18|19|20)\d\d\)(?: (?P<volume>[^\s:()]{1,20})(?::(?P<issue>[^\s:()]{1,20}))?)?"
        r"(?:[^()]{0,40}\((?P<pages>[^()]{1,40})\))?\.(?: Date of Publication: (?P<date>.{4,30}))?",
        re.S,
    ),
)
"""`J Light. 2022 Mar;53(2):334-347. doi: …` and `J Light (2014) 3:2 (152-160). Date of Publication: 2014`."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation says of where a paper appeared; empty where it says nothing."""

    venue: str = ""
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""


NOTHING = Cited()


def cited_in(text: str) -> Cited | None:
    """The parts of a citation; None if the text is none of the kinds that are known."""
    found = next((found for pattern in CITATIONS if (found := pattern.fullmatch(text))), None) if text else None
    return Cited(**{name: part.strip() for name, part in found.groupdict().items() if part}) if found else None
