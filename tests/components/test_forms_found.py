"""Forms of a word that find each other, by the site's own scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from search_by_node import answers, built, spread

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

STEMS = (
    ("rats", "rate rated rating"), ("plans planned planning", "planes"), ("filling fills", "files filed"),
    ("hopping", "hoping hopes"), ("station stations", "states"), ("halls", "hales"), ("role roles", "rolled rolling"),
    ("missed missing", "mission"), ("gene genes", "gens"), ("pruned pruning", "prunus"), ("gas gases", "gases"),
    ("sky skies", "skis"), ("fly flies", "flier"), ("coded coding codes", "cod"), ("batches batching", "bat"),
    ("woman women", "womb"), ("criterion criteria", "critic"), ("thesis theses", "these"),
    ("index indices indexes indexing", "indica"), ("bacterium bacteria", "bacterial"),
    ("analyze analyse analysis analyses", "analytic"), ("child children", "chill"), ("specimen specimens", "special"),
)  # fmt: skip
"""Forms of a word, each as the title of a paper, and words that only look like it."""


@pytest.mark.parametrize("large", [False, True])
def test_forms_of_a_word_find_each_other_and_nothing_else(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        spread(monkeypatch)
    words = dict.fromkeys(word for both in STEMS for some in both for word in some.split())
    site = built(tmp_path, [{"id": f"of-{word}-x", "title": word.capitalize()} for word in words])
    own = {word: {f"of-{other}-x" for other in some.split()} for some, _ in STEMS for word in some.split()}
    found = {
        word: {*results} for word, (results, _) in zip(own, answers(site, *(f"{word} " for word in own)), strict=True)
    }
    begun = {word: {f"of-{other}-x" for other in words if other.startswith(word)} for word in own}
    assert {word: results - begun[word] for word, results in found.items()} == {
        word: results - begun[word] for word, results in own.items()
    }


@pytest.mark.parametrize("large", [False, True])
def test_a_word_behind_a_prefix_is_met_in_its_forms(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        spread(monkeypatch)
    titles = {
        "super": "Super Resolution of Lamps",
        "multi": "Multi Color Lanterns",
        "pre": "Pre-Trained Towers",
        "macro": "Macro Wicks",
        "micro": "Microwicks",
        "supernova": "Supernova Resolution",
    }
    asked = {
        "super resol": {"super"},
        "super resolutoin": {"super"},
        "multi colour": {"multi"},
        "pre train": {"pre"},
        "pre training towers": {"pre"},
        "macro OR micro wicks": {"macro", "micro"},
        "micro wicks": {"micro"},
    }
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    found = [{*results} for results, _ in answers(site, *asked)]
    assert dict(zip(asked, found, strict=True)) == asked


def test_a_word_before_a_common_last_one_is_whole(tmp_path: Path) -> None:
    site = built(tmp_path, [{"id": "rocks", "title": "Ships on Rocks"}, {"id": "row", "title": "Ships in a Row"}])
    assert [{*results} for results, _ in answers(site, "ships r", "ships r the")] == [{"row", "rocks"}, set()]


def test_a_text_of_one_word_is_that_word(tmp_path: Path) -> None:
    site = built(tmp_path, [{"id": "wick", "title": "The Wick"}, {"id": "lamp", "title": "Lamp"}])
    assert [results for results, _ in answers(site, "wick " * 200, "the " * 250)] == [["wick"], ["wick"]]
