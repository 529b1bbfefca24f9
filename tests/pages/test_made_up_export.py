"""An export is a module and a line in EXPORTS: nothing else is touched, and it is wherever there are exports."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

import made_up_export as log
from conspectus import exports
from conspectus.catalog import Catalog
from conspectus.model.survey import Survey
from conspectus.pages import plan
from conspectus.preview.answers import content_type
from conspectus.project import Project
from conspectus.render import Renderer


@pytest.fixture(scope="module")
def files(lamps: Survey) -> dict[str, str]:
    """The site with one export more, by the addresses in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exports, "EXPORTS", (*exports.EXPORTS, log))
        site = plan(Catalog.of(lamps))
        renderer = Renderer(Project(Path(__file__)).templates, site.shell)
        pages = [page for page in site.pages if not page.url.endswith(".png")]
        return {page.url: renderer.page(page).data.decode() for page in pages}


def shown(files: dict[str, str], url: str) -> Element:
    return html5lib.parse(files[url], namespaceHTMLElements=False)


PLACES = {
    "": "data/papers.log",
    "papers/": "data/papers.log",
    "papers/wick/": "papers/wick/cite.log",
    "topics/light/": "topics/light/papers.log",
    "fuel/oil/": "fuel/oil/papers.log",
    "queries/of-light/": "queries/of-light/papers.log",
}
"""Pages, and the files that they lead to."""


@pytest.mark.parametrize("url", PLACES)
def test_pages_of_papers_lead_to_its_files(url: str, files: dict[str, str]) -> None:
    page, address = shown(files, url), f"/lamps/{PLACES[url]}"
    (named,) = page.iterfind(f".//link[@rel='alternate'][@type='{log.MEDIA_TYPE}']")
    assert (named.get("title"), named.get("href")) == (log.NAME, address)
    links = [link.get("href") for link in page.iterfind(f".//body//a[@type='{log.MEDIA_TYPE}']")]
    assert links == ([] if url == "" else [address])  # the front page's papers are only its newest
    assert files[PLACES[url]].startswith("LOG\n<")


def test_a_papers_page_shows_it_and_has_it_copied(files: dict[str, str]) -> None:
    cite = shown(files, "papers/wick/").find(".//details[@class='cite']")
    assert cite is not None
    assert cite.find(".//button[@data-copy='/lamps/papers/wick/cite.log']") is not None
    assert [text.text for text in cite.iterfind(".//pre")][-1] == files["papers/wick/cite.log"].strip()


@pytest.mark.parametrize(
    ("url", "attribute"), [("search/", "value"), ("compare/", "data-cite"), ("reading/", "data-take")]
)
def test_what_is_found_or_chosen_can_be_had_in_it(url: str, attribute: str, files: dict[str, str]) -> None:
    (button,) = shown(files, url).iterfind(f".//button[@{attribute}='{log.SUFFIX}']")
    assert button.text == log.NAME


def test_browsers_are_told_of_it(files: dict[str, str]) -> None:
    told = json.loads(files["data/exports.json"])[-1]
    assert told["suffix"] == log.SUFFIX and told["each"] and files[told["whole"]].count(".\n") == 5
    assert (told["head"], told["end"], told["between"], told["tail"]) == ("LOG\n", ".\n", "-\n", "END\n")


def test_it_can_be_read_offline(files: dict[str, str]) -> None:
    section = shown(files, "offline/").find(".//section[@class='offline']")
    assert section is not None
    kept = section.get("data-also", "").split()
    assert {"/lamps/data/papers.log", "/lamps/data/exports.json"} <= set(kept)
    assert {address.removeprefix("/lamps/") for address in kept} <= files.keys()


def test_the_preview_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert content_type("papers/wick/cite.log") == "application/octet-stream"
    monkeypatch.setattr(exports, "EXPORTS", (*exports.EXPORTS, log))
    assert content_type("papers/wick/cite.log").startswith("text/plain")
    for export in exports.EXPORTS:
        assert content_type(f"cite.{export.SUFFIX}") != "application/octet-stream"
