"""Schemas for editors, written and announced."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conspectus.commands import group
from conspectus.project import Project

Run = Callable[..., Result]
NAMES = ["papers.schema.json", "survey.schema.json", "taxonomy.schema.json"]


def lines(said: str) -> dict[str, str]:
    """The path of the schema by the files it is for."""
    return dict(re.findall(r"^  (content/\S+)\n    # yaml-language-server: \$schema=(\S+)$", said, re.MULTILINE))


def test_three_schemas_are_written_and_nothing_else(
    run: Run, survey: Project, held: Callable[[Path], dict[str, bytes]]
) -> None:
    before = held(survey.root)
    assert run("schema").exit_code == 0
    after = held(survey.root)
    assert sorted(set(after) - set(before)) == [f"content/.schemas/{name}" for name in NAMES]
    assert {path: after[path] for path in before} == before


def test_the_first_lines_lead_to_the_schemas(run: Run, survey: Project) -> None:
    (survey.content / "papers/deep/er").mkdir(parents=True)
    (survey.content / "papers/deep/er/more.yaml").write_text("- title: More\n", "utf-8")
    found = lines(run("schema").stdout)
    assert list(found) == [
        "content/survey.yaml",
        "content/taxonomy/*.yaml",
        "content/papers/*.yaml",
        "content/papers/deep/er/*.yaml",
    ]
    for files, path in found.items():
        assert "title" in json.loads((survey.root / files).parent.joinpath(path).read_text("utf-8"))


def test_another_folder_may_be_named(run: Run, survey: Project) -> None:
    found = lines(run("schema", "--out", "editor").stdout)
    assert found["content/taxonomy/*.yaml"] == "../../editor/taxonomy.schema.json"
    assert sorted(path.name for path in (survey.root / "editor").iterdir()) == NAMES


def test_the_schemas_disturb_neither_check_nor_build(run: Run) -> None:
    before = run("check", "--format", "json").stdout
    run("schema")
    assert run("check", "--format", "json").stdout == before


def test_with_the_line_in_place_the_files_are_read_as_before(run: Run, survey: Project) -> None:
    path = survey.content / "taxonomy/topic.yaml"
    line = lines(run("schema").stdout)["content/taxonomy/*.yaml"]
    path.write_text(f"# yaml-language-server: $schema={line}\n{path.read_text('utf-8')}", "utf-8")
    assert run("check").exit_code == 0


def test_files_name_their_schemas_when_asked_to(run: Run, survey: Project) -> None:
    (survey.content / "papers/deep").mkdir()
    (survey.content / "papers/deep/more.yaml").write_bytes(b"\xef\xbb\xbf- title: More\r\n")
    fuel = survey.content / "taxonomy/fuel.yaml"
    fuel.write_text(f"# Fuel.\n# yaml-language-server: $schema=old.json\n{fuel.read_text('utf-8')}", "utf-8")
    said = run("schema", "--add-modeline").stdout
    assert "Added the first line to:\n  content/survey.yaml\n" in said
    assert fuel.read_text("utf-8").startswith(
        "# Fuel.\n# yaml-language-server: $schema=../.schemas/taxonomy.schema.json\nfacet: fuel\n"
    )
    assert (survey.content / "papers/deep/more.yaml").read_bytes() == (
        b"\xef\xbb\xbf# yaml-language-server: $schema=../../.schemas/papers.schema.json\r\n- title: More\r\n"
    )
    assert run("check").exit_code == 0
    assert "All files have their first line already." in run("schema", "--add-modeline").stdout


def test_content_with_errors_has_schemas_and_a_warning(run: Run, survey: Project) -> None:
    (survey.content / "taxonomy/fuel.yaml").write_text("facet: [fuel", "utf-8")
    done = run("schema")
    assert done.exit_code == 0
    assert "the content has errors" in done.stderr


def test_a_folder_that_cannot_be_made_is_told(run: Run, survey: Project) -> None:
    (survey.root / "taken").write_text("a file", "utf-8")
    done = run("schema", "--out", "taken/deeper")
    assert done.exit_code == 1
    assert "error: " in done.stderr


@pytest.mark.parametrize("verb", ["diff", "try", "schema"])
def test_help_tells_the_exit_codes(verb: str) -> None:
    assert "Exit code: 0" in CliRunner().invoke(group, [verb, "--help"]).stdout
