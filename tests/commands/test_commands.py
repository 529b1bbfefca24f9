"""The command line as a whole: help, exit codes, interruption."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from conspectus import __version__, commands
from conspectus.commands import VERBS, console, group

Program = Callable[..., subprocess.CompletedProcess[str]]

SLOW = ("jinja2", "yaml", "bibtexparser", "watchdog", "nh3", "markdown", "http.server", "rapidfuzz")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([verb, "--help"] for verb in VERBS)], ids=" ".join)
def test_help_answers_at_once_for_it_imports_nothing_slow(arguments: list[str]) -> None:
    code = f"""
import sys
from conspectus.commands import group
group({arguments!r}, standalone_mode=False)
sys.exit(sorted({SLOW!r} & sys.modules.keys()))
""".replace(repr(SLOW), repr(set(SLOW)))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.strip() == "[]"


def test_help_takes_less_than_a_fifth_of_a_second(program: Program) -> None:
    def seconds() -> float:
        before = os.times()
        program("--help")
        after = os.times()  # the processor's time: what else the machine does counts for nothing
        return after.children_user + after.children_system - before.children_user - before.children_system

    assert any(seconds() < 0.2 for _ in range(25))  # a crowded processor is slower, and never quicker


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_and_verb_is_explained(verb: str) -> None:
    command = group.get_command(click.Context(group), verb)  # type: ignore[attr-defined]
    assert command.help
    assert "..." not in command.get_short_help_str(60)
    assert all(param.help for param in command.params if isinstance(param, click.Option))


@pytest.mark.parametrize(
    "arguments",
    [
        ["destroy"],
        ["build", "--nonsense"],
        ["build", "--base-url", "ftp://a.example/"],
        ["build", "--base-url", "/repo/"],
        ["check", "--format", "xml"],
        ["check", "--explain", "Z999"],
        ["serve", "--port", "70000"],
        ["import"],
        ["import", "no-such-file.txt"],
        ["explain"],
        ["new"],
        ["completion", "tcsh"],
        ["build", "--project", "no-such-folder"],
    ],
    ids=" ".join,
)
def test_a_command_typed_wrongly_exits_with_2(arguments: list[str]) -> None:
    done = CliRunner().invoke(group, arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Usage:" in done.stderr and "Error:" in done.stderr


@pytest.mark.parametrize("arguments", [["build"], ["check"], ["serve"], ["explain", "x"]], ids=" ".join)
def test_outside_a_survey_it_says_how_to_begin_one(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for more in ([], ["--project", "."]):
        done = CliRunner().invoke(group, arguments + more)
        assert done.exit_code == 1
        assert "content/survey.yaml" in done.stderr and "conspectus new" in done.stderr


@pytest.mark.parametrize("arguments", [["build"], ["new", "lamps"], ["import", "a.md"]], ids=" ".join)
def test_in_a_folder_that_is_gone_it_says_so(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    done = CliRunner().invoke(group, arguments)
    assert done.exit_code == 1 and isinstance(done.exception, SystemExit)
    assert done.stderr == "Error: the current folder does not exist anymore; change to another one\n"


def test_an_interrupted_verb_exits_as_the_shell_expects(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(folder: Path) -> None:
        raise KeyboardInterrupt

    verb = click.Command("new", callback=interrupt, params=[click.Argument(["folder"])])
    monkeypatch.setattr(commands.Verbs, "get_command", lambda *_: verb)
    done = CliRunner().invoke(group, ["new", "x"])
    assert done.exit_code == 130
    assert "Traceback" not in done.output


def test_the_version_is_told(program: Program) -> None:
    assert program("--version").stdout == f"conspectus, version {__version__}\n"


def test_a_pipe_that_closes_early_is_no_traceback() -> None:
    command = [sys.executable, "-c", "import time; time.sleep(0.3); from conspectus.commands import main; main()", "-h"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


def test_what_others_wrote_cannot_command_the_terminal() -> None:
    assert console.printable("A \x1b[31mred\x1b[0m title\nnext line") == "A �[31mred�[0m title\nnext line"
