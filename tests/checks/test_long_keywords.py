"""Keywords of a paper that are too many for rules to look at are a mistake, whichever sources they come from."""

from __future__ import annotations

from typing import Any


def test_more_keywords_than_rules_look_at_are_a_mistake(made: Any) -> None:
    few, many = (tuple(f"{n:03}{'k' * 997}" for n in range(most)) for most in (99, 100))
    assert made.found("bad-value", made.survey([made.paper("wick", keywords=few)])) == []
    (mistake,) = made.found("bad-value", made.survey([made.paper("wick", keywords=many)]))
    assert mistake.message == "the sources of `wick` give it 100 keywords, of more than 100,000 characters"
