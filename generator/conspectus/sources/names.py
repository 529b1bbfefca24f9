"""Names of authors as records and exports give them: one reader for all formats."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from conspectus.model.people import ORCID, Authors, Person, orcid_of, without_orcid
from conspectus.text import Text

OTHERS = re.compile(r"(?i)(?:and\s+)?(?:\d+\s+)?(?:others|more|et\.?\s+al\.?|…|\.\.\.)")
SHORTENED = re.compile(r"(?P<family>.+?)\s+(?P<given>[A-Z]{1,4})(?:\s+(?P<suffix>Jr|Sr|2nd|3rd|4th|I{2,3}|IV))?")


@lru_cache(maxsize=16384)
def person_of(name: str) -> Person | None:
    """One name: `Given Family`, `Family, Given`, or `{Organization}` in braces; None if it is empty."""
    name = _plain(name)
    if name.startswith("{") and (found := ORCID.fullmatch(name, name.rfind("}") + 1)):
        person = person_of(name[: found.start()])
        return replace(person, orcid=orcid_of(found[0])) if person else None
    if name.startswith("{") and name.endswith("}") and len(name) > 2:
        return Person(unicodedata.normalize("NFC", name[1:-1].strip()))
    name = name.strip(" ,;")
    person = Person.parse(name) if name else None
    return person if person and person.family else None


def person_of_parts(
    family: str, given: str = "", *, particle: str = "", suffix: str = "", orcid: str = ""
) -> Person | None:
    """A name whose parts the source tells apart; one part alone is an organization, or a single name."""
    family, given, particle, suffix = (
        unicodedata.normalize("NFC", _plain(part)) for part in (family, given, particle, suffix)
    )
    whole = f"{particle} {family}".strip()
    number = orcid_of(orcid)
    return Person.of_parts(whole, given, suffix, number) if whole else Person(given, orcid=number) if given else None


def _plain(name: str) -> str:
    """In one line, and without the TeX that some databases leave in names: `Sch{\\"u}tze`."""
    name = " ".join(name.split())
    return Text(name).as_text() if "\\" in name else name


def person_by_initials(name: str) -> Person | None:
    """A name as medical indexes shorten it: `Long V`, `King ML Jr`; else as any other."""
    name, orcid = without_orcid(" ".join(name.split()))
    shortened = SHORTENED.fullmatch(name.strip())
    if not shortened or "," in name:
        person = person_of(name)
    else:
        person = Person(shortened["family"], shortened["given"], shortened["suffix"] or "")
    return replace(person, orcid=orcid) if orcid and person else person


def authors_of(names: Iterable[str | Person | None]) -> Authors | None:
    """The authors in order; a last `others` or `et al.` says that there are more. None if nobody is named."""
    listed = [name.strip() if isinstance(name, str) else name for name in names]
    listed = [name for name in listed if name]
    last = listed[-1] if listed else None
    others = bool(OTHERS.fullmatch(last.name if isinstance(last, Person) else last)) if last else False
    found = (person_of(name) if isinstance(name, str) else name for name in (listed[:-1] if others else listed))
    people = tuple(person for person in found if person)
    return Authors(people, others) if people else None
