"""The curator's Markdown. All texts here are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus import prose_files
from conspectus.diagnostics import Span
from conspectus.model.paper import Source
from conspectus.model.survey import Note


def load(text: str | bytes, path: str = "content/pages/open-problems.md") -> Note:
    return prose_files.load(Source(path, text.encode() if isinstance(text, str) else text, ""))


def test_the_first_heading_is_the_title_and_leaves_the_text() -> None:
    note = load("# What is left\n\nMuch.\n\n# More\n")
    assert note == Note(
        "open-problems", "What is left", "\n\nMuch.\n\n# More\n", Span("content/pages/open-problems.md")
    )


def test_lines_keep_their_numbers() -> None:
    note = load("\nAn opening.\n\n# Later\nand a [@cited] paper\n")
    assert (note.title, note.span.line) == ("Later", 4)
    assert note.source.split("\n")[4] == "and a [@cited] paper"


@pytest.mark.parametrize(
    "text", ["", "Only text.\n", "## A lesser heading\n", "#hashtag\n", "#\n", "```sh\n# a comment\n```\n"]
)
def test_without_a_heading_the_name_is_made_readable(text: str) -> None:
    note = load(text)
    assert (note.title, note.source) == ("Open problems", text)


def test_code_ends_where_its_fence_does() -> None:
    assert load("````\n```\n# no\n````\n# Yes #\n").title == "Yes"


def test_a_note_is_named_after_its_file_and_keeps_the_dots_of_an_id() -> None:
    assert load("", "content/notes/2404.14469.md").name == "2404.14469"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_the_ends_of_lines_and_a_byte_order_mark_do_not_matter(end: str) -> None:
    note = load(b"\xef\xbb\xbf" + f"# Title{end}text{end}".encode())
    assert (note.title, note.source) == ("Title", "\ntext\n")


def test_what_is_no_utf8_stays_visible_and_control_characters_go() -> None:
    assert load(b"caf\xe9 \x1b[31m").source == "caf\ufffd  [31m"


@given(st.text())
def test_any_text_is_a_note(text: str) -> None:
    assert load(text.encode("utf-8", "replace")).title
