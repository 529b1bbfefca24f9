"""Values by all that they are made from: made once, and again for keys that are new."""

from __future__ import annotations

from conspectus.derived import carried_over


def test_what_the_last_build_made_is_not_made_again_and_what_is_not_asked_for_is_forgotten() -> None:
    made: list[str] = []

    def make(key: str) -> list[str]:
        made.append(key)
        return [key]

    before = carried_over("ab", make, {})
    after = carried_over("cb", make, before)

    assert list(after.items()) == [("c", ["c"]), ("b", ["b"])]
    assert after["b"] is before["b"]
    assert made == ["a", "b", "c"]
    assert list(before) == ["a", "b"]
