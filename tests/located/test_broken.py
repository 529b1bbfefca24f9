"""Files that are not YAML: the message points to where the mistake was made."""

from __future__ import annotations

import pytest

from conspectus import located


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("- a: 1\n<<<<<<< HEAD\n  b: 2\n=======\n  b: 3\n>>>>>>> x\n", (2, 1), "never merged"),
        ('- a: "one\n- b: two\n', (1, 6), "this quote is never closed"),
        ("- a: it's\n  b: 'one\n  c: two\n", (2, 6), "this quote is never closed"),
        ("- a: 'one\n- b: 'two'\n", (1, 6), "closed in line 2 only"),
        ("- a: [one\n  b: two\n", (1, 6), "this `[` is never closed"),
        ("- a: {one: 1\n- b: two\n", (1, 6), "this `{` is never closed"),
        ("- a: 1\n\tb: 2\n", (2, 1), "a tab stands in the indentation"),
        ("a:\n- b: 1\n  \t c: 2\n   d: 1\n", (3, 3), "a tab stands in the indentation"),
        ("- a: one: two\n", (1, 9), "mapping values are not allowed"),
    ],
)
def test_what_is_wrong_is_said_where_it_begins(text: str, place: tuple[int, int], words: str) -> None:
    root, (mistake,) = located.read(text.encode(), "x.yaml")
    assert root is None
    assert (mistake.span.line, mistake.span.column) == place
    assert words in mistake.message


def test_a_piece_of_a_file_is_placed_in_it() -> None:
    _, (mistake,) = located.reading.read_text('a: "b', "x.yaml", 7)
    assert mistake.span.line == 8
