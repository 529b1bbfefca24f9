"""What results of the search show is the same whether Pagefind stores it or the build writes it into files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import html5lib
import pytest

from conspectus.cache import Cache
from conspectus.components import results
from conspectus.pipeline import build
from conspectus.project import Project
from conspectus.publish.bundle import said

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


def by_pagefind(site: Path) -> dict[str, bytes]:
    """What Pagefind stored, by the files' paths."""
    names = json.loads((site / "pagefind" / "stored.json").read_bytes())
    ids = {
        path: said(site / "pagefind" / "fragment" / f"{name}.pf_fragment")["anchors"][0]["id"]
        for path, name in names.items()
    }
    return {path: unquote_plus(id).encode() for path, id in ids.items()}


def in_files(site: Path) -> dict[str, bytes]:
    """What stands in files of the site, by their paths."""
    files = (site / "data" / "results").iterdir()
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def papers(files: Mapping[str, bytes]) -> list[Paper]:
    """All papers of some files, in the order of these."""
    ordered = sorted(files, key=lambda path: int(Path(path).stem))
    return [paper for path in ordered for paper in json.loads(files[path])]


def test_a_reader_sees_the_same_at_every_size_and_without_pagefind(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project, Cache(None), tmp_path / "small")
    build(project, Cache(None), tmp_path / "without", pagefind=False)
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    build(project, Cache(None), tmp_path / "large")
    small, large = by_pagefind(tmp_path / "small"), in_files(tmp_path / "large")
    assert small == in_files(tmp_path / "without")
    assert papers(small) == papers(large) and len(papers(large)) == len(large)  # one in each
    assert not (tmp_path / "small" / "data" / "results").exists()
    for name in ("large", "without"):
        assert not (tmp_path / name / "pagefind").exists()


def test_a_survey_without_papers_names_no_file_of_pagefind(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "survey.yaml").write_text("title: Lamps\n", "utf-8")
    build(Project(tmp_path), Cache(None), tmp_path / "site")
    for page in ("search", "offline"):
        assert "pagefind/" not in (tmp_path / "site" / page / "index.html").read_text("utf-8")


@pytest.fixture
def told(project: Project, tmp_path: Path) -> dict[str, Paper]:
    """What results show of each paper, by its id."""
    build(project, Cache(None), tmp_path / "told", pagefind=False)
    papers = [paper for data in in_files(tmp_path / "told").values() for paper in json.loads(data)]
    return {paper["id"]: paper["meta"] for paper in papers}


def test_they_show_the_text_of_the_papers_page(told: Mapping[str, Paper], tmp_path: Path) -> None:
    for id, fields in told.items():
        html = (tmp_path / "told" / "papers" / id / "index.html").read_bytes()
        page = html5lib.parse(html, transport_encoding="utf-8", namespaceHTMLElements=False)
        assert page.find(".//h1").get("data-title") == fields["title"]
        text = squeezed("".join(page.find(".//article").itertext()))
        for name in ("authors", "venue", "organisation", "summary", "note", "abstract", "keywords"):
            assert squeezed(fields[name]) in text, (id, name)


def squeezed(text: str) -> str:
    """Without spaces, and stops, which end every block of a note in a line."""
    return re.sub(r"[\s.]", "", text)


def test_blocks_of_a_note_follow_on_one_another_in_a_line(told: Mapping[str, Paper]) -> None:
    assert told["wick"]["note"] == (
        'First words, a link and Trimming the Wick in O(log n) Nights 2023. A heading. one & another. he said "so". '
        "(in brackets). stressed. ends here! code < text. a b c. $x^2$."
    )


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
