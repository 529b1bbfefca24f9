"""Running the verbs: in this process where that tells enough, as a program where it matters."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conspectus.commands import group
from conspectus.project import Project
from made_up_library import ENTRIES, bib

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests neither use nor fill the cache of whoever runs them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def run(survey: Project, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a verb in the made-up survey's folder."""
    monkeypatch.chdir(survey.root)
    return lambda *arguments: CliRunner().invoke(group, [str(argument) for argument in arguments])


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `python -m conspectus`, its output in pipes."""

    def call(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "conspectus", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, **options)  # type: ignore[call-overload, no-any-return]

    return call


@pytest.fixture
def unread() -> Callable[..., None]:
    """Runs `python -m conspectus` for a reader of its output that stops before the first line, as `| head -0` does."""

    def call(*arguments: str, cwd: Path) -> None:
        command = [sys.executable, "-m", "conspectus", *arguments]
        with subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
            assert running.stdout
            running.stdout.close()
            running.wait(60)

    return call


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def held() -> Callable[[Path], dict[str, bytes]]:
    """Everything a folder holds, to compare with what it holds later."""
    return files


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "desk" / "refs.bib"
    path.parent.mkdir()
    path.write_text(bib(ENTRIES))
    return path


@pytest.fixture
def imported(run: Run, survey: Project, export: Path) -> Project:
    done = run("import", export, "--added", "2026-01-31")
    assert done.exit_code == 0, done.output
    return survey
