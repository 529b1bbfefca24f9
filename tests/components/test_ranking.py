"""The order in which a search shows papers, by the site's own scripts."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from conspectus.cache import Cache
from conspectus.components import results, word_index
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

PROGRAM = Path(__file__).resolve().parents[2] / "benchmarks" / "search.mjs"
PAPERS = {
    "apart": "The oil of a wick; a harbor has much of it, and of a wick again, for a lamp.",
    "near": "Much is of it, and much again: a lamp at the harbor. The oil stands by, and so does one wick.",
    "one-word": "Bells ring in the harbor.",
    "used": "Bells are used at sea.",
    "none": "Ropes and anchors.",
}


NAMED = {
    "trimmer-1t": ("Every Wick Evolves", "The trimmer is a large one, of 1 t."),
    "glow-3": ("A Small Flame with Much to Say", "It shines."),
    "glow-3-5": ("Glow-3.5: A Flame That Grew", "Longer than 3 of 5."),
    "lens2-vl": ("Seeing in Any Weather", "Lens2.5-VL came later."),
    "mirror2-5": ("Mirror2.5 Report", "A mirror of many."),
    "two": ("2-bit Valves", "A valve of 2 bit."),
    "three-d": ("Three-D Lanterns", "One lantern for all of the two."),
    "six": ("A Six-Lens Lantern", "Nine of them shine."),
    "twelve": ("12-bit Valves", "A valve of 12 bit, which is 4 times 3."),
    "four": ("Valves for 4-bit Quantization", "W4A8 in the open."),
    "eight": ("Valves with W8A8", "Quantization into a bit of 4 kinds."),
}
KNOWN = {
    "trimmer-1t": ("trimmer-1t", "Trimmer-1T", "trimmer 1t", "Trimmer1T", "trimmer-1t wick"),
    "glow-3": ("glow-3", "Glow-3", "glow3"),
    "glow-3-5": ("glow-3.5", "Glow3.5"),
    "lens2-vl": ("lens2-vl", "Lens2-VL"),
    "mirror2-5": ("mirror2.5", "Mirror 2.5"),
    "two": ("2-bit", "2bit", '"2 bit"', "two-bit", "Two-Bit valves"),
    "three-d": ("3-D", "3D", "Three-D", "three-d lanterns"),
    "six": ("six-lens", "6-lens", "6 lens"),
    "twelve": ("12-bit valves", "12bit"),
    "four": ("4-bit quantization", "4bit quantization", "W4A8", "w4a8 valves"),
    "eight": ("W8A8", "w8a8"),
    "nothing": (
        "1-lantern",
        "2-lantern",
        "9-lens",
        "three-bit",
        "3-bit",
        "W4A4",
        "glow-4",
        "trimmer-2t",
        "lens3-vl",
        "mirror2 report",
    ),
}
"""Queries with numbers, by the only paper that has them as they are written."""


def built(root: Path, records: list[dict[str, str]]) -> Path:
    papers = root / "content" / "papers"
    papers.mkdir(parents=True)
    (root / "content" / "survey.yaml").write_text("title: Lamps\n", "utf-8")
    (papers / "lamps.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    build(Project(root), Cache(None), root / "site", search=False)
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    records = [
        {"id": f"{name}-1", "title": f"Number {at}", "abstract": text} for at, (name, text) in enumerate(PAPERS.items())
    ]
    return built(tmp_path_factory.mktemp("ranking"), records)


def spread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of words stand apart then, as in a large survey."""
    for name, most in {"IN_ONE": 0, "LONG": (0,), "PAIRED": 0}.items():
        monkeypatch.setattr(word_index, name, most)


def answers(site: Path, *queries: str) -> list[tuple[list[str], list[str]]]:
    said = json.dumps(queries)
    done = subprocess.run(["node", PROGRAM, site], input=said, capture_output=True, text=True, check=True)
    return [(answer["results"], answer["partial"]) for answer in json.loads(done.stdout)]


def shown(site: Path, query: str) -> tuple[list[str], list[str]]:
    (answer,) = answers(site, query)
    return answer


def test_words_that_stand_near_each_other_come_first(site: Path) -> None:
    assert shown(site, "lamp harbor") == (["near-1", "apart-1"], ["one-word-1"])


