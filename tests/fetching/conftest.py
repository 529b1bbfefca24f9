"""The made-up services, running."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conspectus.fetching import Responses, Web
from made_up_services import Services, serving


@pytest.fixture
def services() -> Iterator[Services]:
    with serving() as running:
        yield running


@pytest.fixture
def web(services: Services, tmp_path: Path) -> Web:
    """What they are asked with, with a cache of its own and no API key."""
    return Web("ada@lamps.example", Responses(tmp_path / "answers"), environment={})
