"""What other systems lack, or do otherwise, as far as that can be tried on this one: the site is the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conspectus.project import Project

WITHOUT = """
import multiprocessing.connection, os, sys, tempfile
import babel.dates, watchdog.observers  # which look at the system while they are imported
os.supports_dir_fd = set()
for name in "fork getuid geteuid symlink sched_getaffinity fchmod O_NOFOLLOW O_DIRECTORY O_NONBLOCK".split():
    if hasattr(os, name):
        delattr(os, name)
sys.platform = "unheard-of"  # where no call exchanges two folders
from conspectus.commands import main
main()
"""
"""Runs a command on a system without what Windows lacks: processes that split, handles of folders, links, users."""


def run(folder: Path, *command: str, **variables: str) -> str:
    """What a command prints."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache"), **variables}
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "replace")


def built(survey: Project) -> dict[str, bytes]:
    """The site of a survey, built without search."""
    run(survey.root, "-m", "conspectus", "build", "--no-search", "--out", "plain")
    return site(survey, "plain")


def site(survey: Project, name: str) -> dict[str, bytes]:
    out = survey.root / name
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_nothing_is_needed_that_windows_lacks(survey: Project) -> None:
    for old, new in ("Making light", "Making Light"), ("Keeping watch", "Keeping Watch"):
        run(survey.root, "-c", WITHOUT, "build", "--no-search")
        topic = survey.content / "taxonomy/topic.yaml"
        topic.write_text(topic.read_text("utf-8").replace(old, new), "utf-8")
    run(survey.root, "-c", WITHOUT, "place", "bell-log", "lenses")
    run(survey.root, "-c", WITHOUT, "build", "--no-search")
    assert site(survey, "site") == built(survey)


def test_files_may_end_their_lines_as_windows_does(survey: Project) -> None:
    before = built(survey)
    for path in survey.content.rglob("*"):
        if path.is_file() and path.suffix != ".svg":
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert built(survey) == before


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_a_console_shows_what_its_encoding_has(survey: Project, encoding: str) -> None:
    variables = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    topic = survey.content / "taxonomy/topic.yaml"
    topic.write_text(topic.read_text("utf-8").replace("Fog signals", "Fog signals 雾号 → ½"), "utf-8")
    for command in (
        "check",
        "explain wick",
        "place unplaced-tide fog --dry-run",
        "move fog lenses",
        "build --no-search",
    ):
        run(survey.root, "-m", "conspectus", *command.split(), **variables)
    assert "雾号".encode() in site(survey, "site")["topics/fog/index.html"]
