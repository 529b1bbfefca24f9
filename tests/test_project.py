"""A project's files: which belong to it, and how they are read."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.project import MOST_BYTES, Project


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


@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="folders are not opened by handles here")
@pytest.mark.parametrize("swapped", ["papers", "papers/a.bib"])
def test_a_link_that_appears_while_a_strangers_survey_is_read_is_not_followed(
    lamps: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for folder in (outside, lamps.papers):
        folder.mkdir(exist_ok=True)
        (folder / "a.bib").write_text(folder.name)
    stranger = replace(lamps, untrusted=True)
    assert stranger.source(lamps.papers / "a.bib").data == b"papers"
    real = os.path.realpath

    def swap(path: Path) -> str:
        """As if the link were put there just after it was asked where the file is."""
        found = real(path)
        if str(path).endswith("a.bib"):
            place = lamps.content / swapped
            place.rename(tmp_path / "before")
            place.symlink_to(outside / Path(swapped).relative_to("papers"))
        return found

    monkeypatch.setattr(os.path, "realpath", swap)
    with pytest.raises(OSError, match=r"levels of symbolic links|Not a directory"):
        stranger.source(lamps.papers / "a.bib")
    monkeypatch.undo()
    with pytest.raises(PermissionError, match="a link leads out of the survey"):
        stranger.source(lamps.papers / "a.bib")
    assert lamps.source(lamps.papers / "a.bib").data == b"outside"


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere, folders handles")
def test_a_link_to_another_place_of_a_strangers_survey_is_followed(lamps: Project) -> None:
    (lamps.content / "list.md").write_text("lamps")
    (lamps.papers / "a.md").symlink_to("../list.md")
    assert replace(lamps, untrusted=True).source(lamps.papers / "a.md").data == b"lamps"


def test_a_file_that_is_too_large_for_memory_is_refused(lamps: Project) -> None:
    with (lamps.papers / "a.bib").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(OSError, match="larger than 256 MiB"):
        lamps.source(lamps.papers / "a.bib")


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere, folders handles")
def test_folders_may_be_deeper_than_a_program_may_recurse(lamps: Project) -> None:
    handle = os.open(lamps.papers, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=handle)
        above, handle = handle, os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(above)
    os.close(os.open("z.bib", os.O_CREAT | os.O_WRONLY, dir_fd=handle))
    os.close(handle)
    try:
        assert [path.name for path in lamps.files("papers", ".bib")] == ["z.bib"]
        assert list(lamps.links_out()) == []
    finally:  # pytest, which recurses, could not delete them
        deep, rest = lamps.papers / "d", lamps.papers / "rest"
        while (deep / "d").is_dir():
            (deep / "d").rename(rest)
            deep.rmdir()
            rest.rename(deep)


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere, folders handles")
def test_a_link_that_leads_to_itself_is_refused_and_named(lamps: Project) -> None:
    (lamps.papers / "l").symlink_to("l")
    with pytest.raises(OSError, match="levels of symbolic links") as caught:
        list(lamps.files("papers"))
    assert caught.value.filename == str(lamps.papers / "l")
    assert list(lamps.links_out()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
def test_a_name_that_is_not_text_is_refused_and_shown(lamps: Project) -> None:
    Path(os.fsdecode(os.fsencode(lamps.papers) + b"/\xff.bib")).touch()
    with pytest.raises(OSError, match="not UTF-8; rename it") as caught:
        list(lamps.files("papers"))
    assert caught.value.filename.endswith(r"\xff.bib")
