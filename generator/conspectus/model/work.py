"""The fields of a paper: `Work` has the values, `RECORD` describes each of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from conspectus.diagnostics import Span
from conspectus.model.identifiers import http_url
from conspectus.model.keys import Key, Keys, Shape
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.text import Text


class Reference(NamedTuple):
    """An id the curator wrote down, and where."""

    id: str
    span: Span


class Named(NamedTuple):
    """A category that a record places its paper in, where it is named, and where its facet is."""

    id: str
    span: Span
    facet: Span


LINK_KINDS = ("paper", "pdf", "code", "project", "data", "model", "video", "other")
"""What may be behind a link, in the order in which links are shown."""

WORK_TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic interview legislation manuscript map
    motion_picture pamphlet paper-conference patent periodical post post-weblog regulation report review review-book
    software song speech standard thesis webpage
    """.split()
)
"""The types of works CSL knows (schema 1.0.2), without those of courts and music."""


class Link(NamedTuple):
    """An http(s) address that belongs to a paper. `kind`: paper, pdf, code, project, data, model, video or other."""

    kind: str
    url: str


Value = str | int | float | bool
"""A comparison fact as the curator wrote it: `3.6x`, `true`, `128000`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The bibliographic fields of a paper. Each may be unknown: None, or empty.

    Each field has a row in `RECORD`, and with it all that readers, merging, editors, site data and documents need.
    """

    title: Text | None = None
    authors: Authors | None = None
    date: Date | None = None
    abstract: Text | None = None
    arxiv: str | None = None  # bare id, without version: 2404.14469, hep-th/9901001
    doi: str | None = None  # lower case, without resolver; never the DOI arXiv gives its preprints
    venue: str | None = None
    kind: str | None = None
    organization: str | None = None
    subject: str | None = None
    score: float | None = None
    comments: int | None = None
    code: bool | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    publisher: str | None = None
    language: str | None = None  # BCP 47: en, zh-Hans
    keywords: tuple[str, ...] = ()
    urls: tuple[Link, ...] = ()
    listed: tuple[str, ...] = ()
    added: Date | None = None
    # The curator's own words:
    summary: str | None = None
    facts: tuple[tuple[str, Value], ...] = ()
    place: tuple[tuple[str, tuple[Named, ...]], ...] = ()
    was: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """The authors that its sources name."""
        return self.authors.people if self.authors else ()

    @property
    def year(self) -> int | None:
        return self.date.year if self.date else None

    @property
    def has_code(self) -> bool:
        """Whether a source says that code is published, or gives its address."""
        return bool(self.code) or any(link.kind == "code" and http_url(link.url) for link in self.urls)


class MergePolicy(Enum):
    """How a field is merged that several records have. The record with the most authority comes first."""

    FIRST = auto()  # the first that knows it is believed
    EXACT = auto()  # the same, unless a later one says the same more exactly
    NAMED = auto()  # filled up name by name: of each name, the first is believed
    UNITED = auto()  # what all say is put together
    EARLIEST = auto()  # the earliest of all, unless the curator gives one


@dataclass(frozen=True, slots=True)
class Field(Key):
    """A field of a `Work`, and the key of the same name in a record. `exported`: whether site data may carry it.
    `cited`: whether any file says it that papers are cited by."""

    merge: MergePolicy = MergePolicy.FIRST
    exported: bool = True
    cited: bool = True


RECORD = Keys.of(
    Key("id", Shape.ID, "The paper's id, which is its address. Change it only with the earlier one under `was`."),
    Field("title", Shape.TITLE, "The title; TeX such as `$k$` is shown as math."),
    Field(
        "authors",
        Shape.AUTHORS,
        "Names, in order: `[Ada Lampe, Bo Sternlicht]`. A last `others` says that there are more.",
        merge=MergePolicy.EXACT,
    ),
    Field("date", Shape.DATE, "`2024`, `2024-04` or `2024-04-22`.", merge=MergePolicy.EXACT),
    Field("arxiv", Shape.ARXIV, 'The arXiv id, in quotes: `"2404.14469"`.'),
    Field("doi", Shape.DOI, "The DOI: `10.1145/3731569.3764808`."),
    Field("venue", Shape.LINE, "The journal or conference."),
    Field(
        "kind",
        Shape.WORK_TYPE,
        "What kind of work it is, as CSL names it: `article-journal`, `paper-conference`, `article` (a preprint).",
    ),
    Field("organization", Shape.LINE, "The organisation behind the paper."),
    Field("subject", Shape.LINE, "A listing's subject code, such as `CV`.", cited=False),
    Field("score", Shape.NUMBER, "A ranked listing's score.", cited=False),
    Field("comments", Shape.COUNT, "A daily listing's number of comments.", cited=False),
    Field("code", Shape.FLAG, "Whether code is published.", cited=False),
    Field("volume", Shape.LINE, "The journal's volume."),
    Field("issue", Shape.LINE, "The journal's issue."),
    Field("pages", Shape.LINE, "The pages: `12-34`."),
    Field("publisher", Shape.LINE, "The publisher."),
    Field("language", Shape.LANGUAGE, "The language of title and abstract, as a tag: `en`, `de`, `zh-Hans`."),
    Field("listed", Shape.LINES, "Names of the listings that showed the paper.", merge=MergePolicy.UNITED, cited=False),
    Field(
        "added",
        Shape.DATE,
        "When the paper came into the survey; else the day of the listing, or that in the file's name, counts.",
        merge=MergePolicy.EARLIEST,
        cited=False,
    ),
    Field("urls", Shape.LINKS, "Links: `- code: https://…`, or plain addresses.", merge=MergePolicy.UNITED),
    Field("abstract", Shape.ABSTRACT, "The abstract, as its authors wrote it.", exported=False, cited=False),
    Field("keywords", Shape.KEYWORDS, "Keywords; rules look here too.", merge=MergePolicy.UNITED),
    Field("summary", Shape.PROSE, "One or two sentences of your own (Markdown). `[@id]` cites a paper.", cited=False),
    Field(
        "facts",
        Shape.FACTS,
        'Figures for the comparison tables: `{speedup: "3.6× at 16K tokens"}`.',
        merge=MergePolicy.NAMED,
        cited=False,
    ),
    Field(
        "place",
        Shape.PLACES,
        "Your own placing, `{topic: [kv-cache]}`; it decides about that facet, whatever the rules say.",
        merge=MergePolicy.NAMED,
        cited=False,
    ),
    Field(
        "was", Shape.IDS, "Earlier ids of the paper; their addresses lead here.", merge=MergePolicy.UNITED, cited=False
    ),
    Key("same_as", Shape.LINE, "The id of the paper that this record is, where nothing else says so."),
    Key("not", Shape.LINES, "Ids of papers that this one is not, whatever they have in common."),
    Key("author_count", Shape.COUNT, "How many authors there are, where not all are named."),
    Key("date_inferred", Shape.LINE, "How the year was known where the source did not give it."),
    Key("source", Shape.ANYTHING, "The file the record was imported from, and its line if known."),
)
"""The keys of a record, in the order they are written in: the fields of a `Work`, and further ones."""

FIELDS = tuple(key for key in RECORD if isinstance(key, Field))
"""The rows of a work's fields; a test holds that none is missing."""
