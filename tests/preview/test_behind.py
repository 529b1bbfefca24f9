"""The places in the curator's files that a page is made from."""

from __future__ import annotations

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import survey as read_survey
from conspectus.preview.behind import behind
from conspectus.project import Project


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", ["survey.yaml"]),
        ("papers/sun-valve/", ["papers/records.yaml", "notes/sun-valve.md"]),
        ("papers/sun-valve/index.html", ["papers/records.yaml", "notes/sun-valve.md"]),
        ("topics/", ["taxonomy/topic.yaml"]),
        ("topics/light/", ["taxonomy/topic.yaml"]),
        ("topics/light/2/", ["taxonomy/topic.yaml"]),
        ("fuel/acetylene/", ["taxonomy/fuel.yaml"]),
        ("pages/about/", ["pages/about.md"]),
        ("papers/", []),
        ("papers/nobody/", []),
        ("topics/nowhere/", []),
        ("404.html", []),
    ],
)
def test_a_page_leads_to_the_files_behind_it(survey: Project, path: str, found: list[str]) -> None:
    sources = behind(read_survey(survey, Cache(None)), path)
    files = [source.span.file.removeprefix("content/") for source in sources]
    assert [file for file in files if not file.startswith("papers/") or file.endswith(".yaml")] == found


def test_a_category_is_found_at_its_line(survey: Project) -> None:
    (source,) = behind(read_survey(survey, Cache(None)), "topics/lenses/")
    lines = (survey.root / source.span.file).read_text("utf-8").splitlines()
    assert "id: lenses" in lines[source.span.line - 1]


def test_all_records_of_a_paper_are_named_the_weightiest_first(survey: Project) -> None:
    read = read_survey(survey, Cache(None))
    paper = max(read.library.papers, key=lambda paper: len(paper.records))
    sources = behind(read, f"papers/{paper.id}/")
    assert [source.span for source in sources][: len(paper.records)] == [record.span for record in paper.records]
