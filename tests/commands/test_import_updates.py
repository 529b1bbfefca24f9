"""A newer export of a library that is in the survey already. All papers here are made up."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from conspectus.project import Project
from made_up_library import ENTRIES, bib, papers

Run = Callable[..., Result]
Held = Callable[[Path], dict[str, bytes]]


def corrected(**fields: dict[str, str]) -> dict[str, dict[str, str]]:
    """The library with other values in some entries."""
    return {key: {**values, **fields.get(key, {})} for key, values in ENTRIES.items()}


def test_new_papers_get_the_ids_of_their_keys_and_the_day(imported: Project) -> None:
    written = yaml.safe_load((imported.content / "imported/refs.bib.ids.yaml").read_text())
    day = datetime.date(2026, 1, 31)
    assert written == {
        "mirror": {"id": "mirror", "added": day, "title": "A Mirror of Tin"},
        "horn": {"id": "horn", "added": day, "doi": "10.1000/horn", "title": "Fog Horns That Answer"},
        "oil": {"id": "oil", "added": day, "title": "Burning Oil by Night"},
    }
    assert {str(papers(imported)[id].work.added) for id in ENTRIES} == {"2026-01-31"}


def test_without_keys_an_id_is_author_year_and_word(run: Run, survey: Project, tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text("TY  - JOUR\nTI  - The Burning of Oil\nAU  - Licht, Otto\nPY  - 2019\nER  - \n")
    assert "licht2019burning: The Burning of Oil" in run("import", tmp_path / "a.ris").stdout
    assert "licht2019burning" in papers(survey)


def test_present_papers_keep_their_ids(run: Run, survey: Project, tmp_path: Path) -> None:
    before = set(papers(survey))
    present = papers(survey)["wick"]
    (tmp_path / "a.bib").write_text(
        bib({"lampe": {"title": present.title.as_text(), "eprint": str(present.work.arxiv)}})
    )
    run("import", tmp_path / "a.bib")
    assert set(papers(survey)) == before
    assert "lampe: {id: wick, arxiv:" in (survey.content / "imported/a.bib.ids.yaml").read_text()


def test_corrected_values_win_and_addresses_stay(run: Run, imported: Project, export: Path) -> None:
    before = set(papers(imported))
    changes = {
        "mirror": {"title": "A Looking Glass Made of Pewter", "year": "1999"},
        "horn": {"author": "Stella Nebel and Cara Wolk", "journal": "Horns"},
    }
    export.write_text(bib(corrected(**changes)))
    done = run("import", export)
    assert done.exit_code == 0
    for line in (
        "2 changed",
        "  changed  mirror title: “A Mirror of Tin” → “A Looking Glass Made of Pewter”",
        "  changed  mirror date: “2021” → “1999”",
        "  changed  horn authors: “Stella Nebel” → “Stella Nebel; Cara Wolk”",
        "  changed  horn venue: nothing → “Horns”",
        "updated content/papers/refs.bib",
    ):
        assert line in done.stdout
    assert "author_count" not in done.stdout
    now = papers(imported)
    assert set(now) == before
    assert (now["mirror"].title.as_text(), str(now["mirror"].work.date)) == ("A Looking Glass Made of Pewter", "1999")
    assert [person.family for person in now["horn"].work.authors.people] == ["Nebel", "Wolk"]  # type: ignore[union-attr]
    assert not list(imported.papers.glob("*-v2*"))
    assert (imported.papers / "refs.bib").read_text() == export.read_text()


def test_of_long_values_the_difference_is_shown(run: Run, imported: Project, export: Path) -> None:
    long = "On the keeping of lamps in towers that stand in the sea and are wet by each of its waves"
    path = "lamps/of/all/the/towers/in/the/sea/from/north/to/south/as/a/list"
    before = {"abstract": f"{long}, by day", "url": f"https://lamps.example/{path}/1", "year": "2021"}
    export.write_text(bib(corrected(mirror=before)))
    run("import", export)
    export.write_text(bib(corrected(mirror={"abstract": f"{long}.", "url": f"https://lamps.example/{path}/2"})))
    done = run("import", export)
    assert "mirror abstract: “…by each of its waves, by day” → “…by each of its waves.”" in done.stdout
    end = "…n/the/sea/from/north/to/south/as/a/list"
    assert f"mirror urls: “{end}/1” → “{end}/2”" in done.stdout


def test_links_are_shown_as_they_are_written(run: Run, imported: Project, export: Path) -> None:
    export.write_text(bib(corrected(mirror={"url": "https://github.com/lamps/tin"})))
    assert "changed  mirror urls: nothing → “code https://github.com/lamps/tin”" in run("import", export).stdout


def test_a_dry_run_shows_the_changes_and_writes_nothing(run: Run, imported: Project, export: Path, held: Held) -> None:
    export.write_text(bib(corrected(mirror={"year": "1999"})))
    before = held(imported.root)
    assert "changed  mirror date: “2021” → “1999”" in run("import", "--dry-run", export).stdout
    assert held(imported.root) == before


@pytest.mark.parametrize("name", ["refs (1).bib", "refs-2026-02-28.bib", "Refs.bib"])
def test_a_newer_export_is_recognized_by_its_name(run: Run, imported: Project, export: Path, name: str) -> None:
    newer = export.with_name(name)
    newer.write_text(bib({**ENTRIES, "new": {"title": "A New Lamp", "author": "X. Zett", "year": "2025"}}))
    run("import", newer, "--added", "2026-02-28")
    assert [path.name for path in imported.papers.glob("[Rr]efs*")] == ["refs.bib"]
    assert str(papers(imported)["new"].work.added) == "2026-02-28"
    assert str(papers(imported)["oil"].work.added) == "2026-01-31"


def test_another_library_of_the_same_name_is_another_file(run: Run, imported: Project, export: Path) -> None:
    export.write_text(bib({"x": {"title": "Something Else", "author": "A. Nobody", "year": "2001"}}))
    run("import", export)
    assert {path.name for path in imported.papers.glob("refs*")} == {"refs.bib", "refs-v2.bib"}
    assert {"x", *ENTRIES} <= set(papers(imported))
    other = export.with_name("other.bib")
    other.write_text(bib({"y": {"title": "One Thing More", "author": "A. Nobody", "year": "2001"}}))
    refused = run("import", "--update", other)
    assert refused.exit_code == 1 and "is not a newer export of any file" in refused.stderr


def test_a_newer_export_of_another_name_is_told_to_be_like_the_older(
    run: Run, imported: Project, tmp_path: Path
) -> None:
    (tmp_path / "My Library.bib").write_text(bib({**ENTRIES, "new": {"title": "Trimming the Wick"}}))
    said = run("import", tmp_path / "My Library.bib").stdout
    assert "3 of its 4 entries are in content/papers/refs.bib too; if it is a newer export of that, delete " in said
    assert "and import it as refs.bib\n" in said
    assert "too; if it is" not in run("import", tmp_path / "My Library.bib", "--no-update", "--dry-run").stdout


def test_the_same_key_in_another_library_gets_another_id(run: Run, imported: Project, export: Path) -> None:
    other = export.with_name("other.bib")
    other.write_text(bib({"mirror": {"title": "Seven Sisters in Glass", "author": "A. Nobody", "year": "2001"}}))
    run("import", other)
    assert papers(imported)["nobody2001seven"].title.as_text() == "Seven Sisters in Glass"
    assert papers(imported)["mirror"].title.as_text() == "A Mirror of Tin"


def test_missing_entries_are_listed_and_kept(run: Run, imported: Project, export: Path, held: Held) -> None:
    fewer = {key: fields for key, fields in ENTRIES.items() if key != "horn"}
    export.write_text(bib(fewer))
    done = run("import", export)
    assert "1 missing" in done.stdout
    assert "missing  horn: Fog Horns That Answer; kept" in done.stdout
    assert set(ENTRIES) <= set(papers(imported))
    before = held(imported.root)
    again = run("import", export)
    assert "refs.bib is up to date" in again.stdout and held(imported.root) == before
    export.write_text(bib(ENTRIES))
    assert "  missing" not in run("import", export).stdout
    assert (imported.papers / "refs.bib").read_text().count("@article{horn") == 1


def test_prune_removes_what_nobody_made_use_of(run: Run, imported: Project, export: Path) -> None:
    (imported.content / "notes").mkdir(exist_ok=True)
    (imported.content / "notes/oil.md").write_text("Read this.\n")
    export.write_text(bib({"mirror": ENTRIES["mirror"]}))
    done = run("import", "--prune", export)
    assert "pruned   horn" in done.stdout
    assert "oil: Burning Oil by Night; kept, though the export lacks it, because content/notes/oil.md" in done.stdout
    assert "oil" in papers(imported) and "horn" not in papers(imported)


def test_edits_by_hand_stay_and_are_told(run: Run, imported: Project, export: Path, held: Held) -> None:
    file = imported.papers / "refs.bib"
    text = file.read_text().replace("Burning Oil by Night", "Burning Oil by Day")
    file.write_text(text.replace("@article{horn", "% ask Stella\n@article{horn"))
    export.write_text(bib(corrected(oil={"title": "Burning Oil at Dusk", "year": "2018"}, horn={"year": "2022"})))
    done = run("import", export)
    assert (
        "kept     oil title: “Burning Oil by Day” is on a line that was edited by hand;"
        " the export has “Burning Oil at Dusk”" in done.stdout
    )
    assert "changed  oil date: “2019” → “2018”" in done.stdout
    assert "% ask Stella\n@article{horn" in file.read_text()
    now = papers(imported)
    assert (now["oil"].title.as_text(), str(now["oil"].work.date)) == ("Burning Oil by Day", "2018")
    assert str(now["horn"].work.date) == "2022"
    before = held(imported.root)
    run("import", export)
    assert held(imported.root) == before
    export.write_text(bib(corrected(oil={"title": "Burning Oil at Dawn"})))
    run("import", export)
    assert papers(imported)["oil"].title.as_text() == "Burning Oil by Day"


def test_edits_by_hand_of_entries_without_keys_stay(run: Run, survey: Project, tmp_path: Path) -> None:
    entry = "@misc{,\n  title = {A Wick of Cotton},\n  doi = {10.1000/wick},\n  year = 2020\n}\n"
    export = tmp_path / "keyless.bib"
    export.write_text(entry)
    assert run("import", export).exit_code == 0
    file = survey.papers / "keyless.bib"
    file.write_text(entry.replace("Cotton", "Linen and Hemp"))
    export.write_text(entry.replace("2020", "2021"))
    done = run("import", export)
    assert (
        "“A Wick of Linen and Hemp” is on a line that was edited by hand; the export has “A Wick of Cotton”"
        in done.stdout
    )
    assert file.read_text() == entry.replace("Cotton", "Linen and Hemp").replace("2020", "2021")


def test_an_entry_deleted_by_hand_stays_out(run: Run, imported: Project, export: Path) -> None:
    file = imported.papers / "refs.bib"
    file.write_text(bib({key: fields for key, fields in ENTRIES.items() if key != "oil"}))
    for year in ("1998", "1999"):
        export.write_text(bib(corrected(mirror={"year": year})))
        assert "deleted  oil: deleted from content/papers/refs.bib by hand; left out" in run("import", export).stdout
        assert "oil" not in papers(imported)


def test_comments_in_imported_yaml_survive(run: Run, imported: Project, export: Path) -> None:
    records = export.with_name("mine.yaml")
    records.write_text("- id: lens\n  title: Lenses\n  date: 2020\n\n- id: prism\n  title: Prisms\n  date: 2021\n")
    run("import", records)
    file = imported.papers / "mine.yaml"
    file.write_text(file.read_text().replace("- id: prism\n", "# to read\n- id: prism\n  summary: Fine.\n"))
    records.write_text(records.read_text().replace("2021", "2022").replace("Lenses", "Lenses, Ground"))
    assert "changed  prism date" in run("import", records).stdout
    lens = "- id: lens\n  title: Lenses, Ground\n  date: 2020\n"
    prism = "- id: prism\n  summary: Fine.\n  title: Prisms"
    assert file.read_text() == f"{lens}\n# to read\n{prism}\n  date: 2022\n"


def test_a_key_that_changes_with_the_title_is_the_same_entry(run: Run, imported: Project, export: Path) -> None:
    entries = {**ENTRIES, "horns_2020": {**ENTRIES["horn"], "title": "Horns of Fog"}, "oil_2019": ENTRIES["oil"]}
    export.write_text(bib({key: fields for key, fields in entries.items() if key not in ("horn", "oil")}))
    done = run("import", export)
    assert "missing" not in done.stdout and "changed  horn key: “horn” → “horns_2020”" in done.stdout
    assert set(ENTRIES) <= set(papers(imported)) and len(papers(imported)["horn"].records) == 1
    assert {str(papers(imported)[id].work.added) for id in ENTRIES} == {"2026-01-31"}


def test_a_file_that_another_program_writes_is_corrected_too(run: Run, imported: Project) -> None:
    changes = {"mirror": {"title": "Quite Another Title", "year": "1990"}, "horn": {"author": "Cara Wolk"}}
    (imported.papers / "refs.bib").write_text(bib(corrected(**changes)))
    now = papers(imported)
    assert set(ENTRIES) <= set(now)
    assert now["mirror"].title.as_text() == "Quite Another Title"
    assert [person.family for person in now["horn"].work.authors.people] == ["Wolk"]  # type: ignore[union-attr]


def test_a_file_in_its_place_gets_ids_and_days(run: Run, survey: Project, export: Path) -> None:
    file = survey.papers / "zotero.bib"
    shutil.copy(export, file)
    before = set(papers(survey))
    done = run("import", file, "--added", "2026-01-31")
    assert "wrote down the ids of 3 entries" in done.stdout
    assert set(papers(survey)) == before
    file.write_text(bib(corrected(oil={"title": "Quite Another Title", "year": "1990"})))
    now = papers(survey)
    assert set(now) == before
    assert "Quite Another Title" in {paper.title.as_text() for paper in now.values()}
    new = {**ENTRIES, "new": {"title": "A New Lamp", "author": "X. Zett", "year": "2025"}}
    file.write_text(bib(new))
    run("import", file, "--added", "2026-02-28")
    assert {str(p.work.added) for p in papers(survey).values() if p.title.as_text() == "A New Lamp"} == {"2026-02-28"}


def test_entries_that_json_lacks_are_kept_beside_it(run: Run, survey: Project, export: Path) -> None:
    def csl(*numbers: int) -> str:
        items = [{"id": f"k{n}", "type": "book", "title": f"Lamp Number {n}", "DOI": f"10.1/{n}"} for n in numbers]
        return json.dumps(items, indent=1)

    file = export.with_name("library.json")
    file.write_text(csl(1, 2, 3))
    run("import", file)
    file.write_text(csl(1, 3))
    assert "missing  k2" in run("import", file).stdout
    assert (survey.papers / "library-kept.jsonl").is_file() and {"k1", "k2", "k3"} <= set(papers(survey))
    assert "updated" not in run("import", file).stdout
    assert "pruned   k2: Lamp Number 2" in run("import", "--prune", file).stdout
    assert not (survey.papers / "library-kept.jsonl").exists() and "k2" not in papers(survey)
    file.write_text(csl(1, 2, 3))
    run("import", file)
    assert not (survey.papers / "library-kept.jsonl").exists() and {"k1", "k2", "k3"} <= set(papers(survey))
