"""How a survey's workflow installs what created the survey: never by a name or a path that only this machine knows."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from conspectus import __version__
from conspectus.scaffolding import Plan, files, installed, origin, remote, wheel

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs": "git", "commit_id": COMMIT}
PLAN = Plan("Lamps")


@pytest.mark.parametrize(
    ("direct_url", "requirement"),
    [
        (
            {"url": "https://git.example.org/lamps.git", "vcs_info": GIT},
            f"git+https://git.example.org/lamps.git@{COMMIT}",
        ),
        (
            {"url": "https://host.example/c-1-py3-none-any.whl", "archive_info": {"hashes": {"sha256": "ab12"}}},
            "https://host.example/c-1-py3-none-any.whl#sha256=ab12",
        ),
    ],
)
def test_what_anybody_can_fetch_is_the_requirement(direct_url: dict[str, Any], requirement: str) -> None:
    assert origin.described(direct_url).requirement == f"conspectus @ {requirement}"


@pytest.mark.parametrize(
    "direct_url",
    [
        {"url": "file:///home/ada/conspectus", "dir_info": {"editable": True}},
        {"url": "file:///home/ada/conspectus.git", "vcs_info": GIT},
        {"url": "file:///tmp/c-1-py3-none-any.whl", "archive_info": {"hashes": {"sha256": "ab12"}}},
        {"url": "https://host.example/c-1-py3-none-any.whl", "archive_info": {}},
        {"url": "https://git.example.org/lamps.git", "vcs_info": {"vcs": "git", "commit_id": "main"}},
        {"url": "https://token@git.example.org/lamps.git", "vcs_info": GIT},
        {"url": "https://intranet/lamps.git", "vcs_info": GIT},
        {"url": "https://192.168.0.7/lamps.git", "vcs_info": GIT},
        {"url": "ssh://git@git.example.org/lamps.git", "vcs_info": GIT},
        {},
    ],
    ids=lambda value: value.get("url", "nothing"),
)
def test_anything_else_needs_a_wheel_in_the_survey(direct_url: dict[str, Any]) -> None:
    assert origin.described(direct_url) == origin.Origin()


def test_a_repository_on_github_has_the_workflow_too() -> None:
    found = origin.described({"url": "https://github.com/ada/conspectus.git", "vcs_info": GIT})
    assert found.workflow == f"ada/conspectus/.github/workflows/survey.yml@{COMMIT} # {__version__}"
    made = dict(files(PLAN, found))
    assert f"uses: {found.workflow}\n" in made[".github/workflows/pages.yml"].decode()
    assert made[".github/requirements.txt"].decode().splitlines()[1:] == [found.requirement]
    assert not [name for name in made if "wheels" in name or "survey.yml" in name]


def test_a_name_that_an_index_may_not_have_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    class Distribution:
        def read_text(self, name: str) -> None:
            return None

    monkeypatch.setattr(origin.metadata, "distribution", lambda name: Distribution())
    assert installed().requirement == ""
    monkeypatch.setattr(origin, "IS_ON_INDEX", True)
    assert installed().requirement == f"conspectus=={__version__}"


def test_the_wheel_is_the_same_each_time_and_has_all_that_runs() -> None:
    name, data = wheel.wheel()
    assert wheel.wheel() == (name, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
    root = Path(wheel.__file__).parents[1]
    expected = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    expected = {f"conspectus/{name}" for name in expected if "__pycache__" not in name}
    assert expected <= names
    assert {"conspectus/templates/pages/paper.html", "conspectus/language/locale/de.po"} <= names
    assert not [name for name in names if "direct_url" in name or "__pycache__" in name or name.endswith(".pyc")]
    assert f"conspectus-{__version__}.dist-info/METADATA" in names


@pytest.mark.parametrize(
    ("url", "repository"),
    [
        ("git@github.com:ada/lamps.git", "https://github.com/ada/lamps"),
        ("https://github.com/ada/lamps", "https://github.com/ada/lamps"),
        ("https://ada:secret@github.com/ada/lamps.git", "https://github.com/ada/lamps"),
        ("https://gitlab.example/ada/lamps.git", ""),
        ("../lamps", ""),
    ],
)
def test_the_repository_of_a_clone_is_known_without_its_password(tmp_path: Path, url: str, repository: str) -> None:
    (tmp_path / ".git").mkdir()
    config = (
        f'[core]\n\tbare = false\n[remote "upstream"]\n\turl = https://x.example\n[remote "origin"]\n\turl = {url}\n'
    )
    (tmp_path / ".git/config").write_text(config)
    assert remote(tmp_path) == repository
