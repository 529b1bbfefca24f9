"""Values by the digests of what they are made from, from one build to the next."""

from __future__ import annotations

import pytest

from conspectus import derived
from conspectus.derived import InMemory, Known


class Counted(InMemory):
    """A memory that notes what is saved."""

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[str] = []

    def save(self, name: str, value: object) -> None:
        super().save(name, value)
        self.saved.append(name)


def refused() -> str:
    raise AssertionError("it was made anew")


def test_what_the_last_build_had_is_not_made_again() -> None:
    memory = Counted()
    first = Known(memory, "lamps", str)
    assert first.get(b"a", lambda: "oil") == first.get(b"a", refused) == "oil"
    first.keep()

    second = Known(memory, "lamps", str)
    assert second.get(b"a", refused) == "oil"
    second.keep()
    assert memory.saved == ["lamps"]


def test_what_a_build_does_not_ask_for_is_forgotten() -> None:
    memory = Counted()
    first = Known(memory, "lamps", str)
    first.get(b"a", lambda: "oil")
    first.keep()

    second = Known(memory, "lamps", str)
    second.get(b"b", lambda: "gas")
    second.keep()
    assert memory.load("lamps", dict) == {b"b": "gas"}


def test_other_names_are_other_values() -> None:
    memory = Counted()
    first = Known(memory, "lamps", str)
    first.get(b"a", lambda: "oil")
    first.keep()
    assert Known(memory, "bells", str).get(b"a", lambda: "fog") == "fog"


def test_very_many_values_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derived, "MOST_KEPT", 1)
    memory = Counted()
    known = Known(memory, "lamps", str)
    for digest in (b"a", b"b"):
        known.get(digest, lambda: "oil")
    known.keep()
    assert memory.saved == []
