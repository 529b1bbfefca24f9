"""The pages on what an edit did, as the preview shows them."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable

import pytest

from conspectus.commands.serve import history, steps
from conspectus.preview import Preview
from conspectus.preview.editor import Editor
from conspectus.project import Project

Edit = Callable[[str, str, str], None]
Read = Callable[..., str]


@pytest.fixture
def previewed(survey: Project, monkeypatch: pytest.MonkeyPatch) -> Preview:
    """A preview of the made-up survey, built once."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(survey.root / "cache"))
    editor = Editor("quill://{path}#{line}", survey)
    preview = Preview(steps(survey, "http://127.0.0.1:1/", editor), history(survey, "http://127.0.0.1:1/"))
    preview.rebuild()
    return preview


@pytest.fixture
def read(previewed: Preview) -> Read:
    """Rebuilds and gives the text of the page since something."""

    def page(since: str = "") -> str:
        previewed.rebuild()
        shown = previewed.show(f"__changes/{since}")
        assert (shown.status, shown.overlay) == (200, "")
        main = re.search("<main.*</main>", shown.data.decode(), re.DOTALL)
        assert main
        return " ".join(html.unescape(re.sub("<[^>]+>", "", main[0])).split())

    return page


def git(project: Project, *arguments: str) -> None:
    who = ("-c", "user.name=Keeper", "-c", "user.email=keeper@keepers.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(project.root), *who, *arguments], check=True, capture_output=True)


def test_a_paper_that_moved_is_shown_with_what_moved_it(
    survey: Project, previewed: Preview, read: Read, edit: Edit
) -> None:
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    said = read()
    assert "Since the last save: 1 paper moved." in said
    assert "1 paper moved Topics into Lenses" in said
    assert "+ in Lenses: matched “Tide Tables” in the title content/taxonomy/topic.yaml:" in said
    data = previewed.show("__changes/").data.decode()
    assert '<a class="paper-title" href="/papers/unplaced-tide/">' in data
    assert '<a href="/topics/lenses/">Lenses</a>' in data
    assert re.search(r'<a href="quill:///\S+/content/taxonomy/topic.yaml#\d+"', data)


def test_it_declares_its_english_and_the_curators_words_on_german_pages(previewed: Preview, edit: Edit) -> None:
    edit("survey.yaml", "language: en", "language: de")
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    previewed.rebuild()
    data = previewed.show("__changes/").data.decode()
    assert '<html lang="de">' in data and '<main id="content" tabindex="-1" lang="en" dir="ltr">' in data
    assert '<a href="/topics/lenses/" lang="de">Lenses</a>' in data


def test_a_paper_that_lost_its_only_place_is_said_to_have_none(read: Read, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "    papers: [bell-log]\n", "")
    edit("taxonomy/topic.yaml", "title: [fog, horn, bell]", "title: [fog, horn]")
    said = read()
    assert "out of" in said and "in no category of Topics now" in said


def test_a_lost_address_is_shown_with_how_to_mend_it(read: Read, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "id: burners", "id: torches")
    edit("papers/records.yaml", "[burners]", "[torches]")
    said = read()
    assert "/topics/burners/ is lost add was: [burners] to what replaces it" in said
    assert "added to Topics: " in said and "removed from Topics: " in said


def test_a_category_under_a_new_id_is_told_apart_from_the_old_one(read: Read, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "id: burners", "id: torches")
    edit("papers/records.yaml", "[burners]", "[torches]")
    assert re.search(r"Topics (.*) \(burners\) → \1 \(torches\)", read())


def test_after_a_save_that_changes_nothing_it_says_so(read: Read, edit: Edit) -> None:
    edit("papers/records.yaml", "# Written by hand.", "# Written by another hand.")
    assert "No changes since the last save." in read()


def test_a_corrected_value_is_shown_with_what_it_was(read: Read, edit: Edit) -> None:
    edit("papers/records.yaml", "Wrote Down", "Rang Out")
    assert "title: “What the Bell Wrote Down” → “What the Bell Rang Out”" in read()


def test_nothing_saved_is_said(previewed: Preview) -> None:
    assert b"Nothing was saved since the server started." in previewed.show("__changes/").data


def test_the_last_commit_is_compared_with(survey: Project, read: Read, edit: Edit) -> None:
    git(survey, "init", "-q")
    git(survey, "add", ".")
    git(survey, "commit", "-qm", "The lamps are lit")
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    assert re.search(r"Since the last commit \([0-9a-f]{10}\): 1 paper moved\.", read("head/"))
    git(survey, "commit", "-qam", "The tide is placed")
    assert "No changes since the last commit" in read("head/")


def test_without_a_repository_it_says_how_to_begin_one(survey: Project, read: Read) -> None:
    said = read("head/")
    assert "Cannot compare: the survey is not in a git repository" in said
    assert "git init" in said


def test_the_page_changes_with_the_edits_and_its_address_needs_no_slash(
    previewed: Preview, read: Read, edit: Edit
) -> None:
    before = previewed.show("__changes/").digest
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    read()
    assert previewed.show("__changes/").digest != before
    assert previewed.show("__changes").status == 302
    assert previewed.show("__changes/elsewhere/").status == 404


def test_a_bar_tells_what_the_last_save_did_and_what_a_page_is_made_from(
    previewed: Preview, read: Read, edit: Edit
) -> None:
    assert previewed.bar("papers/bell-log/")["moved"] == "Changes"
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    read()
    told = previewed.bar("papers/bell-log/")
    assert told["moved"] == "1 paper moved"
    assert told["mistakes"] == ""
    (source,) = told["sources"]  # type: ignore[misc]
    assert source["what"] == "your record"
    assert source["link"].startswith("quill://") and "records.yaml#" in source["link"]
