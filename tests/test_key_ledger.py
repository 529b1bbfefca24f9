"""The file of citation keys: what is read of it, and how lines come to it."""

from __future__ import annotations

import pytest

from conspectus import key_ledger
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Source


def load(text: str) -> Ledger:
    return key_ledger.load(Source("content/citation-keys.yaml", text.encode(), ""))


def test_ids_and_keys_are_read_as_they_are_written() -> None:
    ledger = load("# ours\nwick: lampe2023wick\n2404.14469: yes\n1e5: 007\nbell: DBLP:conf/x/Y  # theirs\n")
    assert not ledger.mistakes
    keys = {id: key.id for id, key in ledger.keys.items()}
    assert keys == {"wick": "lampe2023wick", "2404.14469": "yes", "1e5": "007", "bell": "DBLP:conf/x/Y"}
    assert ledger.keys["bell"].span.line == 5


@pytest.mark.parametrize(
    ("text", "check", "line"),
    [
        ("wick: a\nbell: with space\n", "bad-value", 2),
        ("wick: [a, b]\n", "bad-value", 1),
        ("- wick\n", "bad-value", 1),
        ("wick: a\nwick: b\n", "duplicate-key", 2),
        ("wick: 'a\n", "broken-yaml", 1),
    ],
)
def test_what_cannot_be_read_is_a_mistake_at_its_place(text: str, check: str, line: int) -> None:
    mistakes = load(text).mistakes
    assert (mistakes[0].check, mistakes[0].span.line) == (check, line)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "wick:\n"])
def test_a_file_without_keys_is_none_of_a_mistake(text: str) -> None:
    assert load(text) == Ledger()


@pytest.mark.parametrize("text", ["# ours\nwick: a # mine\n", "# ours\nwick: a # mine"])
def test_lines_come_behind_all_that_is_there(text: str) -> None:
    assert key_ledger.with_lines(text, {"bell": "b"}) == "# ours\nwick: a # mine\nbell: b\n"


def test_a_new_file_says_what_it_is() -> None:
    made = key_ledger.with_lines("", {"bell": "b"})
    assert made.startswith("# The key each paper is cited by.") and made.endswith("\n\nbell: b\n")
