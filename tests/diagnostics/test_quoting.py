"""Messages quote the beginning of a long value, wherever they come from."""

from __future__ import annotations

from conspectus.diagnostics import HintedError, Mistake, Span
from conspectus.diagnostics.quoting import LONGEST, MOST, brief


def test_a_mistake_quotes_the_beginning_of_a_long_value() -> None:
    long = "x" * 3_000_000
    mistake = Mistake("bad-date", f"`{long}` is not a valid date", Span("a.bib"), f"write `{long}` as `2024`")
    assert mistake.message == f"`{'x' * MOST}…` is not a valid date"
    assert mistake.help == f"write `{'x' * MOST}…` as `2024`"


def test_a_message_has_an_end_whatever_is_in_it() -> None:
    error = HintedError("no paper " + "x" * 3_000_000, "y" * 3_000_000)
    assert len(str(error)) == len(error.hint) == LONGEST


def test_cutting_a_message_again_changes_nothing() -> None:
    once = brief(f"`{'x' * 500}` and `{'y' * 121}` and `{'z' * 122}`")
    assert once == f"`{'x' * MOST}…` and `{'y' * 121}` and `{'z' * MOST}…`"
    assert brief(once) == once
