"""What Pagefind stores: the files that it is given, again only when one changed, the same from the same files."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pagefind_bin import get_executable

from conspectus.model.site import Output
from conspectus.publish import PublishError, pagefind
from conspectus.publish.bundle import said


def fake(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Have a script stand in for Pagefind."""
    file = folder / "pagefind"
    file.write_text(f"#!{sys.executable}\n{script}\n", "utf-8")
    file.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: file)


def held(bundle: Path) -> dict[str, bytes]:
    """What it stores, by path, as a browser reads it."""
    names = json.loads((bundle / "stored.json").read_bytes())
    ids = {path: said(bundle / "fragment" / f"{name}.pf_fragment")["anchors"][0]["id"] for path, name in names.items()}
    return {path: unquote_plus(id).encode() for path, id in ids.items()}


def test_what_is_stored_is_no_file_of_the_site(desk: Any) -> None:
    files = [Output(f"data/{number}.json", f'{{"lamp": {number}}}'.encode(), stored=True) for number in range(12)]
    desk.put([*desk.site(1), *files])
    assert not (desk.out / "data").exists()
    assert held(desk.out / "pagefind") == {file.path: file.data for file in files}


@settings(max_examples=5, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=40))
@example(
    ['"> <b id=x>&amp;', "100 % of + signs %20", "a\u00a0b\u2003c\u3000d\u2028", "  two  spaces ", "\n\t", "灯 芯"]
)
def test_any_text_is_stored_as_it_is(texts: list[str]) -> None:
    files = {f"data/{number}.json": text.encode() for number, text in enumerate(texts)}
    with tempfile.TemporaryDirectory() as folder:
        pagefind.store(files, Path(folder) / "bundle", Path(folder))
        assert held(Path(folder) / "bundle") == files


def test_there_is_a_list_of_what_it_stores_and_no_interface_of_pagefinds_own(desk: Any) -> None:
    desk.put(desk.site(4), search=True)
    bundle = desk.out / "pagefind"
    listed = json.loads((bundle / "files.json").read_bytes())
    there = {file.relative_to(bundle).as_posix() for file in bundle.rglob("*") if file.is_file()}
    assert listed == ["stored.json", *sorted(name for name in there if name.startswith("fragment/"))]
    assert "pagefind.js" in there and not [name for name in there if "-ui" in name or "highlight" in name]


def test_it_is_kept_while_no_file_changes(desk: Any) -> None:
    assert desk.put(desk.site(), search=True) == ["storing", "publishing"]
    before = desk.held(desk.out / "pagefind")
    assert desk.put(desk.site(front="another"), search=True) == ["publishing"]
    assert desk.held(desk.out / "pagefind") == before
    assert desk.put([*desk.site(3), desk.paper(3, "petrol")], search=True) == ["storing", "publishing"]
    after = desk.held(desk.out / "pagefind")
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    assert len([path for path in changed if path.startswith("fragment/")]) == 2  # the old one and the new one


def test_where_a_file_was_lost_all_are_made_anew(desk: Any) -> None:
    desk.put(desk.site(), search=True)
    before = desk.held()
    next((desk.out / "pagefind/fragment").iterdir()).unlink()
    assert "storing" in desk.put(desk.site(), search=True)
    assert desk.held() == before


def test_where_nothing_is_to_be_stored_it_is_not_run(desk: Any) -> None:
    desk.put(desk.site(), search=True)
    assert desk.put(desk.site()) == ["publishing"]
    assert not (desk.out / "pagefind").exists()
    assert desk.put(desk.site(0), search=True) == ["publishing"]
    assert not (desk.out / "pagefind").exists()


def test_the_same_files_give_the_same_bytes(tmp_path: Path, desk: Any) -> None:
    files = {f"data/{number}.json": f"lamp {number}".encode() for number in range(60)}
    for name in ("one", "two"):
        pagefind.store(files, tmp_path / name, tmp_path)
    assert desk.held(tmp_path / "one") == desk.held(tmp_path / "two")


def test_nothing_in_it_names_this_machine(desk: Any, tmp_path: Path) -> None:
    desk.put(desk.site(), search=True)
    for path, data in desk.held().items():
        assert os.fsencode(tmp_path) not in data, path


def test_when_it_fails_the_last_good_site_stays(desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put(desk.site(), search=True)
    before = desk.held()
    fake(tmp_path, monkeypatch, 'import sys; print("Running"); sys.exit("Error: the lamp went out")')
    with pytest.raises(PublishError, match="the lamp went out") as raised:
        desk.put([*desk.site(), desk.paper(9)], search=True)
    assert "Running" not in str(raised.value)
    assert desk.held() == before
    assert desk.beside() == ["site"]


def test_a_pagefind_that_does_not_start_is_told(desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "nowhere")
    with pytest.raises(PublishError, match="does not start"):
        desk.put(desk.site(), search=True)
    assert not desk.out.exists()


FULL = """
import pathlib, subprocess, sys
subprocess.run([{real!r}, *sys.argv[1:]], check=True)
for file in sorted((pathlib.Path(sys.argv[-1]) / {folder!r}).iterdir())[-1:]:
    file.write_bytes(file.read_bytes()[:{size}])
"""
"""Has Pagefind leave a file that is not whole, and say that it is done, as on a full disk."""


@pytest.mark.parametrize(("folder", "size"), [("fragment", 0), ("fragment", 30), ("index", 0)])
def test_what_it_did_not_store_whole_is_not_published(
    folder: str, size: int, desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.put(desk.site(), search=True)
    before = desk.held()
    fake(tmp_path, monkeypatch, FULL.format(real=str(get_executable()), folder=folder, size=size))
    with pytest.raises(PublishError, match="did not store all"):
        desk.put([*desk.site(), desk.paper(9)], search=True)
    assert desk.held() == before


def test_that_it_is_not_installed_is_told(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(pagefind, "version", missing)
    with pytest.raises(PublishError, match="is not installed") as raised:
        desk.put(desk.site(), search=True)
    assert "--no-search" in raised.value.hint


def test_what_it_reads_lies_with_the_new_site(desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk of `TMPDIR` may be small, or `TMPDIR` a path from where the build was started; and what a killed build
    leaves there nobody removes."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    desk.put(desk.site(), search=True)
    assert (desk.out / "pagefind" / "stored.json").exists()
    assert desk.beside() == ["site"]


def test_settings_around_us_don_t_reach_pagefind(desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put(desk.site(), search=True)
    plain = desk.held()
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "nothing")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("root_selector: nothing\n")
    desk.put(desk.site(), search=True, out=tmp_path / "other")
    assert desk.held(tmp_path / "other") == plain