def test_what_has_one_word_of_a_question_is_a_partial_match(site: Path) -> None:
    results, partial = shown(site, "which lamp whistles, turns and gleams in a harbor")
    assert results == []
    assert {*partial} == {"near-1", "apart-1", "one-word-1"}


def test_words_of_a_question_are_looked_for_where_it_has_no_others(site: Path) -> None:
    assert shown(site, "lamps used in a harbor") == (["near-1", "apart-1"], ["one-word-1"])
    assert shown(site, "used") == (["used-1"], [])


ODD = (
    '"',
    '""',
    '"lamp',
    "-",
    "--",
    "- -",
    ":",
    "year:",
    "in:",
    "\u0301",
    "\u0301 \u0302",
    "%(query)s",
    "🔥",
    "__proto__",
)
"""What nobody finds anything by."""


def test_signs_and_half_typed_operators_are_answered(site: Path) -> None:
    found = dict(zip(ODD, (len(results) for results, _ in answers(site, *ODD)), strict=True))
    assert {query for query, count in found.items() if count} == {'"lamp'}
    all_but, everything = answers(site, "-lamp", "-in:nowhere")
    assert {*all_but[0]} == {"one-word-1", "used-1", "none-1"}
    assert len(everything[0]) == len(PAPERS)


@pytest.mark.parametrize("large", [False, True])
def test_names_with_numbers_and_quantities_match_as_they_are_written(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a large survey too, where lists of words stand apart."""
    if large:
        spread(monkeypatch)
    records = [{"id": id, "title": title, "abstract": text} for id, (title, text) in NAMED.items()]
    known = {query: [id] if id in NAMED else [] for id, queries in KNOWN.items() for query in queries}
    found = [results for results, _ in answers(built(tmp_path, records), *known)]
    assert dict(zip(known, found, strict=True)) == known


COMPOUNDS = {
    "joined": ("Multilamp Wicks", "It burns."),
    "hyphened": ("Wicks of Multi-Lamp Towers", "It burns."),
    "spaced": ("Wicks of a multi lamp", "It burns."),
    "longer": ("Multilamps at Sea", "It burns."),
    "placed": ("Bells", "It rings."),
    "unit": ("Tanks of 80GB", "A data set of oil."),
    "apart-unit": ("Tanks of 80 GB", "Oil datasets."),
    "no-unit": ("GB of 80 Tanks", "Set data: 80 of GB."),
    "power": ("Video-Ma²mp", "It burns."),
}
SAME = [
    ({"joined", "hyphened", "spaced", "longer", "placed"}, ("multilamp", "multi-lamp", "multi lamp", "Multi-Lamp")),
    ({"unit", "apart-unit"}, ("80GB", "80 GB", "80-GB", '"80 GB"', "80gb", "tanks 80 gb oil")),
    ({"unit", "apart-unit"}, ("dataset", "datasets", "dataset oil")),
    ({"power"}, ("Video-Ma$^2$mp", "ma$^{2}$mp", "Ma2mp")),
]


@pytest.mark.parametrize("large", [False, True])
def test_compounds_and_units_are_found_however_they_are_written(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also by the name of a category."""
    if large:
        spread(monkeypatch)
    topics = tmp_path / "content" / "taxonomy" / "topic.yaml"
    topics.parent.mkdir(parents=True)
    topics.write_text("categories:\n  - id: many\n    title: Multilamp\n    papers: [placed]\n", "utf-8")
    records = [{"id": id, "title": title, "abstract": text} for id, (title, text) in COMPOUNDS.items()]
    known = {query: ids for ids, queries in SAME for query in queries}
    found = [{*results} for results, _ in answers(built(tmp_path, records), *known)]
    assert dict(zip(known, found, strict=True)) == known


YEARS = {
    "old": ("Lamps: a Title of Old", "1998", "Ada Wick"),
    "middle": ("Title: Wick", "2004", "Ada Perch"),
    "new": ("Bells in: a Harbor", "2011", "Bo Wick"),
}
ASKED = {
    "year:2004-": {"middle", "new"},
    "year:2004..": {"middle", "new"},
    "year:>=2004": {"middle", "new"},
    "year:>2004": {"new"},
    "year:> 2004": {"new"},
    "year:<2004": {"old"},
    "year:<=2004": {"old", "middle"},
    "year:-2004": {"old", "middle"},
    "year:..2004": {"old", "middle"},
    "year: 2004": {"middle"},
    "-year:>2004": {"old", "middle"},
    "year:1998..2004": {"old", "middle"},
    "title: wick": {"middle"},
    "author: wick": {"old", "new"},
    "author: wick -title: bells": {"old"},
    'title: "title of"': {"old"},
    "bells in: a harbor": {"new"},
    "Wick et al. 1998": {"old"},
    "Wick et al., (2011)": {"new"},
    "Perch et al.": {"middle"},
}


def test_operators_are_understood_as_people_write_them(tmp_path: Path) -> None:
    records = [
        {"id": id, "title": title, "date": year, "authors": [author]} for id, (title, year, author) in YEARS.items()
    ]
    site = built(tmp_path, records)
    found = [{*results} for results, _ in answers(site, *ASKED)]
    assert dict(zip(ASKED, found, strict=True)) == ASKED


def test_a_filter_without_such_a_value_is_told(site: Path) -> None:
    queries = ["in:nowhere", "year:abc", "in: nowhere", "year:1066", "nothing"]
    done = subprocess.run(
        ["node", PROGRAM, site], input=json.dumps(queries), capture_output=True, text=True, check=True
    )
    notes = [answer["note"].removeprefix(" · ") for answer in json.loads(done.stdout)]
    unknown = "“in:” has no value “nowhere”."
    assert notes == [unknown, "“year:” has no value “abc”.", unknown, "", ""]


def test_of_a_beginning_with_many_files_the_words_of_most_papers_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And all of them where these have nothing, for that nothing is there may only be said of all."""
    monkeypatch.setattr(word_index, "IN_ONE", 0)
    monkeypatch.setattr(word_index, "LONG", (0,))
    monkeypatch.setattr(word_index, "BEGUN", 1)
    titles = {
        "most-1": "Lampoil",
        "most-2": "Old lampoil",
        "most-3": "Lampoil of whales",
        "few-1": "Lamppost with a bell",
    }
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    assert {*shown(site, "lam")[0]} == {"most-1", "most-2", "most-3"}
    assert shown(site, "lam bell")[0] == ["few-1"]


@pytest.mark.parametrize("large", [False, True])
def test_a_phrase_with_stop_words_is_found_where_it_stands(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts are read for it, for the index lacks stop words but in titles and names."""
    monkeypatch.setattr(results, "MOST_BY_PAGEFIND", 0)
    if large:
        spread(monkeypatch)
    records = [
        {"id": "lit", "title": "Wicks", "abstract": "A lamp is to be lit by Müller at dusk."},
        {"id": "must", "title": "Wicks again", "abstract": "A lamp must be lit, or not to be one; the lit are few."},
        {"id": "titled", "title": "To Be a Lamp and Not to Rust"},
        {"id": "harbor", "title": "Perch", "abstract": "The form of a lit harbor."},
    ]
    known = {
        '"lamp is to be lit"': {"lit"},
        '"lamp is to"': {"lit"},
        '"to be lit"': {"lit"},
        '"be lit"': {"lit", "must"},
        '"lit by mueller at"': {"lit"},
        '"lit in"': set(),
        '"to be"': {"titled"},
        'title:"not to"': {"titled"},
        'abstract:"a lamp"': {"lit", "must"},
        "perform": set(),
        "by-Müller": {"lit"},
        "be-few": set(),
    }
    site = built(tmp_path, records)
    assert {query: {*found} for query, (found, _) in zip(known, answers(site, *known), strict=True)} == known


def test_categories_are_found_by_names_without_spaces_and_by_compounds(tmp_path: Path) -> None:
    taxonomy = tmp_path / "content" / "taxonomy"
    taxonomy.mkdir(parents=True)
    categories = "[{id: oil, title: Oil lamps, also: [大模型, whale-oil], match: {any: [wick]}}]"
    (taxonomy / "kind.yaml").write_text(f"facet: kind\ntitle: Kinds\ncategories: {categories}\n", "utf-8")
    site = built(tmp_path, [{"id": "in-1", "title": "A Wick"}, {"id": "out-1", "title": "A Lens, Large"}])
    found = [results for results, _ in answers(site, "大模型", "whale-oil", "鲸鱼油", '"whale-oil"')]
    assert found == [["in-1"], ["in-1"], [], []]
