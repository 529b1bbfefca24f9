"""`survey.yaml`. All texts here are made up."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from conspectus import settings
from conspectus.diagnostics import Span
from conspectus.model.paper import Source
from conspectus.model.settings import SURVEY, Column, Settings
from conspectus.model.work import Reference

PATH = "content/survey.yaml"


def load(text: str, base_url: str = "") -> tuple[Settings, list[tuple[str, int, int]]]:
    said, mistakes = settings.load(Source(PATH, text.encode(), ""), base_url)
    return said, [(mistake.check, mistake.span.line, mistake.span.column) for mistake in mistakes]


def test_every_setting_is_read() -> None:
    text = (
        "title: Lamps\nid: first-lamps\ntagline: That mind themselves\nlanguage: PT-br\npapers_language: en\n"
        "author: The keepers\n"
        "base_url: https://keepers.example/lamps\nrepository: https://code.example/lamps\nnewest: 4\n"
    )
    wanted = Settings(
        "Lamps", "first-lamps", "That mind themselves", "pt-BR", "en", "The keepers",
        "https://keepers.example/lamps/", "https://code.example/lamps", 4, span=Span(PATH),
    )  # fmt: skip
    assert load(text) == (wanted, [])


def test_what_is_not_said_keeps_its_default() -> None:
    assert load("title:\nnewest:\nlanguage:\nbase_url:\n") == (replace(Settings(), span=Span(PATH)), [])


@pytest.mark.parametrize(("word", "wrong"), [("null", 1), ("~", 1), ("Null", 1), ("'null'", 0), ("", 0)])
def test_a_title_that_yaml_takes_for_nothing_is_a_mistake(word: str, wrong: int) -> None:
    said, mistakes = load(f"title: {word}\n")
    assert (said.title, mistakes) == (
        "null" if "'" in word else Settings().title,
        [("bad-value", 1, 8)] * wrong,
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "~\n"])
def test_an_empty_file_keeps_the_defaults_and_is_a_mistake(text: str) -> None:
    assert load(text) == (replace(Settings(), span=Span(PATH)), [("bad-value", 1, 1)])
    assert load("title: [\n")[1] == [("broken-yaml", 2, 1)]


def test_text_over_several_lines_is_one_line_without_control_characters() -> None:
    assert load('title: "A\\x07\n  lamp"\n')[0].title == "A lamp"


def test_a_number_or_a_yes_is_a_title_too() -> None:
    assert load("title: 2024\nauthor: yes\n")[0] == replace(Settings(), title="2024", author="yes", span=Span(PATH))


@pytest.mark.parametrize("base", ["https://a.example/b", "https://a.example/b/", "https://a.example/b//"])
def test_an_address_given_overrides_the_files_and_ends_in_one_slash(base: str) -> None:
    assert load("base_url: https://other.example/\n", base)[0].base_url == "https://a.example/b/"


def test_all_mistakes_are_told_at_once_each_at_its_place() -> None:
    text = (
        "titel: Lamps\n"
        "tagline: [a, b]\n"
        "language: english please\n"
        "base_url: javascript:alert(1)\n"
        "repository: 'https://u:p@code.example/'\n"
        "newest: many\n"
        "newest: 3\n"
    )
    said, wrong = load(text)
    assert said == replace(Settings(), span=Span(PATH))
    assert sorted(wrong, key=lambda item: item[1]) == [
        ("unknown-key", 1, 1),
        ("bad-value", 2, 10),
        ("bad-value", 3, 11),
        ("bad-link", 4, 11),
        ("bad-link", 5, 13),
        ("bad-value", 6, 9),
        ("duplicate-key", 7, 1),
    ]


def test_the_key_that_was_meant_is_proposed() -> None:
    _, (mistake,) = settings.load(Source(PATH, b"titel: Lamps\n", ""))
    assert mistake.help == "did you mean `title`?"


@pytest.mark.parametrize("url", ["https://a.example/?x=1", "https://a.example/#top", "ftp://a.example/", "a.example"])
def test_a_site_stands_at_a_plain_web_address(url: str) -> None:
    said, wrong = load(f"base_url: {url}\n")
    assert (said.base_url, wrong) == ("", [("bad-link", 1, 11)])


@pytest.mark.parametrize("number", ["-1", "1.5", "true", "201", "[3]"])
def test_newest_is_a_small_whole_number(number: str) -> None:
    said, wrong = load(f"newest: {number}\n")
    assert (said.newest, wrong) == (10, [("bad-value", 1, 9)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("true", (True, [])), ("false", (False, [])), ("yes please", (False, [("bad-value", 1, 11)]))],
)
def test_rankings_are_a_flag(text: str, expected: tuple[bool, list[object]]) -> None:
    said, wrong = load(f"rankings: {text}\n")
    assert (said.rankings, wrong) == expected


def test_a_list_is_no_survey() -> None:
    assert load("- title: Lamps\n")[1] == [("bad-value", 1, 1)]


def test_a_file_that_is_no_yaml_leaves_the_defaults() -> None:
    said, wrong = load("title: [\n")
    assert said.title == "Untitled survey"
    assert [rule for rule, _, _ in wrong] == ["broken-yaml"]


def test_columns_and_tables_are_read_with_their_places() -> None:
    text = (
        "columns:\n  saved: {title: Oil saved, type: figure}\n  lit_by: {}\n"
        "tables:\n  burners: [saved, lit_by]\n  lenses: saved\n"
    )
    said, wrong = load(text)
    assert wrong == []
    assert said.columns == (
        Column("saved", "Oil saved", "figure", Span(PATH, 2, 3, 5)),
        Column("lit_by", "lit by", "text", Span(PATH, 3, 3, 6)),
    )
    assert [(table.category.id, [column.id for column in table.columns]) for table in said.tables] == [
        ("burners", ["saved", "lit_by"]),
        ("lenses", ["saved"]),
    ]
    assert said.tables[0].columns[1] == Reference("lit_by", Span(PATH, 5, 20, 6))


def test_mistakes_in_columns_and_tables_have_their_places() -> None:
    said, wrong = load("columns:\n  saved: {titel: Saved, type: number}\n  lit: yes\ntables: [burners]\n")
    assert wrong == [("unknown-key", 2, 11), ("bad-value", 2, 31), ("bad-value", 3, 8), ("bad-value", 4, 9)]
    assert [(column.id, column.type) for column in said.columns] == [("saved", "text"), ("lit", "text")]
    assert said.tables == ()


def test_sources_are_read_with_their_places() -> None:
    text = "sources:\n  - {arxiv: 'abs:\"fog horn\"'}\n  - {hf: daily, match: [lamp, /lens/]}\n  - zotero: [users/7]\n"
    said, wrong = load(text)
    assert wrong == []
    assert [(each.service, each.query, each.match, each.span.line) for each in said.sources] == [
        ("arxiv", ('abs:"fog horn"',), (), 2),
        ("hf", ("daily",), ("lamp", "/lens/"), 3),
        ("zotero", ("users/7",), (), 4),
    ]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("sources: [{lamps: x}]\n", [("unknown-key", 1, 12), ("bad-value", 1, 11)]),
        ("sources: [{match: x}]\n", [("bad-value", 1, 11)]),
        ("sources: [{arxiv: x, hf: daily}]\n", [("bad-value", 1, 11)]),
        ("sources: [lamps]\n", [("bad-value", 1, 11)]),
        ("sources: {arxiv: {}}\n", [("bad-value", 1, 18), ("bad-value", 1, 10)]),
        ("sources:\n", []),
    ],
)
def test_mistakes_in_sources_have_their_places(text: str, mistakes: list[tuple[str, int, int]]) -> None:
    said, wrong = load(text)
    assert (said.sources, sorted(wrong)) == ((), sorted(mistakes))


def test_every_setting_has_a_reader() -> None:
    read = {key.name for key in SURVEY if key.shape in settings.READERS}
    assert read == {field.name for field in fields(Settings)} - {"span"} == set(SURVEY.names) - {"queries"}


def test_columns_of_tables_of_papers_are_named() -> None:
    said, mistakes = load("import_columns: {Work: title, Who: authors, What: titel}\n")
    assert said.import_columns == (("Work", "title"), ("Who", "authors"))
    assert mistakes == [("bad-value", 1, 51)]
