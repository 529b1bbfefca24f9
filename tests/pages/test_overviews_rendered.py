"""The overviews as they are rendered: hostile names stay text, and what the eye sees is said too."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from conspectus.catalog import Catalog
from conspectus.model.survey import Survey
from conspectus.pages import plan
from conspectus.project import Project
from conspectus.render import Renderer

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"
KINDS = ("overview/", "overview/gaps/", "overview/gaps/year/", "authors/", "organisations/", "topics/light/")


@pytest.fixture(scope="module")
def trees(lamps: Survey) -> dict[str, Element]:
    planned = plan(Catalog.of(lamps))
    renderer = Renderer(Project(Path(__file__)).templates, planned.shell)
    parser = html5lib.HTMLParser(strict=True)
    shown = {page.url: renderer.page(page).data for page in planned.pages if page.url in KINDS}
    return {url: parser.parse(data, transport_encoding="utf-8") for url, data in shown.items()}


def said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_all_of_them_are_there(trees: dict[str, Element]) -> None:
    assert set(trees) == set(KINDS)


@pytest.mark.parametrize("url", KINDS)
def test_what_scrolls_can_be_come_to_by_keys_and_has_a_name(trees: dict[str, Element], url: str) -> None:
    for element in trees[url].iter(f"{HTML}div"):
        if "scroll" in (element.get("class") or "").split() and element.get("role"):
            assert (element.get("tabindex"), element.get("role")) == ("0", "region")
            assert element.get("aria-label")


@pytest.mark.parametrize("url", KINDS)
def test_every_drawing_has_words_or_is_passed_over(trees: dict[str, Element], url: str) -> None:
    for drawing in trees[url].iter(f"{SVG}svg"):
        named = drawing.get("role") in ("img", "group") and drawing.get("aria-label")
        assert named or drawing.get("aria-hidden") == "true"


def test_the_maps_list_has_the_same_links_as_the_map(trees: dict[str, Element]) -> None:
    section = next(part for part in trees["overview/"].iter(f"{HTML}section") if part.get("class") == "map")
    drawn = {link.get("href") for link in section.iter(f"{SVG}a")}
    listed = {link.get("href") for link in section.iter(f"{HTML}a")}
    assert drawn and drawn <= listed
    assert all(link.get("tabindex") == "-1" for link in section.iter(f"{SVG}a"))


def test_a_hostile_name_stays_text(trees: dict[str, Element]) -> None:
    assert 'O\'Brien, <img src=x onerror=alert(1)> "Q"' in said(trees["authors/"])
    assert 'Ünder "quoted" <org>' in said(trees["organisations/"])
    assert "Lenses & <prisms>" in said(trees["overview/gaps/"])
    for url in ("authors/", "organisations/", "overview/"):
        assert not list(trees[url].iter(f"{HTML}img"))
        assert all(script.get("src") for script in trees[url].iter(f"{HTML}script"))


def test_a_cell_says_what_it_counts(trees: dict[str, Element]) -> None:
    table = next(trees["overview/gaps/"].iter(f"{HTML}table"))
    labels = [link.get("aria-label") for link in table.iter(f"{HTML}a") if link.get("aria-label")]
    assert labels[:3] == ["3 papers: Making light", "1 paper: Making light, Oil", "0 papers: Making light, Gas"]
    gaps = [cell for cell in table.iter(f"{HTML}td") if cell.get("class") == "gap"]
    assert len(gaps) == 9 and {said(cell) for cell in gaps} == {"·"}
    widths = {len(list(row)) for row in table.iter(f"{HTML}tr")}
    assert len(widths) == 1
