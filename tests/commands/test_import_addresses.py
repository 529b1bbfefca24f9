"""Papers of an imported library keep their addresses and days, whatever becomes of keys and titles. All made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import Project
from made_up_library import ENTRIES, bib, papers

Run = Callable[..., Result]


def test_a_key_that_another_program_changes_in_place_keeps_address_and_day(imported: Project) -> None:
    entries = {"new_mirror": ENTRIES["mirror"], "new_horn": ENTRIES["horn"], "oil": ENTRIES["oil"]}
    (imported.papers / "refs.bib").write_text(bib(entries))
    now = papers(imported)
    assert set(ENTRIES) <= set(now) and {str(now[id].work.added) for id in ENTRIES} == {"2026-01-31"}


def test_keys_that_were_exchanged_take_no_address_along(run: Run, imported: Project, export: Path) -> None:
    for one, other in (("mirror", "horn"), ("oil", "mirror")):
        export.write_text(bib({**ENTRIES, one: ENTRIES[other], other: ENTRIES[one]}))
        file = imported.papers / "refs.bib"
        before = file.read_text()
        file.write_text(export.read_text())
        assert {id: papers(imported)[id].title.as_text() for id in ENTRIES} == {
            id: fields["title"] for id, fields in ENTRIES.items()
        }
        file.write_text(before)
        assert "missing" not in run("import", "--dry-run", export).stdout


WALRUS = {"title": "Walrus Songs under Ice", "author": "Zoe Robbe", "year": "2022"}


@pytest.mark.parametrize("freed", ["mirror", "horn"])
def test_a_key_that_goes_to_another_work_takes_no_address_along(
    run: Run, imported: Project, export: Path, freed: str
) -> None:
    others = {key: fields for key, fields in ENTRIES.items() if key != freed}
    given = {"renamed": ENTRIES[freed], **others, freed: WALRUS}
    export.write_text(bib(given))
    assert "new      robbe2022walrus: Walrus Songs under Ice" in run("import", export, "--added", "2026-02-03").stdout
    titles = {id: fields["title"] for id, fields in ENTRIES.items()} | {"robbe2022walrus": WALRUS["title"]}
    assert {id: papers(imported)[id].title.as_text() for id in titles} == titles
    assert str(papers(imported)["robbe2022walrus"].work.added) == "2026-02-03"
    corrected = {**WALRUS, "title": "Walrus Calls below the Ice"}
    export.write_text(bib({**given, freed: corrected}))
    assert "changed  robbe2022walrus title" in run("import", export).stdout
    (imported.papers / "refs.bib").write_text(bib({**given, freed: {**corrected, "title": "Calls of Walruses"}}))
    assert {id: papers(imported)[id].title.as_text() for id in titles} == titles | {
        "robbe2022walrus": "Calls of Walruses"
    }


def test_another_program_gives_a_key_to_another_work(run: Run, imported: Project) -> None:
    others = {key: fields for key, fields in ENTRIES.items() if key != "horn"}
    file = imported.papers / "refs.bib"
    file.write_text(bib({**others, "horn": {**WALRUS, "doi": "10.1000/walrus"}, "renamed": ENTRIES["horn"]}))
    walrus = next(id for id, paper in papers(imported).items() if paper.title.as_text() == WALRUS["title"])
    assert papers(imported)["horn"].title.as_text() == ENTRIES["horn"]["title"]
    assert run("import", file).exit_code == 0
    file.write_text(bib({**others, "renamed": ENTRIES["horn"], "horn": WALRUS}))
    assert papers(imported)["horn"].title.as_text() == ENTRIES["horn"]["title"]
    assert papers(imported)[walrus].title.as_text() == WALRUS["title"]


def test_two_entries_of_one_key_keep_their_addresses_in_any_order(run: Run, survey: Project, export: Path) -> None:
    one, other = bib({"twin": ENTRIES["mirror"]}), bib({"twin": ENTRIES["oil"]})
    export.write_text(f"{one}\n{other}")
    run("import", export)
    before = {paper.title.as_text(): id for id, paper in papers(survey).items()}
    export.write_text(f"{other}\n{one}")
    assert run("import", export).exit_code == 0
    assert {paper.title.as_text(): id for id, paper in papers(survey).items()} == before


def test_a_title_edited_by_hand_keeps_the_address_without_a_key(run: Run, survey: Project, export: Path) -> None:
    file = export.with_name("lamps.ris")
    entries = [f"TY  - JOUR\nTI  - {title}\nER  - \n" for title in ("The Burning of Oil", "Wicks")]
    file.write_text("".join(entries))
    run("import", file)
    before = set(papers(survey))
    copy = survey.papers / "lamps.ris"
    copy.write_text(copy.read_text().replace("The Burning", "On the Slow Burning"))
    assert set(papers(survey)) == before


def test_what_points_at_an_imported_paper_freezes_no_correction(run: Run, imported: Project, export: Path) -> None:
    own = imported.papers / "curated.yaml"
    before = own.read_text() if own.exists() else ""
    assert run("place", "--only", "mirror", "horn", "oil", "lenses").exit_code == 0
    written = own.read_text().removeprefix(before).strip()
    assert "title:" not in written and "doi:" not in written and written.count("place: {topic: [lenses]}") == 3
    assert run("rename", "horn", "fog-horns").exit_code == 0
    export.write_text(bib({**ENTRIES, "horn": {**ENTRIES["horn"], "title": "Horns", "doi": "10.1000/horns"}}))
    assert run("import", export).exit_code == 0
    horn = papers(imported)["fog-horns"]
    assert (horn.title.as_text(), horn.work.doi, horn.work.was) == ("Horns", "10.1000/horns", ("horn",))


def test_a_record_that_says_nothing_any_more_goes(run: Run, imported: Project) -> None:
    own = imported.papers / "curated.yaml"
    assert not own.exists()
    assert run("place", "--only", "mirror", "oil", "lenses").exit_code == 0
    alone = own.read_text().partition("\n\n")[0] + "\n"
    assert run("place", "--remove", "oil", "lenses").exit_code == 0
    assert own.read_text() == alone and alone.startswith("- id: mirror")
    assert run("place", "--only", "oil", "lenses").exit_code == 0
    removed = run("place", "--remove", "mirror", "oil", "lenses")
    assert removed.exit_code == 0 and not own.exists()


def test_a_merge_that_an_import_made_is_undone_as_explain_says(run: Run, imported: Project, export: Path) -> None:
    other = export.with_name("other.bib")
    other.write_text(bib({"tin": {**ENTRIES["mirror"], "eprint": "2101.00001"}}))
    run("import", other)
    assert len(papers(imported)["mirror"].records) == 2
    told = "other.bib.ids.yaml or content/imported/refs.bib.ids.yaml, and a record with that id and `not: [mirror]`"
    assert told in run("explain", "mirror").stdout
    ids = imported.content / "imported/other.bib.ids.yaml"
    ids.write_text(ids.read_text().replace("id: mirror", "id: mirror-preprint"))
    (imported.papers / "own.yaml").write_text("- id: mirror-preprint\n  not: [mirror]\n")
    now = papers(imported)
    assert len(now["mirror"].records) == 1 and now["mirror-preprint"].work.arxiv == "2101.00001"


@pytest.mark.parametrize(
    ("title", "author", "one"),
    [
        ("A Mirror of Silver", "Glas, Jo", True),
        ("A Mirror of Silver", "Nebel, Stella", False),
        ("A Horn of Tin", "Glas, Jo", True),
        ("Fog Horns That Answer", "Glas, Jo", False),
    ],
)
def test_a_word_of_a_title_changed_where_all_else_stayed_is_the_same_entry(
    run: Run, survey: Project, tmp_path: Path, title: str, author: str, one: bool
) -> None:
    def ris(title: str, author: str) -> str:
        wick = "TY  - JOUR\nTI  - The Wick\nAU  - Lampe, Ada\nPY  - 2019\nER  - \n\n"
        return f"{wick}TY  - JOUR\nTI  - {title}\nAU  - {author}\nPY  - 2021\nJO  - Imaginary Lights\nER  - \n"

    file = tmp_path / "refs.ris"
    file.write_text(ris("A Mirror of Tin", "Glas, Jo"))
    run("import", file)
    before = papers(survey).keys()
    file.write_text(ris(title, author))
    assert ("1 changed" in run("import", file).stdout) is one
    assert (papers(survey).keys() == before) is one


def test_an_entry_that_stands_twice_in_a_file_is_one_paper(run: Run, survey: Project, export: Path) -> None:
    """With its key too, which is not another work's then."""
    before = papers(survey).keys()
    export.write_text(bib(ENTRIES) + bib({"horn": ENTRIES["horn"], "horn-again": ENTRIES["horn"]}))
    assert "3 new, 0 merged with present papers, 2 repeated in the file" in run("import", export).stdout
    assert papers(survey).keys() == before | ENTRIES.keys()
    assert len(papers(survey)["horn"].records) == 3
