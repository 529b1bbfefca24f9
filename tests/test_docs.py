"""What the documents say of commands, files and rooms is what the code has."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from conspectus.commands import group

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "conspectus"
DECISIONS = ROOT / "docs" / "decisions"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def verbs() -> dict[str, click.Command]:
    context = click.Context(group)
    return {name: group.get_command(context, name) for name in group.list_commands(context)}  # type: ignore[misc]


def test_what_the_documents_tell_to_type_exists() -> None:
    """Each command in the README and on the pages of the manual, and its options."""
    known = {
        name: {option for parameter in command.params for option in parameter.opts} | {"--help"}
        for name, command in verbs().items()
    }
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        text = page.read_text("utf-8")
        for name, words in re.findall(r"(?:`|^\$ |^)conspectus ([a-z]+)\b([^`\n|#]*)", text, re.MULTILINE):
            assert name in known, f"{page.name}: conspectus {name}"
            assert set(re.findall(r"(?<= )--[\w-]+", words)) <= known[name], f"{page.name}: conspectus {name}{words}"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_of_the_documents_lead_to_files(name: str) -> None:
    links = re.findall(r"\]\(([\w./-]+)\)", (ROOT / name).read_text("utf-8"))
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_the_changelog_has_this_version() -> None:
    from conspectus import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_contributing_says_what_is_done_in_every_room() -> None:
    table = CONTRIBUTING.partition("## The rooms")[2].partition("## The values")[0]
    rooms = {path.name + "/" if path.is_dir() else path.name for path in PACKAGE.iterdir() if "__" not in path.name}
    named = set(re.findall(r"`([\w.]+/?)`", table))
    assert rooms - named <= {"pipeline.py", "py.typed", "starter/", "templates/"}
    assert all((PACKAGE / name).exists() for name in named if "." not in name or name.endswith(".py"))


def test_every_file_that_the_documents_for_developers_name_is_there() -> None:
    files = (
        path for top in ("generator", "templates", "tests", "docs", "benchmarks") for path in (ROOT / top).rglob("*")
    )
    there = [
        *(f"/{path.relative_to(ROOT).as_posix()}" for path in files),
        "/.ci/run",
        "/constraints.txt",
        "/hatch_build.py",
    ]
    for page in (ROOT / "CONTRIBUTING.md", *DECISIONS.glob("*.md")):
        named = set(re.findall(r"`((?:[\w-]+/)+[\w.-]*|[\w-]+\.py)`", page.read_text("utf-8")))
        nowhere = {name for name in named if not any(path.endswith(f"/{name.rstrip('/')}") for path in there)}
        assert not {name for name in nowhere if not name.startswith(("content/", "site/"))}, page.name


def test_the_list_of_decisions_has_each_with_its_title() -> None:
    rows = re.findall(
        r"^\| (\d\d) \| \[(.+)\]\(((\d\d)-[\w-]+\.md)\) \|$", (DECISIONS / "README.md").read_text(), re.MULTILINE
    )
    pages = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
    assert [file for _, _, file, _ in rows] == [page.name for page in pages]
    for (number, title, _, again), page in zip(rows, pages, strict=True):
        text = page.read_text("utf-8")
        assert number == again
        assert text.startswith(f"# {title}\n")
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
