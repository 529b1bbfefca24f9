"""A project's files at one moment: which have to be read again after another."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from conspectus import project as module
from conspectus.files import Files
from conspectus.project import Project
from conspectus.yaml_edit import Draft


@pytest.fixture
def lamps(tmp_path: Path) -> Project:
    papers = tmp_path / "content" / "papers"
    papers.mkdir(parents=True)
    (tmp_path / "content" / "survey.yaml").write_text("title: Lamps\n")
    for name in ("a.txt", "b.yaml"):
        (papers / name).write_text(name)
    return Project(tmp_path)


def test_a_file_left_alone_is_not_read_again(lamps: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SETTLED", 0)
    time.sleep(0.02)
    before = Files.of(lamps)
    monkeypatch.setattr(Project, "source", None)
    after = Files.of(lamps, before)
    assert all(one is other for one, other in zip(after.papers, before.papers, strict=True))
    assert after.settings is before.settings


def test_an_edit_that_leaves_size_and_times_as_they_were_is_noticed(lamps: Project) -> None:
    path = lamps.papers / "a.txt"
    before, state = Files.of(lamps), path.stat()
    path.write_text("b.txt")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert [source.data for source in Files.of(lamps, before).papers] == [b"b.txt", b"b.yaml"]


def test_a_file_written_again_with_the_same_bytes_is_the_same_value(lamps: Project) -> None:
    before = Files.of(lamps)
    (lamps.papers / "a.txt").unlink()
    (lamps.papers / "a.txt").write_text("a.txt")
    assert Files.of(lamps, before).papers[0] is before.papers[0]


def test_a_file_that_is_gone_is_forgotten(lamps: Project) -> None:
    before = Files.of(lamps)
    (lamps.papers / "a.txt").unlink()
    assert [source.path for source in Files.of(lamps, before).papers] == ["content/papers/b.yaml"]
    assert [source.path for source in before.papers] == ["content/papers/a.txt", "content/papers/b.yaml"]


def test_an_edited_file_of_a_draft_is_never_taken_for_the_one_on_disk(
    lamps: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SETTLED", 0)
    time.sleep(0.02)
    before = Files.of(lamps)
    draft = Draft.of(lamps).with_file("content/papers/b.yaml", b"other!")
    drafted = Files.of(draft, before)
    assert [source.data for source in drafted.papers] == [b"a.txt", b"other!"]
    assert drafted.papers[0] is before.papers[0]
    assert [source.data for source in Files.of(lamps, drafted).papers] == [b"a.txt", b"b.yaml"]
