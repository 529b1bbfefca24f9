"""The survey: library, taxonomy, placements and prose; all there is to show."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from conspectus.diagnostics import Mistake, Span
from conspectus.language import ENGLISH, Language
from conspectus.model import paper_names
from conspectus.model.ledger import Ledger
from conspectus.model.links import Linked
from conspectus.model.paper import Library, Paper, Reading, Source
from conspectus.model.query import Queries
from conspectus.model.settings import Settings
from conspectus.model.taxonomy import CategoryId, Taxonomy
from conspectus.text import Image


class Reason(NamedTuple):
    """Why a paper is in a category.

    `kind`: `curator` (the record's `place`), `pin` (the category's `papers`) or `rule`. For a rule, `phrase` is the
    phrase that matched, `where` the field it matched in (title, summary, abstract, keywords) and `words` the words
    that it matched there.
    """

    kind: str
    span: Span
    phrase: str = ""
    where: str = ""
    words: str = ""

    def __str__(self) -> str:
        """The reason for curators; readers are told in templates that the editor placed a paper."""
        if self.kind == "rule":
            return f"matched “{self.words}” in the {self.where}"
        return "placed by its record" if self.kind == "curator" else "pinned by the category"


class Placement(NamedTuple):
    """A paper in a category, with the reason. Ids, so that the value is small."""

    paper: str
    facet: str
    category: str
    reason: Reason

    @property
    def category_id(self) -> CategoryId:
        return CategoryId(self.facet, self.category)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A category whose rule nearly took a paper, and what kept it out."""

    facet: str
    category: str
    why: str
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A Markdown file of the curator's: a page of prose, or a note on a paper. `name` is the file's stem."""

    name: str
    title: str
    source: str
    span: Span
    linked: tuple[Linked, ...] = ()


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An image in `content/images/`: its bytes, its size as in `text.Image`, and what is wrong with it."""

    source: Source
    width: int = 0
    height: int = 0
    mistakes: tuple[Mistake, ...] = ()

    @property
    def url(self) -> str:
        """Its address below the site's root: `images/flow.png`, as it lies below `content/`."""
        return self.source.path.removeprefix("content/")

    @property
    def image(self) -> Image:
        """What a page must know to show it."""
        return Image(self.url, self.width, self.height, self.source.digest[:8])


@dataclass(frozen=True, slots=True)
class Placing:
    """The result of placing.

    `placements`: each paper's places, in the order of the taxonomy; a paper without any is missing.
    `hits`: for each rule and each phrase of one, by its span, the ids of the papers it matches, whether or not it
    decided about them. `members`: for each category, its own papers; `inside`: those in it or below it; `outside`: for
    each facet, those in no category of it. `categories_of`: for each paper that has any, its categories, in the order
    of the taxonomy.
    """

    placements: Mapping[str, tuple[Placement, ...]] = field(default_factory=dict, hash=False)
    hits: Mapping[Span, Collection[str]] = field(default_factory=dict, hash=False)
    members: Mapping[CategoryId, Set[str]] = field(default_factory=dict, hash=False)
    inside: Mapping[CategoryId, Set[str]] = field(default_factory=dict, hash=False)
    outside: Mapping[str, Set[str]] = field(default_factory=dict, hash=False)
    categories_of: Mapping[str, tuple[CategoryId, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything the site is made of. `pages` are prose, `notes` are named after the paper they are about.

    `queries` are saved in survey.yaml, with what they find.
    `ledger`: the citation keys that are kept; None as long as the curator keeps none.
    `language`: that of the pages' own strings.
    `unread`: the files of the content that nothing reads.
    `reserved`: the names at the site's root that are not the curator's to give, for pages of every survey stand there.
    `pagefind`: whether it may be run on the site.
    """

    settings: Settings
    readings: tuple[Reading, ...]
    library: Library
    taxonomy: Taxonomy
    placing: Placing
    pages: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    ledger: Ledger | None = None
    queries: Queries = field(default_factory=Queries)
    language: Language = ENGLISH
    reserved: frozenset[str] = frozenset()
    pagefind: bool = True
    images: tuple[ImageFile, ...] = ()
    unread: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()  # found in survey.yaml and in translations; the other values carry their own

    @property
    def linked(self) -> Iterator[Linked]:
        """The links and images of all prose: in Markdown files, and in texts of YAML files."""
        for note in (*self.pages, *self.notes):
            yield from note.linked
        for facet in self.taxonomy.facets:
            yield from facet.linked
            for category, _ in facet.walk():
                yield from category.linked
        for query in self.queries.saved:
            yield from query.linked
        yield from self.library.linked

    def named(self, name: str) -> tuple[Paper, ...]:
        """The papers that a name may mean: an id, present or former, an arXiv id, a DOI or a citation key."""
        return paper_names.find(name, self.library, self.ledger)
