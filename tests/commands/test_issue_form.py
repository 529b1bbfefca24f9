"""Issues become changes. What they say is made up; their text is as GitHub writes the answers to a form."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from conspectus.commands import group
from conspectus.curation import issue_forms
from conspectus.language import shipped_tags
from conspectus.project import Project
from conspectus.scaffolding import Origin, Plan, files

SUGGESTION = """\
### Title

Lenses of Ice: "Cold" # Light

### Link

https://arxiv.org/abs/2404.98765v2

### Authors

Ada van Wick, Bo Salter

### Date

2024-05

### Categories

Lenses, fog, nothing like it

### Reason

_No response_
"""

CORRECTION = """\
### Paper

https://keepers.example/lamps/papers/unplaced-tide/?from=issue

### Add to

fog

### Remove from

_No response_
"""

Run = Callable[..., Result]


def imported(text: str, *options: str) -> Result:
    return CliRunner().invoke(group, ["import", "--issue-form", "-", *options], input=text)


def record(survey: Project) -> dict[str, Any]:
    (only,) = yaml.safe_load((survey.root / issue_forms.SUGGESTED).read_text("utf-8"))
    return dict(only)


@pytest.mark.usefixtures("run")
def test_a_suggestion_becomes_a_record_and_pins(survey: Project) -> None:
    done = imported(SUGGESTION, "--added", "2026-01-31")
    assert done.exit_code == 0, done.output
    assert "left out: there is no category 'nothing like it'" in done.stderr
    id = "lenses-of-ice-cold-light"
    assert {**record(survey), "date": "2024-05"} == {
        "id": id,
        "title": 'Lenses of Ice: "Cold" # Light',
        "authors": ["Ada van Wick", "Bo Salter"],
        "added": "2026-01-31",
        "date": "2024-05",
        "arxiv": "2404.98765",
    }
    assert (survey.content / "taxonomy/topic.yaml").read_text("utf-8").count(id) == 2


@pytest.mark.usefixtures("run")
def test_a_paper_that_is_there_is_only_placed(survey: Project) -> None:
    imported(SUGGESTION)
    done = imported(SUGGESTION.replace("https://arxiv.org/abs/2404.98765v2", "").replace("Lenses,", "acetylene,"))
    assert done.exit_code == 0, done.output
    assert "lenses-of-ice-cold-light is in the survey already" in done.stderr
    assert len(yaml.safe_load((survey.root / issue_forms.SUGGESTED).read_text("utf-8"))) == 1


@pytest.mark.usefixtures("run")
def test_a_correction_places_the_paper_of_a_page(survey: Project) -> None:
    done = imported(CORRECTION)
    assert done.exit_code == 0, done.output
    assert "unplaced-tide" in (survey.content / "taxonomy/topic.yaml").read_text("utf-8")
    back = imported(
        CORRECTION.replace("### Add to", "### X").replace("### Remove from\n\n_No response_", "### Remove from\n\nfog")
    )
    assert back.exit_code == 0, back.output


@pytest.mark.usefixtures("run")
def test_a_dry_run_writes_nothing(survey: Project) -> None:
    done = imported(SUGGESTION, "--dry-run")
    assert "Would change" in done.output
    assert not (survey.root / issue_forms.SUGGESTED).exists()


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It is all wrong.", "not one of the issue forms"),
        ("### Paper\n\nwick\n", "names no category"),
        ("### Paper\n\nnobody\n\n### Add to\n\nfog\n", "there is no paper 'nobody'"),
        ("### Paper\n\nwick\n\n### Add to\n\nnowhere\n", "there is no category 'nowhere'"),
    ],
)
def test_what_cannot_be_changed_is_told(text: str, message: str) -> None:
    done = imported(text)
    assert done.exit_code == 1
    assert message in done.stderr


@pytest.mark.usefixtures("run")
def test_files_and_a_form_are_not_combined() -> None:
    assert imported(SUGGESTION, "page.txt").exit_code == 2
    assert CliRunner().invoke(group, ["import"]).exit_code == 2


def test_a_strangers_text_is_cut_and_cannot_control_a_terminal() -> None:
    form = issue_forms.parsed(
        f"### Title\n\n\x1b[31m{'x' * 9000}\n### Link\n\njavascript:alert(1)\n### Categories\n{'a,' * 900}b"
    )
    assert isinstance(form, issue_forms.Suggestion)
    assert len(str(form.keys["title"])) <= issue_forms.LONGEST
    assert "\x1b" not in str(form.keys["title"])
    assert set(form.keys) == {"title"}
    assert len(form.categories) <= issue_forms.MOST_VALUES


NOTHING = dict.fromkeys(("title", "link", "authors", "date", "categories"), "_No response_")


def answered(tag: str, form: str, answers: dict[str, str]) -> str:
    """The text that GitHub makes of answers to a form of a survey in this language."""
    name = f".github/ISSUE_TEMPLATE/{form}.yml"
    fields = yaml.safe_load(dict(files(Plan("Lamps", tag), Origin("conspectus")))[name])["body"]
    assert {field["id"] for field in fields} == {*answers, "reason"}
    return "\n\n".join(
        f"### {field['attributes']['label']}\n\n{answers.get(field['id'], '_No response_')}" for field in fields
    )


@pytest.mark.parametrize("tag", ["en", "de-AT", *shipped_tags()])
def test_forms_are_read_in_every_language_that_they_are_written_in(tag: str) -> None:
    paper = {"title": "Lenses of Ice", "link": "2404.98765", "authors": "Ada van Wick, Bo Salter", "date": "2024-05"}
    suggested = issue_forms.parsed(answered(tag, "suggest-a-paper", {**paper, "categories": "fog, oil"}))
    assert suggested == issue_forms.Suggestion(
        {
            "title": "Lenses of Ice",
            "authors": ("Ada van Wick", "Bo Salter"),
            "date": "2024-05",
            "arxiv": "2404.98765",
        },
        ("fog", "oil"),
    )
    text = answered(tag, "correct-a-placement", {"paper": "wick", "add": "fog，oil、gas；sun", "remove": "brass"})
    assert issue_forms.parsed(text) == issue_forms.Correction("wick", ("fog", "oil", "gas", "sun"), ("brass",))


@pytest.mark.usefixtures("run")
def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(survey: Project) -> None:
    text = SUGGESTION.replace("2024-05", "soon").replace("https://arxiv.org/abs/2404.98765v2", "see my page")
    done = imported(text.replace("Ada van Wick, Bo Salter", "Wick, Ada; Salter, Bo"), "--added", "2026-01-31")
    assert done.exit_code == 0, done.output
    assert "left out: `soon` is not a valid date" in done.stderr
    assert "left out: `see my page` is not an arXiv id" in done.stderr
    written = record(survey)
    assert written["authors"] == ["Wick, Ada", "Salter, Bo"] and str(written["added"]) == "2026-01-31"


@pytest.mark.usefixtures("run")
def test_a_correction_with_one_unknown_category_is_made(survey: Project) -> None:
    done = imported(CORRECTION.replace("fog\n", "fog, nothing like it\n"))
    assert done.exit_code == 0 and "left out: there is no category 'nothing like it'" in done.stderr
    assert "unplaced-tide" in (survey.content / "taxonomy/topic.yaml").read_text()
    assert imported(CORRECTION.replace("fog\n", "nothing like it\n")).exit_code == 1


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("31.05.2024", "2024-05-31"),
        ("Mai 2024", "2024-05"),
        ("24. Mai 2024", "2024-05-24"),
        ("May 24, 2024", "2024-05-24"),
        ("2024年5月24日", "2024-05-24"),
        ("2024", "2024"),
        ("31.02.2024", None),
        ("bald", None),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, date: str | None) -> None:
    form = issue_forms.parsed(answered("de", "suggest-a-paper", {**NOTHING, "title": "Öl", "date": written}))
    assert isinstance(form, issue_forms.Suggestion)
    assert form.keys.get("date") == date
    assert bool(form.unread) == (date is None)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (
            "Jürgen Müller, Änne von der Weiß und Karl Schmidt",
            ("Jürgen Müller", "Änne von der Weiß", "Karl Schmidt"),
        ),
        ("Ada Wick and Bo Oil", ("Ada Wick", "Bo Oil")),
        ("Ada Wick, Bo Oil, and Cy Fay", ("Ada Wick", "Bo Oil", "Cy Fay")),
        ("Wick, Ada und Oil, Bo; Fay, Cy", ("Wick, Ada", "Oil, Bo", "Fay, Cy")),
        ("Ada Wick & Bo Oil", ("Ada Wick", "Bo Oil")),
        ("Salt and Oil Group, Ada Wick", ("Salt and Oil Group", "Ada Wick")),
        ("张三、李四 和 王五", ("张三", "李四", "王五")),
        ("佐藤与志夫、田中和希子", ("佐藤与志夫", "田中和希子")),
        ("Gunda Bundt, Andrew Land", ("Gunda Bundt", "Andrew Land")),
    ],
)
def test_a_word_may_stand_before_the_last_name(written: str, names: tuple[str, ...]) -> None:
    form = issue_forms.parsed(answered("de", "suggest-a-paper", {**NOTHING, "title": "Öl", "authors": written}))
    assert isinstance(form, issue_forms.Suggestion)
    assert form.keys["authors"] == names


@pytest.mark.parametrize("piece", [" ", " and", "和", "a, ", "- ", "31.", "2024-"])
@pytest.mark.parametrize("label", ["Title", "Authors", "Date", "Categories"])
def test_an_answer_of_any_length_is_read_in_a_moment(label: str, piece: str) -> None:
    started = time.process_time()
    form = issue_forms.parsed(f"### Title\n\nx\n\n### {label}\n\nx{piece * 60_000}x\n")
    assert isinstance(form, issue_forms.Suggestion)
    issue_forms.in_full(form.categories, ["a, a, a", "a, b"])
    assert time.process_time() - started < 2


def test_a_title_of_several_lines_is_one() -> None:
    form = issue_forms.parsed("### Titel\n\nLampen\r\n  aus Öl\n\tund Eis\n\n### Link\n\n_No response_\n")
    assert isinstance(form, issue_forms.Suggestion)
    assert form.keys["title"] == "Lampen aus Öl und Eis"


def test_titles_with_commas_are_put_together() -> None:
    titles = ["Größe, Gewicht und Öl", "Größe", "Gewicht und Öl, alt", "Gas"]
    for answer, expected in (
        ("Größe, Gewicht und Öl", ["Größe, Gewicht und Öl"]),
        ("gas; größe，gewicht und öl\nGröße, Gas", ["gas", "Größe, Gewicht und Öl", "Größe", "Gas"]),
        ("Größe, Gewicht und Öl, alt", ["Größe, Gewicht und Öl", "alt"]),
        ("nichts, Gas", ["nichts", "Gas"]),
        ("", []),
    ):
        form = issue_forms.parsed(f"### Titel\n\nÖl\n\n### Kategorien\n\n{answer}\n")
        assert isinstance(form, issue_forms.Suggestion)
        assert issue_forms.in_full(form.categories, titles) == expected


@pytest.mark.usefixtures("run")
def test_a_category_with_commas_in_its_title_is_named(survey: Project) -> None:
    path = survey.content / "taxonomy/topic.yaml"
    title = "Fog, bells und Öl"
    path.write_text(path.read_text("utf-8").replace("title: Fog signals", f"title: '{title}'"), "utf-8")
    done = imported(CORRECTION.replace("### Add to\n\nfog", f"### Add to\n\n{title}, nothing like it"))
    assert done.exit_code == 0, done.output
    assert done.stderr.count("left out: ") == 1 and "no category 'nothing like it'" in done.stderr
    assert "unplaced-tide" in path.read_text("utf-8")
