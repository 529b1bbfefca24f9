"""What results of the search show is the same whether Pagefind stores it or the build writes it into files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from conspectus.cache import Cache
from conspectus.components import results
from conspectus.pipeline import build, compile
from conspectus.project import Project
from conspectus.publish.steady import content

NOTE = """First *words*, a [link](https://example.org) and [@wick].

## A heading

- one & another
- he said "so"
- (in brackets)
- *stressed*
- ends here!
- `code < text`

| a | b |
|---|---|
| c | $x^2$ |
"""

Paper = Mapping[str, Any]


@pytest.fixture
def project(survey: Project) -> Project:
    """The made-up survey, with a note of every kind of block."""
    (survey.content / "notes" / "wick.md").write_text(NOTE, "utf-8")
    return survey


def by_pagefind(site: Path) -> dict[str, Paper]:
    """What Pagefind stored, by the papers' ids."""
    stored = {}
    for name, id in json.loads((site / "pagefind" / "papers.json").read_bytes()).items():
        data = content(site / "pagefind" / "fragment" / f"{name}.pf_fragment")
        said = json.loads(data.replace(b"___END_PAGEFIND_WEIGHT___ ", b""))  # as stored.js reads it
        links = [anchor["id"] for anchor in said["anchors"] if "=" in anchor["id"]]
        stored[id] = {"meta": said["meta"], "filters": said["filters"], "links": links}
    return stored


def in_files(site: Path) -> dict[str, Paper]:
    """What stands in files of our own, by the papers' ids."""
    found = [paper for file in (site / "data" / "results").iterdir() for paper in json.loads(file.read_bytes())]
    return {paper["id"]: paper for paper in found}


def shown(paper: Paper) -> object:
    """What a reader gets to see of it: fields that say something, in any order; how many are related is not shown."""
    filters = {name: sorted(values) for name, values in paper["filters"].items()}
    links = ["related" if link.startswith("related=") else link for link in paper["links"]]
    return {name: text for name, text in paper["meta"].items() if text}, filters, links


def test_a_reader_sees_the_same_at_every_size(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project, Cache(None), tmp_path / "small")
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    build(project, Cache(None), tmp_path / "large")
    small, large = by_pagefind(tmp_path / "small"), in_files(tmp_path / "large")
    assert small.keys() == large.keys()
    for id, paper in small.items():
        assert shown(large[id]) == shown(paper)
    assert not (tmp_path / "small" / "data" / "results").exists()
    assert not (tmp_path / "large" / "pagefind").exists()


def test_files_have_papers_by_their_numbers(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    build(project, Cache(None), tmp_path / "site")
    data = tmp_path / "site" / "data"
    per = json.loads((data / "search.json").read_bytes())["results"]
    for number, id in enumerate(json.loads((data / "order.json").read_bytes())):
        assert json.loads((data / "results" / f"{number // per}.json").read_bytes())[number % per]["id"] == id


def test_an_edit_of_one_paper_changes_one_file(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)

    def files() -> dict[str, bytes]:
        build(project, Cache(None), tmp_path / "site")
        return {file.name: file.read_bytes() for file in (tmp_path / "site" / "data" / "results").iterdir()}

    before = files()
    (project.content / "notes" / "wick.md").write_text("Another.", "utf-8")
    after = files()
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before) == 1


def test_the_preview_has_pagefind_read_nothing_then(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compile(project, Cache(None)).site.indexed
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    site = compile(project, Cache(None)).site
    assert site.indexed == ()
    page = site.page("papers/wick/")
    assert page and not page.kind.indexed
