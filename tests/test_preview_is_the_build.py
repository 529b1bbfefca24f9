"""The preview's page is the built page, byte for byte, after any sequence of edits of any kind of file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conspectus.cache import Cache
from conspectus.pipeline import Compiled, compile
from conspectus.project import Project
from conspectus.yaml_edit import Draft

SURVEY = Path(__file__).parent / "survey"

Edit = Callable[[Path, int], None]


def replaced(file: str, old: str, new: str) -> Edit:
    """An edit of a text that is in a file; if it is not, because it was edited before, it is put back."""

    def edit(root: Path, choice: int) -> None:
        path = root / file
        if path.is_file():
            text, wanted = path.read_text("utf-8"), new.format(choice)
            path.write_text(text.replace(old, wanted) if old in text else text.replace(wanted, old), "utf-8")

    return edit


def added(folder: str, name: str, text: str) -> Edit:
    """A file that comes, changes, or goes."""

    def edit(root: Path, choice: int) -> None:
        path = root / folder / name.format(choice % 2)
        path.parent.mkdir(parents=True, exist_ok=True)
        if choice == 3:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text.format(choice), "utf-8")

    return edit


def renamed(file: str, other: str) -> Edit:
    def edit(root: Path, choice: int) -> None:
        one, two = root / file, root / other
        if one.exists() != two.exists():
            (one if one.exists() else two).rename(two if one.exists() else one)

    return edit


def saved_again(root: Path, choice: int) -> None:
    """Everything written anew, as a checkout does."""
    for path in (root / "content").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes())


RECORDS, TOPIC, SETTINGS = "content/papers/records.yaml", "content/taxonomy/topic.yaml", "content/survey.yaml"

EDITS = [
    replaced(RECORDS, "Bell Wrote", "Bell Rang {}"),
    replaced(RECORDS, "- id:", "# one more line {}\n- id:"),
    replaced(RECORDS, "\n  date:", "\n\n  date:"),
    replaced(RECORDS, "title:", "titel{}:"),
    replaced(RECORDS, "- id: wick", '- id: "wick'),
    replaced(TOPIC, "any: [lens", "any: [carriage{}, lens"),
    replaced(TOPIC, "  - id: ", "\n  - id: "),
    replaced(TOPIC, "title: Lenses", "title: Lenses {}"),
    replaced(TOPIC, "id: lenses", "id: glasses"),
    replaced(TOPIC, "categories:", "categories: ]"),
    replaced(SETTINGS, "title: ", "title: A {}"),
    added("content/papers", "extra-{}.yaml", "- id: extra-{0}\n  title: An Extra Fog Bell {0}\n  date: 2024\n"),
    added("content/papers", "alike-{}.yaml", "- title: An Extra Fog Bel {0}\n  arxiv: '2401.0000{0}'\n  code: true\n"),
    added(
        "content/papers", "more-{}.jsonl", '{{"title": "A Lamp of Oil", "date": "202{0}", "authors": ["Ada Lampe"]}}\n'
    ),
    added("content/papers", "export-{}.bib", "@article{{key{0}, title={{An Extra Fog Bell {0}}}, year=2024}}\n"),
    added("content/papers", "broken.yaml", "- id: [{0}\n"),
    added("content/notes", "wick.md", "A note, {0}. See [@sun-valve].\n"),
    added("content/pages", "later-{}.md", "# Later {0}\n\n[@extra-{0}] and\n\n[flow]\n"),
    added("content/taxonomy", "fuel2-{}.yaml", "categories:\n  - id: oil{0}\n    match: {{any: [oil, bell]}}\n"),
    added("templates/assets/css", "own-{}.css", "p {{ order: {0} }}\n"),
    added(
        "templates/pages", "prose.html", "{{% extends 'layouts/base.html' %}}{{% block content %}}{0}{{% endblock %}}\n"
    ),
    renamed("content/papers/records.yaml", "content/papers/renamed.yaml"),
    renamed("content/papers", "content/moved"),
    renamed("content/pages/about.md", "content/pages/on-us.md"),
    saved_again,
]


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
