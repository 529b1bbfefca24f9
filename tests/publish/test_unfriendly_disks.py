"""Publishing onto a disk that refuses, and into folders that somebody else has prepared: the last good site stays."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.publish.conftest import pages, without_exchange

from conspectus.model.site import Output
from conspectus.publish import PublishError


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="the system exchanges no folders")
def test_a_site_stands_there_at_any_moment_of_a_swap(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put(desk.site())
    monkeypatch.setattr(Path, "rename", None)  # nothing is moved away first
    desk.put(desk.site(front="new"))
    assert (desk.out / "index.html").read_text() == "new"
    assert desk.beside() == ["site"]


def test_a_disk_that_cannot_exchange_folders_gets_the_new_site_too(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    without_exchange(monkeypatch)
    desk.put(desk.site())
    desk.put(desk.site(front="new"))
    assert (desk.out / "index.html").read_text() == "new"
    assert desk.beside() == ["site"]


@pytest.mark.parametrize("target", ["folder", ".gitignore", "lock", "new-1", "old"])
def test_a_link_that_a_checkout_brings_is_not_written_through(desk: Any, tmp_path: Path, target: str) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.tex").write_text("ten years of work")
    place = desk.out.parent / ".site.conspectus"
    if target == "folder":
        desk.out.parent.mkdir()
        place.symlink_to(precious)
        with pytest.raises(PublishError, match="is a link"):
            desk.put(desk.site())
    else:
        place.mkdir(parents=True)
        is_file = target in (".gitignore", "lock")
        (place / target).symlink_to(precious / "thesis.tex" if is_file else precious)
        desk.put(desk.site())
        assert pages(desk) == {output.path: output.data for output in desk.site()}
    assert desk.held(precious) == {"thesis.tex": b"ten years of work"}


def test_an_empty_folder_of_somebody_elses_is_not_deleted(desk: Any) -> None:
    desk.put(desk.site())
    (desk.out / "topics/drafts").mkdir()
    with pytest.raises(PublishError, match="topics/drafts/"):
        desk.put(desk.site(front="new"))
    assert (desk.out / "topics/drafts").is_dir()


def test_a_mount_point_is_refused_with_what_to_do(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put(desk.site())
    monkeypatch.setattr(Path, "is_mount", lambda path: path == desk.out)
    with pytest.raises(PublishError, match="name a folder below it"):
        desk.put(desk.site(front="new"))
    assert (desk.out / "index.html").read_text() == "front"


def test_a_loop_of_links_is_refused(desk: Any) -> None:
    desk.out.parent.mkdir()
    desk.out.symlink_to(desk.out)
    with pytest.raises(PublishError, match="cannot be replaced"):
        desk.put(desk.site())


def test_a_file_that_vanishes_during_a_build_is_an_error_of_its_own(desk: Any) -> None:
    def vanished() -> Iterator[Output]:
        yield from desk.site(1)
        raise FileNotFoundError(2, "No such file or directory", "content/images/lamp.png")

    desk.put(desk.site())
    with pytest.raises(FileNotFoundError, match=r"lamp\.png"):
        desk.put(vanished())
    assert (desk.out / "index.html").read_text() == "front"
    assert desk.beside() == ["site"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit on the size of files")
def test_a_file_that_the_disk_takes_a_part_of_is_an_error(desk: Any) -> None:
    import resource

    desk.put(desk.site())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_240, limits[1]))
    try:
        with pytest.raises(OSError, match=r"too large.*large\.html"):
            desk.put([*desk.site(front="new"), Output("large.html", b"x" * 20_000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert pages(desk) == {output.path: output.data for output in desk.site()}
    assert desk.beside() == ["site"]
