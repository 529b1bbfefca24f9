"""What is called by a name in a list: the columns of its tables, and lines such as `Venue: ICML 2021`."""

from __future__ import annotations

import re

from conspectus.model.identifiers import arxiv_id, doi
from conspectus.sources import list_affiliations, list_publication, list_words
from conspectus.sources.list_fields import Fields
from conspectus.sources.list_names import by_year, cited, names
from conspectus.sources.list_text import Entry
from conspectus.sources.name_lists import names_in
from conspectus.sources.names import authors_of

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
    ("organization", r"org(?:ani[sz]ations?)?s?|institut\w*|affiliations?|company|lab|team|机构|(?:作者)?单位"),
    ("method", r"methods?|models?|names?|algorithms?|approach|keywords?|abbr\.?|acronym|方法|systems?"),
    ("abstract", r"abstract|摘要"),
    ("keywords", r"tags?|areas?|topics?|keywords?|categor(?:y|ies)|type|task"),
)
"""What columns are called, first match first."""


FAMILIES = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_A-Z]+|[^\W\d_a-z]\.)(?:(?:,? (?:and|&)|[,;]) ?[^\W\d_a-z][^\W\d_A-Z]*\.?){0,9}"
)
"""Family names alone, as an authors' column may have them: `Wick and Oil`."""


CALLED = re.compile(r"\W*(?P<name>[^\W\d_][^\n:：\ue000]{0,29}?)\s*[:：]\s*(?P<said>\S.*)", re.S)

UNTOLD = re.compile(
    r"(?i)(?:tl;?dr|env(?:ironment)?s?|session|comments?|notes?|remarks?|highlights?|解读|备注)(?: .*)?|论文解读"
)
"""Names of lines that say nothing that a record has."""


def role(name: str) -> str:
    """What a column of this name holds; empty where the name does not tell."""
    name = " ".join(list_words.without_emoji(name).lower().split()).strip(" *:_")
    return next((one for one, pattern in COLUMNS if re.fullmatch(pattern, name)), "")


def take(role: str, cell: Entry, fields: Fields) -> None:
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
    text = list_affiliations.without(text) or text
    found = fields.authors or names(text, lenient=True) or authors_of(cited(text))
    fields.authors = found or (authors_of(names_in(text) or text.split(",")) if FAMILIES.fullmatch(text) else None)


def _venue(text: str, fields: Fields) -> None:
    if doi(text):
        fields.doi = fields.doi or doi(text)
    elif list_publication.DETAILED.search(text):
        fields.add_publication(list_publication.read(text, text))
    elif found := list_words.venue(text, bare=True):
        fields.add_venue(found)


def _date(text: str, fields: Fields) -> None:
    date = list_words.date(text)
    fields.add_date(date or list_words.date_in(text))
    if not date and (found := list_words.venue(text)):
        fields.add_venue(found)


def _organization(text: str, fields: Fields) -> None:
    fields.organization = text if len(text) <= 200 else None


def _method(text: str, fields: Fields) -> None:
    fields.method = text if len(text.split()) <= 6 else None


def _abstract(text: str, fields: Fields) -> None:
    fields.abstract = text


def _keywords(text: str, fields: Fields) -> None:
    if len(text) <= 200:
        fields.keywords += [word.strip(" []") for word in re.split(r"[,;/]", text) if word.strip(" []")]


def _unnamed(text: str, fields: Fields) -> None:
    """A column whose name tells nothing: what can only be an identifier, a venue or a date is one."""
    fields.arxiv, fields.doi = fields.arxiv or arxiv_id(text), fields.doi or doi(text)
    date = None if text.isdigit() else list_words.date(text)
    if date:
        fields.add_date(date)
    elif found := list_words.venue(text):
        fields.add_venue(found)


TAKE = {
    "authors": _authors, "venue": _venue, "date": _date, "organization": _organization, "method": _method,
    "abstract": _abstract, "keywords": _keywords, "": _unnamed,
}  # fmt: skip
"""What becomes of the text of a column, by what it holds."""


LINES = frozenset(["authors", "venue", "date", "organization", "keywords"])
"""What lines are taken for by their names."""


def is_called(line: str) -> bool:
    """Whether a line has a name that tells what it says."""
    found = CALLED.fullmatch(line)
    return bool(found and (UNTOLD.fullmatch(found["name"].strip()) or role(found["name"]) in LINES))


def is_untold(name: str) -> bool:
    """Whether what lines of this name say is nothing that a record has."""
    return bool(UNTOLD.fullmatch(name)) or not is_called(f"{name}: x")


def called(line: str, fields: Fields) -> bool:
    """Whether a line has a name that tells what it says, which goes into the fields."""
    found = CALLED.fullmatch(line)
    if not found:
        return False
    name, said = found["name"].strip(), found["said"].strip(" .,;*_")
    if UNTOLD.fullmatch(name):
        return True
    known = "keywords" if re.fullmatch(r"(?i)key(?:word)?s?", name) else role(name)
    if known not in LINES or len(said) > 600:
        return False
    TAKE[known](said, fields)
    return True
