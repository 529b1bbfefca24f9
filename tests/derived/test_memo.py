"""What a memo gives back, what it forgets, and what it says it made."""

from __future__ import annotations

import subprocess
import sys

from conspectus.derived import Memo, Recomputed, address
from conspectus.diagnostics import Span


def test_what_this_build_or_the_last_one_made_is_not_made_again() -> None:
    first: Memo[str] = Memo("words")
    value = first.get("a", lambda: "made")

    assert first.get("a", lambda: "made again") is value
    assert first.next().get("a", lambda: "made again") is value


def test_what_a_build_does_not_ask_for_is_forgotten_by_the_next_but_one() -> None:
    first: Memo[str] = Memo("words")
    first.get("a", lambda: "made")

    assert first.next().next().get("a", lambda: "made again") == "made again"


def test_a_memo_that_was_given_out_stays_what_it_was() -> None:
    first: Memo[str] = Memo("words")
    first.get("a", lambda: "made")
    first.next().get("b", lambda: "later")

    assert first.recomputed == Recomputed("words", ("a",), 1)


def test_a_memo_says_what_it_made_and_not_what_it_took_over() -> None:
    first: Memo[str] = Memo("words")
    first.get("a", lambda: "made")
    second = first.next()
    second.get("a", lambda: "made again")
    second.get("b", lambda: "new")

    assert second.recomputed == Recomputed("words", ("b",), 2)


def test_an_address_is_the_same_in_every_process_and_another_for_other_inputs() -> None:
    span = Span("content/papers/a.yaml", 3)
    code = (
        "from conspectus.derived import address; from conspectus.diagnostics import Span;"
        "print(address('words', (Span('content/papers/a.yaml', 3), None, 1.5)))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()

    assert address("words", (span, None, 1.5)) == other
    assert address("words", (span, None, 1.25)) != other
