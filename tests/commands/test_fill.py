"""Filling in what papers lack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from conspectus import pipeline
from conspectus.cache import Cache
from conspectus.model.paper import Paper
from conspectus.project import Project
from made_up_answers import Made
from made_up_services import Services, serving, status

Run = Callable[..., Result]
Held = Callable[[Path], dict[str, bytes]]

BARE = f"""
# what is known of two papers
- id: trimming   # mine
  title: {Made(0).title}
  arxiv: "{Made(0).arxiv}"
  summary: How wicks are trimmed.
- title: {Made(1).title}
  doi: {Made(1).doi}
  date: 2026
  authors: [Bo Sternlicht, others]
"""


@pytest.fixture
def services() -> Iterator[Services]:
    with serving() as running:
        yield running


@pytest.fixture
def bare(survey: Project, services: Services) -> Project:
    """A survey of two papers of which little is known."""
    for path in survey.papers.iterdir():
        path.unlink()
    for folder in ("taxonomy", "notes", "pages"):
        for path in (survey.content / folder).iterdir():
            path.unlink()
    survey.settings_file.write_text("title: Lamps\n")
    (survey.papers / "records.yaml").write_text(BARE)
    return survey


def paper(survey: Project, id: str) -> Paper:
    return pipeline.survey(survey, Cache(None)).library.by_id[id]


def filled(survey: Project) -> list[dict[str, object]]:
    path = survey.papers / "filled.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def test_what_is_missing_is_filled_and_nothing_else_changes(run: Run, bare: Project) -> None:
    done = run("fill")
    assert done.exit_code == 0, done.output
    assert (bare.papers / "records.yaml").read_text() == BARE
    first, second = paper(bare, "trimming").work, paper(bare, "10-99999-lamps-1").work
    assert (str(first.date), first.doi, first.venue) == (Made(0).day, Made(0).doi, "Imaginary Lights")
    assert first.abstract and first.abstract.source == Made(0).abstract and first.summary == "How wicks are trimmed."
    assert (str(second.date), second.authors and len(second.authors.people)) == (Made(1).day, 2)
    assert (
        "trimming: authors, date 2026-11-28, abstract (arXiv); venue Imaginary Lights, DOI 10.99999/lamps.0 (OpenAlex)"
        in (done.stdout)
    )
    assert "Filled 2 papers in content/papers/filled.jsonl." in done.stdout


def test_each_line_has_an_identifier_and_only_what_was_missing(run: Run, bare: Project) -> None:
    run("fill")
    assert filled(bare)[0].keys() == {"authors", "author_count", "date", "doi", "venue", "kind", "abstract", "source"}
    assert filled(bare)[1].keys() >= {"arxiv", "doi", "abstract"}
    assert "title" not in filled(bare)[1]
    assert filled(bare)[1]["source"] == f"arXiv, OpenAlex: {Made(0).title}"


def test_a_second_time_nothing_is_added(run: Run, bare: Project, held: Held) -> None:
    run("fill")
    before = held(bare.root)
    assert "Nothing was found to fill in." in run("fill").stdout
    assert held(bare.root) == before


def test_a_dry_run_writes_nothing(run: Run, bare: Project, held: Held) -> None:
    before = held(bare.root)
    assert "Would fill 2 papers" in run("fill", "--dry-run").stdout
    assert held(bare.root) == before


def test_lines_are_added_at_the_end(run: Run, bare: Project) -> None:
    run("fill", "trimming", "--field", "abstract")
    (bare.papers / "filled.jsonl").write_bytes((bare.papers / "filled.jsonl").read_bytes().rstrip())
    before = filled(bare)
    run("fill", "--from", "semantic-scholar")
    assert filled(bare)[:1] == before and len(filled(bare)) == 3


def test_fields_services_and_papers_can_be_chosen(run: Run, bare: Project, services: Services) -> None:
    run("fill", "trimming", "--field", "abstract", "--from", "semantic-scholar")
    assert filled(bare) == [
        {"arxiv": Made(0).arxiv, "abstract": Made(0).abstract, "source": f"Semantic Scholar: {Made(0).title}"}
    ]
    assert [asked.path for asked in services.asked] == ["/graph/v1/paper/batch"]


def test_titles_of_identifiers_are_filled_in(run: Run, bare: Project) -> None:
    run("import", Made(3).arxiv, Made(4).doi)
    assert "title" in run("fill").stdout
    assert str(paper(bare, Made(3).arxiv).title) == Made(3).title
    assert "P006" not in run("check").output


def test_another_paper_s_values_are_not_taken(run: Run, bare: Project) -> None:
    (bare.papers / "records.yaml").write_text(f'- {{title: On Whales and Their Songs, arxiv: "{Made(2).arxiv}"}}\n')
    done = run("fill", "--from", "arxiv")
    assert filled(bare) == []
    assert f"not filled from arXiv, where {Made(2).arxiv} is “{Made(2).title}”; check the identifier" in done.stdout


def test_a_date_that_says_otherwise_stays(run: Run, bare: Project) -> None:
    (bare.papers / "records.yaml").write_text(f'- {{title: {Made(2).title}, arxiv: "{Made(2).arxiv}", date: 2019}}\n')
    run("fill")
    assert str(paper(bare, Made(2).arxiv).work.date) == "2019"
    assert all("date" not in line for line in filled(bare))


def test_a_doi_of_another_paper_is_not_given_to_two(run: Run, bare: Project) -> None:
    other = f"- {{title: The Same Wicks as Published in a Journal, doi: {Made(0).doi}}}\n"
    (bare.papers / "records.yaml").write_text(BARE + other)
    done = run("fill")
    assert "trimming: its DOI 10.99999/lamps.0 is that of 10-99999-lamps-0 already" in done.stdout
    assert paper(bare, "trimming").work.doi is None


EXPORT = f"""@article{{wicks, title = {{{Made(2).title}}}, eprint = {{{Made(2).arxiv}}},
  archiveprefix = {{arXiv}}, year = 2025}}
"""


def test_replace_corrects_exports_and_never_the_curator(run: Run, bare: Project) -> None:
    (bare.papers / "export.bib").write_text(EXPORT)
    hand = f'- {{title: {Made(1).title}, arxiv: "{Made(1).arxiv}", date: 2019}}\n'
    (bare.papers / "records.yaml").write_text(hand)
    run("fill", "--replace", "--field", "date")
    assert str(paper(bare, Made(2).arxiv).work.date) == Made(2).day
    assert str(paper(bare, Made(1).arxiv).work.date) == "2019"
    assert (bare.papers / "records.yaml").read_text() == hand


def test_papers_without_an_identifier_are_named(run: Run, bare: Project, services: Services) -> None:
    (bare.papers / "records.yaml").write_text("- title: A Lamp\n")
    done = run("fill")
    assert "a-lamp: not looked up, because it has no arXiv id and no DOI" in done.stdout
    assert services.asked == []


def test_one_service_that_fails_does_not_stop_the_others(run: Run, bare: Project, services: Services) -> None:
    services.faults = [status(400, "no")]
    done = run("fill")
    assert done.exit_code == 1
    assert "error: arXiv answered with 400: no" in done.stderr
    assert "Filled 2 papers" in done.stdout


def test_papers_that_change_category_are_shown(run: Run, survey: Project, services: Services) -> None:
    (survey.papers / "more.yaml").write_text(BARE)
    done = run("fill")
    assert "Papers moved" in done.stdout and "fuel: (none) → oil" in done.stdout
