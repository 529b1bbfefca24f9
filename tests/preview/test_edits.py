"""Edits that a page asks for: proposed, written as they were seen, undone byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import read
from conspectus.pipeline import survey as read_survey
from conspectus.preview.edits import EditRequest, Edits, RefusedError
from conspectus.project import Project

Edit = Callable[[str, str, str], None]

PIN = EditRequest("place", "bell-log", "topic", "lenses")
REMOVE = EditRequest("remove", "wick", "topic", "burners")
ONLY = EditRequest("only", "bell-log", "topic", "lenses")
SUMMARIZE = EditRequest("summarize", "bell-log", summary="Bells go unheard *in snow*.")


@pytest.fixture
def edits(survey: Project) -> Edits:
    return Edits(survey, lambda project, previous: read(project, Cache(None), previous=previous))


def held(project: Project) -> dict[str, bytes]:
    """All files of a project."""
    return {
        str(path.relative_to(project.root)): path.read_bytes() for path in project.root.rglob("*") if path.is_file()
    }


def test_a_proposal_writes_nothing_and_shows_what_would_be(survey: Project, edits: Edits) -> None:
    before = held(survey)
    found = edits.propose(PIN)
    assert held(survey) == before
    assert found.message == "bell-log: added to Lenses"
    assert "+++ b/content/taxonomy/topic.yaml" in found.diff
    assert "+        papers:\n+          - bell-log  #" in found.diff
    assert found.moves == ("Topics: into Lenses",)


def test_what_moves_is_said_with_titles(edits: Edits) -> None:
    assert edits.propose(ONLY).moves == ("Topics: into Lenses, out of Keeping watch, Fog signals",)


@pytest.mark.parametrize("asked", [PIN, REMOVE, ONLY, SUMMARIZE], ids=lambda asked: str(asked.do))
def test_what_was_seen_is_written_and_undone_byte_for_byte(survey: Project, edits: Edits, asked: EditRequest) -> None:
    before = held(survey)
    found = edits.propose(asked)
    done = edits.save(asked, found.fingerprint)
    now = held(survey)
    changed = {path for path in now if now[path] != before.get(path)}
    assert changed == {edit.path for edit in found.edits}
    assert edits.last == done
    edits.undo(done.fingerprint)
    assert held(survey) == before
    assert edits.last is None


def test_edits_are_undone_from_the_last_to_the_first(survey: Project, edits: Edits) -> None:
    before = held(survey)
    fingerprints = [
        edits.save(asked, edits.propose(asked).fingerprint).fingerprint for asked in (PIN, SUMMARIZE, REMOVE)
    ]
    with pytest.raises(RefusedError, match="Another edit"):
        edits.undo(fingerprints[0])
    for fingerprint in reversed(fingerprints):
        edits.undo(fingerprint)
    assert held(survey) == before
    with pytest.raises(RefusedError, match="Another edit"):
        edits.undo(fingerprints[0])


def test_a_new_file_is_taken_away_again(survey: Project, edits: Edits) -> None:
    asked = EditRequest("only", "fresnel-2022", "topic", "fog")
    paper = next(p for p in read_survey(survey, Cache(None)).library.papers if p.work.doi == "10.99999/lens.2022")
    asked = replace(asked, paper=paper.id)
    done = edits.save(asked, edits.propose(asked).fingerprint)
    assert (survey.papers / "curated.yaml").is_file()
    edits.undo(done.fingerprint)
    assert not (survey.papers / "curated.yaml").exists()


def test_comments_stay(survey: Project, edits: Edits, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "facet: topic\n", "# By hand, with care.\nfacet: topic  # the main one\n")
    edits.save(PIN, edits.propose(PIN).fingerprint)
    text = (survey.content / "taxonomy/topic.yaml").read_text("utf-8")
    assert text.startswith("# By hand, with care.\nfacet: topic  # the main one\n") and "[bell-log]" in text


def test_a_file_that_changed_since_it_was_seen_is_left_alone(survey: Project, edits: Edits, edit: Edit) -> None:
    fingerprint = edits.propose(PIN).fingerprint
    edit("taxonomy/topic.yaml", "title: Topics", "title: Subjects")
    before = held(survey)
    with pytest.raises(RefusedError, match="changed in the meantime") as error:
        edits.save(PIN, fingerprint)
    assert error.value.status == 409
    assert held(survey) == before


def test_a_request_other_than_the_one_seen_is_not_written(survey: Project, edits: Edits) -> None:
    fingerprint, before = edits.propose(PIN).fingerprint, held(survey)
    with pytest.raises(RefusedError):
        edits.save(REMOVE, fingerprint)
    assert held(survey) == before


def test_what_was_edited_since_is_not_undone(survey: Project, edits: Edits, edit: Edit) -> None:
    done = edits.save(PIN, edits.propose(PIN).fingerprint)
    edit("taxonomy/topic.yaml", "title: Topics", "title: Subjects")
    before = held(survey)
    with pytest.raises(RefusedError, match="changed in the meantime"):
        edits.undo(done.fingerprint)
    assert held(survey) == before
    edit("taxonomy/topic.yaml", "title: Subjects", "title: Topics")
    edits.undo(done.fingerprint)


@pytest.mark.parametrize(
    "asked", [replace(PIN, paper="nobody"), replace(PIN, category="nowhere"), replace(PIN, facet="nothing")]
)
def test_what_is_not_there_cannot_be_edited(edits: Edits, asked: EditRequest) -> None:
    with pytest.raises(RefusedError) as error:
        edits.propose(asked)
    assert error.value.status == 404


def test_what_is_so_already_is_said(edits: Edits) -> None:
    with pytest.raises(RefusedError, match="up to date"):
        edits.propose(EditRequest("place", "bell-log", "topic", "watch"))


def test_no_error_is_written_into_the_content(survey: Project, edits: Edits, edit: Edit) -> None:
    edit("papers/records.yaml", "[burners]", "[burnerz]")
    with pytest.raises(RefusedError, match="burnerz"):
        edits.propose(PIN)


@pytest.mark.parametrize("summary", ["- id: other\n  title: Mine", "# no comment", "x: [y", "'\"`"])
def test_a_summary_is_text_and_nothing_else(survey: Project, edits: Edits, summary: str) -> None:
    asked = replace(SUMMARIZE, summary=summary)
    before = read_survey(survey, Cache(None)).library
    edits.save(asked, edits.propose(asked).fingerprint)
    after = read_survey(survey, Cache(None)).library
    assert [paper.id for paper in after.papers] == [paper.id for paper in before.papers]
    assert next(paper for paper in after.papers if paper.id == "bell-log").work.summary == summary


def test_nothing_outside_of_content_is_read_or_written(survey: Project, edits: Edits, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("# secret\n")
    (survey.papers / "curated.yaml").symlink_to(outside)
    paper = next(p for p in read_survey(survey, Cache(None)).library.papers if p.work.doi == "10.99999/lens.2022")
    with pytest.raises(RefusedError, match="outside content/"):
        edits.propose(EditRequest("only", paper.id, "topic", "fog"))
    assert outside.read_text() == "# secret\n"


def test_a_taxonomy_that_is_linked_away_is_not_written(survey: Project, edits: Edits, tmp_path: Path) -> None:
    real = survey.content / "taxonomy"
    moved = tmp_path / "taxonomy"
    real.rename(moved)
    real.symlink_to(moved, target_is_directory=True)
    before = held(survey)
    with pytest.raises(RefusedError):
        edits.propose(PIN)
    assert held(survey) == before
