"""Importing, correcting and importing again comes to what importing the corrected file does. All papers are made up."""

from __future__ import annotations

from itertools import combinations

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from conspectus.commands import group
from conspectus.project import Project
from made_up_library import ENTRIES, bib, papers

FIELD = st.sampled_from(["title", "author", "journal", "year"])
AUTHORS = "Ada Lampe and Bo Docht"
VALUE = st.sampled_from(["A Longer Title of Lamps", "Lamps", AUTHORS, "2001", "2024", "Lights"])
EDITS = st.lists(st.tuples(st.sampled_from(sorted(ENTRIES)), FIELD, VALUE), max_size=4)


def are_one_work(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether two entries are merged, so that one of their ids has no paper: one title, and no authors that differ."""
    authors = [entry["author"].split(" and ")[0] for entry in (one, other) if entry.get("author")]
    return one["title"] == other["title"] and len(set(authors)) < 2


def are_distinct(entries: dict[str, dict[str, str]]) -> bool:
    return not any(are_one_work(*pair) for pair in combinations(entries.values(), 2))


def other_works(entries: dict[str, dict[str, str]]) -> int:
    """How many keys are another work's than in the library: one by others, of another title."""
    return sum(
        all(fields[name] != ENTRIES[key][name] for name in ("title", "author")) for key, fields in entries.items()
    )


@given(EDITS, EDITS)
@example([("mirror", "title", "Lamps")], [("oil", "title", "Lamps")])
@example([("mirror", "title", "Lamps"), ("mirror", "year", "2001")], [("oil", "title", "Lamps")])
@example([("horn", "title", "Lamps")], [("oil", "title", "Lamps")])
@example([("oil", "title", ENTRIES["mirror"]["title"])], [("mirror", "title", "Lamps")])
@example([], [("mirror", "title", "A Longer Title of Lamps"), ("mirror", "author", "A Longer Title of Lamps")])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_import_correct_import_is_importing_the_corrected_file(
    tmp_path_factory: pytest.TempPathFactory, theirs: list[tuple[str, str, str]], ours: list[tuple[str, str, str]]
) -> None:
    """The papers are those of the corrected file, their addresses those of the first one, and what the curator wrote
    in between is in them."""
    folder = tmp_path_factory.mktemp("import")
    newer = {key: dict(fields) for key, fields in ENTRIES.items()}
    for key, field, value in theirs:
        newer[key][field] = value
    first, direct = (Project(folder / name) for name in ("first", "direct"))
    for project in (first, direct):
        project.papers.mkdir(parents=True)
        project.settings_file.write_text("title: Lamps\n")
    export = folder / "refs.bib"

    def take_in(project: Project) -> None:
        arguments = ["import", str(export), "--added", "2026-01-31", "--project", str(project.root)]
        done = CliRunner().invoke(group, arguments)
        assert done.exit_code == 0, done.output

    export.write_text(bib(ENTRIES))
    take_in(first)
    file = first.papers / "refs.bib"
    expected = {key: dict(fields) for key, fields in newer.items()}
    edited = {key: dict(fields) for key, fields in ENTRIES.items()}
    for key, field, value in ours:
        edited[key][field] = expected[key][field] = value
    assume(all(map(are_distinct, (newer, edited, expected))) and not other_works(newer))
    assume(other_works(edited) < 2)  # a file of which most is of other works is no older export of the library
    unchanged = [(key, field) for key, field, _ in ours if edited[key][field] == ENTRIES[key].get(field)]
    for key, field in unchanged:
        expected[key][field] = newer[key][field]
    file.write_text(bib(edited))
    export.write_text(bib(newer))
    take_in(first)
    before = {path: path.read_bytes() for path in first.content.rglob("*") if path.is_file()}
    take_in(first)
    assert {path: path.read_bytes() for path in first.content.rglob("*") if path.is_file()} == before
    export.write_text(bib(expected))
    take_in(direct)
    now, then = papers(first), papers(direct)
    assert set(now) == set(ENTRIES) == set(then)
    assert {id: (paper.title, paper.work.authors, paper.work.date, paper.work.venue) for id, paper in now.items()} == {
        id: (paper.title, paper.work.authors, paper.work.date, paper.work.venue) for id, paper in then.items()
    }
