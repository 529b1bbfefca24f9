"""A project's files: which belong to it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conspectus.project import Project


@pytest.fixture
def lamps(tmp_path: Path) -> Project:
    papers = tmp_path / "content" / "papers"
    (papers / "old").mkdir(parents=True)
    for name in ("b.yaml", "a.txt", "old/c.yaml", ".hidden.yaml", "a.yaml~"):
        (papers / name).write_text(name)
    return Project(tmp_path)


def test_files_are_found_in_all_folders_in_the_order_of_their_paths(lamps: Project) -> None:
    (lamps.papers / "old-er.yaml").write_text("x")
    names = [path.relative_to(lamps.papers).as_posix() for path in lamps.files("papers")]
    assert names == ["a.txt", "b.yaml", "old-er.yaml", "old/c.yaml"]
    assert [path.name for path in lamps.files("papers", ".txt")] == ["a.txt"]
    assert list(lamps.files("notes")) == []


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_what_is_linked_to_from_elsewhere_is_not_the_projects(lamps: Project, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.yaml").write_text("x")
    (lamps.papers / "d.yaml").symlink_to(tmp_path / "elsewhere" / "secret.yaml")
    (lamps.papers / "e").symlink_to(tmp_path / "elsewhere")
    (lamps.papers / "f.yaml").symlink_to(lamps.papers / "b.yaml")
    (lamps.content / "notes").symlink_to(tmp_path / "elsewhere")
    assert [path.name for path in lamps.files("papers")] == ["a.txt", "b.yaml", "f.yaml", "c.yaml"]
    assert list(lamps.files("notes")) == []
