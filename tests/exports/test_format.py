"""Every format is what it says of itself: its files come apart into entries, and some of these make a file again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.exports import EXPORTS, Entry, Format, write
from conspectus.exports.markdown import NAME as MARKDOWN
from conspectus.model.people import Authors, Person
from conspectus.model.work import Work
from conspectus.text import Text

MakeEntry = Callable[..., Entry]

formats = pytest.mark.parametrize("format", EXPORTS, ids=[export.NAME for export in EXPORTS])


def parts(file: str, format: Format) -> list[str]:
    """The entries of a file, taken apart as `export.js` does it."""
    layout = format.LAYOUT
    entries = file[len(layout.head) : len(file) - len(layout.end + layout.tail)].split(layout.end + layout.between)
    return [entry[len(layout.bullet) :] for entry in entries] if len(entries) > 1 else entries


@formats
def test_some_entries_of_a_file_make_the_file_of_these_papers(format: Format, hostile: str, make_entry) -> None:  # type: ignore[no-untyped-def]
    entries = [make_entry("one", hostile, venue=hostile, keywords=(hostile,)), make_entry("two"), make_entry("three")]
    pieces = parts(write(format, entries), format)
    assert len(pieces) == len(entries)
    for some in ((2, 0), (1,), (0, 1, 2)):
        expected = write(format, [entries[at] for at in some])
        assert format.LAYOUT.file(pieces[at] for at in some) == expected
    for piece, entry in zip(pieces, entries, strict=True):
        assert parts(write(format, [entry]), format) == [piece]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@formats
@given(titles=st.lists(TEXTS, min_size=2, max_size=3))
def test_whatever_papers_are_called_a_file_comes_apart_into_them(format: Format, titles: list[str]) -> None:
    entries = [
        Entry(f"key{number}", Work(title=Text(title), authors=Authors((Person(title),)), venue=title))
        for number, title in enumerate(titles)
    ]
    assert len(parts(write(format, entries), format)) == len(titles)


@formats
def test_an_entry_has_its_key_where_the_format_says(format: Format, hostile: str, make_entry: MakeEntry) -> None:
    if not format.LAYOUT.key:
        assert format.USES, "entries without keys are picked from the papers' own files"
        return
    before, behind = format.LAYOUT.key
    keys = ["sun:2023", "b"]
    pieces = parts(write(format, [make_entry(key, hostile) for key in keys]), format)
    assert [piece[piece.index(before) + len(before) :].partition(behind)[0] for piece in pieces] == keys


@formats
def test_what_a_note_goes_before_is_in_every_entry(format: Format, hostile: str, make_entry: MakeEntry) -> None:
    note = format.LAYOUT.note
    assert note.before in parts(write(format, [make_entry("one", hostile)]), format)[0]
    assert any("{note}" in text for text in (note.head or "", note.entry, note.tail))


def test_no_two_formats_would_have_one_file() -> None:
    assert len({format.SUFFIX for format in EXPORTS}) == len({format.NAME for format in EXPORTS}) == len(EXPORTS)


def test_a_file_without_papers_has_no_entry() -> None:
    for format in EXPORTS:
        assert write(format, []) == format.LAYOUT.head + format.LAYOUT.tail


def test_a_paper_alone_has_no_bullet(article: Entry) -> None:
    (markdown,) = (format for format in EXPORTS if format.NAME == MARKDOWN)
    assert write(markdown, [article, article]) == f"- {write(markdown, [article])}" * 2
