"""A build after edits renders what shows something else, keeps all other pages, and makes the site of a first build."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made_up_edits import EDITS, Edit

from conspectus import pipeline
from conspectus.cache import Cache
from conspectus.exports import write
from conspectus.last_build import Built
from conspectus.model.site import Page
from conspectus.pages import downloads
from conspectus.project import Project
from conspectus.render import Renderer


class Desk:
    """A copy of the made-up survey, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.project, self.cache = Project(folder / "survey"), Cache(folder / "cache")
        shutil.copytree(Path(__file__).parent / "survey", self.project.root)

    def write(self, name: str, text: str) -> None:
        path = self.project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.project.root / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def build(self) -> Built:
        return pipeline.build(self.project, self.cache, self.project.out, pagefind=False)

    def planned(self) -> int:
        """How many pages a build has planned, those included that only programs read."""
        built = self.build()
        return built.pages + built.files

    def site(self) -> dict[str, bytes]:
        return held(self.project.out)

    def fresh(self) -> dict[str, bytes]:
        """The site that a first build makes."""
        pipeline.build(self.project, Cache(None), self.project.root / "fresh", pagefind=False)
        return held(self.project.root / "fresh")


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with TemporaryDirectory() as folder:
        yield Desk(Path(folder))


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The urls of the pages that are rendered from here on."""
    urls: list[str] = []
    render = Renderer._rendered

    def noted(self: Renderer, page: Page, *rest: Any) -> Any:
        urls.append(page.url)
        return render(self, page, *rest)

    monkeypatch.setattr(Renderer, "_rendered", noted)
    return urls


def test_only_pages_that_show_something_else_are_rendered(desk: Desk, rendered: list[str]) -> None:
    pages = desk.planned()
    assert len(rendered) == pages
    rendered.clear()
    desk.write("content/notes/wick.md", "A note.\n")
    assert desk.planned() == pages
    other = ["data/results/1.json", "data/search.json", "data/words/0.json", "papers/wick/", "search/"]
    assert sorted(rendered) == other
    assert desk.site() == desk.fresh()


def test_files_to_take_along_are_not_even_made_where_papers_are_cited_alike(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    whole, written = desk.site(), list[str]()

    def noted(format: Any, entries: Any) -> str:
        written.extend(entry.key for entry in entries)
        return str(write(format, entries))

    monkeypatch.setattr(downloads, "write", noted)
    desk.write("content/notes/wick.md", "A note.\n")
    desk.build()
    assert written == []
    desk.replace("content/papers/records.yaml", "title: ", "title: Another ")
    desk.build()
    assert len(set(written)) > 1
    assert desk.site().keys() == whole.keys()
    assert desk.site() == desk.fresh()


def test_what_all_pages_share_has_them_all_rendered(desk: Desk, rendered: list[str]) -> None:
    desk.build()
    for name, text in {
        "content/locale/de.po": 'msgid ""\nmsgstr ""\n',
        "templates/assets/css/site/99-own.css": "p { color: red }\n",
        "templates/macros/own.html": "never shown\n",
        "content/pages/later.md": "# In the navigation\n",
    }.items():
        rendered.clear()
        desk.write(name, text)
        assert desk.planned() == len(rendered), name
    rendered.clear()
    desk.replace("content/survey.yaml", "title: ", "title: A ")
    assert desk.planned() == len(rendered)
    assert desk.site() == desk.fresh()


def test_a_site_that_is_not_as_the_last_build_left_it_is_rendered(desk: Desk, rendered: list[str]) -> None:
    desk.build()
    whole = desk.site()
    rendered.clear()
    (desk.project.out / "index.html").write_text("mine")
    assert desk.planned() == len(rendered)
    assert desk.site() == whole


def test_a_kept_page_that_is_edited_while_others_are_rendered_is_made_good(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    whole, render = desk.site(), Renderer._rendered

    def edited(self: Renderer, *rest: Any) -> Any:
        (desk.project.out / "papers/wick/cite.bib").write_text("mine")
        return render(self, *rest)

    desk.write("content/notes/wick.md", "A note.\n")
    with monkeypatch.context() as patched:
        patched.setattr(Renderer, "_rendered", edited)
        desk.build()
    (desk.project.root / "content/notes/wick.md").unlink()
    desk.build()
    assert desk.site() == whole


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 3)), min_size=1, max_size=5))
def test_the_site_is_that_of_a_first_build_after_any_edits(edits: list[tuple[Edit, int]]) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.build()
        for edit, choice in edits:
            edit(desk.project.root, choice)
            report = desk.build().report
        if not report.fails():
            assert desk.site() == desk.fresh()
