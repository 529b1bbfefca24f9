"""A line that was deleted from the ids of an imported file. All papers here are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus import pipeline
from conspectus.cache import Cache
from conspectus.project import Project
from made_up_library import ENTRIES, bib, papers

Run = Callable[..., Result]


def unwritten(survey: Project) -> list[str]:
    mistakes = pipeline.survey(survey, Cache(None)).mistakes
    return [mistake.message for mistake in mistakes if mistake.check == "unstable-address"]


def delete_line(survey: Project, name: str) -> Path:
    ids = survey.content / "imported/refs.bib.ids.yaml"
    lines = ids.read_text().splitlines(keepends=True)
    ids.write_text("".join(line for line in lines if not line.startswith(f"{name}:")))
    return ids


@pytest.mark.parametrize("place", ["export", "newer", "survey"])
def test_an_import_writes_down_the_key_again(run: Run, imported: Project, export: Path, place: str) -> None:
    assert not unwritten(imported)
    ids = delete_line(imported, "horn")
    assert "horn" not in papers(imported)
    assert unwritten(imported) == ["the ids of 1 entry are not written down, so their papers may have other addresses"]
    if place == "newer":
        export.write_text(bib({**ENTRIES, "horn": {**ENTRIES["horn"], "title": "Fog Horns That Reply"}}))
    assert run("import", imported.papers / "refs.bib" if place == "survey" else export).exit_code == 0
    assert "horn: {id: horn," in ids.read_text()
    assert "horn" in papers(imported) and not unwritten(imported)


def test_a_key_that_is_another_papers_id_is_not_written(run: Run, imported: Project, export: Path) -> None:
    ids = delete_line(imported, "horn")
    (imported.papers / "mine.yaml").write_text("- id: horn\n  title: Horns of Plenty and Cows\n  doi: 10.1000/cow\n")
    assert run("import", export).exit_code == 0
    assert "horn: {id: nebel2020fog," in ids.read_text()


def test_entries_that_no_import_brought_keep_their_addresses(run: Run, imported: Project) -> None:
    """Their DOIs give them addresses, so nothing is told of them before they are imported."""
    file = imported.papers / "refs.bib"
    file.write_text(file.read_text() + bib({"cow": {"title": "Cows on Ice", "doi": "10.1000/cow", "year": "2022"}}))
    before = set(papers(imported))
    assert not unwritten(imported)
    assert run("import", file).exit_code == 0
    assert set(papers(imported)) == before and not unwritten(imported)
