"""Which papers a query finds, however it and they are written, by the site's own scripts."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest

from conspectus.components import results, word_index
from search_by_node import answers, built, notes, spread

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

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
    "bit": ("Valves of 16 Bit", "It opens."),
    "bits": ("Valves of 16 bits", "It opens."),
    "bit-joined": ("16-bit Valves", "It opens."),
    "no-bits": ("Bits of 16 Valves", "It opens."),
    "wide": ("128-bit Hatches", "It opens."),
    "wide-bits": ("Hatches of 128 bits", "It opens."),
    "acronym": ("The KV Cache of a Lamp", "It burns."),
    "acronyms": ("A Wick", "It has KV caches."),
    "no-acronym": ("KV, and a Cache", "It burns."),
    "power": ("Video-Ma²mp", "It burns."),
}
SAME = [
    ({"joined", "hyphened", "spaced", "longer", "placed"}, ("multilamp", "multi-lamp", "multi lamp", "Multi-Lamp")),
    ({"unit", "apart-unit"}, ("80GB", "80 GB", "80-GB", '"80 GB"', "80gb", "tanks 80 gb oil", "80 GBs", "80GBs")),
    ({"bit", "bits", "bit-joined"}, ("16 bits", "16-bit", "16 bit", "16bit", "16-bits", "16 bits valves")),
    ({"wide", "wide-bits"}, ("128 bits", "128-bit", "128 bit", "128bit")),
    ({"unit", "apart-unit"}, ("dataset", "datasets", "dataset oil")),
    ({"acronym", "acronyms"}, ("kvcache", "KVcache", "kvcaches")),
    ({"acronym", "acronyms", "no-acronym"}, ("KV cache", "k-v cache", "K/V caches")),
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


SPELLINGS = """
grey/gray colours/color modelling/modeling centre/centers cataloguing/catalogs analyse/analyzed aluminium/aluminum
sulphur/sulfur tumours/tumor haematomas/hematoma foetuses/fetus moulding/molds Angstroem/Ångström quantised/quantization
cataloguer/catalogers focussed/focused
oedema/edema harbourside/harbor-side fibre-coated/fibercoated
""".split()


@pytest.mark.parametrize("large", [False, True])
def test_british_and_american_spellings_find_each_other(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those whose first letters differ too, which are in different files in a large survey."""
    if large:
        spread(monkeypatch)
        monkeypatch.setattr(word_index, "PER_SHARD", 1)
    pairs = [pair.split("/") for pair in SPELLINGS]
    numbered = [(f"{number}-{side}", word) for number, pair in enumerate(pairs) for side, word in enumerate(pair)]
    site = built(tmp_path, [{"id": id, "title": f"A {word} lamp"} for id, word in numbered])
    known = {word: {f"{id[:-1]}0", f"{id[:-1]}1"} for id, word in numbered}
    found = [{*results} for results, _ in answers(site, *known)]
    assert dict(zip(known, found, strict=True)) == known
    assert [{*results} for results, _ in answers(site, '"gray lamp"', '"grey lamp"')] == [known["grey"]] * 2


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


def test_an_excluded_phrase_of_stop_words_is_only_claimed_where_it_stands(tmp_path: Path) -> None:
    records = [
        {"id": "titled", "title": "To Be a Lamp"},
        {"id": "in-text", "title": "Wick", "abstract": "It is to be lit."},
        {"id": "none", "title": "Perch"},
    ]
    site = built(tmp_path, records)
    assert [{*found} for found, _ in answers(site, '-"to be"', '-"a lamp"')] == [{"in-text", "none"}] * 2
    limited = "Common words of a phrase are looked up in titles and names, not in every text."
    assert notes(site, '-"to be"', '-"lamp lit"', 'wick -"to be"') == [limited, "", limited]


def test_categories_are_found_by_names_without_spaces_and_by_compounds(tmp_path: Path) -> None:
    taxonomy = tmp_path / "content" / "taxonomy"
    taxonomy.mkdir(parents=True)
    categories = "[{id: oil, title: Oil lamps, also: [大模型, whale-oil], match: {any: [wick]}}]"
    (taxonomy / "kind.yaml").write_text(f"facet: kind\ntitle: Kinds\ncategories: {categories}\n", "utf-8")
    site = built(tmp_path, [{"id": "in-1", "title": "A Wick"}, {"id": "out-1", "title": "A Lens, Large"}])
    found = [results for results, _ in answers(site, "大模型", "whale-oil", "鲸鱼油", '"whale-oil"')]
    assert found == [["in-1"], ["in-1"], [], []]


