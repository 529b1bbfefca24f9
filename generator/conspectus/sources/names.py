"""Names of authors as records and exports give them: one reader for all formats."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from conspectus.model.people import BODIES, ORCID, Authors, Person, orcid_of, without_orcid
from conspectus.text import Text

OTHERS = re.compile(r"(?i)(?:and\s+)?(?:\d+\s+)?(?:others|more|et\.?\s+al\.?|…|\.\.\.)")
BETWEEN_NAMES = re.compile(r"(?i)\s*;\s*|\s+(?:and|&)\s+|\s*\|\s*|\s*\n\s*")
INITIALS = re.compile(r"(?:[^\W\d_a-z]{1,3}(?:\.|\b)[\s.-]*)+")
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
    name, orcid = without_orcid(name)
    if orcid:
        person = person_by_initials(name)
        return replace(person, orcid=orcid) if person else None
    shortened = SHORTENED.fullmatch(name.strip())
    if not shortened or "," in name:
        return person_of(name)
    return Person(shortened["family"], shortened["given"], shortened["suffix"] or "")


def authors_of(names: Iterable[str | Person | None]) -> Authors | None:
    """The authors in order; a last `others` or `et al.` says that there are more. None if nobody is named."""
    listed = [name.strip() if isinstance(name, str) else name for name in names]
    listed = [name for name in listed if name]
    last = listed[-1] if listed else None
    others = bool(OTHERS.fullmatch(last.name if isinstance(last, Person) else last)) if last else False
    found = (person_of(name) if isinstance(name, str) else name for name in (listed[:-1] if others else listed))
    people = tuple(person for person in found if person)
    return Authors(people, others) if people else None


def split_names(text: str) -> list[str]:
    """The names in one text: `A and B`, `A; B`, or full names between commas, where one comma would be `Family,
    Given`."""
    if is_body(text):
        return [text.strip()]
    parts = [part for part in BETWEEN_NAMES.split(text) if part.strip(" ,")]
    if len(parts) == 1:
        return _between_commas(parts[0])
    if ";" in text or "|" in text:
        return parts
    # `A B, C D and E F`: only the last is set off by a word
    return [name for part in parts for name in _between_commas(part)]


def is_body(text: str) -> bool:
    """Whether a text with an `and` in it names one organization, such as `Salt and Oil Group`."""
    words = text.split()
    return bool(words) and words[-1] in BODIES and words[1:2] in (["and"], ["&"]) and not re.search("[;,|]", text)


def _between_commas(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if len(names) < 2:
        return names
    whole = [" " in name and not INITIALS.fullmatch(name) for name in names]
    if all(whole) and not names[0].split()[0][0].islower():
        return names
    return names if len(names) > 3 and sum(whole) > len(names) / 2 else _pairs(names, text)


def _pairs(names: list[str], text: str) -> list[str]:
    """`Bee, A., Dee, C. D.`: each family name with the initials behind it; else the text as one name."""
    pairs = list(zip(names[::2], names[1::2], strict=False))
    if len(names) > 3 and len(names) % 2 == 0 and all(INITIALS.fullmatch(given) for _, given in pairs):
        return [f"{family}, {given}" for family, given in pairs]
    return [text]
