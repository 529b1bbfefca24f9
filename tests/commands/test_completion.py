"""Completion in shells."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest

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
    [("conspectus b", "build"), ("conspectus build --no", "--no-search"), ("conspectus completion z", "zsh")],
)
def test_verbs_options_and_values_are_completed(program: Program, typed: str, expected: str) -> None:
    asked = {"_CONSPECTUS_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    assert program(env={**os.environ, **asked}).stdout.splitlines() == [f"plain,{expected}"]
