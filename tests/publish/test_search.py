"""The search index: made of papers alone, made again only when a paper's page changed, the same from the same pages."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.publish.conftest import PAPERS

from conspectus.model.site import Output
from conspectus.publish import PublishError, search


def entry(folder: Path) -> dict[str, object]:
    languages = json.loads((folder / "pagefind-entry.json").read_bytes())["languages"]
    assert list(languages) == ["en"]
    found = languages["en"]
    assert isinstance(found, dict)
    return found


def fake(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Have a script stand in for Pagefind."""
    file = folder / "pagefind"
    file.write_text(f"#!{sys.executable}\n{script}\n", "utf-8")
    file.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: file)


def test_only_pages_of_papers_are_found(desk: Any) -> None:
    desk.put(
        [
            *desk.site(4),
            Output("papers/index.html", b"<html><body data-pagefind-body>all"),
            Output("papers/a/b/index.html", b""),
        ]
    )
    search.index(desk.out, PAPERS)
    assert entry(desk.out / "pagefind")["page_count"] == 4


def test_the_index_has_a_list_of_its_files_and_no_interface_of_pagefinds_own(desk: Any) -> None:
    desk.put(desk.site(4))
    search.index(desk.out, PAPERS)
    bundle = desk.out / "pagefind"
    listed = json.loads((bundle / "files.json").read_bytes())
    there = {file.relative_to(bundle).as_posix() for file in bundle.rglob("*") if file.is_file()}
    assert listed == sorted(there - {"files.json"})
    assert {"pagefind.js", "pagefind-entry.json"} <= set(listed)
    assert not [name for name in listed if "-ui" in name or "highlight" in name]


def test_the_index_is_in_the_language_that_pages_declare(desk: Any) -> None:
    page = b'<html lang="de"><body data-pagefind-body>Die Lampen leuchten.'
    desk.put([Output("papers/x/index.html", page, indexed=True)], search=True)
    assert list(json.loads((desk.out / "pagefind" / "pagefind-entry.json").read_bytes())["languages"]) == ["de"]
    assert (desk.out / "pagefind" / "wasm.de.pagefind").is_file()


def test_the_index_is_kept_while_no_paper_changes(desk: Any) -> None:
    assert desk.put(desk.site(), search=True) == ["indexing", "publishing"]
    before = desk.held(desk.out / "pagefind")
    assert desk.put(desk.site(front="another"), search=True) == ["publishing"]
    assert desk.held(desk.out / "pagefind") == before
    assert desk.put([*desk.site(3), desk.paper(3, "petrol")], search=True) == ["indexing", "publishing"]
    assert desk.held(desk.out / "pagefind") != before


def test_an_index_that_lost_a_file_is_made_anew(desk: Any) -> None:
    desk.put(desk.site(), search=True)
    before = desk.held()
    next((desk.out / "pagefind/fragment").iterdir()).unlink()
    assert "indexing" in desk.put(desk.site(), search=True)
    assert desk.held() == before


def test_without_search_there_is_no_index(desk: Any) -> None:
    desk.put(desk.site(), search=True)
    desk.put(desk.site())
    assert not (desk.out / "pagefind").exists()


def test_a_survey_without_papers_is_no_error(desk: Any, tmp_path: Path) -> None:
    assert desk.put(desk.site(0), search=True) == ["publishing"]
    assert not (desk.out / "pagefind").exists()
    search.index_outputs([], tmp_path / "bundle")
    assert desk.held(tmp_path / "bundle") == {}


def test_the_same_pages_give_the_same_index(desk: Any, tmp_path: Path) -> None:
    pages = [
        desk.paper(
            number, f'<i data-pagefind-filter="year">{2000 + number % 9}</i><i data-pagefind-sort="n">{number}</i>'
        )
        for number in range(60)
    ]
    for name in ("one", "two"):
        search.index_outputs(pages, tmp_path / name)
    assert desk.held(tmp_path / "one") == desk.held(tmp_path / "two")


def test_the_preview_gets_the_index_that_is_published(desk: Any, tmp_path: Path) -> None:
    desk.put(desk.site(), search=True)
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle/old").write_text("")
    search.index_outputs(desk.site(), tmp_path / "bundle")
    assert desk.held(tmp_path / "bundle") == desk.held(desk.out / "pagefind")


def test_the_index_says_which_paper_each_result_is(desk: Any) -> None:
    desk.put(desk.site(3), search=True)
    names = json.loads((desk.out / "pagefind/papers.json").read_bytes())
    assert sorted(names.values()) == sorted(path.name for path in (desk.out / "papers").iterdir() if path.is_dir())
    assert set(names) == {file.stem for file in (desk.out / "pagefind/fragment").iterdir()}


def test_nothing_in_the_index_names_this_machine(desk: Any, tmp_path: Path) -> None:
    desk.put(desk.site(), search=True)
    for path, data in desk.held().items():
        assert os.fsencode(tmp_path) not in data, path


def test_when_indexing_fails_the_last_good_site_stays(
    desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_settings_around_us_don_t_reach_pagefind(desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put(desk.site(), search=True)
    plain = desk.held()
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "nothing")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("root_selector: nothing\n")
    desk.put(desk.site(), search=True, out=tmp_path / "other")
    assert desk.held(tmp_path / "other") == plain
