"""The preview's page is the built page, byte for byte, after any sequence of edits of any kind of file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.made_up_edits import EDITS, TOPIC, Edit

from conspectus.cache import Cache
from conspectus.pipeline import Compiled, compile
from conspectus.project import Project
from conspectus.yaml_edit import Draft

SURVEY = Path(__file__).parent / "survey"


def pages(compiled: Compiled) -> dict[str, bytes] | None:
    """All pages as the preview serves them, each asked for by itself; None where it would show mistakes instead."""
    if compiled.report.fails():
        return None
    found = {}
    for planned in compiled.site.pages:
        page = compiled.site.page(planned.url)
        assert page is not None
        found[page.path] = compiled.renderer.page(page).data
    return found


def from_scratch(project: Project) -> Compiled:
    return compile(project, Cache(None), "https://keepers.example/")


def after(previous: Compiled | None, project: Project) -> Compiled:
    return compile(project, Cache(None), "https://keepers.example/", previous=previous)


def drafted(project: Project, choice: int) -> Draft:
    """An edit that is on no disk: another title of a category, or another file."""
    draft = Draft.of(project)
    data = draft.text(TOPIC).replace("title: Lenses", f"title: Drafted {choice}").encode()
    extra = f"- id: drafted-{choice}\n  title: A Drafted Bell {choice}\n  date: 2024\n".encode()
    return draft.with_file(TOPIC, data) if choice % 2 else draft.with_file("content/papers/drafted.yaml", extra)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 3), st.booleans()), min_size=1, max_size=6))
def test_the_previews_pages_are_the_built_ones(edits: list[tuple[Edit, int, bool]]) -> None:
    """After each edit, and in a draft of it that is compiled in between; from the last good site as well as from one
    with mistakes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "survey"
        shutil.copytree(SURVEY, root)
        project, previous = Project(root), None
        for edit, choice, keep in edits:
            edit(root, choice)
            compiled, scratch = after(previous, project), from_scratch(project)
            assert pages(compiled) == pages(scratch)
            assert compiled.report == scratch.report
            if (root / TOPIC).is_file():
                draft = drafted(project, choice)
                assert pages(after(compiled, draft)) == pages(from_scratch(draft))
            if keep or previous is None:
                previous = compiled
