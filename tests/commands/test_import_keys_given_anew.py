"""A citation key that a newer export gives to another work: neither paper moves. All papers here are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from conspectus.project import Project
from made_up_library import ENTRIES, bib, papers

Run = Callable[..., Result]
Fields = dict[str, str]

WAX = {"title": "Wax production in winter hives", "author": "Smith, A.", "year": "2020", "doi": "10.1000/wax"}
VIRUS = {"title": "Viral loads of bumblebee queens", "author": "Smith, Zoe", "year": "2020", "doi": "10.1000/virus"}
SUMMARY = "- id: smith2020\n  summary: Bees make wax in winter.\n"


def without(fields: Fields, *names: str) -> Fields:
    return {name: value for name, value in fields.items() if name not in names}


@pytest.fixture
def exported(run: Run, survey: Project, export: Path) -> Callable[[Fields], str]:
    """Imports an export in which the key is an entry's with these fields; what is reported."""

    def export_again(fields: Fields) -> str:
        export.write_text(bib({**ENTRIES, "smith2020": fields}))
        done = run("import", export)
        assert done.exit_code == 0, done.output
        return done.stdout

    return export_again


@pytest.mark.parametrize(
    ("wax", "virus"),
    [
        (WAX, VIRUS),
        (WAX, {**VIRUS, "author": WAX["author"]}),
        (without(WAX, "doi"), {**without(VIRUS, "doi"), "author": "Ida Zeisig", "year": "2023"}),
        (
            {**without(WAX, "doi"), "url": "https://example.org/bees.pdf"},
            {**without(VIRUS, "doi"), "url": "https://example.org/bees.pdf"},
        ),
    ],
)
@pytest.mark.parametrize("is_edited", [False, True])
def test_another_work_of_the_key_is_new_and_the_one_that_had_it_is_kept(
    survey: Project, exported: Callable[[Fields], str], wax: Fields, virus: Fields, is_edited: bool
) -> None:
    exported(wax)
    (survey.papers / "mine.yaml").write_text(SUMMARY)
    if is_edited:
        file = survey.papers / "refs.bib"
        file.write_text(file.read_text().replace(f"{{{wax['title']}}},", f"{{{wax['title']}}},\n  note = {{Seen}},"))
    told, new = exported(virus), "zeisig2023viral" if "Zeisig" in virus["author"] else "smith2020viral"
    assert "1 new entry, 0 changed, 1 missing" in told
    assert f"new      {new}: {virus['title']}" in told
    assert "missing  smith2020: Wax production in winter hives; kept" in told
    for again in ({**virus, "title": "Viral loads of bumblebee workers"}, virus):
        now = papers(survey)
        kept = now["smith2020"]
        assert (kept.title.as_text(), kept.work.summary) == (wax["title"], "Bees make wax in winter.")
        assert [id for id, paper in now.items() if "Viral" in paper.title.as_text()] == [new]
        assert exported(again).count("missing  smith2020: Wax production") == 1
    assert exported(wax).count("missing") == 2  # the word is in the headline too
    assert papers(survey)["smith2020"].title.as_text() == wax["title"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": VIRUS["title"]},
        {"doi": VIRUS["doi"]},
        {"author": "Ida Zeisig and Bo Lamm"},
        {"doi": VIRUS["doi"], "author": "Ida Zeisig", "year": "2023"},
        {
            "title": f"{WAX['title']}: a study of all hives of seven villages, with a note on the cold",
            "doi": "10.1000/x",
        },
    ],
)
def test_what_is_corrected_stays_the_same_entry(
    survey: Project, exported: Callable[[Fields], str], change: Fields
) -> None:
    exported(WAX)
    ids = survey.content / "imported/refs.bib.ids.yaml"
    before = yaml.safe_load(ids.read_text())
    assert ": 1 changed" in exported({**WAX, **change})
    assert yaml.safe_load(ids.read_text()) == before
    assert "smith2020" in papers(survey)


def test_what_is_corrected_by_hand_stays_the_same_entry(survey: Project, exported: Callable[[Fields], str]) -> None:
    """The export has another work's title and DOI: the curator corrects both in the imported file."""
    exported(VIRUS)
    file = survey.papers / "refs.bib"
    file.write_text(bib({**ENTRIES, "smith2020": WAX}))
    assert "missing" not in exported({**VIRUS, "journal": "Bees"})
    wax = papers(survey)["smith2020"].work
    assert wax.title and (wax.title.as_text(), wax.doi) == (WAX["title"], WAX["doi"])
