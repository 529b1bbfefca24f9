"""A word that is one edit away is found, wherever the edit is, however many files the words of a survey are in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.search_by_node import answers, built, replies

from conspectus.catalog import Catalog
from conspectus.components import word_endings, word_index

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="the site's own scripts are run by Node")

WORDS = ("tides", "beacon", "lantern", "kerosene", "lighthouse", "vapourisation")


def edits(word: str) -> Iterator[str]:
    """All that come of one letter more, less, another, or two swapped."""
    for at in range(len(word) + 1):
        yield f"{word[:at]}x{word[at:]}"
        if at < len(word):
            yield f"{word[:at]}x{word[at + 1 :]}"
            yield f"{word[:at]}{word[at + 1 :]}"
            yield f"{word[:at]}{word[at : at + 2][::-1]}{word[at + 2 :]}"


@pytest.mark.parametrize("large", [False, True])
def test_one_edit_anywhere_in_a_word_finds_it(large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if large:
        monkeypatch.setattr(word_index, "IN_ONE", 0)
    site = built(tmp_path, [{"id": word, "title": f"Of {word} at night"} for word in WORDS])
    assert len(list((site / "data" / "words").iterdir())) == (word_index.FEWEST if large else 1)
    asked = {edited: word for word in WORDS for edited in edits(word) if len(edited) > 4}
    found = [results for results, _ in answers(site, *asked)]
    assert {query: results for query, results in zip(asked, found, strict=True) if results != [asked[query]]} == {}


@pytest.mark.parametrize("large", [False, True])
def test_of_words_as_near_that_of_most_papers_is_named(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(word_index, "IN_ONE", 0)
    titles = ["A towel", "A tower", "The tower", "Cower", "Lamps of the tower"]
    site = built(tmp_path, [{"id": f"of-a-{number}", "title": title} for number, title in enumerate(titles)])
    assert [reply["respelled"] for reply in replies(site, "towex", "xower")] == ["tower", "tower"]


def test_of_words_as_near_that_of_most_hits_is_named(tmp_path: Path) -> None:
    titles = ["A towel", "A tower", "The tower", "Soft towel of a bath"]
    site = built(tmp_path, [{"id": f"of-a-{number}", "title": title} for number, title in enumerate(titles)])
    assert [reply["respelled"] for reply in replies(site, "soft towex", "towex")] == ["soft towel", "towel"]


@given(st.text("abcd", min_size=word_endings.SHORTEST, max_size=12), st.integers(3, 12), st.sampled_from("abcd"))
def test_an_edit_behind_the_beginning_or_before_the_ending_leaves_the_other(word: str, at: int, letter: str) -> None:
    kept = word[:at] + letter + word[at + 1 :] if at < len(word) else word
    assert kept[: word_index.BEGINNING] == word[: word_index.BEGINNING]
    edited = letter + word[1:]
    assert word_endings.ending(edited) == word_endings.ending(word)


def test_every_word_of_letters_is_in_the_file_of_its_ending(make_paper, make_survey, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(word_index, "IN_ONE", 0)
    catalog = Catalog.of(make_survey([make_paper("p", title="Burning lanterns by the sea in 2024, with W4A8 灯芯")]))
    files = word_endings.endings(catalog)
    assert len(files) == word_index.FEWEST // word_endings.PER_FILE
    assert sorted(word for file in files for word in file.split()) == ["burning", "lanterns", "with"]
    assert word_endings.endings(Catalog.of(make_survey([]))) == ()
