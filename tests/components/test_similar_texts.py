"""Papers whose texts are similar: each pair once, by what sets them apart, and the same on every machine."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from conspectus.catalog import Catalog
from conspectus.components import similar_texts, word_rows
from conspectus.components.packing import packed, steps
from search_by_node import built, shown

TEXTS = {
    "wicks": "Braided wicks draw paraffin evenly through narrow burners.",
    "burners": "Narrow burners with braided wicks save paraffin.",
    "lenses": "Ground lenses bend the beam of a lighthouse.",
    "beams": "A lighthouse beam through ground lenses reaches ships.",
    "ropes": "Hemp.",
}


@pytest.fixture
def catalog(make_paper, make_survey) -> Catalog:  # type: ignore[no-untyped-def]
    papers = [
        make_paper(id, title=id, date=f"{2000 + at}", summary=text) for at, (id, text) in enumerate(TEXTS.items())
    ]
    return Catalog.of(make_survey(papers))


def neighbors(catalog: Catalog) -> dict[str, list[str]]:
    ids = [paper.id for paper in word_rows.oldest(catalog)]
    found: list[Sequence[int]] = list(similar_texts.neighbors(catalog.once(word_rows.rows)))
    return {id: [ids[other] for other in others] for id, others in zip(ids, found, strict=True)}


def test_papers_of_the_same_words_are_neighbors(catalog: Catalog) -> None:
    assert neighbors(catalog) == {
        "wicks": ["burners"],
        "burners": ["wicks"],
        "lenses": ["beams"],
        "beams": ["lenses"],
        "ropes": [],
    }


def test_each_pair_stands_once_with_the_older_paper(catalog: Catalog) -> None:
    one_later = packed(steps([1]))
    assert similar_texts.similar(catalog) == [one_later, "", one_later, "", ""]


def test_no_paper_has_more_neighbors_than_that(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    texts = ["Hemp ropes, tarred twice"] * 9 + ["Bells"] * 9
    papers = [make_paper(f"p{at}", title=f"Number {at}", summary=text) for at, text in enumerate(texts)]
    found = neighbors(Catalog.of(make_survey(papers)))
    assert {len(found[f"p{at}"]) for at in range(9)} == {similar_texts.NEIGHBORS}
    assert all(id not in others for id, others in found.items())


def test_words_that_very_many_papers_have_make_none_similar(make_paper, make_survey, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(similar_texts, "COMMON", 5)
    papers = [make_paper(f"p{at}", title=f"Lamp{at}", summary="A lamp of brass.") for at in range(6)]
    assert not any(neighbors(Catalog.of(make_survey(papers))).values())


def test_large_surveys_tell_nothing(catalog: Catalog, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    assert similar_texts.is_offered(catalog)
    monkeypatch.setattr(similar_texts, "MOST", len(TEXTS) - 1)
    assert not similar_texts.is_offered(catalog)


@pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")
def test_a_partial_match_that_is_like_others_comes_sooner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All have one of the words; one of the two that have `bells` is like two others that match."""
    said = "Braided wicks draw paraffin evenly through narrow burners"
    texts = {
        "lone": "Bells call over the misty harbor each winter morning",
        "lens": f"{said}, and lamps.",
        "wick": f"{said}, or lamps.",
        "like": f"{said} and bells.",
        **{f"rope{number}": "Hemp ropes." for number in range(4)},
    }
    records = [{"id": id, "title": f"About {id}", "abstract": text} for id, text in texts.items()]

    def order(site: Path) -> list[str]:
        hits, partial = shown(site, "bells lamps ropes")
        assert hits == []
        return [id for id in partial if id in ("lone", "like")]

    site = built(tmp_path / "small", records)
    assert order(site) == ["like", "lone"]
    (site / "data" / "similar.json").unlink()  # as where a browser cannot have it
    assert order(site) == ["lone", "like"]
    monkeypatch.setattr(similar_texts, "MOST", 1)
    assert order(built(tmp_path / "large", records)) == ["lone", "like"]
