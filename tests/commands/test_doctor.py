"""`conspectus doctor` on machines, caches, folders and surveys that something is wrong with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from conspectus.commands import diagnosing, group
from conspectus.project import Project
from conspectus.publish.workplace import Workplace, workplace


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "conspectus"


def asked(survey: Project, *more: str) -> tuple[int, str]:
    result = CliRunner().invoke(group, ["doctor", "--project", str(survey.root), *more])
    return result.exit_code, result.output


def wrong(output: str) -> list[str]:
    return [line.removeprefix("wrong  ") for line in output.splitlines() if line.startswith("wrong")]


def test_nothing_is_wrong(survey: Project) -> None:
    code, output = asked(survey)
    assert (code, wrong(output)) == (0, [])
    assert "Pagefind" in output and "is not built yet" in output


def test_what_is_wrong_with_the_survey(survey: Project) -> None:
    (survey.content / "more.bib").write_text("@misc{a}")
    (survey.papers / "wrong.yaml").write_text("- {title: A Lamp, date: soon}\n")
    code, output = asked(survey)
    assert code == 1
    first, second = wrong(output)
    assert first == f"the survey in {survey.root} has 1 error, 1 warning"
    assert second.startswith("content/more.bib: ")


def test_what_is_wrong_with_the_folder_of_the_site(survey: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "theirs.txt").write_text("mine")
    code, output = asked(survey, "--out", str(out))
    assert code == 1 and "holds files that a build did not write: theirs.txt" in wrong(output)[0]
    left = Workplace.beside(tmp_path / "left").folder
    left.mkdir()
    (left / "lock").touch()
    assert "a killed build left files beside it" in wrong(asked(survey, "--out", str(tmp_path / "left"))[1])[0]
    (left / "journal.json").touch()
    assert "a killed build left it half written" in wrong(asked(survey, "--out", str(tmp_path / "left"))[1])[0]
    with workplace(tmp_path / "busy"):
        code, output = asked(survey, "--out", str(tmp_path / "busy"))
    assert code == 0 and "a build is writing it" in output


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
def test_a_cache_that_others_may_write_to(survey: Project, cache: Path) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o777)
    code, output = asked(survey)
    assert code == 1 and "is not only yours to write" in wrong(output)[0]


def test_what_is_missing_on_the_machine(survey: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(diagnosing, "requires", lambda name: ["lamps-and-wicks>=1", "click>=8"])
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: "/nowhere/pagefind")
    code, output = asked(survey)
    missing, pagefind, git = wrong(output)
    assert code == 1
    assert missing == "packages are missing: lamps-and-wicks"
    assert "does not run: [Errno 2]" in pagefind and "not installed" in git


def test_without_a_survey_the_rest_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(group, ["doctor"])
    assert result.exit_code == 0 and "no survey here" in result.output
