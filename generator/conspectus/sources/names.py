"""Lists of authors' names, as records and exports give them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conspectus.model.people import Authors, Person

OTHERS = re.compile(r"(?i)(?:and\s+)?(?:others|et\.?\s+al\.?|…|\.\.\.)")


def person_of(name: str) -> Person | None:
    """One name: `Given Family`, `Family, Given`, or `{Organisation}` in braces; None if it is empty."""
    name = " ".join(name.split())
    if name.startswith("{") and name.endswith("}") and len(name) > 2:
        return Person(name[1:-1].strip())
    name = name.strip(" ,;")
    return Person.parse(name) if name else None


def authors_of(names: Iterable[str]) -> Authors | None:
    """The authors in order; a last `others` or `et al.` says that there are more. None if nobody is named."""
    listed = [name.strip() for name in names if name.strip()]
    others = bool(listed) and bool(OTHERS.fullmatch(listed[-1]))
    people = tuple(found for name in (listed[:-1] if others else listed) if (found := person_of(name)))
    return Authors(people, others) if people else None
