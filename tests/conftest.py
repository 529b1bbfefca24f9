"""What all tests share. Every sample is made up by us in the real layout; real files are used where they lie beside."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def listings() -> Path:
    """The folder of real saved listings, which are not ours to publish."""
    folder = ROOT.parent / "shared" / "listings"
    if not folder.is_dir():
        pytest.skip("the real listings are not on this machine")
    return folder
