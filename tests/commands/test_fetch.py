"""Fetching papers from services that answer, fail and say too much."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.commands import contacting
from conspectus.project import Project
from made_up_answers import Made
from made_up_services import Services, cut, serving, status, text

Run = Callable[..., Result]
Held = Callable[[Path], dict[str, bytes]]
KEY = "k3y-Th4t-n0b0dy-m4y-s33"


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setattr(contacting, "today", lambda: date(2026, 11, 28))
    for name in ("OPENALEX_API_KEY", "SEMANTIC_SCHOLAR_API_KEY", "ZOTERO_API_KEY", "CROSSREF_PLUS_API_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with serving() as running:
        yield running


def records(survey: Project, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (survey.papers / name).read_text("utf-8").splitlines()]


def test_new_papers_become_a_file_with_one_on_each_line(run: Run, survey: Project, services: Services) -> None:
    done = run("fetch", "arxiv", "cs.LA")
    assert done.exit_code == 0, done.output
    found = records(survey, "arxiv-2026-11-28.jsonl")
    assert [record["title"] for record in found] == [paper.title for paper in services.papers]
    assert found[0] == {
        "title": "Trimming Wicks in Harbors",
        "authors": ["Ada Lampe", "Bo Sternlicht"],
        "author_count": 2,
        "date": "2026-11-28",
        "arxiv": "2511.00001",
        "kind": "article",
        "subject": "cs.LA",
        "abstract": services.papers[0].abstract,
        "source": "arXiv: cs.LA",
    }
    assert "arXiv: cs.LA: 5 papers, 5 of them new" in done.stdout
    assert "wrote content/papers/arxiv-2026-11-28.jsonl" in done.stdout


@pytest.mark.parametrize("service", contacting.NAMES)
def test_what_is_written_is_read_as_it_was_fetched(run: Run, survey: Project, services: Services, service: str) -> None:
    """Lines may quote other services' addresses and ids, and are records of ours all the same."""
    words = {"hf": "2026-06-12", "zotero": "users/7"}
    assert run("fetch", service, words.get(service, "lamp")).exit_code == 0
    (path,) = survey.papers.glob(f"{service}-*.jsonl")
    done = run("import", "--dry-run", "--format", "jsonl", path)
    again = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    for before, after in zip(records(survey, path.name), again, strict=True):
        assert {key: after[key] for key in before if key != "source"} == {
            key: value for key, value in before.items() if key != "source"
        }
        assert after["added"] == ("2026-06-12" if service == "hf" else "2026-11-28")


def test_a_second_time_only_what_is_new_is_added(run: Run, survey: Project, services: Services, held: Held) -> None:
    run("fetch", "arxiv", "cs.LA")
    before = held(survey.root)
    assert "5 papers, 0 of them new" in run("fetch", "arxiv", "cs.LA").stdout
    assert held(survey.root) == before
    services.papers.append(Made(7))
    assert "6 papers, 1 of them new" in run("fetch", "arxiv", "cs.LA", "--refresh").stdout
    name = "content/papers/arxiv-2026-11-28.jsonl"
    after = held(survey.root)
    assert after.pop(name).startswith(before.pop(name))
    assert after == before
    assert [record["title"] for record in records(survey, "arxiv-2026-11-28.jsonl")][5:] == [Made(7).title]


def test_a_dry_run_writes_nothing(run: Run, survey: Project, services: Services, held: Held) -> None:
    before = held(survey.root)
    done = run("fetch", "openalex", "lamp", "--dry-run")
    assert "would write content/papers/openalex-2026-11-28.jsonl" in done.stdout
    assert held(survey.root) == before


def test_a_limit_and_phrases(run: Run, survey: Project, services: Services) -> None:
    services.papers = [Made(number) for number in range(150)]
    done = run("fetch", "crossref", "lamp", "--limit", 120)
    assert "120 papers, 120 of them new; there may be more than --limit 120" in done.stdout
    run("fetch", "arxiv", "cs.LA", "--match", "narrow straits", "--limit", 150)
    assert {str(record["title"]).partition(" in ")[2] for record in records(survey, "arxiv-2026-11-28.jsonl")} == {
        "Narrow Straits"
    }


def test_identifiers_that_are_not_found_are_named(run: Run, services: Services) -> None:
    done = run("fetch", "arxiv", "2511.00002", "2511.00099")
    assert "1 paper, 1 of them new; not found: 2511.00099" in done.stdout


def test_one_paper_of_two_services_is_one_paper(run: Run, survey: Project, services: Services) -> None:
    run("fetch", "arxiv", "cs.LA")
    assert "5 papers, 0 of them new" in run("fetch", "openalex", "lamp").stdout


SOURCES = 'sources:\n  - {arxiv: "cat:cs.LA"}\n  - {hf: daily, match: [polishing]}\n  - crossref: [fog horn, tide]\n'


def test_saved_queries_are_asked(run: Run, survey: Project, services: Services) -> None:
    with survey.settings_file.open("a") as file:
        file.write(SOURCES)
    done = run("fetch", "--queries", "--since", "30d")
    assert done.exit_code == 0, done.output
    assert "arXiv: cat:cs.LA: 5 papers, 5 of them new" in done.stdout
    assert "Hugging Face: daily: 1 paper, 0 of them new" in done.stdout, "on the 12th"
    assert "Crossref: fog horn tide: 5 papers, 0 of them new" in done.stdout
    queries = [asked.query for asked in services.asked]
    assert queries[0]["search_query"].startswith("(cat:cs.LA) AND submittedDate:[20261029")
    assert queries[-1]["query.bibliographic"] == '"fog horn" tide'


