"""What makes papers alike."""

from __future__ import annotations

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Paper, Record
from conspectus.model.work import Work
from conspectus.suggestions.similarity import Centroids, Similarities, terms
from conspectus.text import Text


def paper(title: str, summary: str = "") -> Paper:
    """A paper whose id is the first word of its title."""
    work = Work(title=Text(title), summary=summary or None)
    id = title.split()[0].lower()
    return Paper(id, work, (Record(work, Span("x.yaml"), Authority.CURATOR, id),), {})


PAPERS = [
    paper("Oil burners that need no keeper", "The burner is fed by a clock."),
    paper("Wicks for oil burners", "Trimmed by a clock."),
    paper("Horns in the fog", "Compressed air sounds them."),
    paper("Sirens in thick fog", "Compressed air again."),
    paper("Buoys at anchor", "They swing with the tide."),
    paper("Moorings and tide", "An anchor holds."),
    paper("Charts", "Nothing here is like anything."),
    paper("Bells under water", "Rung by the swell."),
]


def test_terms_are_words_and_pairs_that_are_about_something() -> None:
    assert list(terms("The lamps of a keeper, lit by 12 Gas-Lights", 2)) == [
        "lamp", "keeper", "lit", "ga", "ga light", "light",
    ]  # fmt: skip
    assert "mixture of expert" in terms("a mixture of experts", 3)


def test_papers_are_alike_by_what_they_share_and_others_lack() -> None:
    similarities = Similarities(PAPERS)
    assert similarities.between("oil", "wicks") > similarities.between("oil", "horns") == 0
    assert abs(similarities.between("oil", "oil") - 1) < 1e-9
    assert similarities.shared("oil", "wicks") == ["oil burner", "clock"]
    assert similarities.written("wicks", "oil burner") == "oil burners"


def test_a_group_is_as_one_as_its_papers_are_alike() -> None:
    similarities = Similarities(PAPERS)
    alike = similarities.cohesion(["oil", "wicks"])
    assert abs(alike - similarities.between("oil", "wicks")) < 1e-9
    assert abs(similarities.cohesion(["oil", "horns"])) < 1e-9
    assert similarities.cohesion(["oil"]) == 0
    assert abs(similarities.cohesion(["horns", "sirens", "oil"]) - similarities.between("horns", "sirens") / 3) < 1e-9


def test_a_paper_is_like_a_category_by_the_others_in_it() -> None:
    similarities = Similarities(PAPERS)
    centroids = Centroids(similarities, {"light": ["oil", "wicks"], "sound": ["horns", "sirens"], "charts": ["charts"]})
    ((category, how),) = centroids.ranked("wicks")
    assert category == "light"
    assert abs(how - similarities.between("oil", "wicks")) < 1e-9  # as if it stood nowhere itself
    assert centroids.ranked("charts") == []
    assert centroids.floors["charts"] == 1
