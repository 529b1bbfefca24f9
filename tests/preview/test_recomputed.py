"""What `serve --why` tells of a save: each line is true, and no line is missing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from conspectus.cache import Cache
from conspectus.commands.serve import history, steps
from conspectus.pipeline import compile
from conspectus.preview import Preview
from conspectus.preview.editor import Editor
from conspectus.preview.recomputed import by_page, by_save
from conspectus.project import Project

Edit = Callable[[str, str, str], None]

TOPIC, RECORDS = "content/taxonomy/topic.yaml", "content/papers/records.yaml"


class Saves:
    """A project that is compiled again after each save."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.now = compile(project, Cache(None))
        self.render("topics/lenses/")

    def told(self) -> dict[str, str]:
        """What is told of what was saved since the last time: count and names, by the values they are about."""
        before, self.now = self.now, compile(self.project, Cache(None), previous=self.now)
        return split(by_save(before, self.now))

    def render(self, url: str) -> dict[str, str]:
        page = self.now.site.page(url)
        assert page
        before = self.now.shown
        self.now.renderer.page(page)
        return split(by_page(before, self.now.shown))


def split(lines: list[str]) -> dict[str, str]:
    return {what: " ".join(rest.split()) for what, _, rest in (line.strip().partition("  ") for line in lines)}


@pytest.fixture
def saves(survey: Project) -> Saves:
    return Saves(survey)


def test_a_phrase_leads_to_the_papers_that_it_moves(saves: Saves, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, wrote down]")
    assert saves.told() == {
        "files changed": f"1 of 10 {TOPIC}",
        "branches of categories read": f"1 of 5 topic/light (because of {TOPIC})",
        "phrases searched in all papers": "1 of 17 wrote down",
        "categories with other papers": (
            "2 of 8 topic/light, topic/lenses (because of categories below, what its rule matches)"
        ),
    }
    assert saves.render("topics/lenses/")["cards rendered"] == "1 bell-log"


def test_a_records_title_is_read_merged_and_searched_alone(saves: Saves, edit: Edit) -> None:
    edit("papers/records.yaml", "Wrote Down", "Rang Out")
    assert saves.told() == {
        "files changed": f"1 of 10 {RECORDS}",
        "records read": f"1 of 9 bell-log (because of {RECORDS})",
        "papers merged": f"1 of 8 bell-log (because of {RECORDS})",
        "papers searched for all phrases": "1 of 8 bell-log",
    }


def test_a_record_that_comes_is_told_and_so_is_one_that_goes(saves: Saves, survey: Project) -> None:
    path = survey.papers / "records.yaml"
    text = path.read_text("utf-8")
    path.write_text(f"{text}- id: brand-new\n  title: A Brand New Lens\n", "utf-8")
    told = saves.told()
    assert told["records read"] == f"1 of 10 brand-new (because of {RECORDS})"
    assert told["papers searched for all phrases"] == "1 of 9 brand-new"
    assert told["categories with other papers"].startswith("2 of 8 topic/light, topic/lenses")
    path.write_text(text, "utf-8")
    told = saves.told()
    assert "records read" not in told
    assert told["papers removed"] == f"1 brand-new (because of {RECORDS})"


def test_records_that_stand_in_another_line_are_not_told_as_read(saves: Saves, survey: Project) -> None:
    path = survey.papers / "records.yaml"
    path.write_text(f"# one more line\n{path.read_text('utf-8')}", "utf-8")
    told = saves.told()
    assert told.keys() <= {"files changed", "papers merged"}


def test_a_pin_that_a_rule_has_already_changes_no_category(saves: Saves, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "papers: [bell-log]", "papers: [bell-log, wick]")
    assert saves.told() == {
        "files changed": f"1 of 10 {TOPIC}",
        "branches of categories read": f"1 of 5 topic/watch (because of {TOPIC})",
    }


def test_notes_and_files_that_come_and_go_are_told(saves: Saves, survey: Project) -> None:
    note = survey.content / "notes" / "wick.md"
    note.write_text("A note.\n", "utf-8")
    assert saves.told() == {
        "files added": "1 of 11 content/notes/wick.md",
        "notes read": "1 of 2 content/notes/wick.md",
    }
    note.unlink()
    assert saves.told() == {"files removed": "1 content/notes/wick.md"}


def test_what_all_pages_share_and_templates_have_everything_rendered_again(
    saves: Saves, survey: Project, edit: Edit
) -> None:
    edit("survey.yaml", "title: ", "title: A ")
    assert saves.told() == {
        "files changed": "1 of 10 content/survey.yaml",
        "what all pages share": "1 of 11 title",
        "settings changed": "1 of 14 title",
        "saved queries": "1 of 1 new-lenses",
    }
    assert saves.render("topics/lenses/")["cards rendered"].startswith("2 ")
    own = survey.root / "templates/assets/css/own.css"
    own.parent.mkdir(parents=True)
    own.write_text("p {}\n", "utf-8")
    told = saves.told()
    assert [*told] == ["templates changed"] and told["templates changed"].endswith(" assets/css/own.css")
    assert saves.render("topics/lenses/")["cards rendered"].startswith("2 ")


def test_titles_queries_keys_and_settings_have_rows_of_their_own(saves: Saves, survey: Project, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "title: Fog signals", "title: Signals in fog")
    edit("survey.yaml", "newest: ", "# one more line\nnewest: 1")
    (survey.content / "citation-keys.yaml").write_text("wick: lampe2023\n", "utf-8")
    with survey.settings_file.open("a", encoding="utf-8") as file:
        file.write("  recent: {since: 2022}\n")
    told = saves.told()
    assert told["titles of categories"] == "1 of 8 topic/fog"
    assert told["settings changed"].endswith(" newest")
    assert told["saved queries"].endswith(" recent") and told["saved queries with other papers"].endswith(" recent")
    assert told["citation keys"] == "1 of 1 wick"


def test_a_save_that_changes_no_file_makes_nothing(saves: Saves, survey: Project) -> None:
    survey.settings_file.write_bytes(survey.settings_file.read_bytes())
    assert saves.told() == {}
    assert saves.render("topics/lenses/") == {}


def test_lines_are_aligned_and_name_a_few_of_many(saves: Saves, survey: Project, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, one, two, three, four, five]")
    before, now = saves.now, compile(survey, Cache(None), previous=saves.now)
    lines = by_save(before, now)
    assert len({re.search(r"\d+ of \d+  ", line).end() for line in lines}) == 1  # type: ignore[union-attr]
    assert any(line.endswith("five, four, one and 2 more") for line in lines)


def test_it_is_told_in_the_terminal_for_each_save_and_for_a_page_that_is_looked_at(
    survey: Project, edit: Edit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(survey.root / "cache"))
    url = "http://127.0.0.1:1/"
    preview = Preview(steps(survey, url, Editor("", survey), why=True), history(survey, url))
    preview.rebuild()
    assert "recomputed" not in capsys.readouterr().err
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    preview.rebuild()
    assert "Changed and recomputed since the last good site:\n  files changed " in capsys.readouterr().err
    for _ in range(2):
        preview.show("topics/lenses/")
    told = capsys.readouterr().err
    assert told.count("Rendered /topics/lenses/\n") == 1
    assert "  cards rendered " in told
    preview.rebuild()
    assert "No file changed.\n" in capsys.readouterr().err
