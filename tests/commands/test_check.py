"""Checking by command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import Project

Run = Callable[..., Result]


@pytest.fixture
def spoilt(survey: Project) -> Project:
    with (survey.papers / "records.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: stray\n  title: Stray\n  place: {topic: [lenzes]}\n")
    return survey


def test_good_content_exits_with_0_and_nothing_is_written(run: Run, survey: Project) -> None:
    done = run("check")
    assert (done.exit_code, done.stderr) == (0, "")
    assert not survey.out.exists()


def test_errors_exit_with_1_and_stand_on_stdout(run: Run, spoilt: Project) -> None:
    done = run("check")
    assert done.exit_code == 1
    assert "error[T012] unknown-category" in done.stdout
    assert "place: {topic: [lenzes]}" in done.stdout
    assert done.stderr == ""


def test_warnings_exit_with_1_under_strict_alone(run: Run, survey: Project) -> None:
    with (survey.content / "taxonomy/fuel.yaml").open("a", encoding="utf-8") as file:
        file.write("  - id: whale\n    title: Whale oil\n")
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


def test_json_is_one_document_even_when_all_is_well(run: Run, survey: Project) -> None:
    json.loads(run("check", "--format", "json").stdout)


def test_json_tells_code_file_and_line(run: Run, spoilt: Project) -> None:
    said = run("check", "--format", "json")
    assert said.exit_code == 1
    assert "T012" in json.dumps(json.loads(said.stdout))


def test_annotations_name_the_file_as_the_repository_does(
    run: Run, spoilt: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = len((spoilt.papers / "records.yaml").read_text("utf-8").splitlines())
    here = run("check", "--format", "github").stdout
    assert f"::error file=content/papers/records.yaml,line={line}," in here
    monkeypatch.chdir(spoilt.root.parent)
    above = run("check", "--format", "github", "--project", "survey").stdout
    assert f"::error file=survey/content/papers/records.yaml,line={line}," in above


def test_a_code_is_explained_anywhere(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "categor" in run("check", "--explain", "T012").stdout