def test_without_saved_queries_nothing_is_asked(run: Run, services: Services) -> None:
    done = run("fetch", "--queries")
    assert (done.exit_code, services.asked) == (0, [])
    assert "has no `sources`" in done.stdout


def test_what_came_before_a_failure_is_written_and_the_rest_next_time(
    run: Run, survey: Project, services: Services
) -> None:
    services.papers = [Made(number) for number in range(150)]
    services.faults = [None, *[status(503)] * 5]
    done = run("fetch", "arxiv", "cs.LA")
    assert done.exit_code == 1
    assert "100 papers, 100 of them new; incomplete, see below" in done.stdout
    assert "arXiv answered with 503 (5 attempts)" in done.stderr
    assert len(records(survey, "arxiv-2026-11-28.jsonl")) == 100
    services.asked.clear()
    assert "150 papers, 50 of them new" in run("fetch", "arxiv", "cs.LA").stdout
    assert [asked.query["start"] for asked in services.asked] == ["100"], "the first page is in the cache"


def test_one_service_that_fails_does_not_stop_the_others(run: Run, survey: Project, services: Services) -> None:
    with survey.settings_file.open("a") as file:
        file.write(SOURCES)
    services.faults = [status(400, "no")]
    done = run("fetch", "--queries")
    assert done.exit_code == 1
    assert "Crossref: fog horn tide: 5 papers, 5 of them new" in done.stdout
    assert "error: arXiv answered with 400: no" in done.stderr


@pytest.mark.parametrize(
    "answer", ['{"results": [{"id": "https://elsewhere.example/1", "title": "A Lamp"}]}', '{"results": [5]}']
)
def test_an_answer_in_another_format_is_refused(run: Run, services: Services, answer: str) -> None:
    services.faults = [text(answer)]
    done = run("fetch", "openalex", "lamp")
    assert done.exit_code == 1
    assert "an answer of OpenAlex is not in the format expected of it" in done.stderr


def test_text_from_outside_cannot_control_the_terminal(run: Run, services: Services) -> None:
    services.faults = [status(400, "no \x1b[31m\x07lamps")]
    done = run("fetch", "crossref", "lamp\x1b[32m")
    assert "\x1b" not in done.output and "\x07" not in done.output


@pytest.mark.parametrize("fault", [None, status(400, f"bad {KEY}"), status(401, KEY), cut, text(f'{{"a": "{KEY}"}}')])
def test_a_key_stands_nowhere(
    run: Run,
    survey: Project,
    services: Services,
    held: Held,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: object,
) -> None:
    monkeypatch.setenv("OPENALEX_API_KEY", KEY)
    services.faults = [fault] * 5  # type: ignore[list-item]
    done = run("fetch", "openalex", "lamp")
    assert KEY in services.asked[0].raw
    assert KEY not in done.output and KEY not in repr(done.exception)
    assert not any(KEY.encode() in data or KEY in name for name, data in held(tmp_path).items())


def test_who_asks_is_said(run: Run, services: Services, survey: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    run("fetch", "crossref", "lamp")
    assert "(https://github.com/keepers/lamps)" in services.asked[-1].headers["user-agent"]
    monkeypatch.setenv("CONSPECTUS_CONTACT", "ada@lamps.example")
    run("fetch", "crossref", "oil")
    assert "(mailto:ada@lamps.example)" in services.asked[-1].headers["user-agent"]
    monkeypatch.setenv("CONSPECTUS_CONTACT", "Ada\nX: y")
    assert "is not an e-mail or web address" in run("fetch", "crossref", "wick").stderr
    monkeypatch.delenv("CONSPECTUS_CONTACT")
    survey.settings_file.write_text("title: Lamps\n")
    assert "set CONSPECTUS_CONTACT" in run("fetch", "crossref", "tide").stderr


@pytest.mark.parametrize(
    "line",
    ["fetch", "fetch arxiv", "fetch arxiv x --queries", "fetch lamps x", "fetch arxiv x --since soon", "fetch hf soon"],
)
def test_wrong_usage_is_told(run: Run, services: Services, line: str) -> None:
    done = run(*line.split())
    assert done.exit_code == (1 if "hf" in line else 2)
    assert services.asked == []


def test_settings_with_an_error_ask_nothing(run: Run, survey: Project, services: Services) -> None:
    with survey.settings_file.open("a") as file:
        file.write("sources: [{lamps: x}]\n")
    assert run("fetch", "--queries").exit_code == 1
    assert services.asked == []


def test_no_build_preview_or_check_knows_the_network() -> None:
    """What they import has no client in it."""
    code = (
        "import sys\n"
        "import conspectus.pipeline, conspectus.preview.server, conspectus.commands.build, conspectus.commands.check\n"
        "import conspectus.commands.serve, conspectus.commands.import_\n"
        "print(sorted({'urllib3', 'conspectus.fetching'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
