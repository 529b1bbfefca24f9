"""Importing identifiers alone, and a part of a large file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from conspectus import sources
from conspectus.cache import Cache
from conspectus.commands import group
from conspectus.model.identifiers import is_placeholder
from conspectus.model.paper import Source
from conspectus.project import Project

IDENTIFIERS = [
    "2310.11511v2",
    "10.1145/3731569.3764808",
    "https://arxiv.org/abs/hep-th/9901001",
    "https://lamps.example/a#b",
]


def test_identifiers_become_records_with_titles_to_fill_in(survey: Project) -> None:
    run = CliRunner().invoke
    done = run(group, ["import", *IDENTIFIERS, "--project", str(survey.root)])
    assert done.exit_code == 0, done.output
    assert "4 new" in done.output
    assert "4 titles to fill in" in done.output
    assert (survey.papers / "identifiers.txt").read_text("utf-8").split() == IDENTIFIERS
    checked = run(group, ["check", "--project", str(survey.root)])
    assert (checked.exit_code, checked.output.count("placeholder-title")) == (0, 4)
    (survey.papers / "known.bib").write_text("@misc{a, title = {Lamps at Last}, eprint = {2310.11511}}\n", "utf-8")
    checked = run(group, ["check", "--project", str(survey.root)])
    assert checked.output.count("placeholder-title") == 3


def test_more_identifiers_go_into_the_same_file(survey: Project) -> None:
    def run(*words: str) -> str:
        done = CliRunner().invoke(group, ["import", *words, "--project", str(survey.root)])
        assert done.exit_code == 0, done.output
        return done.output

    file = survey.papers / "identifiers.txt"
    run("2310.11511")
    assert "1 new entry" in run("2401.00001", "arXiv:2310.11511v1")
    assert file.read_text("utf-8").split() == ["2310.11511", "2401.00001"]
    file.write_text("# of interest\n2310.11511\n2401.00001", "utf-8")
    assert "1 new entry" in run("2401.00002")
    assert file.read_text("utf-8") == "# of interest\n2310.11511\n2401.00001\n2401.00002\n"
    assert "already imported as content/papers/identifiers.txt" in run("2401.00001")
    assert [path.name for path in survey.papers.glob("ident*")] == ["identifiers.txt"]


def test_records_are_printed_of_the_identifiers_that_are_asked_for(survey: Project) -> None:
    (survey.papers / "identifiers.txt").write_text("2310.11511\n2401.00001\n", "utf-8")
    asked = ["import", "2401.00002", "arXiv:2401.00001v2", "--dry-run", "--format", "jsonl"]
    done = CliRunner().invoke(group, [*asked, "--project", str(survey.root)])
    assert done.exit_code == 0, done.output
    assert [json.loads(line)["arxiv"] for line in done.stdout.splitlines()] == ["2401.00001", "2401.00002"]


def test_what_is_neither_file_nor_identifier_is_wrong_usage(survey: Project) -> None:
    done = CliRunner().invoke(group, ["import", "lamps.bibb", "--project", str(survey.root)])
    assert done.exit_code == 2
    assert "not a file, and not an arXiv id, a DOI or a URL" in done.output


def test_a_file_of_identifiers_is_read_line_by_line() -> None:
    data = b"# of interest\n2310.11511\n\n2310.11511  # again\n10.1145/3731569.3764808\nsoon\n2404.14469\n"
    reading = sources.parse(Source("x.txt", data, "d"), Cache(None))
    assert [(str(record.work.title), record.span.line) for record in reading.records] == [
        ("arXiv:2310.11511", 2),
        ("doi:10.1145/3731569.3764808", 5),
        ("arXiv:2404.14469", 7),
    ]
    assert [(mistake.check, mistake.span.line) for mistake in reading.mistakes] == [("broken-entry", 6)]


@pytest.mark.parametrize(
    "title", ["arXiv: A Library of Lamps", "doi:nothing", "Lamps: 2310.11511", "https://a.org is a lamp"]
)
def test_a_title_that_only_looks_like_one_is_no_placeholder(title: str) -> None:
    assert not is_placeholder(title)


def line(number: int) -> str:
    paper = {
        "id": f"2404.{number:05}", "title": f"Lamps and KV-caches, {number}" if number % 3 == 0 else f"Lamps {number}",
        "abstract": "They burn. " * 60, "categories": "cs.CL cs.LG" if number % 2 == 0 else "math.AG",
        "authors": "Ada Wick",
        "versions": [{"version": "v1", "created": "Mon, 1 Apr 2024 19:18:42 GMT"}],
    }  # fmt: skip
    return json.dumps(paper) + "\n"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("snapshot") / "arxiv-metadata.json"
    path.write_text("".join(map(line, range(1, 601))) + "not JSON, cs.CL\n", "utf-8")
    return path


def test_a_part_of_a_large_file_is_taken(survey: Project, snapshot: Path) -> None:
    asked = ["import", str(snapshot), "--category", "cs", "--match", "kv cache", "--project", str(survey.root)]
    done = CliRunner().invoke(group, asked)
    assert done.exit_code == 0, done.output
    assert "read 100 records (arXiv metadata): 100 new" in done.output
    assert (survey.papers / "arxiv-metadata-selected.jsonl").read_text("utf-8").count("\n") == 100
    none = CliRunner().invoke(
        group, ["import", str(snapshot), "--match", "no such thing", "--project", str(survey.root)]
    )
    assert none.exit_code == 1
    assert "none of the 601 lines" in none.output
    broken = CliRunner().invoke(group, ["import", str(snapshot), "--match", "/(/", "--project", str(survey.root)])
    assert broken.exit_code == 1


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("w", encoding="utf-8") as file:
        for start in range(60):
            file.write("".join(line(number + start) for number in range(1, 1001)))
    code = (
        "import resource, sys; from pathlib import Path; from conspectus.commands.filtering import Filter, read;"
        "filter = Filter.of(['cs.CL'], ['lamps 4']); before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "read(Path(sys.argv[1]), filter); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(large)], capture_output=True, text=True, check=True)
    assert large.stat().st_size > 50_000_000
    assert int(run.stdout) < 20_000  # KiB


def test_an_identifier_that_stands_twice_in_a_list_is_told(survey: Project, tmp_path: Path) -> None:
    file = tmp_path / "ids.txt"
    file.write_text("10.1000/wick\n2310.11511\nhttps://doi.org/10.1000/WICK\n")
    done = CliRunner().invoke(group, ["import", str(file), "--project", str(survey.root)])
    assert "read 2 records (list of identifiers): 2 new, 0 merged with present papers, 1 repeated in" in done.output
    assert f"repeated doi:10.1000/wick ({file.as_posix()}:3:1): it repeats line 1" in done.output


@pytest.mark.parametrize("name", ["refs.bib", "Refs.RIS?raw=true", "list/README.md", "papers.csv#top"])
def test_the_address_of_a_file_of_papers_is_not_a_paper(survey: Project, name: str) -> None:
    done = CliRunner().invoke(group, ["import", f"https://lamps.example/{name}", "--project", str(survey.root)])
    assert done.exit_code == 2
    assert "is the address of a file; download it, and import the file" in done.output
    assert not (survey.papers / "identifiers.txt").exists()


@pytest.mark.parametrize("address", ["https://doi.org/10.1000/lamp.xml", "https://lamps.example/wick.pdf"])
def test_the_address_of_a_paper_is_one_whatever_it_ends_in(survey: Project, address: str) -> None:
    done = CliRunner().invoke(group, ["import", address, "--project", str(survey.root)])
    assert done.exit_code == 0, done.output
