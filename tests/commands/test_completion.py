"""Completion in shells."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conspectus.project import Project

Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_the_shell_can_read(program: Program, shell: str) -> None:
    script = program("completion", shell).stdout
    assert "_CONSPECTUS_COMPLETE" in script
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not on this machine")
    subprocess.run([shell, "-n"], input=script, text=True, check=True, capture_output=True)


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("conspectus b", "build"),
        ("conspectus build --no", "--no-search"),
        ("conspectus completion z", "zsh"),
        ("conspectus fetch open", "openalex"),
        ("conspectus fill --from cr", "crossref"),
    ],
)
def test_verbs_options_and_values_are_completed(program: Program, typed: str, expected: str) -> None:
    assert offered(program, typed) == [expected]


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("explain be", "bell-log"),
        ("place bell-log len", "lenses"),
        ("place --facet fuel bell-log o", "oil"),
        ("move lenses wat", "watch"),
        ("move lenses --before bur", "burners"),
        ("move oil --facet fuel l", ""),
        ("rename be", "bell-log"),
        ("rename --facet f", "fuel"),
        ("suggest --facet to", "topic"),
        ("try x --in acet", "acetylene"),
        ("try x --facet fu", "fuel"),
    ],
)
def test_ids_of_the_survey_are_completed(program: Program, survey: Project, typed: str, expected: str) -> None:
    assert offered(program, f"conspectus {typed}", cwd=survey.root) == expected.split()
    verb, _, rest = typed.partition(" ")
    assert offered(program, f"conspectus {verb} --project {survey.root} {rest}") == expected.split(), "from elsewhere"


def test_an_id_comes_with_what_it_is_called(program: Program, survey: Project, edit: Callable[..., None]) -> None:
    edit("taxonomy/topic.yaml", "title: Lenses", 'title: "Len\\tses\\e[31m"')
    (item,) = answer(program, "conspectus place bell-log lens", "fish", cwd=survey.root)
    assert item.endswith("lenses\tTopics › Making light › Len ses [31m")
    (item,) = answer(program, "conspectus explain bell", "fish", cwd=survey.root)
    assert item.startswith("plain,bell-log\t")


def test_where_there_is_no_survey_nothing_is_offered_nor_said(program: Program, tmp_path: Path) -> None:
    asked = {**os.environ, **asking("conspectus explain a", "bash")}
    done = program(env=asked, cwd=tmp_path)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def offered(program: Program, typed: str, **options: object) -> list[str]:
    """What bash is told to offer for the last word typed."""
    return [line.removeprefix("plain,") for line in answer(program, typed, "bash", **options)]


def answer(program: Program, typed: str, shell: str, **options: object) -> list[str]:
    done = program(env={**os.environ, **asking(typed, shell)}, **options)
    assert not done.stderr
    return done.stdout.split("\n")[:-1] if done.stdout.strip() else []


def asking(typed: str, shell: str) -> dict[str, str]:
    """The environment in which a shell asks what a command line could go on with."""
    last = typed.split()[-1]
    at = last if shell == "fish" else str(len(typed.split()) - 1)
    return {"_CONSPECTUS_COMPLETE": f"{shell}_complete", "COMP_WORDS": typed, "COMP_CWORD": at}
