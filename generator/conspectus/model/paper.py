"""Papers: what sources say about them (`Record`), and what is made of that (`Paper`, `Library`)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum
from functools import cached_property

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model.links import Linked
from conspectus.model.paper_names import PaperNames
from conspectus.model.work import Named, Reference, Work
from conspectus.text import Text
from conspectus.text.links import links


class Authority(IntEnum):
    """How much a source's word weighs; the smallest number wins. `KEPT`: an import keeps it, though the export or the
    list that it came from lacks it now."""

    CURATOR = 0
    EXPORT = 1
    LISTING = 2
    KEPT = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the project. `path` is relative to the project's folder, with forward slashes.

    `columns`: what columns of tables are, by what the curator calls them (`import_columns` in survey.yaml).
    """

    path: str
    data: bytes = field(repr=False)
    digest: str
    columns: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, path: str, data: bytes) -> Source:
        """A file with the digest of its bytes."""
        return cls(path, data, hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Record:
    """What one source says of one paper, with the span it was read from. `id` is the curator's, or an export's key.

    `groups`: where the source files it, each a path from the top: the headings of a list, or a library's collections.
    `same_as`: the paper that the curator says it is; `other`: papers that it is not, whatever they have in common.
    `assigned`: the paper's id as it was written down when the record was imported. `left_out`: fields with too much in
    them, of each of which its reader told.
    """

    work: Work
    span: Span
    authority: Authority
    id: str | None = None
    groups: tuple[tuple[str, ...], ...] = ()
    same_as: Reference | None = None
    other: tuple[Reference, ...] = ()
    assigned: str | None = None
    left_out: tuple[str, ...] = ()

    @property
    def own_name(self) -> str | None:
        """Its id, or its key unless that is another paper's, which had it before."""
        is_key = self.authority is not Authority.CURATOR
        return None if is_key and any(each.id == self.id for each in self.other) else self.id

    def moved(self, lines: int) -> Record:
        """The same record, so many lines further down in its file. What it says stays the very same value if it can."""
        work = self.work
        if work.place:
            work = copy(work)
            object.__setattr__(work, "place", tuple((facet, _placed(named, lines)) for facet, named in work.place))
        same_as = _moved((self.same_as,), lines)[0] if self.same_as else None
        span, other = _below(self.span, lines), _moved(self.other, lines)
        return Record(work, span, self.authority, self.id, self.groups, same_as, other, self.assigned, self.left_out)


def _moved(references: tuple[Reference, ...], lines: int) -> tuple[Reference, ...]:
    return tuple(Reference(id, _below(span, lines)) for id, span in references)


def _placed(categories: tuple[Named, ...], lines: int) -> tuple[Named, ...]:
    return tuple(Named(id, _below(span, lines), _below(facet, lines)) for id, span, facet in categories)


def _below(span: Span, lines: int) -> Span:
    return Span(span.file, span.line + lines, span.column, span.width)


@dataclass(frozen=True)
class Reading:
    """One source read: its format, its records, what was dropped and why, and what is wrong with it.

    A file that could not be read to its end has a mistake and no records: half a listing is not a listing.
    """

    path: str
    format: str
    records: tuple[Record, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    remarks: tuple[str, ...] = ()  # how something was known, e.g. the year of the listing's dates
    title: str = ""  # what the source calls itself
    unread: tuple[str, ...] = ()  # those of the remarks that tell of values which cannot be what they stand for
    groups: tuple[tuple[str, ...], ...] = ()  # those it files papers in, where it tells their order
    unread_columns: tuple[str, ...] = ()  # of a table: those in which something stands that is not read

    @cached_property
    def inferred(self) -> Mapping[str, tuple[Span, ...]]:
        """The ways in which years that the file leaves out were known, each with the records' places."""
        dates = [(record.work.date, record.span) for record in self.records]
        ways = dict.fromkeys(date.inferred for date, _ in dates if date and date.inferred)
        return {way: tuple(span for date, span in dates if date and date.inferred == way) for way in ways}


class Exclusion(StrEnum):
    """The kinds of reasons for which records are left out, as the flow diagram of the method page names them."""

    NOT_A_PAPER = marked("not recognized as papers")
    ABOUT_THE_LIST = marked("about the list itself")
    COMMENTED_OUT = marked("commented out")
    NO_TITLE = marked("no title")
    REPEATED = marked("repeated entries")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A record left out. `why`: the reason, with the particulars that its curator needs; `kind`: what readers see."""

    title: str
    span: Span
    why: str
    kind: Exclusion = Exclusion.NOT_A_PAPER


@dataclass(frozen=True, slots=True)
class Paper:
    """One work. `origins` tells for each known field of `work` which record it came from."""

    id: str
    work: Work
    records: tuple[Record, ...]
    origins: Mapping[str, Span] = field(hash=False)

    @property
    def title(self) -> Text:
        """The title; a paper without one is dropped when records are merged."""
        assert self.work.title is not None, self.id  # noqa: S101 - holds by construction
        return self.work.title

    @property
    def span(self) -> Span:
        """The place of the record with the most authority."""
        return self.records[0].span


@dataclass(frozen=True, slots=True)
class Merge:
    """Records found to be one work, and by what: `arxiv`, `doi`, `id` or `title`, with the shared value.

    `why`: all that speaks for it.
    """

    paper: str
    by: str
    value: str
    spans: tuple[Span, ...]
    why: str = ""


class Relation(Enum):
    """What two papers are to each other that have much in common and were not merged."""

    ALIKE = "alike"  # they may be one work
    VERSIONS = "versions"  # one work, published twice
    SHARED_IDENTIFIER = "shared identifier"  # two works with one identifier, which is wrong in one of them


@dataclass(frozen=True, slots=True)
class Alike:
    """Two papers that look like one work and were not merged, and why. `relation`: what they are to each other."""

    first: str
    second: str
    why: str
    relation: Relation = Relation.ALIKE


@dataclass(frozen=True)
class Library:
    """All papers in a fixed order (by id), and what was merged, not merged or dropped, and why."""

    papers: tuple[Paper, ...]
    merges: tuple[Merge, ...] = ()
    apart: tuple[Alike, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Paper]:
        """The papers by their ids."""
        return {paper.id: paper for paper in self.papers}

    @cached_property
    def versions(self) -> Mapping[str, tuple[str, ...]]:
        """For each paper of which there are other versions, published elsewhere, their ids in order."""
        found: dict[str, set[str]] = {}
        for pair in self.apart:
            if pair.relation is Relation.VERSIONS:
                found.setdefault(pair.first, set()).add(pair.second)
                found.setdefault(pair.second, set()).add(pair.first)
        return {id: tuple(sorted(others)) for id, others in found.items()}

    @cached_property
    def linked(self) -> tuple[Linked, ...]:
        """The links and images in summaries, each with the place of the record that has the summary."""
        summaries = ((paper, paper.work.summary or "") for paper in self.papers)
        return tuple(
            Linked(link, paper.origins.get("summary", paper.span))
            for paper, summary in summaries
            for link in links(summary)
        )

    @cached_property
    def ids(self) -> frozenset[str]:
        """The papers' ids."""
        return frozenset(self.by_id)

    @cached_property
    def names(self) -> PaperNames:
        """The papers by all that names them."""
        return PaperNames.of(self.papers)

    @cached_property
    def decisions(self) -> Mapping[str, Mapping[str, tuple[tuple[Paper, Span], ...]]]:
        """Where the curator's records place papers: for each facet and category they name, the papers, each with the
        place of that statement. Papers that belong in no category of a facet are under an empty id."""
        found: dict[str, dict[str, list[tuple[Paper, Span]]]] = {}
        for paper in self.papers:
            for facet, references in paper.work.place:
                whole = Reference("", paper.origins.get("place") or paper.span)
                for each in references or (whole,):
                    found.setdefault(facet, {}).setdefault(each.id, []).append((paper, each.span))
        return {facet: {id: tuple(pairs) for id, pairs in named.items()} for facet, named in found.items()}
