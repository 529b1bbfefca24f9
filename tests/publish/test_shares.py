"""A site that several processes write: the same whole site, and nothing of theirs stays where anything fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.publish.conftest import pages

from conspectus.model.site import Kind, Made, Output, Page
from conspectus.publish import PublishError, Write, Written, publish
from conspectus.render import shares

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process writes")

LAMP = Kind("lamp", ("{path}",))


def lamps(count: int, text: str = "oil") -> list[Page]:
    return [Page(f"lamps/{number % 7}/{number}.html", LAMP, "", lambda: text) for number in range(count)]


def put(desk: Any, pages: list[Page], processes: int = 3) -> None:
    def outputs(site: object, write: Write) -> Iterator[Written]:
        yield from shares.done(pages, lambda page: write(made(page)), processes)

    publish(outputs, desk.out, progress=lambda stage: None)


def made(page: Page) -> Made:
    return Output(page.path, f"{page.url} {page.view}".encode())


def test_the_site_is_the_same_however_many_write(desk: Any, tmp_path: Path) -> None:
    for text in ("oil", "gas"):
        put(desk, lamps(500, text))
        assert pages(desk) == {page.path: f"{page.url} {text}".encode() for page in lamps(500)}
        assert desk.beside() == ["site"]


def test_a_file_that_is_the_same_stays_the_same(desk: Any) -> None:
    put(desk, lamps(500))
    before = {path: (desk.out / path).stat().st_ino for path in pages(desk)}
    put(desk, [*lamps(499), Page("lamps/9.html", LAMP, "", lambda: "gas")])
    changed = {path for path in pages(desk) if (desk.out / path).stat().st_ino != before.get(path)}
    assert changed == {"lamps/9.html"}


@pytest.mark.parametrize("url", ["lamps/3/80.html", "lamps/3", "lamps/3/80.html/x.html"])
@pytest.mark.parametrize("before", [True, False])
def test_two_pages_for_one_place_are_refused_whoever_writes_them(desk: Any, url: str, before: bool) -> None:
    desk.put(desk.site())
    if before:
        put(desk, lamps(200))
    whole = desk.held()
    with pytest.raises(PublishError, match="rename"):
        put(desk, [*lamps(200), Page(url, LAMP, "", lambda: "oil")])
    assert desk.held() == whole
    assert desk.beside() == ["site"]


def test_a_page_that_leaves_the_site_is_refused_with_the_message(desk: Any) -> None:
    with pytest.raises(PublishError, match="no path within the site"):
        put(desk, [*lamps(100), Page("../lamp.html", LAMP, "", lambda: "oil")])
    assert desk.beside() == []


def test_a_disk_that_refuses_names_the_file(desk: Any) -> None:
    def refused() -> object:
        raise OSError(28, "No space left on device", "lamps/28.html")

    with pytest.raises(OSError, match=r"No space left.*lamps/28\.html"):
        put(desk, [*lamps(100), Page("lamps/28.html", LAMP, "", refused)])
    assert desk.beside() == []
