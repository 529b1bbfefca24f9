"""What all tests share. Every sample is made up by us in the real layout; real files are used where they lie beside."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from conspectus.project import Project

# A slow machine is no mistake; and what decides whether a change lands must not depend on luck.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-anew", action="store_true", help="write the golden site instead of comparing with it")


@pytest.fixture(scope="session")
def listings() -> Path:
    """The folder of real saved listings, which are not ours to publish."""
    folder = ROOT.parent / "shared" / "listings"
    if not folder.is_dir():
        pytest.skip("the real listings are not on this machine")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real exports and lists, which are not ours to publish."""
    folder = ROOT.parent / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("the real samples are not on this machine")
    return folder


@pytest.fixture(scope="session")
def missing() -> Callable[[str], None]:
    """What to call when a program isn't there: skips on a user's machine, saying so; fails where all has to run."""

    def say(what: str) -> None:
        if os.environ.get("CI"):
            pytest.fail(f"{what} (and here it must not be missing)")
        pytest.skip(what)

    return say


@pytest.fixture
def survey(tmp_path: Path) -> Project:
    """A copy of the made-up survey, to build from or to spoil."""
    root = tmp_path / "survey"
    shutil.copytree(ROOT / "tests" / "survey", root)
    return Project(root)


@pytest.fixture
def edit(survey: Project) -> Callable[[str, str, str], None]:
    """Replaces a piece of a file below `content/`, which has to be there."""

    def replace(name: str, old: str, new: str) -> None:
        path = survey.content / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    return replace
