"""JSON-LD: what it says of papers, lists and the survey, and that no title breaks out of its block."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest

from conspectus.catalog import Catalog
from conspectus.components import json_ld
from conspectus.components.crumbs import Crumb
from conspectus.model.survey import Survey
from conspectus.pages import plan
from conspectus.project import Project
from conspectus.render import Renderer

Blocks = dict[str, Any]


def blocks(survey: Survey) -> Blocks:
    """The data block of each page that has one, as a browser's parser finds it."""
    site = plan(Catalog.of(survey))
    renderer = Renderer(Project(Path(__file__)).templates, site.shell)
    found = {}
    for page in site.pages:
        if page.path.endswith(".html"):
            tree = html5lib.parse(renderer.page(page).data, transport_encoding="utf-8", namespaceHTMLElements=False)
            data = [element.text for element in tree.iter("script") if element.get("type") == "application/ld+json"]
            assert len(data) < 2
            if data:
                found[page.url] = json.loads(data[0] or "")
    return found


@pytest.fixture(scope="module")
def said(lamps: Survey) -> Blocks:
    return blocks(lamps)


def test_home_papers_and_categories_say_what_they_are(said: Blocks) -> None:
    kinds = {url: data["@type"] for url, data in said.items()}
    assert kinds.pop("") == "WebSite"
    assert {kind for url, kind in kinds.items() if url.startswith("papers/")} == {"ScholarlyArticle"}
    assert {kind for url, kind in kinds.items() if not url.startswith("papers/")} == {"CollectionPage"}
    assert {"papers/wick/", "papers/tide/", "topics/", "topics/light/", "fuel/oil/"} <= set(kinds)
    assert all(data["@context"] == "https://schema.org" for data in said.values())


def test_a_paper_is_named_by_its_identifier_and_told_in_full(said: Blocks) -> None:
    wick = said["papers/wick/"]
    assert wick["@id"] == wick["url"] == "https://arxiv.org/abs/2305.99901"
    assert wick["name"] == wick["headline"] == "Trimming the Wick in O(log n) Nights"
    assert wick["author"][0] == {"@type": "Person", "name": "Ada Lampe"} and len(wick["author"]) == 7
    assert wick["datePublished"] == "2023-05-04"
    assert wick["isPartOf"] == {"@type": "Periodical", "name": "Journal of Imaginary Lights"}
    assert wick["identifier"] == [{"@type": "PropertyValue", "propertyID": "arXiv", "value": "2305.99901"}]
    assert wick["keywords"] == ["oil", "burner"]
    assert wick["mainEntityOfPage"] == "https://keepers.example/lamps/papers/wick/"
    assert said["papers/valve/"]["@id"] == "https://doi.org/10.99999/sun.valve"


def test_nothing_is_said_of_what_is_not_known(said: Blocks) -> None:
    tide = said["papers/tide/"]
    assert set(tide) == {"@context", "@type", "name", "headline", "mainEntityOfPage"}


def test_no_abstract_is_given_away(said: Blocks) -> None:
    assert "We made up this abstract" not in json.dumps(said)


def test_a_facet_is_a_set_of_terms_and_a_category_one_of_them(said: Blocks) -> None:
    terms = said["topics/"]["mainEntity"]
    root = "https://keepers.example/lamps/"
    assert (terms["@type"], terms["@id"], terms["name"]) == ("DefinedTermSet", f"{root}topics/#terms", "Topics")
    burners = {"@type": "DefinedTerm", "termCode": "burners", "name": "Burners", "url": f"{root}topics/burners/"}
    assert burners in terms["hasDefinedTerm"] and len(terms["hasDefinedTerm"]) == 6
    inside = {"@type": "DefinedTermSet", "@id": terms["@id"], "name": "Topics"}
    assert said["topics/burners/"]["about"] == {**burners, "inDefinedTermSet": inside}
    way = said["topics/"]["breadcrumb"]["itemListElement"]
    assert [(step["name"], step["item"]) for step in way] == [("Lamps & <lights>", root), ("Topics", f"{root}topics/")]


def test_a_category_lists_its_papers_and_the_way_to_it(said: Blocks) -> None:
    page = said["topics/burners/"]
    root = "https://keepers.example/lamps/"
    way = page["breadcrumb"]["itemListElement"]
    assert [(step["position"], step["item"]) for step in way] == [
        (1, root),
        (2, f"{root}topics/"),
        (3, f"{root}topics/light/"),
        (4, f"{root}topics/burners/"),
    ]
    papers = page["mainEntity"]["itemListElement"]
    assert [(item["position"], item["url"]) for item in papers] == [
        (1, f"{root}papers/wick/"),
        (2, f"{root}papers/hostile/"),
    ]
    assert page["@id"] == page["url"] == f"{root}topics/burners/"


def test_further_pages_go_on_counting(many: Survey) -> None:
    page = {page.url: page for page in plan(Catalog.of(many)).pages}["topics/light/3/"]
    data: Any = page.view.head.data  # type: ignore[attr-defined]
    positions = [item["position"] for item in data["mainEntity"]["itemListElement"]]
    assert positions == list(range(101, 121))
    assert data["url"].endswith("/topics/light/3/")


def test_the_front_page_says_how_the_survey_is_searched(said: Blocks) -> None:
    action = said[""]["potentialAction"]
    assert action["@type"] == "SearchAction"
    assert action["target"]["urlTemplate"] == "https://keepers.example/lamps/search/?q={search_term_string}"
    assert action["query-input"] == "required name=search_term_string"


def test_without_a_host_no_address_in_the_site_is_said(lamps_at: Callable[[str], Survey]) -> None:
    found = blocks(lamps_at(""))
    assert "potentialAction" not in found[""] and "url" not in found[""]
    assert "mainEntityOfPage" not in found["papers/wick/"] and "@id" in found["papers/wick/"]
    way = found["topics/burners/"]["breadcrumb"]["itemListElement"]
    assert [set(step) for step in way] == [{"@type", "position", "name"}] * 4


def test_a_hostile_title_comes_back_whole(said: Blocks, catalog: Catalog) -> None:
    assert said["papers/hostile/"]["name"] == catalog.papers["hostile"].title.as_text()
    assert "</title>" in said["papers/hostile/"]["name"]


@pytest.mark.parametrize("title", ["lamp " * 60, "lamp" * 60])
def test_a_long_title_is_cut_in_the_headline_alone(title: str, make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    survey = make_survey([make_paper("x", title)])
    catalog = Catalog.of(survey)
    data = json_ld.paper(catalog.entry(catalog.papers["x"]), survey.settings, "papers/x/")
    assert len(str(data["headline"])) <= 110 and str(data["headline"]).endswith("…")
    assert data["name"] == title.strip()


@pytest.mark.parametrize(
    ("base_url", "root"),
    [("https://a.example", "https://a.example/"), ("https://a.example/b/", "https://a.example/b/")],
)
def test_the_site_stands_at_one_address_however_it_is_written(base_url: str, root: str, lamps: Survey) -> None:
    settings = replace(lamps.settings, base_url=base_url)
    assert json_ld.base(settings) == root
    assert json_ld.collection("T", settings, [Crumb("T", "t/")], [], 1)["url"] == f"{root}t/"
