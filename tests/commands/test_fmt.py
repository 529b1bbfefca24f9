"""Putting files in order from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import PACKAGE, Project

Run = Callable[..., Result]
Held = Callable[[Path], dict[str, bytes]]
UNTIDY = "# Fuel.\nfacet: fuel\ncategories:\n- title: Oil   # lamp oil\n  id: oil\n\n\n- id: gas\n"
TIDY = "# Fuel.\nfacet: fuel\ncategories:\n  - id: oil\n    title: Oil   # lamp oil\n\n  - id: gas\n"


@pytest.fixture
def fuel(survey: Project) -> Path:
    """A file that is not in order, in a survey that is."""
    (survey.papers / "records.yaml").unlink()
    path = survey.content / "taxonomy/fuel.yaml"
    path.write_text(UNTIDY, "utf-8")
    return path


def test_files_are_put_in_order(run: Run, fuel: Path) -> None:
    done = run("fmt")
    assert (done.exit_code, done.stdout) == (0, "formatted: content/taxonomy/fuel.yaml\n")
    assert fuel.read_text("utf-8") == TIDY
    assert run("fmt").stdout == "All files are formatted.\n"


def test_it_only_says_so_when_asked_to(run: Run, survey: Project, fuel: Path, held: Held) -> None:
    before = held(survey.root)
    done = run("fmt", "--check")
    assert (done.exit_code, done.stdout) == (1, "not formatted: content/taxonomy/fuel.yaml\n")
    done = run("fmt", "--diff")
    assert done.exit_code == 0
    assert "-- title: Oil   # lamp oil\n" in done.stdout and "+    title: Oil   # lamp oil\n" in done.stdout
    assert held(survey.root) == before
    fuel.write_text(TIDY, "utf-8")
    assert run("fmt", "--check").exit_code == 0


def test_only_files_that_are_named_are_touched(run: Run, survey: Project, fuel: Path) -> None:
    assert run("fmt", survey.content / "survey.yaml").stdout == "All files are formatted.\n"
    assert fuel.read_text("utf-8") == UNTIDY
    assert run("fmt", fuel).exit_code == 0
    assert fuel.read_text("utf-8") == TIDY


def test_what_cannot_be_put_in_order_is_left_alone_and_told(run: Run, survey: Project, fuel: Path) -> None:
    broken = survey.papers / "broken.yaml"
    broken.write_text("- id: [a\n", "utf-8")
    done = run("fmt")
    assert done.exit_code == 1
    assert "left unchanged: content/papers/broken.yaml:1:7: this `[` is never closed" in done.stderr
    assert fuel.read_text("utf-8") == TIDY
    assert broken.read_text("utf-8") == "- id: [a\n"


def test_files_of_others_are_not_touched(run: Run, survey: Project, fuel: Path) -> None:
    (survey.root / "other.yaml").write_text("b:  1\n", "utf-8")
    done = run("fmt", "other.yaml")
    assert done.exit_code == 1
    assert "is none of the survey’s" in done.stderr or "is not one of the survey's" in done.stderr


@pytest.mark.parametrize("root", [PACKAGE.parents[1], PACKAGE / "starter"], ids=["this repository", "the starter"])
def test_our_own_files_are_in_order(run: Run, root: Path) -> None:
    done = run("fmt", "--check", "--project", root)
    assert (done.exit_code, done.output) == (0, "All files are formatted.\n")
