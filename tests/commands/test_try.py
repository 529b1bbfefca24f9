"""What a rule would catch, told at the terminal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from conspectus.project import Project

Run = Callable[..., Result]


def test_it_shows_hits_with_the_words_around_them(run: Run) -> None:
    said = run("try", "any: [sun valves]").stdout
    assert said.startswith("The rule matches 1 of ")
    assert "title: A »Sun Valve« for *Unattended* Lights <b>" in said
    assert "topic: watch: 1 of its " in said


def test_it_shows_what_a_category_would_gain_and_lose(run: Run) -> None:
    said = run("try", "any: [tide tables]", "--in", "acetylene").stdout
    assert "In fuel: acetylene, compared with its present rule: 1 gained, 1 lost, 0 unchanged" in said
    assert "  + unplaced-tide: Tide Tables for the Impatient\n      matched “Tide Tables” in the title" in said
    assert "  - sun-valve: " in said
    assert "      had: matched “acetylene” in the keywords" in said


def test_it_writes_nothing(run: Run, survey: Project, held: Callable[..., dict[str, bytes]]) -> None:
    before = held(survey.root)
    run("try", "any: [lens]", "--in", "acetylene")
    assert held(survey.root) == before


@pytest.mark.parametrize(
    ("rule", "place", "words"),
    [
        ("any: [lens], title: [fog]", "RULE:1:12", "broken-yaml"),
        ("{any: [lens], nome: [fog]}", "RULE:1:15", "did you mean `none`?"),
        ("any: [lens, /fo(g/]", "RULE:1:13", "broken-regex"),
        ("any: {lens: fog}", "RULE:1:6", "expected text"),
        ("any: [lens, +]", "RULE:1:13", "has no words"),
        ("fog bells", "RULE:1:1", "the keys are any, title, all, none"),
    ],
)
def test_a_mistake_in_the_rule_has_its_column(run: Run, rule: str, place: str, words: str) -> None:
    done = run("try", rule)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"--> {place}" in done.stderr
    assert words in done.stderr


@pytest.mark.parametrize("rule", ["", "any: []", "none: [fog]"])
def test_a_rule_that_asks_for_nothing_is_told_what_it_needs(run: Run, rule: str) -> None:
    done = run("try", rule)
    assert done.exit_code == 1
    assert "give it `any`, `title` or `all`" in done.stderr


def test_a_category_that_is_none_is_guessed(run: Run) -> None:
    done = run("try", "any: [fog]", "--in", "acetylen")
    assert done.exit_code == 1
    assert "did you mean `acetylene`?" in done.stderr


def test_a_category_of_two_facets_needs_its_facet(run: Run, survey: Project) -> None:
    with (survey.content / "taxonomy/fuel.yaml").open("a", encoding="utf-8") as file:
        file.write("  - id: fog\n")
    assert "several facets: topic, fuel" in run("try", "any: [fog]", "--in", "fog").stderr
    assert "In fuel: fog, compared with no rule" in run("try", "any: [fog]", "--in", "fog", "--facet", "fuel").stdout


def test_a_facet_that_is_none_is_guessed(run: Run) -> None:
    assert "did you mean `fuel`?" in run("try", "any: [fog]", "--facet", "fule").stderr


def test_a_long_list_is_cut_where_asked(run: Run) -> None:
    said = run("try", "any: [/./]", "--limit", "2").stdout
    assert "more; raise --limit to see them" in said
