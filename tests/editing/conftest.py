"""Two states of the made-up survey: as it lies in this repository, and after an edit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus.cache import Cache
from conspectus.editing.changes import Changes, compare
from conspectus.pipeline import compile
from conspectus.project import Project

Edit = Callable[[str, str, str], None]


@pytest.fixture
def edit(survey: Project) -> Edit:
    """Replaces a piece of a file below `content/`, which has to be there."""

    def replace(name: str, old: str, new: str) -> None:
        path = survey.content / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    return replace


@pytest.fixture
def changes(survey: Project) -> Callable[[], Changes]:
    """What changed since the test began."""
    before = compile(survey, Cache(None))
    return lambda: compare(before, compile(survey, Cache(None)))
