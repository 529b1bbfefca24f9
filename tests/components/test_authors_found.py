"""Papers are found by their authors' initials, as references write them, by the site's own scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conspectus.components import results
from search_by_node import answers, built, spread

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

PAPERS = {
    "old": ("A Wick", "2019", ["Harsh Rangwani", "Jean-Pierre Ångwick"]),
    "middle": ("Lenses", "2021", ["Ada Perch", "Harsh Kumar Rangwani"]),
    "new": ("A Hatch", "2024", ["Harsh Rangwani"]),
    "other": ("H and X: a Bell of 2x", "2023", ["Xavi Kumar"]),
    "namesake": ("H as in Harbor", "2024", ["Karim Rangwani", "Harsh Perch"]),
    "ray": ("Lamps", "2020", ["Xi Ray"]),
    "x-ray": ("An X Ray of a Lamp", "2018", ["Bo Müller"]),
    "short": ("Oil", "2017", ["A. Ångwick"]),
    "index": ("Masts", "2016", ["RG Bollard", "J Fender"]),
    "ropes-a": ("Ropes of Hemp", "2014", ["Bo Ropes"]),
    "late": ("Kumar on Tides", "2025", ["Harsh Fender"]),
    "two": ("Ropes", "2015", ["Ada K. Perch", "Theo B. Bollard"]),
}
ALL = ["new", "middle", "old"]
FOUND: list[tuple[list[str], tuple[str, ...]]] = [
    (ALL, ("H. Rangwani", "H Rangwani", "Rangwani, H.", "Rangwani H", "rangwani h", "author:h. rangwani")),
    (ALL, ('"H. Rangwani"', 'author:"Rangwani, H."')),
    (["middle"], ("H. K. Rangwani", "H.K. Rangwani", "Rangwani, H. K.", "Rangwani H K", "H. Rangwani et al. 2021")),
    (["middle"], ("A. Perch, H. K. Rangwani",)),
    (["new"], ("H. Rangwani hatch", "hatch H. Rangwani", "Rangwani H hatch", "A Hatch, H. Rangwani")),
    (["namesake"], ('rangwani -author:"H. Rangwani"',)),
    (["old"], ("H. Rangwani year:2019", "J.-P. Aangwick", "a wick")),
    (["namesake"], ("K. Rangwani", "H. Perch")),
    (["short"], ("A. Angwick", "A Ångwick", "Ångwick A", "Angwick, A")),
    (["ropes-a", "two"], ("ropes a", "a ropes")),
    (["x-ray"], ("B. Mueller",)),
    (["middle", "late"], ("author:Harsh Kumar",)),
    (
        ["middle"],
        (
            "Rangwani HK",
            "HK Rangwani",
            "rangwani hk",
            "hk rangwani",
            "Rangwani HK, Perch A",
            "Rangwani H, Perch A",
            "author:Rangwani HK",
        ),
    ),
    (["middle"], ('author:"Rangwani HK"', "Harsh K. Rangwani", "Rangwani, Harsh K.", "Rangwani HK Lenses")),
    (["index"], ("R. G. Bollard", "Bollard, R.G.", "Bollard RG", "J. Fender, R. G. Bollard")),
    (["two"], ("Ada K. Perch", "Perch, Ada K.", "Perch AK", "Theo B. Bollard", "Bollard TB, Perch AK")),
    (["ray"], ("X. Ray",)),
    (["ray", "x-ray"], ("x ray",)),
    ([], ("X. Rangwani", "Rangwani X", "R. Harsh", '"X. Rangwani"', "P. Rangwani")),
    ([], ("Rangwani XK", "Bollard GR", "Karim K. Rangwani", "Perch, Harsh K.")),
]
KNOWN = {query: ids for ids, queries in FOUND for query in queries}


@pytest.mark.parametrize("large", [False, True])
def test_authors_are_found_by_initials(large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Newest first, without their namesakes; where a letter may be a word, its papers too."""
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    if large:
        spread(monkeypatch)
    records = [
        {"id": id, "title": title, "date": year, "authors": names} for id, (title, year, names) in PAPERS.items()
    ]
    site = built(tmp_path, records)
    found = [shown for shown, _ in answers(site, *KNOWN)]
    assert dict(zip(KNOWN, found, strict=True)) == KNOWN


def test_an_author_is_found_among_very_many_of_a_family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    many = [{"id": f"of-a-{at}", "title": "Lamps", "date": "2024", "authors": ["Karl K. Perch"]} for at in range(120)]
    papers = [*many, {"id": "old", "title": "A Wick", "date": "2001", "authors": ["Priya K. Perch"]}]
    papers += [{"id": "initial", "title": "Oil", "date": "2002", "authors": ["Q. Perch", "Ada Q. Perch"]}]
    papers += [{"id": "second", "title": "Oil", "date": "2002", "authors": ["Ada Q. Perch"]}]
    papers += [{"id": f"of-z-{at}", "title": "Oil", "date": "2003", "authors": ["Z. Perch"]} for at in range(3)]
    papers += [{"id": "zoe", "title": "Oil", "date": "2025", "authors": ["Zoe Perch"]}]
    known = {"Priya K. Perch": {"old"}, "Perch, Priya K.": {"old"}, "Q. Perch": {"initial"}, "Perch Q": {"initial"}}
    known["Z. Perch"] = {"of-z-0", "of-z-1", "of-z-2", "zoe"}
    found = [{*shown} for shown, _ in answers(built(tmp_path, papers), *known)]
    assert found == [*known.values()]


def test_names_with_capitals_or_hyphens_inside_are_found_by_initials(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    names = {"capital": "Karen A. MacWick", "hyphen": "Min-jun K. Park"}
    papers = [{"id": id, "title": "Lamps", "date": "2024", "authors": [name]} for id, name in names.items()]
    asked = (
        "K. MacWick",
        "MacWick, K.",
        "MacWick, Karen A.",
        "MacWick KA",
        "Park, Min-jun K.",
        "Min-jun K. Park",
        "Park MK",
    )
    found = [shown for shown, _ in answers(built(tmp_path, papers), *asked)]
    assert found == [["capital"]] * 4 + [["hyphen"]] * 3


def test_a_title_in_capitals_has_no_initials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    papers = (
        {"id": "title", "title": "Bright DN Lamp for Small Towns", "date": "2020", "authors": ["Bo Hatch"]},
        {"id": "author", "title": "Bright Lamp for Small Towns", "date": "2021", "authors": ["Dora Nell Lamp"]},
    )
    found = answers(built(tmp_path, papers), "Bright DN Lamp small towns", "BRIGHT DN LAMP FOR SMALL TOWNS", "LAMP DN")
    assert [{*shown} for shown, _ in found] == [{"author", "title"}, {"title"}, {"author", "title"}]
