"""ORCIDs that a source gives beside the names: by the authors' numbers, or by their names."""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.model.people import ORCID, Authors, Person, orcid_of
from conspectus.text.folding import folded

NUMBERED = re.compile(rf"(?P<number>\d{{1,5}})\s*=\s*[\"{{]?(?P<orcid>{ORCID.pattern})")
"""biblatex's annotations: `1="0000-0002-1825-0097"; 3="…"`."""

NAMED = re.compile(rf"(?<![^/;\n])(?P<name>[^/;\n]+)/(?P<orcid>{ORCID.pattern})")
"""As Web of Science has them: `Wick, Ada/0000-0002-1825-0097`."""


def numbered(authors: Authors | None, annotations: str) -> Authors | None:
    """The authors with the ORCIDs that annotations give for their numbers, from 1."""
    known = {int(found["number"]) - 1: orcid_of(found["orcid"]) for found in NUMBERED.finditer(annotations)}
    return _with(authors, [known.get(n, "") for n, _ in enumerate(authors.people)]) if authors and known else authors


def named(authors: Authors | None, text: str) -> Authors | None:
    """The authors with the ORCIDs that a text gives for their names."""
    known = {_key(Person.parse(found["name"])): orcid_of(found["orcid"]) for found in NAMED.finditer(text)}
    return _with(authors, [known.get(_key(person), "") for person in authors.people]) if authors and known else authors


def _with(authors: Authors, orcids: list[str]) -> Authors:
    people = zip(authors.people, orcids, strict=True)
    return replace(authors, people=tuple(replace(person, orcid=orcid) if orcid else person for person, orcid in people))


def _key(person: Person) -> tuple[str, str]:
    """By what a full name and one with initials have in common."""
    return folded(person.family), folded(person.given)[:1]
