"""What an edit did, told against a git revision."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conspectus.commands import group
from conspectus.project import Project

Run = Callable[..., Result]


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Keeper", "-c", "user.email=keeper@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def repository(survey: Project) -> Project:
    """The made-up survey, committed."""
    git(survey.root, "init", "-q")
    git(survey.root, "add", "-A")
    git(survey.root, "commit", "-q", "-m", "Lamps")
    return survey


def replace(survey: Project, name: str, old: str, new: str) -> None:
    path = survey.content / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_without_an_edit_nothing_moved(run: Run, repository: Project) -> None:
    done = run("diff")
    assert done.exit_code == 0
    assert done.stdout.startswith("No changes since HEAD (")


def test_it_tells_who_moved_and_by_which_phrase(run: Run, repository: Project) -> None:
    replace(repository, "taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    said = run("diff").stdout
    assert "unplaced-tide: Tide Tables for the Impatient\n      topic: (none) → lenses" in said
    assert "now in lenses: matched “Tide Tables” in the title (content/taxonomy/topic.yaml:" in said
    assert said.endswith("1 paper moved\n")


def test_any_revision_can_be_named(run: Run, repository: Project) -> None:
    replace(repository, "taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    git(repository.root, "commit", "-q", "-a", "-m", "Tides")
    assert "No changes" in run("diff").stdout
    assert "1 paper moved" in run("diff", "HEAD~1").stdout


def test_a_lost_address_fails_only_where_that_is_asked_for(run: Run, repository: Project) -> None:
    replace(repository, "papers/records.yaml", "id: unplaced-tide", "id: tide")
    done = run("diff")
    assert done.exit_code == 0
    assert "/papers/unplaced-tide/ is lost; add `was: [unplaced-tide]`" in done.stdout
    assert run("diff", "--strict").exit_code == 1
    replace(repository, "papers/records.yaml", "id: tide", "id: tide\n  was: [unplaced-tide]")
    assert run("diff", "--strict").exit_code == 0


def test_json_has_everything_and_is_the_same_each_time(run: Run, repository: Project) -> None:
    replace(repository, "taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    said = run("diff", "--format", "json").stdout
    assert run("diff", "--format", "json").stdout == said
    document = json.loads(said)
    (moved,) = document["papers"]["moved"]
    assert (moved["id"], moved["from"], moved["to"][0]["phrase"]) == ("unplaced-tide", [], "tide tables")
    assert document["compared_with"]["commit"] == git(repository.root, "rev-parse", "HEAD").strip()
    assert document["counts"]["papers"] == {"came": 0, "went": 0, "renamed": 0, "moved": 1, "corrected": 0}


def test_markdown_begins_with_a_heading(run: Run, repository: Project) -> None:
    assert run("diff", "--format", "markdown").stdout.startswith("### What this changes\n")


def test_mistakes_are_not_taken_for_changes_without_a_word(run: Run, repository: Project) -> None:
    (repository.content / "taxonomy/fuel.yaml").write_text("facet: [fuel", "utf-8")
    done = run("diff")
    assert done.exit_code == 0
    assert "warning: the content has 1 error" in done.stderr


def test_a_survey_deep_in_a_repository_is_compared_with_itself(tmp_path: Path, survey: Project) -> None:
    inner = tmp_path / "outer" / "docs" / "lamps"
    shutil.copytree(survey.root, inner)
    git(tmp_path / "outer", "init", "-q")
    git(tmp_path / "outer", "add", "-A")
    git(tmp_path / "outer", "commit", "-q", "-m", "Lamps")
    done = CliRunner().invoke(group, ["diff", "--project", str(inner)])
    assert "No changes" in done.stdout


def test_the_repository_is_left_as_it_was(run: Run, repository: Project) -> None:
    replace(repository, "papers/records.yaml", "id: unplaced-tide", "id: tide")
    git(repository.root, "add", "content/papers/records.yaml")
    before = git(repository.root, "status", "--porcelain"), (repository.root / ".git/index").read_bytes()
    run("diff", "HEAD")
    assert (git(repository.root, "status", "--porcelain"), (repository.root / ".git/index").read_bytes()) == before


@pytest.mark.parametrize("name", ["no-such-branch", "--output=x", "HEAD:content"])
def test_a_revision_that_is_none_is_said_to_be_none(run: Run, repository: Project, name: str) -> None:
    done = run("diff", "--", name)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"git has no revision '{name}'" in done.stderr


def test_a_revision_without_a_survey_is_told(run: Run, repository: Project) -> None:
    git(repository.root, "checkout", "-q", "--orphan", "bare")
    git(repository.root, "rm", "-q", "-r", "--cached", ".")
    git(repository.root, "commit", "-q", "--allow-empty", "-m", "Nothing")
    done = run("diff")
    assert done.exit_code == 1
    assert "HEAD has no content/survey.yaml" in done.stderr


def test_outside_of_git_it_says_so(run: Run, survey: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(survey.root.parent))
    done = run("diff")
    assert done.exit_code == 1
    assert "the survey is not in a git repository\n  help: create one with `git init`" in done.stderr


def test_without_git_it_says_so(run: Run, survey: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(survey.root))
    done = run("diff")
    assert done.exit_code == 1
    assert "git is not installed" in done.stderr
