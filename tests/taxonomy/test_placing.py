"""Who decides where a paper stands. All papers and rules here are made up."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from conspectus import taxonomy
from conspectus.diagnostics import Span
from conspectus.model.paper import Library, Paper
from conspectus.model.survey import Placing
from conspectus.model.taxonomy import Taxonomy
from conspectus.model.work import Reference, Work
from conspectus.text import Text

Load = Callable[..., Taxonomy]
PLACE = Span("content/papers/lamps.yaml", 4, 20, 5)


def paper(id: str, title: str, **place: str) -> Paper:
    """A paper; `place` tells its categories by facet, with a space between them."""
    said = tuple((facet, tuple(Reference(one, PLACE) for one in ids.split())) for facet, ids in place.items())
    return Paper(id, Work(title=Text(title), place=said), (), {"place": PLACE})


def placed(placing: Placing, id: str) -> list[str]:
    return [f"{p.facet}/{p.category} {p.reason.kind}" for p in placing.placements.get(id, ())]


TREE = """\
facet: topic
categories:
  - id: light
    match: {any: [lamp]}
    papers: [bell]
    except: [dark]
    children:
      - id: oil
        match: {any: [oil lamp, wick], none: [stove]}
        except: [strange]
      - id: glass
        match: {title: [lens], all: [stepped]}
"""
FUEL = "categories:\n  - {id: coal, match: {any: [coal]}}\n  - {id: gas, match: {any: [gas, lamp]}}\n"


@pytest.mark.parametrize(
    "one, places",
    [
        (paper("a", "An electric lamp"), ["topic/light rule", "fuel/gas rule"]),
        (paper("a", "An oil lamp"), ["topic/oil rule", "fuel/gas rule"]),
        (paper("a", "An oil lamp and a stove"), ["topic/light rule", "fuel/gas rule"]),
        (paper("a", "Wick and stove"), []),
        (paper("a", "Stepped lenses"), ["topic/glass rule"]),
        (paper("a", "Lenses"), []),
        (paper("a", "Coal gas"), ["fuel/coal rule", "fuel/gas rule"]),
        (paper("bell", "A bell"), ["topic/light pin"]),
        (paper("bell", "Bell with a wick"), ["topic/light pin", "topic/oil rule"]),
        (paper("strange", "Strange oil lamp"), ["topic/light rule", "fuel/gas rule"]),
        (paper("dark", "Dark oil lamp"), ["fuel/gas rule"]),
        (paper("a", "An oil lamp", topic="glass"), ["topic/glass curator", "fuel/gas rule"]),
        (paper("bell", "A bell", topic="oil"), ["topic/oil curator"]),
        (paper("dark", "Dark", topic="light"), ["topic/light curator"]),
        (paper("a", "A lamp", topic="oil light"), ["topic/light curator", "topic/oil curator", "fuel/gas rule"]),
        (paper("a", "An oil lamp", topic="nowhere"), ["fuel/gas rule"]),
        (paper("a", "An oil lamp", topic="", fuel=""), []),
        (paper("a", "An oil lamp", colour="red"), ["topic/oil rule", "fuel/gas rule"]),
    ],
    ids=lambda value: str(value.title) if isinstance(value, Paper) else "",
)
def test_the_curators_word_beats_pins_and_pins_beat_rules(load: Load, one: Paper, places: list[str]) -> None:
    placing = taxonomy.place(Library((one,)), load(TREE, fuel=FUEL)).placing
    assert placed(placing, one.id) == places


def test_a_paper_without_a_place_is_missing(load: Load) -> None:
    assert taxonomy.place(Library((paper("a", "Fog"),)), load(TREE)).placing.placements == {}


def test_the_reason_tells_the_phrase_its_place_and_the_words_met(load: Load) -> None:
    placing = taxonomy.place(Library((paper("a", "On Oil-Lamps and wicks"),)), load(TREE)).placing
    reason = placing.placements["a"][0].reason
    assert (reason.phrase, reason.where, reason.words) == ("oil lamp", "title", "Oil-Lamps")
    assert reason.span == Span("content/taxonomy/topic.yaml", 9, 23, 8)
    assert str(reason) == "matched “Oil-Lamps” in the title"


def test_of_several_phrases_the_one_in_the_first_field_speaks(load: Load) -> None:
    one = Paper("a", Work(title=Text("Wicks"), abstract=Text("For an oil lamp.")), (), {})
    assert taxonomy.place(Library((one,)), load(TREE)).placing.placements["a"][0].reason.words == "Wicks"


def test_pins_and_the_curators_word_are_told_with_their_place(load: Load) -> None:
    placing = taxonomy.place(Library((paper("a", "A", topic="oil"), paper("bell", "B"))), load(TREE)).placing
    assert placing.placements["a"][0].reason.span == PLACE
    assert placing.placements["bell"][0].reason.span == Span("content/taxonomy/topic.yaml", 5, 14, 4)


def test_hits_tell_what_each_rule_and_phrase_matches_whoever_decides(load: Load) -> None:
    read = load(TREE)
    papers = (paper("a", "An oil lamp", topic="glass"), paper("b", "A wick and a stove"), paper("strange", "Wick"))
    hits = taxonomy.place(Library(papers), read).placing.hits
    rule = read.facets[0].categories[0].children[0].match
    assert rule is not None
    assert set(hits[rule.span]) == {"a", "strange"}
    assert [set(hits[phrase.span]) for phrase in (*rule.any, *rule.none)] == [{"a"}, {"b", "strange"}, {"b"}]


def test_a_rule_that_only_refuses_takes_nothing(load: Load) -> None:
    read = load("categories: [{id: a, match: {none: [fog]}}]")
    assert taxonomy.place(Library((paper("a", "A lamp"),)), read).placing.placements == {}


def test_a_rule_may_ask_for_all_alone(load: Load) -> None:
    read = load("categories: [{id: a, match: {all: [oil, lamp]}}]")
    placing = taxonomy.place(Library((paper("a", "Lamp oil"), paper("b", "Lamp"))), read).placing
    assert list(placing.placements) == ["a"]


def test_ten_thousand_papers_and_five_hundred_phrases_take_about_a_second(load: Load) -> None:
    chance = random.Random(1)  # noqa: S311 - made-up words need no secrets
    words = [f"word{number}" for number in range(3000)]

    def text(many: int) -> str:
        return " ".join(chance.choices(words, k=many))

    works = (Work(title=Text(text(9)), abstract=Text(text(150))) for _ in range(10_000))
    papers = tuple(Paper(f"p{number}", work, (), {}) for number, work in enumerate(works))
    phrases = [", ".join(text(chance.choice((1, 2, 2, 3))) for _ in range(5)) for _ in range(100)]
    read = load("categories:\n" + "".join(f"- {{id: c{n}, match: {{any: [{of}]}}}}\n" for n, of in enumerate(phrases)))
    begun = time.process_time()
    placing = taxonomy.place(Library(papers), read).placing
    assert time.process_time() - begun < 30  # with room for a slow machine that does other things
    assert len(placing.placements) > 5_000
