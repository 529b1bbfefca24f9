"""What is proposed where the curator has said nothing yet, and how it is measured."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from conspectus.cache import Cache
from conspectus.commands import group
from conspectus.pipeline import survey as read_survey
from conspectus.project import Project
from conspectus.suggestions.suggesting import Suggestions, suggestions

TOPIC = """\
facet: topic
categories:
  - id: light
    match: {any: [lamp]}
    papers: [lamp-9]
  - id: sound
    match: {any: [horn]}
  - id: maps
    match: {any: [chart]}
"""

KINDS = {
    "lamp": ["oil burner", "gas burner", "stepped lens"],
    "horn": ["thick fog", "thin haze", "heavy snow"],
    "chart": ["sunken reef", "narrow sound", "river mouth"],
}


@pytest.fixture
def harbour(survey: Project) -> Project:
    """Nine papers of each kind, by threes on one thing; one on burners and one on nothing known stand nowhere."""
    for path in [*survey.papers.iterdir(), *(survey.content / "taxonomy").iterdir()]:
        path.unlink()
    records = [
        f"- {{id: {kind}-{number}, title: {kind.title()} {'ABCDEFGHI'[number - 1]} and a {things[number % 3]}}}"
        for kind, things in KINDS.items()
        for number in range(1, 10)
    ]
    records += ["- {id: flame, title: A flame from an oil burner}", "- {id: whale, title: Whales}"]
    (survey.papers / "all.yaml").write_text("\n".join(records), "utf-8")
    (survey.content / "taxonomy/topic.yaml").write_text(TOPIC, "utf-8")
    return survey


def found(project: Project, large: int = 5, limit: int = 20) -> Suggestions:
    survey = read_survey(project, Cache(None))
    return suggestions(survey, survey.taxonomy.facets[0], large, limit)


def test_a_paper_belongs_where_those_like_it_are(harbour: Project) -> None:
    said = found(harbour)
    assert (said.papers, said.waiting) == (29, 2)
    flame, whale = said.unplaced
    assert (flame.paper.id, [guess.category for guess in flame.guesses]) == ("flame", ["light"])
    assert [(one.paper, one.shared) for one in flame.guesses[0].similar] == [
        (id, ("oil burner",)) for id in ("lamp-3", "lamp-6", "lamp-9")
    ]
    assert (whale.paper.id, whale.guesses) == ("whale", ())


def test_a_phrase_is_proposed_with_how_often_it_is_right(harbour: Project) -> None:
    path = harbour.papers / "all.yaml"
    path.write_text(path.read_text("utf-8") + "\n- {id: horn-10, title: Horn over an oil burner}\n", "utf-8")
    (proposal,) = found(harbour).proposals
    scored = proposal.phrases[0]
    assert (proposal.category, proposal.papers) == ("light", ("flame",))
    assert (scored.phrase, scored.papers) == ("oil burner", ("flame",))
    assert (scored.correct, scored.matched) == (3, 4)
    assert (scored.correct_by_hand, scored.matched_by_hand) == (1, 1)


def test_a_phrase_that_is_proposed_does_what_is_said_of_it(harbour: Project) -> None:
    (proposal,) = found(harbour).proposals
    path = harbour.content / "taxonomy/topic.yaml"
    phrase = proposal.phrases[0].phrase
    path.write_text(path.read_text("utf-8").replace("any: [lamp]", f"any: [lamp, {phrase}]"), "utf-8")
    assert [each.paper.id for each in found(harbour).unplaced] == ["whale"]


def test_a_large_category_is_divided_into_what_is_alike(harbour: Project) -> None:
    light, *others = found(harbour).divisions
    assert (light.category, light.papers) == ("light", 9)
    assert {part.phrase: part.papers for part in light.parts} == {
        "oil burner": ("lamp-3", "lamp-6", "lamp-9"),
        "gas burner": ("lamp-1", "lamp-4", "lamp-7"),
        "stepped lens": ("lamp-2", "lamp-5", "lamp-8"),
    }
    assert light.rest == 0
    assert [(each.category, len(each.parts)) for each in others] == [("sound", 3), ("maps", 3)]
    assert found(harbour, large=9).divisions == ()


def test_it_is_tried_on_what_is_placed(harbour: Project) -> None:
    said = found(harbour)
    assert (said.by_hand.papers, said.by_hand.first) == (1, 1)
    assert (said.placed.papers, said.placed.first, said.placed.among) == (27, 27, 27)


def test_the_same_survey_gives_the_same_proposals(harbour: Project) -> None:
    assert repr(found(harbour)) == repr(found(harbour))


def test_a_survey_without_papers_has_nothing_to_propose(harbour: Project) -> None:
    (harbour.papers / "all.yaml").write_text("", "utf-8")
    said = found(harbour)
    assert (said.papers, said.unplaced, said.divisions) == (0, (), ())


def run(project: Project, *arguments: str) -> str:
    return CliRunner().invoke(group, ["suggest", "--project", str(project.root), *arguments]).output


def test_a_survey_of_few_papers_is_told_how_little_they_say(harbour: Project) -> None:
    caution = "with fewer than 20 classified papers"
    assert caution not in run(harbour)
    lines = (harbour.papers / "all.yaml").read_text("utf-8").split("\n- ")
    (harbour.papers / "all.yaml").write_text("\n- ".join(lines[:8]) + "\n", "utf-8")
    assert caution in run(harbour)


def test_the_command_tells_it_to_people(harbour: Project) -> None:
    said = run(harbour, "--split-above", "5")
    assert said.startswith(
        "2 of 29 papers are in no category of topic.\n\n  flame: A flame from an oil burner\n      light"
    )
    assert "        similar to lamp-3: oil burner\n" in said
    assert "it shares no words with a classified paper, but for words that many papers have" in said
    assert (
        "    burner: matches flame\n      6 of 6 classified papers with it are here (100%); 1 of 1 placed by hand"
        in said
    )
    assert "light has 9 papers; phrases that would split it\n" in said
    assert "  stepped lens: 3 papers\n      3 of 3 classified papers with it are here (100%)" in said
    assert "  placed by hand: the first is right for 100% of 1 paper, one of the first three for 100%\n" in said
    assert "No category without subtopics has more than 20 papers." in run(harbour)
    assert "and 1 more; raise --limit to see them" in run(harbour, "--limit", "1")
    assert "did you mean `topic`?" in run(harbour, "--facet", "topics")


def test_the_command_tells_it_to_programs(harbour: Project) -> None:
    said = json.loads(run(harbour, "--split-above", "5", "--format", "json"))
    assert said["unplaced"][0]["categories"][0]["similar"][0] == {"paper": "lamp-3", "shared": ["oil burner"]}
    assert said["phrases"][0]["phrases"][0]["placed"] == {"met": 6, "right": 6}
    assert said["large"][0]["rest"] == 0
    assert said["tried"]["placed"] == {"papers": 27, "first": 27, "among_three": 27}
