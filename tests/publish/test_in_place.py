"""A small change is made in the present site itself: the same site as by a swap, completed by whoever finds it half
done, and nothing of anybody else's touched."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.conftest import Desk, pages

from conspectus.model.site import Output
from conspectus.publish import (
    HalfWrittenError,
    PublishError,
    completed,
    journal,
    publish,
    signature,
    staging,
)
from conspectus.publish.present import MANIFEST
from conspectus.publish.signature import listing

pytestmark = pytest.mark.skipif(not journal.IS_POSSIBLE, reason="the system has no handles of folders")

LAMPS = 60


def changed(desk: Any) -> list[Output]:
    """A site of so many lamps of which one is changed, one gone with its folder, and one new in its own."""
    lamps = [desk.paper(number) for number in range(LAMPS)]
    return [Output("index.html", b"front"), *lamps[1:], desk.paper(3000)]


def half_done(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a build end in the middle of a change in place."""

    def ended(*arguments: object) -> None:
        raise KeyboardInterrupt

    desk.put(desk.site(LAMPS))
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_put", ended)
        with pytest.raises(KeyboardInterrupt):
            desk.put(changed(desk))
    assert desk.beside() == [".site.conspectus", "site"]


def test_only_the_files_that_differ_are_touched(desk: Any) -> None:
    desk.put(desk.site(LAMPS))
    folder, before = desk.out.stat().st_ino, {path: (desk.out / path).stat() for path in desk.held()}
    desk.put(changed(desk))
    assert desk.out.stat().st_ino == folder
    assert pages(desk) == {output.path: output.data for output in changed(desk)}
    touched = {path for path in desk.held() if path not in before or (desk.out / path).stat() != before[path]}
    assert touched == {"papers/lamp-3000/index.html", MANIFEST}
    assert not (desk.out / "papers/lamp-0").exists()
    assert not (desk.out / "topics").exists()
    assert desk.beside() == ["site"]


def test_a_large_change_is_swapped(desk: Any) -> None:
    desk.put(desk.site(LAMPS))
    folder = desk.out.stat().st_ino
    desk.put(desk.site(LAMPS + 20))
    assert desk.out.stat().st_ino != folder


@pytest.mark.parametrize("turn", [("turns", "turns/index.html"), ("turns/index.html", "turns")])
def test_a_file_becomes_a_folder_by_a_swap(desk: Any, turn: tuple[str, str]) -> None:
    for path in turn:
        desk.put([*desk.site(LAMPS), Output(path, b"x")])
        assert pages(desk)[path] == b"x"


def test_what_nobody_else_touched_is_known_and_what_somebody_did_is_not(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put(outputs: list[Output]) -> str:
        return publish(lambda site, write: map(write, outputs), desk.out, progress=lambda stage: None)

    assert put(desk.site(LAMPS)) == signature(desk.out) != ""
    assert put(changed(desk)) == signature(desk.out) != ""
    monkeypatch.setattr("time.sleep", lambda seconds: (desk.out / "papers/lamp-7/index.html").touch())
    assert put(desk.site(LAMPS)) != signature(desk.out)


def test_what_pagefind_stores_is_changed_in_place_too(desk: Any, tmp_path: Path) -> None:
    desk.put(desk.site(LAMPS), search=True)
    folder = desk.out.stat().st_ino
    desk.put(desk.site(LAMPS, front="another"), search=True)
    assert desk.out.stat().st_ino == folder
    after = [*desk.site(LAMPS)[:-1], desk.paper(LAMPS - 1, "petrol")]
    desk.put(after, search=True)
    assert desk.out.stat().st_ino == folder
    desk.put(after, search=True, out=tmp_path / "fresh")
    assert desk.held() == desk.held(tmp_path / "fresh")


def test_what_a_file_manager_left_goes_with_a_change(desk: Any) -> None:
    desk.put(desk.site(LAMPS))
    (desk.out / "papers/lamp-0/.DS_Store").write_text("")
    desk.put(changed(desk))
    assert not (desk.out / "papers/lamp-0").exists()


def test_a_link_in_the_place_of_a_page_is_replaced(desk: Any, tmp_path: Path) -> None:
    desk.put(desk.site(LAMPS))
    (tmp_path / "thesis.tex").write_text("ten years of work")
    (desk.out / "index.html").unlink()
    (desk.out / "index.html").symlink_to(tmp_path / "thesis.tex")
    folder = desk.out.stat().st_ino
    desk.put(desk.site(LAMPS, front="another"))
    assert desk.out.stat().st_ino == folder
    assert (desk.out / "index.html").read_text() == "another"
    assert (tmp_path / "thesis.tex").read_text() == "ten years of work"


def test_a_link_in_the_place_of_a_folder_is_not_written_through(desk: Any, tmp_path: Path) -> None:
    desk.put(desk.site(LAMPS))
    (desk.out / "topics/wicks").rename(tmp_path / "away")
    (desk.out / "topics/wicks").symlink_to(tmp_path / "away")
    with pytest.raises(PublishError, match="did not write"):
        desk.put([*desk.site(LAMPS)[:1], Output("topics/wicks/index.html", b"mine"), *desk.site(LAMPS)[2:]])
    assert (tmp_path / "away/index.html").read_text() == "wicks"


PATHS = st.sampled_from(["index.html", "a", "a/b", "a/c/d.html", "e/f/g/h", "e/f/i", ".x", "j"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(PATHS, st.sampled_from([b"", b"oil", b"gas"])), min_size=2, max_size=5))
def test_after_any_changes_the_site_is_that_of_a_first_build(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, bytes]]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(staging, "PART", 1)
        patched.setattr("conspectus.publish.TICK", 0)
        for site in sites:
            if "a" in site:
                site = {path: data for path, data in site.items() if not path.startswith("a/")}
            outputs = [Output(path, data) for path, data in site.items()]
            desk.put(outputs)
            fresh = Desk(desk.out.parent.parent / "other")
            fresh.put(outputs)
            assert desk.held() == fresh.held()
            assert listing(desk.out).keys() == listing(fresh.out).keys()
            assert desk.beside() == ["site"]
            shutil.rmtree(fresh.out)


