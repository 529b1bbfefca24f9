"""What the documents say of commands, checks and keys is what the code has."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from conspectus import checks
from conspectus.commands import group
from conspectus.model.keys import Keys
from conspectus.model.query import QUERY
from conspectus.model.settings import COLUMN, SURVEY
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH
from conspectus.model.work import RECORD

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "conspectus"
DECISIONS = ROOT / "docs" / "decisions"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
KEYS = ROOT / "docs" / "keys.md"

TABLES: dict[str, Keys] = {
    "`survey.yaml`": SURVEY,
    "A column, under `columns` of `survey.yaml`": COLUMN,
    "A saved query, under `queries` of `survey.yaml`": QUERY,
    "`taxonomy/<facet>.yaml`": FACET,
    "A category, under `categories` of a facet or `children` of another category": CATEGORY,
    "A rule, under `match` of a category or a saved query": MATCH,
    "A paper's record, in YAML or JSON Lines": RECORD,
}


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


def test_the_readme_lists_every_check_with_the_first_sentence_of_its_documentation() -> None:
    table = README.partition("<!-- checks -->")[2].partition("<!-- /checks -->")[0]
    rows = re.findall(r"^\| (\w\d{3}) \| `([\w-]+)` \| (\w+) \| (.+) \|$", table, re.MULTILINE)
    assert rows == [
        (check.code, check.name, str(check.severity), check.documentation.partition(".\n")[0])
        for check in checks.CHECKS
    ]


def test_the_reference_of_keys_is_that_of_the_tables(request: pytest.FixtureRequest) -> None:
    text = "# Keys\n\nAll keys of the files in `content/`, in the order in which `conspectus fmt` writes them.\n"
    for title, keys in TABLES.items():
        rows = "".join(f"| `{key.name}` | {key.help} |\n" for key in keys)
        text += f"\n## {title}\n\n| key | what it says |\n|---|---|\n{rows}"
    if request.config.getoption("--golden-anew"):
        KEYS.write_text(text, "utf-8")
    assert KEYS.read_text("utf-8") == text, "if that is meant: make golden"


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
    files = (path for top in ("generator", "templates", "tests", "docs") for path in (ROOT / top).rglob("*"))
    there = [*(f"/{path.relative_to(ROOT).as_posix()}" for path in files), "/.ci/run", "/constraints.txt"]
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
