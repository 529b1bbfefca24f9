"""BibTeX that biblatex likes too: `eprint` in the words of both, months bare, capitals kept by braces, UTF-8.

Addresses, DOIs and eprints stand as they are, because biblatex reads those fields verbatim; all other text is TeX.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from conspectus.exports import bibtex_fields as fields
from conspectus.exports.entry import Entry
from conspectus.exports.format import Layout, Note, Use
from conspectus.exports.kinds import issued, kind_of

NAME = "BibTeX"
SUFFIX = "bib"
MEDIA_TYPE = "application/x-bibtex"
USES = frozenset({Use.CITE, Use.READ})
LAYOUT = Layout(
    between="\n",
    key=("{", ","),
    note=Note(head="@comment{{note}}\n\n", escapes=dict.fromkeys("{}@\\", " ")),
)

TYPES = {
    "article-journal": ("article", "journal", "publisher"),
    "article-magazine": ("article", "journal", "publisher"),
    "article-newspaper": ("article", "journal", "publisher"),
    "book": ("book", "series", "publisher"),
    "chapter": ("incollection", "booktitle", "publisher"),
    "dataset": ("dataset", "howpublished", "publisher"),
    "manuscript": ("unpublished", "howpublished", "publisher"),
    "pamphlet": ("booklet", "howpublished", "publisher"),
    "paper-conference": ("inproceedings", "booktitle", "publisher"),
    "patent": ("patent", "howpublished", "publisher"),
    "report": ("techreport", "series", "institution"),
    "software": ("software", "howpublished", "publisher"),
    "thesis": ("phdthesis", "series", "school"),
    "webpage": ("online", "howpublished", "publisher"),
}
"""CSL's types: the type of entry, and the names of its fields for venue and publisher."""

OTHER = ("misc", "howpublished", "publisher")

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@lru_cache(maxsize=16384)
def written(entry: Entry) -> str:
    """One entry."""
    return fields.written(_type(entry)[0], entry.key, _fields(entry))


def _type(entry: Entry) -> tuple[str, str, str]:
    return TYPES.get(kind_of(entry.work), OTHER)


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    work = entry.work
    _, venue, publisher = _type(entry)
    if work.title:
        yield "title", fields.title(work.title)
    if work.authors and work.authors.people:
        yield "author", fields.names(work.authors)
        if orcids := fields.orcids(work.authors):
            yield "author+an:orcid", orcids
    inside = work.organization if publisher in ("institution", "school") else None
    texts = {
        venue: work.venue,
        "volume": work.volume,
        "number": work.issue,
        "pages": work.pages,
        publisher: work.publisher or inside,
        "language": work.language,
    }
    for name, text in texts.items():
        if text:
            yield name, fields.pages(text) if name == "pages" else fields.plain(text)
    if date := issued(work):
        yield "year", f"{{{date.year}}}"
        if date.month:
            yield "month", MONTHS[date.month - 1]
        if date.day:
            yield "day", f"{{{date.day}}}"
    yield from _identifiers(entry)
    if work.keywords:
        yield "keywords", fields.words(work.keywords)


def _identifiers(entry: Entry) -> Iterator[tuple[str, str]]:
    work = entry.work
    if work.arxiv:
        yield "eprint", f"{{{work.arxiv}}}"
        yield "archivePrefix", "{arXiv}"  # BibTeX's word, and arXiv's own
        yield "eprinttype", "{arxiv}"  # biblatex's, and the one Zotero reads
    if work.doi:
        yield "doi", f"{{{work.doi}}}"
    if entry.url and not work.arxiv and not work.doi:
        yield "url", f"{{{entry.url}}}"