def test_what_was_begun_is_completed_by_who_finds_it(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    half_done(desk, monkeypatch)
    assert completed(desk.out)
    assert pages(desk) == {output.path: output.data for output in changed(desk)}
    assert desk.beside() == ["site"]
    assert not completed(desk.out)


def test_a_disk_that_goes_on_refusing_is_told_and_the_next_build_completes(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    desk.put(desk.site(LAMPS))
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_put", full)
        with pytest.raises(HalfWrittenError, match=r"half written: No space left on device") as raised:
            desk.put(changed(desk))
    assert raised.value.hint.startswith("build again, which completes it; if that fails, remove")
    desk.put(desk.site(LAMPS))
    assert pages(desk) == {output.path: output.data for output in desk.site(LAMPS)}
    assert desk.beside() == ["site"]


def test_a_site_that_was_removed_needs_no_completing(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    half_done(desk, monkeypatch)
    shutil.rmtree(desk.out)
    desk.put(desk.site(LAMPS))
    assert pages(desk) == {output.path: output.data for output in desk.site(LAMPS)}
    assert desk.beside() == ["site"]


JOURNALS = {
    "another version": {"version": 2},
    "a file outside": {"put": {"../thesis.tex": "x"}},
    "removing outside": {"removed": ["../../thesis.tex"]},
    "removing what is somebody else's": {"removed": ["thesis.tex"]},
    "a hook of git": {"put": {".GIT/hooks/pre-commit": "x"}},
    "removing of git": {"removed": [".git/config"]},
    "a file that is lost": {"put": {"papers/lamp-3000/index.html": "x"}},
    "files elsewhere": {"staged": "../../elsewhere"},
    "files of another type": {"put": ["index.html"]},
}


@pytest.mark.parametrize("differs", JOURNALS.values(), ids=JOURNALS.keys())
def test_a_journal_that_a_checkout_brings_touches_nothing_of_anybody_elses(
    desk: Any, monkeypatch: pytest.MonkeyPatch, differs: dict[str, Any]
) -> None:
    half_done(desk, monkeypatch)
    file = desk.out.parent / ".site.conspectus" / journal.JOURNAL
    (desk.out / "thesis.tex").write_text("ten years of work")
    (desk.out / ".git").mkdir()
    (desk.out / ".git/config").write_text("mine")
    file.write_text(json.dumps({**json.loads(file.read_text()), **differs}))
    before = desk.held(desk.out.parent.parent)
    with pytest.raises(HalfWrittenError, match=r"cannot be completed: .") as raised:
        desk.put(desk.site(LAMPS))
    assert desk.held(desk.out.parent.parent) == before
    assert raised.value.hint == f"remove {desk.out} and {file.parent}, and build again"


@pytest.mark.parametrize("planted", ["nothing", "a link", "a pipe", "a folder", "bytes"])
def test_a_journal_that_is_none_is_refused(desk: Any, tmp_path: Path, planted: str) -> None:
    desk.put(desk.site(LAMPS))
    file = desk.out.parent / ".site.conspectus" / journal.JOURNAL
    file.parent.mkdir()
    (tmp_path / "thesis.tex").write_text("ten years of work")
    match planted:
        case "a link":
            file.symlink_to(tmp_path / "thesis.tex")
        case "a pipe":
            os.mkfifo(file)
        case "a folder":
            file.mkdir()
        case _:
            file.write_bytes(b"" if planted == "nothing" else bytes(range(256)))
    with pytest.raises(HalfWrittenError, match=r"cannot be completed: .") as raised:
        desk.put(desk.site(LAMPS, front="another"))
    assert "and build again" in raised.value.hint
    assert (desk.out / "index.html").read_text() == "front"
    assert (tmp_path / "thesis.tex").read_text() == "ten years of work"


def test_a_folder_of_the_site_that_became_a_link_is_not_gone_through(
    desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_done(desk, monkeypatch)
    (desk.out / "papers").rename(tmp_path / "papers")
    (desk.out / "papers").symlink_to(tmp_path / "papers")
    before = desk.held(tmp_path / "papers")
    with pytest.raises(HalfWrittenError, match="cannot be completed"):
        desk.put(desk.site(LAMPS))
    assert desk.held(tmp_path / "papers") == before
