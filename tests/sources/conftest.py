"""What tests of the sources share."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest


def key(title: str) -> str:
    """The letters and digits of a title."""
    return re.sub(r"\W", "", title).lower()


@pytest.fixture(scope="session")
def facts(listings: Path) -> dict[str, dict[str, object]]:
    """What is known of each paper of the real listings from elsewhere, by the letters of its title."""
    file = listings.parent / "facts.json"
    if not file.is_file():
        pytest.skip("there are no facts beside the real listings")
    papers = json.loads(file.read_text("utf-8"))["papers"]
    return {key(paper["title"]): paper for paper in papers}
