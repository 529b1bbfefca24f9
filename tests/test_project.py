"""A project's files: which belong to it, and which have to be read again."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from conspectus import project as module
from conspectus.project import Files, Project


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


def test_a_file_left_alone_is_the_very_same_value(lamps: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SETTLED", 0)
    time.sleep(0.02)
    files = Files(lamps)
    before = files.sources("papers")
    monkeypatch.setattr(Project, "source", None)
    assert all(one is other for one, other in zip(files.sources("papers"), before, strict=True))


def test_an_edit_that_leaves_size_and_times_as_they_were_is_noticed(lamps: Project) -> None:
    files, path = Files(lamps), lamps.papers / "a.txt"
    state = path.stat()
    assert files.sources("papers", ".txt")[0].data == b"a.txt"
    path.write_text("b.txt")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert files.sources("papers", ".txt")[0].data == b"b.txt"


def test_a_file_written_again_with_the_same_bytes_is_the_same_value(lamps: Project) -> None:
    files, path = Files(lamps), lamps.papers / "a.txt"
    (before,) = files.sources("papers", ".txt")
    path.unlink()
    assert files.source(path) is None
    path.write_text("a.txt")
    (after,) = files.sources("papers", ".txt")
    assert after == before
    path.write_text("a.txt")
    assert files.sources("papers", ".txt")[0] is after
