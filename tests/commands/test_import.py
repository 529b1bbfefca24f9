"""Taking files in."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from conspectus.commands import group
from conspectus.commands.filing import names
from conspectus.model.work import RECORD
from conspectus.project import Project

Run = Callable[..., Result]
Held = Callable[[Path], dict[str, bytes]]

BIB = """
@misc{wick, title = {Trimming the Wick in {$O(\\log n)$} Nights}, author = {Ada Lampe}, eprint = {2305.99901},
  archivePrefix = {arXiv}, year = 2023}
@article{mirror, title = {A Mirror of Tin}, author = {Jo van der Glas}, journal = {Imaginary Lights}, year = 2021}
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "My Export (1).bib"
    path.write_text(BIB)
    return path


def test_a_file_is_copied_under_a_safe_name_and_accounted_for(run: Run, survey: Project, export: Path) -> None:
    done = run("import", export)
    assert done.exit_code == 0
    assert (survey.papers / "My-Export-1.bib").read_text() == BIB
    assert "read 2 records" in done.stdout and "1 new, 1 merged" in done.stdout
    assert "A Mirror of Tin" in done.stdout
    assert "with wick (" in done.stdout and "by arXiv id 2305.99901" in done.stdout
    assert "copied" in done.stdout and "content/papers/My-Export-1.bib" in done.stdout


def test_a_file_without_papers_is_not_copied(run: Run, survey: Project, export: Path, held: Held) -> None:
    before = held(survey.root)
    empty = export.with_name("empty.bib")
    empty.write_text("@article{x, title={A}\n@book{")
    done = run("import", export, empty)
    assert done.exit_code == 1
    assert "no paper was found in" in done.stderr and "empty.bib" in done.stderr
    assert held(survey.root) == before


def test_a_list_without_papers_is_left_out_beside_other_files(run: Run, survey: Project, export: Path) -> None:
    readme = export.with_name("CONTRIBUTING.md")
    readme.write_text("# Contributing\n\nSend a pull request.\n")
    done = run("import", export, readme)
    assert done.exit_code == 0 and "1 new, 1 merged" in done.stdout
    assert f"skipped {readme}: no paper was found in this Markdown file" in done.stdout
    assert not (survey.papers / "CONTRIBUTING.md").exists()
    assert run("import", readme).exit_code == 1


def test_the_same_file_again_is_already_there(run: Run, survey: Project, export: Path, held: Held) -> None:
    run("import", export)
    before = held(survey.root)
    done = run("import", export)
    assert done.exit_code == 0
    assert "already imported as content/papers/My-Export-1.bib" in done.stdout
    assert held(survey.root) == before


def test_another_file_of_the_same_name_gets_a_number(run: Run, survey: Project, export: Path) -> None:
    run("import", export)
    export.write_text(BIB.replace("Tin", "Silver"))
    run("import", "--no-update", export)
    assert "Tin" in (survey.papers / "My-Export-1.bib").read_text()
    assert "Silver" in (survey.papers / "My-Export-1-v2.bib").read_text()


def test_a_dry_run_writes_nothing(run: Run, survey: Project, export: Path, held: Held) -> None:
    before = held(survey.root)
    done = run("import", "--dry-run", export)
    assert done.exit_code == 0
    assert "1 new, 1 merged" in done.stdout
    assert "copied" not in done.stdout
    assert held(survey.root) == before


def test_a_dry_run_prints_each_record_as_a_line_of_json(run: Run, survey: Project, export: Path) -> None:
    listing = survey.papers / "daily-2024-07-10-lamps.txt"
    done = run("import", "--dry-run", "--format", "jsonl", export, listing)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["title"] for record in records][1:3] == [
        "A Mirror of Tin",
        "Fog Horns That Listen: Answering Ships in Their Own Key",
    ]
    assert all(record.keys() - {"key"} == set(RECORD.names) for record in records)
    assert [record.get("key") for record in records][:3] == ["wick", "mirror", None]
    assert (records[1]["venue"], records[1]["kind"]) == ("Imaginary Lights", "article-journal")
    assert records[2]["author_count"] == 4 and records[2]["authors"] is None
    assert records[0]["source"].endswith(f"{export.name}:2")


def test_a_dry_run_needs_no_survey(export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(group, ["import", "--dry-run", "--format", "jsonl", str(export)])
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 2
    assert CliRunner().invoke(group, ["import", str(export)]).exit_code == 1


def test_with_an_error_in_one_file_none_is_copied(run: Run, survey: Project, export: Path, held: Held) -> None:
    listing = (survey.papers / "daily-2024-07-10-lamps.txt").read_text("utf-8")
    cut = export.with_name("daily-2024-07-11.txt")
    cut.write_text(listing[: listing.index("  • Stella")] + "  • what no daily listing has here\n", "utf-8")
    before = held(survey.root)
    for more in ([], ["--dry-run"], ["--dry-run", "--format", "jsonl"]):
        done = run("import", export, cut, *more)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "daily-2024-07-11.txt:" in done.stderr
        assert "nothing was imported" in done.stderr
    assert held(survey.root) == before


CONFLICT = "<<<<<<< HEAD\n- {id: a, title: A Lamp}\n=======\n- {id: a, title: A Lantern}\n>>>>>>> theirs\n"


@pytest.mark.parametrize("name", ["papers/records.yaml", "taxonomy/topic.yaml", "survey.yaml", "imported/a.bib"])
def test_nothing_is_imported_over_a_conflict(run: Run, survey: Project, export: Path, held: Held, name: str) -> None:
    file = survey.content / name
    file.parent.mkdir(exist_ok=True)
    lines = file.read_text().count("\n") if file.exists() else 0
    with file.open("a") as opened:
        opened.write(CONFLICT)
    before = held(survey.root)
    for more in ([], ["--dry-run"], ["--taxonomy", "--facet", "new"]):
        done = run("import", export, *more)
        assert (done.exit_code, done.stdout) == (1, "")
        assert f"content/{name}:{lines + 1}" in done.stderr
        assert "nothing was imported: the survey has conflicts that git left" in done.stderr
    assert held(survey.root) == before


def test_a_file_that_is_something_else_is_refused(run: Run, survey: Project, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")
    done = run("import", photo)
    assert done.exit_code == 1
    assert "photo.jpg" in done.stderr


def test_an_import_is_whole_even_if_nobody_reads_the_report(
    survey: Project, tmp_path: Path, unread: Callable[..., None]
) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("## Oil\n- [Oil for All of Us](https://arxiv.org/abs/2404.00009)\n")
    unread("import", str(readme), "--taxonomy", "--facet", "list", cwd=survey.root)
    for name in ("papers/README.md", "imported/README.md.ids.yaml", "taxonomy/list.yaml"):
        assert (survey.content / name).exists(), name


def test_what_was_imported_is_built(run: Run, survey: Project, export: Path) -> None:
    run("import", export)
    assert "Sources" in run("explain", "a mirror of tin").stdout


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1))
def test_any_name_becomes_a_safe_one(name: str) -> None:
    for safe in itertools.islice(names(name), 3):
        assert safe.isascii() and not safe.startswith((".", "-")) and not safe.endswith("~")
        assert set(safe) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")


def test_a_name_keeps_what_the_year_of_a_listing_is_known_from() -> None:
    assert list(itertools.islice(names("daily-2024-07-10 (lamps).TXT"), 2)) == [
        "daily-2024-07-10-lamps.txt",
        "daily-2024-07-10-lamps-v2.txt",
    ]
    assert next(names("é.bib")) == "e.bib"
    assert next(names("…")) == "papers"
