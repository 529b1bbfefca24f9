"""Reports for people. All texts here are made up."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.diagnostics import Diagnostic, Mistake, Report, Severity, Span, text
from conspectus.diagnostics.excerpt import excerpt

FILE = "content/papers/lamps.yaml"


def report(span: Span, help: str = "", severity: Severity = Severity.ERROR, message: str = "it is so") -> Report:
    return Report.of([Diagnostic.of("X012", severity, Mistake("made-up", message, span, help))])


def test_a_mistake_is_shown_with_its_line_marked() -> None:
    wanted = (
        "error[X012] made-up: paper `wick` is placed in `lenzes`, which is not in topic.yaml\n"
        "  --> content/papers/lamps.yaml:7:19\n"
        "   |\n"
        " 7 |   place: {topic: [lenzes], fuel: [oil]}\n"
        "   |                   ^^^^^^ help: did you mean `lenses` (content/taxonomy/topic.yaml:15)?\n"
        "\n"
        "1 error\n"
    )
    said = report(
        Span(FILE, 7, 19, 6),
        "did you mean `lenses` (content/taxonomy/topic.yaml:15)?",
        message="paper `wick` is placed in `lenzes`, which is not in topic.yaml",
    )
    assert text.render(said, lambda name: "\n" * 6 + "  place: {topic: [lenzes], fuel: [oil]}\n") == wanted


def test_the_margin_grows_with_the_line_number() -> None:
    lines = text.render(report(Span(FILE, 1234, 1, 2)), lambda name: "\n" * 1233 + "ab").splitlines()
    assert lines[1:5] == [f"     --> {FILE}:1234:1", "      |", " 1234 | ab", "      | ^^"]


def test_a_file_that_cannot_be_read_still_has_its_place_and_help() -> None:
    lines = text.render(report(Span(FILE, 3), "save it as UTF-8"), lambda name: None).splitlines()
    assert lines[1:3] == [f"  --> {FILE}:3:1", "   help: save it as UTF-8"]


def test_mistakes_are_parted_by_an_empty_line_and_counted_by_severity() -> None:
    spans = [Span(FILE, line) for line in (1, 2, 3)]
    found = [
        Diagnostic.of("X001", severity, Mistake("made-up", "it is so", span))
        for severity, span in zip((Severity.ERROR, Severity.WARNING, Severity.WARNING), spans, strict=True)
    ]
    said = text.render(Report.of(found), lambda name: "one\ntwo\nthree\n")
    assert said.count("\n\n") == 3
    assert said.endswith("\n\n1 error, 2 warnings\n")


def test_without_mistakes_it_says_so() -> None:
    assert text.render(Report(), lambda name: None) == "no mistakes\n"


def test_tabs_and_wide_characters_keep_the_mark_below_the_piece() -> None:
    lines = text.render(report(Span(FILE, 1, 5, 2)), lambda name: "\t灯塔:wx").splitlines()
    assert lines[3] == " 1 |     灯塔:wx"
    assert lines[4] == "   |          ^^"


def test_of_a_long_line_the_neighbourhood_is_shown() -> None:
    shown = excerpt("a" * 5000 + "WRONG" + "b" * 5000, Span(FILE, 1, 5001, 5))
    assert shown is not None
    assert shown.marked == "WRONG"
    assert len(shown.before) + len(shown.after) < 200
    assert shown.before[0] == shown.after[-1] == "…"


@pytest.mark.parametrize("hidden", ["\x1b[2J", "\x07", "\u202e", "\x9b31m"])
def test_nothing_in_a_file_commands_the_terminal(hidden: str) -> None:
    said = report(Span(f"a{hidden}.yaml", 1, 1, 3), f"b{hidden}", message=f"c{hidden}")
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(text.render(said, lambda name: f"d{hidden}e"))


def test_color_changes_nothing_but_color() -> None:
    said = report(Span(FILE, 1, 2, 3), "mend it", Severity.WARNING)
    plain = text.render(said, lambda name: "abcdef")
    painted = text.render(said, lambda name: "abcdef", color=True)
    assert painted != plain
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == plain


@given(st.text(), st.integers(1, 9), st.integers(1, 300), st.integers(1, 300))
def test_any_span_in_any_text_can_be_shown(source: str, line: int, column: int, width: int) -> None:
    said = text.render(report(Span(FILE, line, column, width), "mend it"), lambda name: source)
    assert "help: mend it" in said
    assert all(unicodedata.category(c) not in ("Cf", "Cs") for c in said)


def test_lines_end_where_their_format_ends_them() -> None:
    said = "wick\u2028lamp\x85bell\nWRONG"
    shown = excerpt(said, Span("content/papers/lamps.jsonl", 2, 1, 5))
    assert shown and shown.marked == "WRONG"
    shown = excerpt(said, Span(FILE, 2, 1, 4))
    assert shown and shown.marked == "lamp"


def test_many_mistakes_in_one_file_read_it_once() -> None:
    lines = 20_000
    reads: list[str] = []

    def read(name: str) -> str:
        reads.append(name)
        return "lamp\n" * lines

    found = [Mistake("made-up", "it is so", Span("a.yaml", line)) for line in range(1, lines)]
    many = Report(tuple(Diagnostic.of("X012", Severity.ERROR, mistake) for mistake in found))
    start = time.perf_counter()
    assert text.render(many, read).count("lamp") == lines - 1
    assert reads == ["a.yaml"]
    assert time.perf_counter() - start < 10
