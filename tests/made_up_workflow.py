"""A runner for the `run:` steps of a workflow: in order, in a clone, with a Python of its own.

Steps that use an action are left out; what one would have told a later step is in VALUES.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

SITE = "https://keepers.example/repo"
VALUES = {
    "push": {"${{ steps.pages.outputs.base_url }}": SITE},
    "pull_request": {"${{ steps.pages.outputs.base_url }}": ""},
}

CONDITIONS = {
    "github.event_name != 'pull_request'": lambda event: event != "pull_request",
    "github.event_name == 'pull_request'": lambda event: event == "pull_request",
    "inputs.after != ''": lambda event: False,
    "failure() && steps.pages.outcome == 'failure'": lambda event: False,
}
"""The conditions that steps have, and when they hold as long as no step has failed."""


class Ran(NamedTuple):
    """A step that ran, and how it ended."""

    name: str
    code: int
    output: str


def steps(workflow: dict[str, Any], event: str) -> Iterator[dict[str, Any]]:
    """The `run:` steps of all jobs that run for an event."""
    for job in workflow["jobs"].values():
        for step in job.get("steps", ()):
            if "run" in step and CONDITIONS.get(step.get("if"), lambda event: True)(event):
                assert step.get("if") is None or step["if"] in CONDITIONS
                yield step


def run(clone: Path, python: Path, event: str, *, is_installed: bool = False) -> list[Ran]:
    """Run the steps of a clone's survey.yml until one fails; `python` is the folder that the commands are in.

    With `is_installed`, the first step, which installs everything, is left out.
    """
    workflow = yaml.safe_load((clone / ".github/workflows/survey.yml").read_text("utf-8"))
    home = clone.parent / "home"
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PATH": f"{python}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "GITHUB_STEP_SUMMARY": str(clone.parent / "summary.md"),
        "CI": "true",
    }
    for name in ("VIRTUAL_ENV", "PYTHONPATH"):
        environment.pop(name, None)
    done: list[Ran] = []
    for step in [*steps(workflow, event)][is_installed:]:
        for name, value in step.get("env", {}).items():
            environment[name] = VALUES[event][value]
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        result = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)
        done.append(Ran(step["name"], result.returncode, result.stdout + result.stderr))
        if result.returncode:
            break
    return done
