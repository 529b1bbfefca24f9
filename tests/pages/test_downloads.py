"""Which files there are to take along, and what is in them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
import rispy
from pybtex.database import parse_string

from conspectus.catalog import Catalog
from conspectus.exports import EXPORTS
from conspectus.model.survey import Survey
from conspectus.pages import all_about, downloads, plan
from conspectus.project import Project
from conspectus.render import Renderer


@pytest.fixture(scope="module")
def files(lamps: Survey) -> dict[str, str]:
    site = plan(Catalog.of(lamps))
    renderer = Renderer(Project(Path(__file__)).templates, site.shell)
    wanted = {page.url for page in all_about(downloads, Catalog.of(lamps))}
    return {page.url: renderer.page(page).data.decode() for page in site.pages if page.url in wanted}


def test_every_paper_has_its_files(files: dict[str, str], lamps: Survey) -> None:
    for paper in lamps.library.papers:
        assert list(parse_string(files[f"papers/{paper.id}/cite.bib"], "bibtex").entries) == [paper.id]
        assert [entry["id"] for entry in rispy.loads(files[f"papers/{paper.id}/cite.ris"])] == [paper.id]
        assert [item["id"] for item in json.loads(files[f"papers/{paper.id}/cite.json"])] == [paper.id]


def test_a_category_has_the_papers_below_it_each_once(files: dict[str, str]) -> None:
    for url, ids in {"topics/light": {"wick", "valve", "hostile"}, "topics/burners": {"wick", "hostile"}}.items():
        assert set(parse_string(files[f"{url}/papers.bib"], "bibtex").entries) == ids
        assert {entry["id"] for entry in rispy.loads(files[f"{url}/papers.ris"])} == ids
        assert {item["id"] for item in json.loads(files[f"{url}/papers.json"])} == ids
        assert files[f"{url}/papers.csv"].count("\r\n") == len(ids) + 1


def test_a_category_without_papers_has_no_files(files: dict[str, str]) -> None:
    assert not [url for url in files if url.startswith("topics/idle/")]


def test_the_site_has_all_papers_and_its_own_data_keeps_its_name(files: dict[str, str], lamps: Survey) -> None:
    ids = {paper.id for paper in lamps.library.papers}
    assert set(parse_string(files["data/papers.bib"], "bibtex").entries) == ids
    assert {item["id"] for item in json.loads(files["data/papers.csl.json"])} == ids
    assert {"data/papers.ris", "data/papers.csv", "data/README.md"} <= set(files)
    assert "data/papers.json" not in files


def test_the_list_has_a_paper_in_its_lowest_place_and_the_unplaced_at_the_end(files: dict[str, str]) -> None:
    text = files["data/README.md"]
    sections = {part.partition("\n")[0].strip("# "): part for part in text.split("\n##")}
    assert "Trimming the Wick" in sections["Burners"]
    assert "Trimming the Wick" not in sections["Making light"]
    assert "Tide Tables" in sections["Other papers"]
    assert "Nothing yet" not in text


def test_abstracts_are_not_given_away(files: dict[str, str]) -> None:
    assert not [url for url, text in files.items() if "We made up this abstract" in text]


@pytest.fixture(scope="module")
def shown(lamps: Survey) -> dict[str, Element]:
    """The pages that offer files, as the browser reads them."""
    site = plan(Catalog.of(lamps))
    renderer = Renderer(Project(Path(__file__)).templates, site.shell)
    urls = ("papers/", "papers/hostile/", "papers/wick/", "topics/light/", "topics/idle/")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    pages = ((url, site.page(url)) for url in urls)
    return {url: parser.parse(renderer.page(page).data, transport_encoding="utf-8") for url, page in pages if page}


def text_of(element: Element | None) -> str:
    assert element is not None
    return "".join(element.itertext())


def test_a_papers_page_says_how_to_cite_it(shown: dict[str, Element], files: dict[str, str]) -> None:
    for id in ("wick", "hostile"):
        block = shown[f"papers/{id}/"].find(".//details[@class='cite']")
        assert block is not None
        assert text_of(block.find(".//pre")) + "\n" == files[f"papers/{id}/cite.bib"]


WHOLE = [f"papers.{export.SUFFIX}" for export in EXPORTS]


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("papers/wick/", [f"cite.{export.SUFFIX}" for export in EXPORTS if export.USES]),
        ("topics/light/", WHOLE),
        ("papers/", [name.replace(".json", ".csl.json") for name in WHOLE] + ["README.md"]),
        ("topics/idle/", []),
    ],
)
def test_a_page_links_its_files_and_names_them_in_its_head(
    url: str, names: list[str], shown: dict[str, Element]
) -> None:
    folder = "data/" if url == "papers/" else url
    expected = [f"/lamps/{folder}{name}" for name in names]
    typed = [link for link in shown[url].findall(".//body//a[@type]") if "atom" not in link.get("type", "")]
    heads = [
        link for link in shown[url].findall(".//head/link[@rel='alternate']") if "atom" not in link.get("type", "")
    ]
    assert [link.get("href") for link in typed] == expected
    assert [(link.get("href"), link.get("type")) for link in heads] == [
        (link.get("href"), link.get("type")) for link in typed
    ]
