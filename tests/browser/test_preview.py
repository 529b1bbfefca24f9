"""`conspectus serve` in a browser: open pages follow the edits, mistakes lie over them and go."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conspectus.commands.serve import make_index, steps
from conspectus.preview import Index, Preview, PreviewServer, Watcher
from conspectus.preview.editor import Editor
from conspectus.project import Project

pytestmark = pytest.mark.browser


@pytest.fixture
def url(survey: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a preview of the made-up survey."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with PreviewServer(0) as server, Index(make_index, print) as index:
        editor = Editor("quill://open/{path}#{line}", survey)
        server.preview, server.index = Preview(steps(survey, server.url, editor)), index

        def rebuild() -> None:
            server.preview.rebuild()
            index.want(server.preview.edition)

        with closing(server.preview), Watcher(survey, rebuild):
            rebuild()
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            yield server.url
            server.shutdown()
            thread.join()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_edit_reloads_the_page_it_changes_where_the_reader_was(url: str, survey: Project, page: Page) -> None:
    page.set_viewport_size({"width": 500, "height": 200})
    page.goto(url + "papers/bell-log/")
    page.evaluate("scrollTo(0, 120)")
    edit(survey.papers / "records.yaml", "Wrote Down", "Rang Out")
    expect(page).to_have_title(re.compile("Rang Out"))
    while page.evaluate("scrollY") != 120:
        page.wait_for_timeout(50)


def test_an_edit_elsewhere_leaves_the_page_alone(url: str, survey: Project, page: Page) -> None:
    page.goto(url + "pages/about/")
    page.evaluate("window.untouched = true")
    with page.context.new_page() as other:
        other.goto(url + "papers/bell-log/")
        edit(survey.papers / "records.yaml", "which weather goes unheard", "which weather is not heard")
        other.get_by_text("which weather is not heard").first.wait_for()
    assert page.evaluate("window.untouched")


def test_a_mistake_lies_over_the_page_until_it_is_mended(url: str, survey: Project, page: Page) -> None:
    page.goto(url + "papers/wick/")
    edit(survey.papers / "records.yaml", "[burners]", "[burnerz]")
    overlay = page.locator("#conspectus-overlay")
    place = overlay.get_by_role("link", name="content/papers/records.yaml:")
    place.wait_for()
    address = place.get_attribute("href") or ""
    assert address.startswith("quill://open/") and "/content/papers/records.yaml#" in address
    assert "burnerz" in overlay.locator("mark").inner_text()
    page.keyboard.press("Escape")
    overlay.wait_for(state="detached")
    assert "Trimming the Wick" in page.locator("h1").inner_text()
    page.reload()
    overlay.get_by_text("unknown-category").wait_for()
    edit(survey.papers / "records.yaml", "[burnerz]", "[burners]")
    overlay.wait_for(state="detached")


def test_the_preview_can_be_searched(url: str, page: Page) -> None:
    page.goto(url + "search/?q=acetylene")
    page.locator("a[href*='papers/sun-valve/']").first.wait_for()
