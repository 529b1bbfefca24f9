"""Two states of the made-up survey: as it lies in this repository, and after an edit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus.cache import Cache
from conspectus.changes.comparing import Changes, compare
from conspectus.pipeline import compile
from conspectus.project import Project


@pytest.fixture
def changes(survey: Project) -> Callable[[], Changes]:
    """What changed since the test began."""
    before = compile(survey, Cache(None))
    return lambda: compare(before, compile(survey, Cache(None)))
