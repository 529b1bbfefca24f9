"""Noticing that somebody saved."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conspectus.preview import Watcher
from conspectus.project import Project

QUIET = 0.1


class Saves:
    """Counts what the watcher tells."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1

    def settle(self, expected: int) -> int:
        """The count once nothing more can come; waits as long as it may take for `expected` to be reached."""
        end = time.monotonic() + 5
        while self.count < expected and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(QUIET * 5)
        return self.count


@pytest.fixture
def project(tmp_path: Path) -> Project:
    papers = tmp_path / "content" / "papers"
    papers.mkdir(parents=True)
    (tmp_path / "content" / "survey.yaml").write_text("title: Lamps\n")
    (papers / "a.yaml").write_text("- title: A\n")
    return Project(tmp_path)


@pytest.fixture
def saves(project: Project) -> Iterator[Saves]:
    saves = Saves()
    with Watcher(project, saves):
        yield saves


def test_writing_a_file_is_told_once(project: Project, saves: Saves) -> None:
    (project.papers / "a.yaml").write_text("- title: B\n")
    assert saves.settle(1) == 1


def test_saving_by_rename_with_lock_and_backup_beside_is_told_once(project: Project, saves: Saves) -> None:
    file = project.papers / "a.yaml"
    (project.papers / ".a.yaml.swp").write_text("lock")
    (project.papers / "4913").write_text("")
    (project.papers / "4913").unlink()
    file.rename(project.papers / "a.yaml~")
    (project.papers / ".a.yaml.new").write_text("- title: C\n")
    (project.papers / ".a.yaml.new").rename(file)
    (project.papers / "a.yaml~").unlink()
    (project.papers / ".a.yaml.swp").unlink()
    assert saves.settle(1) == 1


def test_saving_twice_at_once_is_told_once(project: Project, saves: Saves) -> None:
    for text in ("", "- title: D\n"):
        (project.papers / "a.yaml").write_text(text)
        time.sleep(QUIET / 4)
    assert saves.settle(1) == 1


def test_two_saves_apart_are_told_twice(project: Project, saves: Saves) -> None:
    (project.papers / "a.yaml").write_text("- title: E\n")
    assert saves.settle(1) == 1
    (project.papers / "a.yaml").write_text("- title: F\n")
    assert saves.settle(2) == 2


def test_temporary_files_reading_and_the_built_site_are_not_told(project: Project, saves: Saves) -> None:
    (project.papers / ".a.yaml.swp").write_text("lock")
    (project.papers / "a.yaml~").write_text("backup")
    (project.papers / "#a.yaml#").write_text("autosave")
    (project.papers / "page.txt.part").write_text("half a download")
    (project.papers / "a.yaml").read_text()
    (project.root / "site").mkdir()
    (project.root / "site" / "index.html").write_text("built")
    assert saves.settle(0) == 0


def test_new_folders_and_deleted_files_are_told(project: Project, saves: Saves) -> None:
    (project.content / "notes").mkdir()
    assert saves.settle(1) == 1
    (project.content / "notes" / "a.md").write_text("A note.\n")
    assert saves.settle(2) == 2
    (project.content / "notes" / "a.md").unlink()
    assert saves.settle(3) == 3


def test_templates_made_later_are_watched_too(project: Project, saves: Saves) -> None:
    (project.root / "templates").mkdir()
    assert saves.settle(1) == 1
    (project.root / "templates" / "page.html").write_text("own")
    assert saves.settle(2) == 2


def test_content_that_is_replaced_whole_is_watched_on(project: Project, saves: Saves) -> None:
    shutil.move(project.content, project.root / "old")
    shutil.copytree(project.root / "old", project.content)
    assert saves.settle(1) >= 1
    before = saves.count
    (project.papers / "a.yaml").write_text("- title: G\n")
    assert saves.settle(before + 1) == before + 1


def test_a_rebuild_that_fails_does_not_end_the_watching(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[int] = []

    def fail() -> None:
        told.append(1)
        raise RuntimeError("made up")

    with Watcher(project, fail):
        for count in (1, 2):
            (project.papers / "a.yaml").write_text(f"- title: H{count}\n")
            end = time.monotonic() + 5
            while len(told) < count and time.monotonic() < end:
                time.sleep(0.01)
            time.sleep(QUIET * 3)
    assert len(told) == 2
    assert "made up" in capsys.readouterr().err


def test_a_checkout_of_three_hundred_files_ends_with_what_is_there_then(project: Project) -> None:
    known: list[set[str]] = []

    def look() -> None:
        known.append({path.name for path in project.files("papers")})

    with Watcher(project, look):
        for number in range(300):
            (project.papers / f"{number}.yaml").write_text(f"- title: {number}\n")
        (project.papers / "a.yaml").unlink()
        end = time.monotonic() + 5
        while (not known or len(known[-1]) != 300) and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(QUIET * 3)
    assert known[-1] == {f"{number}.yaml" for number in range(300)}
    assert len(known) < 30


def test_while_git_puts_files_in_place_nothing_is_told(project: Project, saves: Saves) -> None:
    (project.root / ".git").mkdir()
    (project.root / ".git" / "index.lock").write_text("")
    for number in range(5):
        (project.papers / f"{number}.yaml").write_text(f"- title: {number}\n")
        time.sleep(QUIET / 4)
    (project.root / ".git" / "index.lock").unlink()
    assert saves.settle(1) == 1


def test_a_folder_that_is_moved_is_told_once(project: Project, saves: Saves) -> None:
    (project.papers / "old").mkdir()
    for number in range(20):
        (project.papers / "old" / f"{number}.yaml").write_text(f"- title: {number}\n")
    before = saves.settle(1)
    (project.papers / "old").rename(project.papers / "new")
    assert saves.settle(before + 1) == before + 1
    (project.papers / "new" / "3.yaml").write_text("- title: moved\n")
    assert saves.settle(before + 2) == before + 2


def test_a_file_that_is_emptied_and_then_written_is_told_once(project: Project, saves: Saves) -> None:
    (project.papers / "a.yaml").write_text("")
    time.sleep(QUIET / 3)
    (project.papers / "a.yaml").write_text("- title: I\n")
    assert saves.settle(1) == 1


def test_that_something_happens_is_noticed_before_it_is_told(project: Project) -> None:
    told: list[str] = []
    with Watcher(project, lambda: told.append("changed"), lambda: told.append("noticed")):
        (project.papers / "a.yaml").write_text("- title: J\n")
        end = time.monotonic() + 5
        while "changed" not in told and time.monotonic() < end:
            time.sleep(0.01)
    assert told[0] == "noticed" and told[-1] == "changed"
