"""What the README says of commands and checks is what the code has."""

from __future__ import annotations

import re
from pathlib import Path

import click

from conspectus import checks
from conspectus.commands import group

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def verbs() -> dict[str, click.Command]:
    context = click.Context(group)
    return {name: group.get_command(context, name) for name in group.list_commands(context)}  # type: ignore[misc]


def test_the_readme_lists_every_command_in_order() -> None:
    assert re.findall(r"^\| `conspectus ([\w-]+)` \|", README, re.MULTILINE) == list(verbs())


def test_the_readme_names_every_option() -> None:
    for name, command in verbs().items():
        (row,) = re.findall(rf"^\| `conspectus {name}` \|.*$", README, re.MULTILINE)
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        assert options - {"--project", "--help"} == set(re.findall(r"--[\w-]+", row)), name


def test_the_readme_lists_every_check_with_its_code_and_severity() -> None:
    table = README.partition("<!-- checks -->")[2].partition("<!-- /checks -->")[0]
    rows = re.findall(r"^\| (\w\d{3}) \| `([\w-]+)` \| (\w+) \|", table, re.MULTILINE)
    assert rows == [(rule.code, rule.name, str(rule.severity)) for rule in checks.RULES]


def test_the_changelog_has_this_version() -> None:
    from conspectus import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
