"""A citation key that a newer export gives to another work: neither paper moves. All papers here are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from conspectus import checks, pipeline
from conspectus.cache import Cache
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


def reused(survey: Project) -> list[str]:
    """The keys that `check` says were another work's."""
    report = checks.check(pipeline.survey(survey, Cache(None)))
    return [each.message.split("`")[1] for each in report.diagnostics if each.check == "reused-key"]


OTHERS = (without(WAX, "doi"), {**without(VIRUS, "doi"), "author": "Ida Zeisig", "year": "2023"})
"""Two works that only title and authors tell from one another."""


@pytest.mark.parametrize(("wax", "virus", "is_in_place"), [(WAX, VIRUS, False), (WAX, VIRUS, True), (*OTHERS, True)])
def test_a_file_written_in_place_makes_a_paper_of_another_work_of_a_key(
    run: Run, survey: Project, exported: Callable[[Fields], str], wax: Fields, virus: Fields, is_in_place: bool
) -> None:
    """As Zotero does: the entry that had the key is gone from the file, and nothing of it comes to the other one."""
    file = survey.papers / "refs.bib"
    if is_in_place:
        file.write_text(bib({**ENTRIES, "smith2020": wax}))
        assert run("import", file).exit_code == 0
    else:
        exported(wax)
    topic = survey.content / "taxonomy/topic.yaml"
    topic.write_text(topic.read_text().replace("id: lenses", "id: lenses\n        papers: [smith2020]"))
    (survey.papers / "mine.yaml").write_text(SUMMARY)
    assert not reused(survey) and papers(survey)["smith2020"].work.summary
    file.write_text(bib({**ENTRIES, "smith2020": virus}))
    for told in (["smith2020"], []):
        assert reused(survey) == told
        now = pipeline.survey(survey, Cache(None))
        (new,) = (paper for paper in now.library.papers if "Viral" in paper.title.as_text())
        assert new.id != "smith2020" and not new.work.summary and not now.named("smith2020")
        assert run("import", file).exit_code == 0
    file.write_text(bib({**ENTRIES, "smith2020": wax, "zoe2020": virus}))
    assert not reused(survey)
    (old,) = pipeline.survey(survey, Cache(None)).named("smith2020")
    assert (old.title.as_text(), old.work.summary) == (wax["title"], "Bees make wax in winter.")
    assert papers(survey)[new.id].title.as_text() == virus["title"]


def test_title_and_authors_that_are_corrected_by_hand_are_of_the_same_entry(
    survey: Project, exported: Callable[[Fields], str]
) -> None:
    """No other program writes a file that is imported from elsewhere."""
    exported(OTHERS[0])
    (survey.papers / "refs.bib").write_text(bib({**ENTRIES, "smith2020": OTHERS[1]}))
    assert not reused(survey)
    assert papers(survey)["smith2020"].title.as_text() == VIRUS["title"]


def test_what_is_corrected_by_hand_is_the_same_entry_where_that_is_said(
    survey: Project, exported: Callable[[Fields], str]
) -> None:
    """The export has another work's title and DOI: the curator corrects both in the imported file."""
    exported(VIRUS)
    file = survey.papers / "refs.bib"
    file.write_text(bib({**ENTRIES, "smith2020": WAX}))
    assert reused(survey) == ["smith2020"]
    ids = survey.content / "imported/refs.bib.ids.yaml"
    ids.write_text(ids.read_text().replace(f", title: {VIRUS['title']}", ""))
    assert not reused(survey)
    assert "missing" not in exported({**VIRUS, "journal": "Bees"})
    wax = papers(survey)["smith2020"].work
    assert wax.title and (wax.title.as_text(), wax.doi) == (WAX["title"], WAX["doi"])
