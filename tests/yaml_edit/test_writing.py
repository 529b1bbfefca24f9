"""A draft is the project as it would be; writing it is all or nothing, and overwrites nobody's work."""

from __future__ import annotations

import os
import stat

import pytest

from conspectus.cache import Cache
from conspectus.curation import categories
from conspectus.pipeline import survey as read_survey
from conspectus.project import Project
from conspectus.yaml_edit import Draft, Edit, EditError, Sheet, diff, write

TOPIC = "content/taxonomy/topic.yaml"


def pinned(project: Project) -> Draft:
    return Draft.of(project).edited(
        TOPIC, lambda sheet: categories.with_paper(sheet, "fog", "papers", "wick", "wick".__eq__)
    )


def test_a_draft_is_read_as_if_it_were_on_disk(survey: Project) -> None:
    before = (survey.root / TOPIC).read_bytes()
    draft = (
        pinned(survey)
        .with_file("content/papers/new.yaml", b"- title: New\n")
        .with_file("content/papers/export.bib", None)
    )
    found = read_survey(draft, Cache(None))
    assert [pin.id for c, _ in found.taxonomy.facets[0].walk() if c.id == "fog" for pin in c.papers] == ["wick"]
    paths = [reading.path for reading in found.readings]
    assert "content/papers/new.yaml" in paths and "content/papers/export.bib" not in paths
    assert paths == sorted(paths)
    assert (survey.root / TOPIC).read_bytes() == before


def test_what_is_written_is_what_was_drafted(survey: Project) -> None:
    draft = pinned(survey).with_file("content/notes/wick.md", b"New.\n").with_file("content/notes/sun-valve.md", None)
    write(survey, draft.edits)
    assert (survey.root / TOPIC).read_bytes() == draft.source(survey.root / TOPIC).data
    assert (survey.content / "notes/wick.md").read_bytes() == b"New.\n"
    assert not (survey.content / "notes/sun-valve.md").exists()
    assert not [path for path in survey.content.rglob("*") if path.name.startswith(".") or path.name.endswith("~")]


def test_a_file_that_somebody_saved_meanwhile_is_left_alone_and_so_are_all_others(survey: Project) -> None:
    draft = pinned(survey).with_file("content/notes/wick.md", b"New.\n")
    (survey.root / TOPIC).write_text("facet: topic\n", "utf-8")
    with pytest.raises(EditError, match=r"topic\.yaml changed in the meantime"):
        write(survey, draft.edits)
    assert (survey.root / TOPIC).read_text("utf-8") == "facet: topic\n"
    assert not (survey.content / "notes/wick.md").exists()


def test_a_file_that_came_meanwhile_is_not_overwritten(survey: Project) -> None:
    draft = Draft.of(survey).with_file("content/notes/wick.md", b"New.\n")
    (survey.content / "notes/wick.md").write_bytes(b"Mine.\n")
    with pytest.raises(EditError):
        write(survey, draft.edits)
    assert (survey.content / "notes/wick.md").read_bytes() == b"Mine.\n"


@pytest.mark.parametrize("path", ["README.md", "content/../README.md", "content/papers/out/x.yaml"])
def test_nothing_is_written_outside_the_content(survey: Project, path: str) -> None:
    (survey.root / "elsewhere").mkdir()
    (survey.content / "papers/out").symlink_to(survey.root / "elsewhere")
    with pytest.raises(EditError, match="is outside content/"):
        write(survey, [Edit(path, None, b"x")])
    assert not (survey.root / "elsewhere/x.yaml").exists()


def test_permissions_and_links_stay(survey: Project) -> None:
    real = survey.content / "taxonomy/shared.txt"
    (survey.root / TOPIC).rename(real)
    (survey.root / TOPIC).symlink_to(real)
    real.chmod(0o640)
    write(survey, pinned(survey).edits)
    assert (survey.root / TOPIC).is_symlink()
    assert "papers: [wick]" in real.read_text("utf-8")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_new_files_have(survey: Project) -> None:
    (survey.content / "notes/plain.md").write_text("x", "utf-8")
    write(survey, [Edit("content/notes/wick.md", None, b"New.\n")])
    modes = [stat.S_IMODE((survey.content / f"notes/{name}.md").stat().st_mode) for name in ("plain", "wick")]
    assert modes[0] == modes[1]


def test_a_full_disk_leaves_every_file_as_it_was(survey: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in survey.content.rglob("*") if path.is_file()}

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    draft = pinned(survey)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(survey, draft.edits)
    assert {path: path.read_bytes() for path in survey.content.rglob("*") if path.is_file()} == before


def test_a_byte_order_mark_stays(survey: Project) -> None:
    path = survey.root / TOPIC
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    write(survey, pinned(survey).edits)
    assert path.read_bytes().startswith(b"\xef\xbb\xbffacet:")


def test_two_edits_of_a_file_are_one(survey: Project) -> None:
    def excepted(sheet: Sheet) -> Sheet:
        return categories.with_paper(sheet, "light", "except", "fog-horn", "fog-horn".__eq__)

    draft = pinned(survey).edited(TOPIC, excepted)
    assert [edit.path for edit in draft.edits] == [TOPIC]
    assert draft.edits[0].before == (survey.root / TOPIC).read_bytes()


def test_an_edit_taken_back_is_none(survey: Project) -> None:
    assert (
        not pinned(survey)
        .edited(TOPIC, lambda sheet: categories.without_paper(sheet, "fog", "papers", "wick".__eq__))
        .edits
    )


def test_the_diff_is_one_that_patch_reads(survey: Project) -> None:
    edits = [Edit("content/b.md", None, b"one\ntwo"), Edit("content/a.md", b"x\r\n", None)]
    assert diff(edits) == (
        "--- a/content/a.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\r\n"
        "--- /dev/null\n+++ b/content/b.md\n@@ -0,0 +1,2 @@\n+one\n+two\n\\ No newline at end of file\n"
    )
    assert [edit.line for edit in pinned(survey).edits] == [33]
