"""The places in the curator's files that a page is made from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conspectus.cache import Cache
from conspectus.diagnostics import Report
from conspectus.model.paper import Library
from conspectus.pipeline import compile
from conspectus.preview.bar import NEXT, PageSource, bar, page_sources
from conspectus.project import Project


def sources_of(project: Project, url: str) -> list[PageSource]:
    compiled = compile(project, Cache(None))
    page = compiled.site.page(url)
    return list(page_sources(compiled.survey, page.subject)) if page else []


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("", ["survey.yaml"]),
        ("papers/sun-valve/", ["papers/records.yaml", "notes/sun-valve.md"]),
        ("papers/wick-trimming/", ["papers/records.yaml"]),
        ("topics/", ["taxonomy/topic.yaml"]),
        ("topics/light/", ["taxonomy/topic.yaml"]),
        ("fuel/acetylene/", ["taxonomy/fuel.yaml"]),
        ("pages/about/", ["pages/about.md"]),
        ("queries/new-lenses/", ["survey.yaml"]),
        ("queries/", []),
        ("papers/", []),
        ("papers/nobody/", []),
        ("topics/nowhere/", []),
        ("404.html", []),
    ],
)
def test_a_page_leads_to_the_files_behind_it(survey: Project, url: str, found: list[str]) -> None:
    sources = sources_of(survey, url)
    files = [source.span.file.removeprefix("content/") for source in sources]
    assert [file for file in files if not file.startswith("papers/") or file.endswith(".yaml")] == found


def test_a_category_is_found_at_its_line(survey: Project) -> None:
    (source,) = sources_of(survey, "topics/lenses/")
    lines = (survey.root / source.span.file).read_text("utf-8").splitlines()
    assert "id: lenses" in lines[source.span.line - 1]


def test_all_records_of_a_paper_are_named_the_weightiest_first(survey: Project) -> None:
    papers = compile(survey, Cache(None)).survey.library.papers
    paper = max(papers, key=lambda paper: len(paper.records))
    sources = sources_of(survey, f"papers/{paper.id}/")
    assert [source.span for source in sources][: len(paper.records)] == [record.span for record in paper.records]


def test_a_survey_without_papers_says_what_comes_next(survey: Project) -> None:
    full = compile(survey, Cache(None)).survey
    empty = replace(full, library=Library(()))
    assert [bar(None, each, Report(), None, lambda span: "")["next"] for each in (full, empty)] == ["", NEXT]
