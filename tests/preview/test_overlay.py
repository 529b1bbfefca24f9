"""Mistakes as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from conspectus.diagnostics import Diagnostic, Mistake, Report, Severity, Span
from conspectus.preview import overlay

Said = Callable[..., Report]


def test_a_mistake_is_shown_with_file_line_source_and_help(said: Said) -> None:
    shown = overlay.laid_over(
        said("`wik` is no category", Span("content/p.yaml", 2, 8, 3), "did you mean `wick`?"),
        lambda name: "- id: a\n  topic: wik\n",
    )
    assert "1 mistake in the content" in shown
    assert "error[X001]" in shown and "made-up" in shown
    assert "content/p.yaml:2:8" in shown
    assert "  topic<mark>: w</mark>ik" in shown
    assert "help: did you mean `wick`?" in shown


def test_what_is_in_a_file_is_text_and_never_markup(said: Said) -> None:
    shown = overlay.laid_over(said("<i>", Span("<u>.yaml", 1, 1, 5), "<s>"), lambda name: "<script>alert(1)</script>")
    assert not re.search(r"<(i|u|s|script)\b", shown)


def test_of_a_long_line_only_the_neighbourhood_is_shown(said: Said) -> None:
    line = "a" * 5000 + "WRONG" + "b" * 5000
    shown = overlay.laid_over(said("it", Span("x", 1, 5001, 5)), lambda name: line)
    assert "<mark>WRONG</mark>" in shown
    assert len(shown) < 1000


def test_a_file_that_is_gone_has_no_line_to_show(said: Said) -> None:
    assert "<pre>" not in overlay.laid_over(said("it", Span("x", 1)), lambda name: None)


@given(st.text(), st.integers(1, 9), st.integers(1, 99), st.integers(1, 99))
def test_any_span_in_any_file_can_be_shown(text: str, line: int, column: int, width: int) -> None:
    mistake = Mistake("made-up", "it", Span("x", line, column, width))
    report = Report((Diagnostic("X001", Severity.ERROR, mistake),))
    assert overlay.laid_over(report, lambda name: text)


def test_the_script_stands_before_the_end_of_the_body() -> None:
    page = overlay.with_script(b"<body>a </body> in text</body></html>", "12ab")
    assert page.endswith(b'<script src="/__conspectus/live.js" data-digest="12ab" defer></script>\n</body></html>')
