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
        ("- a: one: two\n", (1, 9), "a second colon stands in this line"),
        ("a:one\nb: two\n", (2, 2), "the line above this key is no key"),
        ("a: 1\nb\nc: 2\n", (2, 1), "no key with a colon"),
        ("a: [1, 2]]\nb: 3\n", (1, 10), "this `]` closes nothing"),
        ("a: @x\n", (1, 4), "text cannot begin with `@`"),
        ('a: "one" two\n', (1, 10), "text follows a closing quote"),
        ("a: 1\n- b\n", (2, 1), "a list item stands among keys"),
        ("- b\na: 1\n", (2, 1), "stands among the items of a list"),
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


@pytest.mark.parametrize(
    ("text", "place", "help"),
    [
        ("a:\n  - b: 1\n    c: 2\n   d: 3\n", (4, 4), "indent it by 4, as line 3, or by 2, as line 2"),
        ("a:\n  - b: 1\n - b: 2\n", (3, 2), "indent it by 2, as line 2, or by 0, as line 1"),
        ("a:\n  - b: 1\n     c: 2\n", (3, 6), "indent it by 4, as line 2"),
        ("a:\n  - b: 1\n\n      # so\n      c:\n        - d: 2\n", (5, 7), "indent it by 4, as line 2"),
        ("a: 1\n  b:\n  - c\n", (2, 3), "indent it by 0, as line 1"),
        ("  a: 1\nb: 2\n", (2, 1), "indent it by 2, as line 1"),
    ],
)
def test_a_line_that_fits_nowhere_is_told_where_it_could_belong(text: str, place: tuple[int, int], help: str) -> None:
    _, (mistake,) = located.read(text.encode(), "x.yaml")
    assert mistake.message.endswith("which fits no line above it")
    assert (mistake.span.line, mistake.span.column, mistake.help) == (*place, help)


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_lines_that_yaml_alone_ends_lead_to_no_place_behind_the_file(end: str) -> None:
    root, (mistake,) = located.read(f"a: 'x{end * 3}'\nb\nc: d\n".encode(), "lamps.yaml")
    assert (root, mistake.check, mistake.span.line) == (None, "broken-yaml", 4)


def test_a_list_that_is_opened_behind_such_a_line_is_told_where_the_file_ends() -> None:
    _, (mistake,) = located.read(b"\r\r- a: [b\n", "lamps.yaml")
    assert (mistake.check, mistake.span.line) == ("broken-yaml", 2)