@pytest.mark.parametrize("large", [False, True])
def test_one_letter_of_a_script_without_spaces_is_found_wherever_it_stands(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        spread(monkeypatch)
    titles = {"chinese": "灯芯的修理", "thai": "ไฟฟ้าในบ้าน", "korean": "등대지기 이야기"}
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    letters = {letter: id for id, title in titles.items() for letter in title if unicodedata.category(letter) == "Lo"}
    found = [results for results, _ in answers(site, *letters, "灭")]
    assert found == [*([id] for id in letters.values()), []]


def test_one_letter_of_a_categorys_name_is_found_in_large_surveys_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spread(monkeypatch)
    taxonomy = tmp_path / "content" / "taxonomy"
    taxonomy.mkdir(parents=True)
    categories = "[{id: oil, title: 大模型, match: {any: [wick]}}]"
    (taxonomy / "kind.yaml").write_text(f"facet: kind\ntitle: Kinds\ncategories: {categories}\n", "utf-8")
    site = built(tmp_path, [{"id": "in-1", "title": "A Wick"}])
    assert [results for results, _ in answers(site, "大", "模", "型", "小")] == [["in-1"]] * 3 + [[]]


def test_a_prefix_with_a_hyphen_is_no_word_by_itself(tmp_path: Path) -> None:
    titles = {
        "hyphen": "Inter-library Lamps",
        "joined": "Interlibraries",
        "spaced": "Inter Library",
        "apart": "Library",
    }
    records = [{"id": id, "title": title, "abstract": "International lamps."} for id, title in titles.items()]
    site = built(tmp_path, records)
    found = [{*results} for results, _ in answers(site, "inter-library", "inter-lib", "inter library")]
    assert found == [{"hyphen", "joined", "spaced"}, {"hyphen", "joined"}, {"hyphen", "joined", "spaced"}]


def test_without_a_word_is_without_its_forms_alone(tmp_path: Path) -> None:
    titles = {
        "word": "Public Lamps",
        "form": "Lamps of Publics",
        "begun": "Publication of Lamps",
        "slip": "Publik Lamps",
    }
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    assert [{*found} for found, _ in answers(site, "lamp -public", "lamp -publ")] == [{"begun", "slip"}, {*titles}]


def test_a_plural_of_an_acronym_is_whole(tmp_path: Path) -> None:
    titles = {
        "plural": "Lamps by GANs",
        "single": "A GAN Lamp",
        "other": "Ganglion Lamps",
        "name": "An ARM Lens by Armen",
    }
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    found = [{*results} for results, _ in answers(site, "GANs", "gans", "GAN", "ARMs")]
    assert found == [{"plural", "single"}, {"plural", "single"}, {"plural", "single", "other"}, {"name"}]


@pytest.mark.parametrize("large", [False, True])
def test_a_title_that_is_being_typed_stays_found(large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if large:
        spread(monkeypatch)
    titles = {"long": "Adaptive Lamps with a T of Brass at Re 5", "other": "Brass Bells, by T. Réaumur"}
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    typed = [titles["long"][:at] for at in range(len("Adaptive"), len(titles["long"]) + 1)]
    assert [results for results, _ in answers(site, *typed)] == [["long"]] * len(typed)
    assert [results for results, _ in answers(site, "adaptive brass x", "bells RÉ")] == [[], ["other"]]


def test_greek_plurals_find_each_other(tmp_path: Path) -> None:
    titles = {
        "one": "A Meta-Analysis of a Hypothesis",
        "two": "Meta-Analyses of Hypotheses",
        "other": "An Analyst of These Gnomes",
    }
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    queries = ("analysis", "analyses", "meta-analyses", "metaanalysis", "hypotheses of analysis", "hypothesis")
    assert [{*results} for results, _ in answers(site, *queries)] == [{"one", "two"}] * len(queries)
