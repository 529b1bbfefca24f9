"""CSV, read back as a spreadsheet would."""

from __future__ import annotations

import csv as reader
from pathlib import Path

from conspectus.exports import Entry, csv, write


def read(*entries: Entry) -> list[dict[str, str]]:
    return list(reader.DictReader(write(csv, entries).splitlines(keepends=True), strict=True))


def test_every_fact_is_there(article: Entry) -> None:
    assert read(article) == [
        {
            "key": "wick2023",
            "title": "Trimming the Wick in O(log n) Nights: 50% & more",
            "authors": "Sternlicht, Bo; van der Glas, Jo; O'Löwe-Ní, Åsa; Drøbak",
            "date": "2023-05-04",
            "kind": "article-journal",
            "venue": "Lights & Shadows",
            "volume": "7",
            "issue": "2",
            "pages": "11-29",
            "publisher": "Salt_Press #1",
            "organization": "Keepers & Co",
            "arxiv": "2305.99901",
            "doi": "10.99999/wick_2023",
            "url": "https://doi.org/10.99999/wick_2023",
            "pdf": "https://host.example/wick_(1).pdf",
            "code": "https://code.example/wick",
            "project": "",
            "keywords": "oil, lamp; burner",
            "language": "",
        }
    ]


def test_no_cell_is_a_formula(make_entry) -> None:  # type: ignore[no-untyped-def]
    for begin in "=+-@＝＋－＠":
        for formula in ("cmd()", "1+1", "2+3|' /C x'!A0"):
            (found,) = read(make_entry(title=f"{begin}{formula}"))
            assert found["title"] == f"'{begin}{formula}"


def test_a_cell_is_one_where_semicolons_divide_cells_too(make_entry) -> None:  # type: ignore[no-untyped-def]
    assert '"Wick;=cmd()"' in write(csv, [make_entry(title="Wick;=cmd()")])


def test_a_figure_is_no_formula(make_entry) -> None:  # type: ignore[no-untyped-def]
    for figure in ("-2.4 points", "+0.9% top-1", "-1.5-3%"):
        (found,) = read(make_entry(venue=figure))
        assert found["venue"] == figure


def test_a_hostile_title_breaks_nothing(hostile: str, make_entry) -> None:  # type: ignore[no-untyped-def]
    first = make_entry("first", hostile)
    found = read(first, make_entry("last", "Calm"))
    assert [(row["key"], row["title"].lstrip("'")) for row in found] == [("first", first.title), ("last", "Calm")]


def test_the_browser_takes_the_same_cells_for_formulas() -> None:
    script = Path(__file__).resolve().parents[2] / "templates/assets/js/csv.js"
    assert f"/^(?:{csv.FORMULA.pattern})/" in script.read_text("utf-8")
