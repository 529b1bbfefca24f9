"""Addresses that open the curator's editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.diagnostics import Span
from conspectus.preview.editor import PRESETS, Editor, template
from conspectus.project import Project


@pytest.fixture
def lamps(tmp_path: Path) -> Project:
    """A project at a path with a space, an ampersand and a percent sign in it."""
    project = Project(tmp_path / "lamps & wicks 100%")
    project.papers.mkdir(parents=True)
    (project.papers / "a.yaml").write_text("- id: lamp\n")
    return project


SPAN = Span("content/papers/a.yaml", 7, 19)


def test_a_file_is_opened_at_its_line_and_column(lamps: Project) -> None:
    link = Editor("vscode://file/{path}:{line}:{column}", lamps).link(SPAN)
    assert link.startswith("vscode://file/")
    assert not link.startswith("vscode://file//")
    assert link.endswith("/lamps%20%26%20wicks%20100%25/content/papers/a.yaml:7:19")


def test_where_the_address_has_a_path_in_its_query_it_stays_whole(lamps: Project) -> None:
    link = Editor(PRESETS["subl"], lamps).link(SPAN)
    assert link.startswith("subl://open?url=file:///") and link.endswith("/a.yaml&line=7&column=19")
    assert Editor(PRESETS["idea"], lamps).link(SPAN).startswith("idea://open?file=/")


def test_what_looks_like_a_field_in_a_path_is_left_alone(tmp_path: Path) -> None:
    project = Project(tmp_path / "{line}")
    project.content.mkdir(parents=True)
    project.settings_file.write_text("title: Lamps\n")
    link = Editor("quill://{path}?{line}", project).link(Span("content/survey.yaml", 3))
    assert link.endswith("/%7Bline%7D/content/survey.yaml?3")


def test_a_template_that_comes_with_conspectus_is_found(lamps: Project) -> None:
    link = Editor("quill://{path}", lamps).link(Span("templates/pages/home.html", 1))
    assert link.endswith("/templates/pages/home.html")


def test_no_file_and_no_editor_open_nothing(lamps: Project) -> None:
    assert Editor("quill://{path}", lamps).link(Span("content/papers/gone.yaml")) == ""
    assert Editor("", lamps).link(SPAN) == ""


def test_an_editor_is_named_or_its_address_given() -> None:
    assert template("vscodium") == PRESETS["vscodium"]
    assert template("none") == ""
    assert template("quill://open/{path}#{line}") == "quill://open/{path}#{line}"


@pytest.mark.parametrize(
    "name",
    ["quill", "quill://open", "", "javascript://{path}", "JavaScript:alert({path})", "data://{path}", "a b://{path}"],
)
def test_what_is_neither_is_refused(name: str) -> None:
    assert template(name) is None
