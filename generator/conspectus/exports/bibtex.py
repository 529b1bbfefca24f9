"""BibTeX that biblatex likes too: `eprint` in the words of both, months bare, capitals kept by braces, UTF-8.

Addresses, DOIs and eprints stand as they are, because biblatex reads those fields verbatim; all other text is TeX.
BibTeX counts escaped braces as if they were braces, so those are written as macros.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from conspectus.exports.entry import Entry, one_line
from conspectus.exports.format import Layout, Note, Use
from conspectus.exports.kinds import kind_of
from conspectus.model.people import Authors, Person
from conspectus.text.tex.nodes import Chars
from conspectus.text.tex.writing import tex

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

LIGATURE = re.compile(r"([-',<>`])(?=\1)|[?!](?=`)")
BRACE = re.compile(r"\\([{}])|\\.|\$", re.DOTALL)
DIVIDING = re.compile(r"(?i),|\band\b|\bothers\b")
"""What has a meaning between names."""

SUFFIXED = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?, [^,]+")
"""A given name behind the rest of a family name: `King, Jr., Martin` has three parts."""


def write(entries: Iterable[Entry]) -> str:
    """The entries in their order, an empty line between two."""
    return LAYOUT.file(map(written, entries))


@lru_cache(maxsize=16384)
def written(entry: Entry) -> str:
    """One entry; kept, because a paper stands in its own file and in those of all its categories."""
    lines = "".join(f"  {name:<13} = {value},\n" for name, value in _fields(entry))
    return f"@{_type(entry)[0]}{{{entry.key},\n{lines}}}"


def _type(entry: Entry) -> tuple[str, str, str]:
    return TYPES.get(kind_of(entry.work), OTHER)


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    work = entry.work
    _, venue, publisher = _type(entry)
    if work.title:
        yield "title", f"{{{{{_closed(work.title.as_tex())}}}}}"
    if work.authors and work.authors.people:
        yield "author", f"{{{_authors(work.authors)}}}"
    inside = work.organization if publisher in ("institution", "school") else None
    texts = {
        venue: work.venue,
        "volume": work.volume,
        "number": work.issue,
        "pages": re.sub(r"\s*[-–—]+\s*", "-", work.pages or ""),
        publisher: work.publisher or inside,
    }
    for name, text in texts.items():
        if text:
            yield name, f"{{{_typed(text).replace('-', '--') if name == 'pages' else _typed(text)}}}"
    if work.date:
        yield "year", f"{{{work.date.year}}}"
        if work.date.month:
            yield "month", MONTHS[work.date.month - 1]
        if work.date.day:
            yield "day", f"{{{work.date.day}}}"
    yield from _identifiers(entry)
    if work.keywords:
        yield "keywords", f"{{{', '.join(map(_protected, work.keywords))}}}"


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


def _authors(authors: Authors) -> str:
    return " and ".join([*map(_name, authors.people), *(["others"] if authors.others else [])])


def _name(person: Person) -> str:
    """`Family, Given`; a name in one piece in braces, so that nobody takes it apart."""
    if not person.given:
        return f"{{{_typed(person.family)}}}"
    given = one_line(person.given)
    return f"{_protected(person.family)}, {_typed(given) if SUFFIXED.fullmatch(given) else _protected(given)}"


def _protected(text: str) -> str:
    """As TeX; in braces if something in it would divide a list."""
    return f"{{{_typed(text)}}}" if DIVIDING.search(text) else _typed(text)


def _typed(text: str) -> str:
    """Plain text as TeX, which would make one dash or quote of two characters."""
    return LIGATURE.sub(r"\g<0>{}", _closed(tex((Chars(one_line(text)),))))


def _closed(source: str) -> str:
    """TeX without escaped braces."""
    if "\\{" not in source and "\\}" not in source:
        return source
    inside = False

    def macro(found: re.Match[str]) -> str:
        nonlocal inside
        if found[0] == "$":
            inside = not inside
        if not found[1]:
            return found[0]
        side = "l" if found[1] == "{" else "r"
        return f"\\{side}brace{{}}" if inside else f"\\textbrace{'left' if side == 'l' else 'right'}{{}}"

    return BRACE.sub(macro, source)
