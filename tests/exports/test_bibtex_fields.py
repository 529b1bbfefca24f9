"""What a second dialect of BibTeX is made of: other names for the same values, read back by pybtex."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pybtex.database import parse_string

from conspectus.exports import Entry
from conspectus.exports import bibtex_fields as fields


def biblatex(entry: Entry) -> Iterator[tuple[str, str]]:
    """Some fields, as biblatex calls them."""
    work = entry.work
    assert work.title and work.authors and work.venue and work.pages
    yield "title", fields.title(work.title)
    yield "author", fields.names(work.authors)
    yield "journaltitle", fields.plain(work.venue)
    yield "date", fields.plain(str(work.date))
    yield "pages", fields.pages(work.pages)
    yield "keywords", fields.words(work.keywords)


def test_another_dialect_is_read_back(article: Entry) -> None:
    read = parse_string(fields.written("article", article.key, biblatex(article)), "bibtex").entries[article.key]
    assert [str(person) for person in read.persons["author"]] == [
        "Sternlicht, Bo",
        "van der Glas, Jo",
        "O'Löwe-Ní, Åsa",
        "{Drøbak}",
    ]
    assert read.fields["journaltitle"] == r"Lights \& Shadows"
    assert read.fields["date"] == "2023-05-04"
    assert read.fields["pages"] == "11--29"
    assert read.fields["keywords"] == "{oil, lamp}, burner"


def test_no_text_ends_an_entry_early(hostile: str, make_entry: Callable[..., Entry]) -> None:
    entry = make_entry("first", hostile, authors=[hostile], venue=hostile, pages="1", keywords=(hostile,))
    text = f"{fields.written('misc', 'first', biblatex(entry))}\n@misc{{last,\n  title = {{Calm}},\n}}\n"
    read = parse_string(text, "bibtex").entries
    assert list(read) == ["first", "last"] and read["last"].fields["title"] == "Calm"
