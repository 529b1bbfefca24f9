"""The weekly workflow: it is valid, cautious, and its steps open one pull request with what is new, or add to it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / "generator/conspectus/starter/dot-github/workflows/fetch.yml"

PROGRAMS = {
    "conspectus": 'echo "$FOUND" >> content/papers/arxiv.jsonl; echo "arXiv: 1 paper, 1 of them new"\n',
    "gh": 'echo "$@" >> "$CALLS"; if [ "$2" = list ]; then echo "$OPEN"; fi\n',
}
"""Stand in for the programs that ask the network."""


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    return yaml.safe_load(WORKFLOW.read_text("utf-8"))


def test_it_is_a_valid_workflow() -> None:
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    subprocess.run(schema, check=True, capture_output=True)


def test_it_may_do_no_more_than_it_must(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["fetch"]["permissions"] == {"contents": "write", "pull-requests": "write"}
    used = [step["uses"] for step in workflow["jobs"]["fetch"]["steps"] if "uses" in step]
    assert used and all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name) for name in used)


def test_keys_are_given_to_one_step_and_stand_in_no_command(workflow: dict[str, Any]) -> None:
    steps = [step for step in workflow["jobs"]["fetch"]["steps"] if "secrets." in str(step)]
    (step,) = steps
    assert "secrets." not in step["run"]


Week = Callable[..., str]


@pytest.fixture
def week(workflow: dict[str, Any], tmp_path: Path) -> Week:
    """Runs the steps in a fresh clone; returns what `gh` was asked."""
    origin, bin = tmp_path / "origin.git", tmp_path / "bin"
    bin.mkdir()
    for name, text in PROGRAMS.items():
        (bin / name).write_text(f"#!/bin/sh\n{text}")
        (bin / name).chmod(0o755)
    environment = {
        **os.environ,
        **{f"GIT_{who}_{what}": "a@lamps.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "CALLS": str(tmp_path / "calls"),
        "RUNNER_TEMP": str(tmp_path),
        "BRANCH": workflow["jobs"]["fetch"]["env"]["BRANCH"],
    }

    def shell(script: str, folder: Path, **more: str) -> None:
        command = ["bash", "-e", "-c", script]
        done = subprocess.run(command, cwd=folder, env=environment | more, capture_output=True, text=True)
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"

    first = "git init -qb main; mkdir -p content/papers; touch content/papers/own.yaml; git add .; git commit -qm First"
    (tmp_path / "first").mkdir()
    shell(f"{first}; git clone -q --bare . {origin}", tmp_path / "first")
    number = iter(range(9))

    def run(found: str, open: str = "") -> str:
        clone = tmp_path / f"clone{next(number)}"
        shell(f"git clone -q {origin} {clone}", tmp_path)
        (tmp_path / "calls").write_text("")
        for step in workflow["jobs"]["fetch"]["steps"]:
            if "run" in step and step["name"] != "Install":
                shell(step["run"], clone, FOUND=found, OPEN=open)
        return (tmp_path / "calls").read_text()

    return run


def papers(tmp_path: Path, branch: str = "conspectus-fetch") -> list[str]:
    show = ["git", "-C", str(tmp_path / "origin.git"), "show", f"{branch}:content/papers/arxiv.jsonl"]
    return subprocess.run(show, check=True, capture_output=True, text=True).stdout.split()


def test_a_pull_request_is_opened(week: Week, tmp_path: Path) -> None:
    calls = week("one")
    assert "pr create --head conspectus-fetch --title New papers" in calls
    assert papers(tmp_path) == ["one"]
    assert "arXiv: 1 paper, 1 of them new" in (tmp_path / "body.md").read_text()


def test_an_open_pull_request_is_added_to(week: Week, tmp_path: Path) -> None:
    week("one")
    calls = week("two", open="7")
    assert "pr comment 7" in calls and "pr create" not in calls
    assert papers(tmp_path) == ["one", "two"]


def test_one_that_was_closed_is_not_gone_on_from(week: Week, tmp_path: Path) -> None:
    week("one")
    assert "pr create" in week("two")
    assert papers(tmp_path) == ["two"]


def test_without_new_papers_nothing_is_proposed(week: Week, workflow: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "bin" / "conspectus").write_text("#!/bin/sh\necho nothing\n")
    assert "pr create" not in week("")
