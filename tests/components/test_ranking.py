"""The order in which a search shows papers, by the site's own scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conspectus.components import word_index
from search_by_node import answers, built, notes, replies, shown

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

PAPERS = {
    "apart": "The oil of a wick; a harbor has much of it, and of a wick again, for a lamp.",
    "near": "Much is of it, and much again: a lamp at the harbor. The oil stands by, and so does one wick.",
    "one-word": "Bells ring in the harbor.",
    "used": "Bells are used at sea.",
    "none": "Ropes and anchors.",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    records = [
        {"id": f"{name}-1", "title": f"Number {at}", "abstract": text} for at, (name, text) in enumerate(PAPERS.items())
    ]
    return built(tmp_path_factory.mktemp("ranking"), records)


def test_words_that_stand_near_each_other_come_first(site: Path) -> None:
    assert shown(site, "lamp harbor") == (["near-1", "apart-1"], ["one-word-1"])


def test_the_very_word_comes_before_others_of_its_stem(tmp_path: Path) -> None:
    titles = {"stem": "A Model", "word": "Masked Modeling of Wicks and Lenses by Light", "other": "Models of Wicks"}
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])
    assert shown(site, "modeling")[0][0] == "word"
    assert shown(site, "models")[0][0] == "other"


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
    unknown = "“in:” has no value “nowhere”."
    said = notes(site, "in:nowhere", "year:abc", "in: nowhere", "year:1066", "nothing")
    assert said == [unknown, "“year:” has no value “abc”.", unknown, "“year:” has no value “1066”.", ""]


@pytest.mark.parametrize(
    ("large", "said"), [(False, ""), (True, "Type three letters to find words that begin with them")]
)
def test_where_two_letters_find_no_words_that_begin_with_them_it_is_said(
    large: bool, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(word_index, "IN_ONE", 0)
    site = built(tmp_path, [{"id": "wick", "title": "Wicks of AI in हिंदी"}])
    assert notes(site, "wi", "of wi", "हि", "wicks ba", "wi()", "wi.") == [said] * 6
    assert notes(site, "ai", "wic", "gas lamps", "wi++", "c#") == [""] * 5
    assert bool(shown(site, "wi")[0]) is not large
    assert shown(site, "wi -lens")[0] == []  # who types `-lens` has typed `wi` to its end


def test_of_a_beginning_with_many_files_the_words_of_most_papers_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And all of them where these have nothing, for that nothing is there may only be said of all."""
    monkeypatch.setattr(word_index, "IN_ONE", 0)
    monkeypatch.setattr(word_index, "SHORT", 0)
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
    known = {"lam": False, "lam bell": True, "bell lam": True, "old lam": True, "lampoil": True}
    assert [reply["areAll"] for reply in replies(site, *known)] == [*known.values()]


def test_words_that_go_on_need_not_be_looked_for_where_no_paper_has_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, most in {"IN_ONE": 0, "SHORT": 0, "BEGUN": 1}.items():
        monkeypatch.setattr(word_index, name, most)
    titles = {"most-1": "Lampoil", "most-2": "Old lampoil", "few-1": "Lamppost with a bell"}
    site = built(tmp_path, [{"id": id, "title": title} for id, title in titles.items()])

    def loaded(query: str) -> set[str]:
        (reply,) = replies(site, query)
        assert reply["areAll"]
        return {file for file in reply["loaded"] if "postings" in file}

    assert loaded("lamppost") < loaded("lam bell")
    assert not loaded("lamppost") & loaded("lam bell old")
