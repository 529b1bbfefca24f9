"""A table's row as an entry of a list: which column has the title, and what the others say."""

from __future__ import annotations

import re

from conspectus.model.identifiers import arxiv_id, doi
from conspectus.model.work import Link
from conspectus.sources import links, list_publication, list_title, list_words
from conspectus.sources.list_entry import Fields
from conspectus.sources.list_names import by_year, cited, names
from conspectus.sources.list_text import Entry, entry
from conspectus.sources.markdown_blocks import Block
from conspectus.sources.names import authors_of, split_names

COLUMNS = (
    ("title", r"(?:paper )?titles?(?: .*)?|papers?|work|publications?|paper name|论文|标题|paper ?& ?authors?.*"),
    ("authors", r".*authors?.*|作者"),
    (
        "venue",
        r"venues?|conf(?:erence)?s?(?: ?/ ?journal)?|journal|pub\.?|publish(?:ed(?: in| at)?|er)|publication venue",
    ),
    (
        "date",
        r"dates?|years?|time|month|(?:release|publish|publication|submission)\w*(?: date| time)?|发布时间|时间|日期",
    ),
    ("organization", r"org(?:ani[sz]ations?)?s?|institut\w*|affiliations?|company|lab|team|机构"),
    ("method", r"methods?|models?|names?|algorithms?|approach|keywords?|abbr\.?|acronym|方法|systems?"),
    ("abstract", r"abstract|摘要"),
    ("keywords", r"tags?|areas?|topics?|keywords?|categor(?:y|ies)|type|task"),
)
"""What columns are called, first match first."""


FAMILIES = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_A-Z]+|[^\W\d_a-z]\.)(?:(?:,? (?:and|&)|[,;]) ?[^\W\d_a-z][^\W\d_A-Z]*\.?){0,9}"
)
"""Family names alone, as an authors' column may have them: `Wick and Oil`."""


def is_heading(row: Block) -> bool:
    """Whether a row heads the ones below it: one cell with words, and no link."""
    filled = [cell for cell in row.cells if any(run.text.strip() for run in cell)]
    return (
        len(filled) == 1
        and filled[0] is row.cells[0]
        and len(row.header) != 1
        and not any(run.href or run.image for run in filled[0])
    )


def read(row: Block) -> tuple[Entry, list_title.Found | None, Fields]:
    """The entry of a row, its title, and what the columns say whose names tell what they hold."""
    roles = [_role(name) for name in row.header] + [""] * len(row.cells)
    entries = [entry(cell) for cell in row.cells]
    fields = Fields()
    at = _title_column(entries, roles)
    for number, cell in enumerate(entries):
        if number != at:
            _column(roles[number], cell, fields)
    if at is None:
        return _together(entries), None, fields
    main = entries[at]
    found = list_title.find(main)
    for number, cell in enumerate(entries):
        if number != at:
            main.labelled += cell.labelled + (_links(cell) if roles[number] != "authors" else [])
            main.badges += cell.badges
    return main, found, fields


def _role(name: str) -> str:
    name = " ".join(list_words.without_emoji(name).lower().split()).strip(" *:_")
    return next((role for role, pattern in COLUMNS if re.fullmatch(pattern, name)), "")


def tells_papers(row: Block) -> bool:
    """Whether the heading above a row has a column for titles, so that rows without a link are papers too."""
    return "title" in map(_role, row.header)


def is_like_a_paper(row: Block) -> bool:
    """Whether the heading has another column that only papers have."""
    return not {"authors", "venue"}.isdisjoint(map(_role, row.header))


def _title_column(entries: list[Entry], roles: list[str]) -> int | None:
    """The column with the title: the one called so if it has words, else the one whose link or text is the longest."""
    named = [n for n, cell in enumerate(entries) if roles[n] == "title" and _words(cell)]
    if named:
        return max(named, key=lambda n: len(_words(entries[n])[:200]))
    free = [n for n, cell in enumerate(entries) if roles[n] in ("", "method") and _words(cell)]
    linked = [n for n in free if any(span.href for span in entries[n].spans)]
    choice = linked or [n for n in free if roles[n] == "method" or len(_words(entries[n]).split()) > 2]
    return max(choice, key=lambda n: (len(_linked(entries[n])), len(_words(entries[n])) < 300, -n), default=None)


def _words(cell: Entry) -> str:
    return re.sub(r"[\s\ue000\[\]()|*_:,-]+", " ", cell.text).strip()


def _linked(cell: Entry) -> str:
    return max((cell.text[span.start : span.end] for span in cell.spans if span.href), key=len, default="")


def _links(cell: Entry) -> list[Link]:
    """The links of a cell beside the title: the text of such a link is the name of what it leads to."""
    return [link for span in cell.spans if span.href and (link := links.link(span.href))]


def _column(role: str, cell: Entry, fields: Fields) -> None:
    """What a cell says whose column is not the title's."""
    written = cell.text.strip().replace("\n", ", ") if role == "authors" else cell.text
    text = " ".join(written.replace("\ue000", " ").split()).strip(" *_-")
    if text and role in TAKE:
        TAKE[role](text, fields)


def _authors(text: str, fields: Fields) -> None:
    pointer = by_year(text)
    if pointer:
        text = ", ".join(pointer[0])
        fields.add_date(list_words.date(pointer[1]))
    found = fields.authors or names(text, lenient=True) or authors_of(cited(text))
    fields.authors = found or (authors_of(split_names(text)) if FAMILIES.fullmatch(text) else None)


def _venue(text: str, fields: Fields) -> None:
    if doi(text):
        fields.doi = fields.doi or doi(text)
    elif list_publication.DETAILED.search(text):
        fields.add_publication(list_publication.read(text, text))
    elif found := list_words.venue(text, bare=True):
        fields.add_venue(found)


def _date(text: str, fields: Fields) -> None:
    fields.add_date(list_words.date(text) or list_words.date_in(text))
    if found := list_words.venue(text):
        fields.add_venue(found)


def _organization(text: str, fields: Fields) -> None:
    fields.organization = text if len(text) <= 200 else None


def _method(text: str, fields: Fields) -> None:
    fields.method = text if len(text.split()) <= 6 else None


def _abstract(text: str, fields: Fields) -> None:
    fields.abstract = text


def _keywords(text: str, fields: Fields) -> None:
    if len(text) <= 200:
        fields.keywords += [word.strip() for word in re.split(r"[,;/]", text) if word.strip()]


def _unnamed(text: str, fields: Fields) -> None:
    """A column whose name tells nothing: what can only be an identifier, a venue or a date is one."""
    fields.arxiv, fields.doi = fields.arxiv or arxiv_id(text), fields.doi or doi(text)
    if found := list_words.venue(text):
        fields.add_venue(found)
    elif not text.isdigit():
        fields.add_date(list_words.date(text))


TAKE = {
    "authors": _authors, "venue": _venue, "date": _date, "organization": _organization, "method": _method,
    "abstract": _abstract, "keywords": _keywords, "": _unnamed,
}  # fmt: skip
"""What becomes of the text of a column, by what it holds."""


def _together(entries: list[Entry]) -> Entry:
    whole = Entry()
    for cell in entries:
        whole.merge(cell)
    return whole
