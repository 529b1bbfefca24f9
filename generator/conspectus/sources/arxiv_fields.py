"""What arXiv says of a preprint, in whatever form it says it: one reader of its fields for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from conspectus.diagnostics import Span
from conspectus.model import identifiers
from conspectus.model.paper import Authority, Record
from conspectus.model.people import Authors
from conspectus.model.when import Date
from conspectus.sources import links
from conspectus.sources.dates import date_of
from conspectus.sources.entry_fields import EntryFields, plain, work_of
from conspectus.sources.names import authors_of

DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2,8},? (?:\d{4}|\d\d(?!\d))|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8},? \d{4}")
SHORT_YEAR = re.compile(r"(?<=[a-z]) (\d\d)$")
BRACKETS = re.compile(r"\([^()]*\)")
DEEPEST = 5
"""How many brackets in brackets are left out of a byline."""

BETWEEN = re.compile(r"\s*(?:[,;]\s*(?:and|&)\s+|[,;]|\s(?:and|&)\s)\s*")
SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
JOURNAL = re.compile(r"\s*(?:,|\(|\bvol(?:ume|\.)|\d)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preprint:
    """The fields as texts. `date` is that of the first version; `added` the day of the listing that shows it."""

    id: str
    span: Span
    title: str = ""
    authors: Authors | None = None
    date: str = ""
    abstract: str = ""
    subject: str = ""
    comments: str = ""
    journal: str = ""
    doi: str = ""
    added: Date | None = None


def record(preprint: Preprint, listed: bool) -> Record:
    """The record of a preprint; `listed`: whether the file is a page that lists papers, which has a day of its own."""
    fields = EntryFields(
        title=preprint.title,
        authors=preprint.authors,
        dates=(day(preprint.date),) if preprint.date else (),
        abstract=preprint.abstract,
        identifiers=(f"arXiv:{preprint.id}", preprint.doi),
        venue=_venue(preprint.journal),
    )
    work = work_of(fields)
    found = links.in_prose(f"{preprint.abstract} {preprint.comments}")
    name = PurePosixPath(preprint.span.file).stem
    work = replace(
        work,
        subject=preprint.subject or None,
        urls=links.distinct([*work.urls, *found]),
        code=True if any(link.kind == "code" for link in found) else None,
        listed=(name,) if listed else (),
        added=preprint.added,
    )
    return Record(work, preprint.span, Authority.LISTING if listed else Authority.EXPORT)


def day(text: str) -> str:
    """The day in a text such as `Thu, 2 Mar 2023 18:56:47 GMT   (828kb,D)`, of any century that arXiv has seen."""
    found = DAY.search(" ".join(text.split()))
    return SHORT_YEAR.sub(r" 20\1", found[0]) if found else ""


def day_of(text: str) -> Date | None:
    return date_of(day(text))


def names(text: str) -> Authors | None:
    """The authors in one text, as arXiv separates them; affiliations in brackets are left out."""
    text = plain(text)
    for _ in range(DEEPEST):
        text = BRACKETS.sub(" ", text)
    parts = BETWEEN.split(" ".join(text.replace("(", " ").replace(")", " ").split()))
    listed: list[list[str]] = []
    for part in parts:
        if part and SUFFIX.fullmatch(part) and listed:
            listed[-1].append(part)
        elif part:
            listed.append([part])
    return authors_of(map(" ".join, listed))


def named(listed: Iterable[str]) -> Authors | None:
    """The authors of a list of names."""
    return authors_of(plain(name) for name in listed)


def _venue(journal: str) -> str:
    """The journal of a reference such as `A&A, Volume 670, February 2023, A168`."""
    start = JOURNAL.search(journal, 1) if journal else None
    return (journal[: start.start()] if start else journal).strip(" .,;:")


def id_of(text: str) -> str:
    """The arXiv id in a text such as `oai:arXiv.org:2404.14469v1`; empty if there is none."""
    return identifiers.arxiv_id(re.sub(r"^oai:arXiv\.org:", "", text.strip())) or ""
