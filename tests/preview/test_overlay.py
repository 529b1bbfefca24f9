"""Mistakes as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from conspectus.diagnostics import Diagnostic, Mistake, Report, Severity, Span
from conspectus.preview import overlay

Said = Callable[..., Report]


def nowhere(span: Span) -> str:
    return ""


def test_a_mistake_is_shown_with_file_line_source_and_help(said: Said) -> None:
    shown = overlay.laid_over(
        said("`wik` is no category", Span("content/p.yaml", 2, 8, 3), "did you mean `wick`?"),
        lambda name: "- id: a\n  topic: wik\n",
        nowhere,
    )
    assert "1 mistake in the content" in shown
    assert "error[X001]" in shown and "made-up" in shown
    assert "content/p.yaml:2:8" in shown
    assert "  topic<mark>: w</mark>ik" in shown
    assert "help: did you mean `wick`?" in shown


def test_its_place_leads_to_the_editor_where_one_opens_it(said: Said) -> None:
    report = said("it", Span("a.yaml", 2, 8))
    assert "<a href='quill://a.yaml&quot;2' title" in overlay.laid_over(report, str, lambda span: 'quill://a.yaml"2')
    assert "<a " not in overlay.laid_over(report, str, nowhere)


def test_what_is_in_a_file_is_text_and_never_markup(said: Said) -> None:
    report = said("<i>", Span("<u>.yaml", 1, 1, 5), "<s>")
    shown = overlay.laid_over(report, lambda name: "<script>alert(1)</script>", lambda span: f"quill://{span}")
    assert not re.search(r"<(i|u|s|script)\b", shown)


def test_of_a_long_line_only_the_neighbourhood_is_shown(said: Said) -> None:
    line = "a" * 5000 + "WRONG" + "b" * 5000
    shown = overlay.laid_over(said("it", Span("x", 1, 5001, 5)), lambda name: line, nowhere)
    assert "<mark>WRONG</mark>" in shown
    assert len(shown) < 1000


def test_a_file_that_is_gone_has_no_line_to_show(said: Said) -> None:
    assert "<pre>" not in overlay.laid_over(said("it", Span("x", 1)), lambda name: None, nowhere)


@given(st.text(), st.integers(1, 9), st.integers(1, 99), st.integers(1, 99))
def test_any_span_in_any_file_can_be_shown(text: str, line: int, column: int, width: int) -> None:
    mistake = Mistake("made-up", "it", Span("x", line, column, width))
    report = Report((Diagnostic.of("X001", Severity.ERROR, mistake),))
    assert overlay.laid_over(report, lambda name: text, nowhere)


def test_the_script_stands_before_the_end_of_the_body() -> None:
    page = overlay.with_script(b"<body>a </body> in text</body></html>", "12ab", "t0ken")
    assert page.endswith(b' data-digest="12ab" data-token="t0ken"></script>\n</body></html>')
