"""Keeping citation keys: what is added, and that nothing else ever changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from conspectus.project import Project

Run = Callable[..., Result]
LEDGER = "content/citation-keys.yaml"


def lines(survey: Project) -> dict[str, str]:
    said = (line.partition("#")[0].strip() for line in survey.ledger_file.read_text("utf-8").splitlines())
    return dict(line.split(": ") for line in said if line)


def test_every_paper_gets_a_line_and_a_second_run_adds_none(run: Run, survey: Project) -> None:
    assert not survey.ledger_file.exists()
    done = run("keys")
    assert done.exit_code == 0 and f"added to {LEDGER}" in done.stderr
    keys = lines(survey)
    assert len(keys) == len(set(map(str.lower, keys.values()))) > 5
    assert [f"{id}: {key}" for id, key in keys.items()] == done.stdout.splitlines()
    before = survey.ledger_file.read_bytes()
    assert run("keys").stderr.startswith("0 keys added")
    assert survey.ledger_file.read_bytes() == before


def test_what_stands_there_stays_with_its_comments_also_for_papers_that_are_gone(run: Run, survey: Project) -> None:
    own = "# mine\ngone: lampe1899gone\nwick: my-key   # since 2019"
    survey.ledger_file.write_text(own, "utf-8")
    assert run("keys").exit_code == 0
    assert survey.ledger_file.read_text("utf-8").startswith(f"{own}\n")
    assert lines(survey)["wick"] == "my-key"
    assert run("build", "--no-search").exit_code == 0
    assert "{my-key," in (survey.out / "papers/wick/cite.bib").read_text("utf-8")


def test_a_paper_that_was_renamed_keeps_its_line(run: Run, survey: Project) -> None:
    run("keys")
    before = survey.ledger_file.read_bytes()
    records = survey.papers / "records.yaml"
    text = records.read_text("utf-8")
    assert "- id: wick\n" in text
    records.write_text(text.replace("- id: wick\n", "- id: trimmed\n  was: [wick]\n", 1), "utf-8")
    run("keys")
    assert b"trimmed" not in survey.ledger_file.read_bytes()
    assert survey.ledger_file.read_bytes().startswith(before)


def test_a_dry_run_writes_nothing(run: Run, survey: Project, held: Callable[[Path], dict[str, bytes]]) -> None:
    before = held(survey.root)
    done = run("keys", "--dry-run")
    assert done.exit_code == 0 and "would be added" in done.stderr and "wick: " in done.stdout
    assert held(survey.root) == before


def test_with_mistakes_in_the_content_no_key_is_given(run: Run, survey: Project) -> None:
    survey.ledger_file.write_text("wick: a\nvalve: A\n", "utf-8")
    done = run("keys")
    assert done.exit_code == 1 and "P004" in done.stderr and "no key was added" in done.stderr
    assert survey.ledger_file.read_text("utf-8") == "wick: a\nvalve: A\n"


def test_a_file_that_takes_no_lines_is_left_alone(run: Run, survey: Project) -> None:
    survey.ledger_file.write_text("{wick: a}\n", "utf-8")
    done = run("keys")
    assert done.exit_code == 1 and "`paper-id: key` per line" in done.stderr
    assert survey.ledger_file.read_text("utf-8") == "{wick: a}\n"
