"""Beginning a survey."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from conspectus import __version__
from conspectus.commands import group, new

Held = Callable[[Path], dict[str, bytes]]


def test_it_builds_at_once_without_a_mistake(
    tmp_path: Path, program: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    assert program("new", "lamps", cwd=tmp_path).returncode == 0
    checked = program("check", "--strict", cwd=tmp_path / "lamps")
    assert (checked.returncode, checked.stderr) == (0, "")
    built = program("build", "--strict", "--no-search", cwd=tmp_path / "lamps")
    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "lamps/site/papers/attention-is-all-you-need/index.html").is_file()


def test_it_brings_all_that_publishing_needs_and_names_this_version(tmp_path: Path, held: Held) -> None:
    done = CliRunner().invoke(group, ["new", str(tmp_path / "a" / "lamps")])
    assert done.exit_code == 0
    made = held(tmp_path / "a" / "lamps")
    assert {".gitignore", ".github/workflows/pages.yml", "README.md", "content/survey.yaml"} <= made.keys()
    assert f"conspectus=={__version__}\n".encode() in made[".github/requirements.txt"]
    assert not any(b"{{version}}" in data for data in made.values())
    assert not any("dot-" in name for name in made)


def test_every_yaml_file_names_a_schema_that_is_there(tmp_path: Path) -> None:
    CliRunner().invoke(group, ["new", str(tmp_path / "lamps")])
    found = sorted((tmp_path / "lamps/content").rglob("*.yaml"))
    assert len(found) == 4
    for path in found:
        named = path.read_text("utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).is_file()


def test_every_file_of_the_starter_is_in_the_package() -> None:
    assert len(dict(new.files())) == sum(path.is_file() for path in new.STARTER.rglob("*"))


@pytest.mark.parametrize("name", ["mine.txt", ".hidden"])
def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, held: Held, name: str) -> None:
    (tmp_path / name).write_text("mine")
    done = CliRunner().invoke(group, ["new", str(tmp_path)])
    assert done.exit_code == 1
    assert "not empty" in done.stderr
    assert held(tmp_path) == {name: b"mine"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    assert CliRunner().invoke(group, ["new", str(tmp_path)]).exit_code == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(group, ["new", str(tmp_path / "file" / "lamps")])
    assert done.exit_code == 1
    assert "Not a directory" in done.stderr
