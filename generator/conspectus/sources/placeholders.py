"""What indexes and programs write where a value is lacking: `[No author name available]` is nobody's name."""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.model.people import Authors
from conspectus.sources.entry_fields import EntryFields

THINGS = (
    r"(?:author|title|abstract|source|keyword|publisher|journal|volume|issue|page)s?"
    r"(?: (?:names?|ids?|information|title|text))?"
)
KNOWN = r"(?:available|listed|provided|given|supplied|found|specified)"
LACKING = rf"(?:no {THINGS}(?: (?:is|are|was))? {KNOWN}|{THINGS} not {KNOWN})"
PLACEHOLDER = re.compile(rf"(?i)[\s{{\[(<]*+(?:{LACKING}|no abstract|not available|n/a)[\s}}\])>.]*+")
IN_BRACKETS = re.compile(rf"(?i)[\s{{]*+\[\s*{LACKING}\.?\s*\][\s}}.]*+")
"""A title may have such words of its own; none stands in brackets as a whole."""


def without_placeholders(fields: EntryFields) -> EntryFields:
    """The fields without the texts that say only that there is none."""
    return replace(
        fields,
        title="" if IN_BRACKETS.fullmatch(fields.title) else fields.title,
        authors=_named(fields.authors),
        abstract=_said(fields.abstract),
        venue=_said(fields.venue),
        volume=_said(fields.volume),
        issue=_said(fields.issue),
        pages=_said(fields.pages),
        publisher=_said(fields.publisher),
        organization=_said(fields.organization),
        keywords=tuple(filter(_said, fields.keywords)),
    )


def _said(text: str) -> str:
    return "" if PLACEHOLDER.fullmatch(text) else text


def _named(authors: Authors | None) -> Authors | None:
    """Those of the authors who have names; None if nobody has one."""
    if authors is None:
        return None
    people = tuple(person for person in authors.people if _said(person.name))
    if len(people) == len(authors.people):
        return authors
    return Authors(people, authors.others) if people else None
