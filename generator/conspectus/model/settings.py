"""The settings in `content/survey.yaml`: their values and defaults in `Settings`, their keys in `SURVEY`.

`settings.py` reads them by the shapes that are declared here; a new setting of a known shape is a field and a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conspectus.diagnostics import Span
from conspectus.model.keys import Key, Keys, Shape
from conspectus.model.work import Reference

NOWHERE = Span("content/survey.yaml")
"""Where settings that nobody wrote would stand."""

COLUMN_TYPES = ("text", "figure", "flag")
"""`figure`: text that is sorted by the first number in it, such as `3.6x on an A100`; `flag`: yes or no."""

TABLE_FIELDS = (
    "title", "subtitle", "authors", "editors", "date", "year", "month", "abstract", "arxiv", "doi", "venue", "kind",
    "volume", "issue", "pages", "publisher", "organization", "keywords", "url", "pdf", "code", "project", "video",
    "key",
)  # fmt: skip
"""What a column of a table of papers may have."""

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language tag as in BCP 47, near enough: `en`, `pt-BR`, `zh-Hant`."""

MOST_NEWEST = 200
"""More papers than this are no front page any more."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the comparison tables: the fact it shows, its heading, its type, and where it is declared."""

    id: str
    title: str
    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The columns by which the papers of a category, and of those below it, are compared."""

    category: Reference
    columns: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class SavedSource:
    """What `conspectus fetch --queries` asks of a service. With `match`, only papers with one of its phrases."""

    service: str
    query: tuple[str, ...]
    match: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Settings:
    """The survey's name and manner. What each setting is says its row in `SURVEY`; `base_url` ends in a slash."""

    title: str = "Untitled survey"
    id: str = ""
    tagline: str = ""
    language: str = "en"
    papers_language: str = ""
    author: str = ""
    base_url: str = ""
    repository: str = ""
    newest: int = 10
    rankings: bool = False
    columns: tuple[Column, ...] = ()
    tables: tuple[Table, ...] = ()
    sources: tuple[SavedSource, ...] = ()
    import_columns: tuple[tuple[str, str], ...] = ()
    span: Span = NOWHERE

    def column(self, id: str) -> Column | None:
        return next((column for column in self.columns if column.id == id), None)


SURVEY = Keys.of(
    Key("title", Shape.LINE, "The survey's name, on every page."),
    Key(
        "id",
        Shape.LINE,
        "What feeds know the survey by; if you say nothing, its title. Write the first title here when it changes.",
    ),
    Key("tagline", Shape.LINE, "One line below the name."),
    Key("language", Shape.LANGUAGE, "The language of your own words, as a tag: `en`, `de`, `pt-BR`."),
    Key(
        "papers_language",
        Shape.LANGUAGE,
        "The language of titles and abstracts of which no record says another, so that it is read aloud and hyphenated"
        " right: `en` in a German survey of English papers.",
    ),
    Key("author", Shape.LINE, "Who keeps the survey."),
    Key(
        "base_url",
        Shape.SITE,
        "Where the site will stand, such as `https://user.github.io/repository/`; feeds and sitemap need it.",
    ),
    Key("repository", Shape.ADDRESS, "The address of the repository the content is kept in; linked from every page."),
    Key("newest", Shape.NEWEST, "How many of the newest papers the front page shows."),
    Key("rankings", Shape.FLAG, "`true`: readers can sort lists by the scores and comments that listings gave papers."),
    Key("columns", Shape.COLUMNS, "Columns of the comparison tables: a fact's name, with its heading and type."),
    Key(
        "tables",
        Shape.TABLES,
        "By which columns a category, and all below it, is compared: `kv-cache: [speedup, memory]`.",
    ),
    Key(
        "import_columns",
        Shape.IMPORT_COLUMNS,
        "What columns of your own CSV and TSV files are, where their names do not tell: `{Work: title, Who: authors}`.",
    ),
    Key("queries", Shape.QUERIES, "Questions with a page and a feed of their own: an id, and what is asked."),
    Key(
        "sources",
        Shape.SOURCES,
        'What `conspectus fetch --queries` asks for: `[{arxiv: "cat:cs.CL AND abs:\\"long context\\""}]`.',
    ),
)
"""The keys of survey.yaml. What `queries` says is in the words of the taxonomy, and read by its stage."""

COLUMN = Keys.of(
    Key("title", Shape.LINE, "The column's heading."),
    Key("type", Shape.COLUMN_TYPE, "`text`; `figure`, sorted by its first number; `flag`, yes or no."),
)
"""The keys of a column."""

SOURCE = Keys.of(
    Key("arxiv", Shape.LINES, 'A query of arXiv\'s (`cat:cs.CL AND abs:"kv cache"`), a category, or words.'),
    Key("openalex", Shape.LINES, "Words, or filters of OpenAlex such as `topics.id:T10028`."),
    Key("crossref", Shape.LINES, "Words."),
    Key("semantic-scholar", Shape.LINES, "Words."),
    Key("hf", Shape.LINES, "`daily`: the daily papers of Hugging Face."),
    Key("zotero", Shape.LINES, "A library or a collection: `groups/12345/collections/ABCD2345`."),
    Key("match", Shape.LINES, "Only papers with one of these phrases in the title or abstract; written as in a rule."),
)
"""The keys of a source: one service, and what it is asked; in a list, each item is a phrase."""
