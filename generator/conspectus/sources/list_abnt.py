"""Citations as Brazil's standard has them: `WICK, A.; OIL, B. Dim lamps. **Lamps**, v. 9, n. 2, p. 1-9, 2020.`"""

from __future__ import annotations

import re

from conspectus.model.people import PARTICLES
from conspectus.sources.list_citation import Cited

CAPITAL = "[A-ZÀ-ÖØ-Þ]"
FAMILY = rf"(?:D[AEO]S? )?{CAPITAL}['’]?{CAPITAL}+(?:[-' ’](?:D[AEO]S? )?{CAPITAL}{{2,}})*"
GIVEN = rf"(?:{CAPITAL}\.[ -]?)+|{CAPITAL}[^\W\d_A-Z]+(?: (?:d[aeo]s? )?(?:{CAPITAL}\.|{CAPITAL}[^\W\d_A-Z]+))*"
NAME = rf"{FAMILY},\s(?:{GIVEN})"
CITED = re.compile(
    rf"\s*(?P<names>{NAME}(?:\s*;\s*{NAME}){{0,40}})(?P<more>;?\s*et al)?\.?\s+"
    r"(?P<title>[^\W\d_a-z][^.?!\n\ue000]{7,300}[?!]?)\.?(?=\s|$)"
)


def find(text: str, at: int) -> Cited | None:
    """The title and the names of an entry that begins with family names in capitals; None where it does not."""
    found = CITED.match(text, at)
    if not found or not re.search(r"\b(?:19|20)\d\d\b", text[found.end() :]):
        return None
    names = [_name(name) for name in found["names"].split(";")]
    return Cited(found["title"], *found.span("title"), "", (*names, *(["et al."] if found["more"] else [])), ())


def _name(name: str) -> str:
    family, _, given = name.strip().partition(", ")
    words = (word.title() if word.lower() not in PARTICLES else word.lower() for word in family.split())
    return f"{' '.join(words)}, {given.strip()}"
