"""What a browser is told of the survey's search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conspectus.catalog import Catalog
from conspectus.model.survey import Survey
from conspectus.pages import opensearch, plan
from conspectus.project import Project
from conspectus.render import Renderer

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def rendered(survey: Survey, url: str) -> bytes:
    site = plan(Catalog.of(survey))
    renderer = Renderer(Project(Path(__file__)).templates, site.shell)
    return next(renderer.page(page).data for page in site.pages if page.url == url)


def test_the_description_has_what_the_standard_demands_and_no_more(lamps: Survey) -> None:
    root = ElementTree.fromstring(rendered(lamps, "opensearch.xml"))  # noqa: S314 - we made it
    assert root.tag == f"{NAMESPACE}OpenSearchDescription"
    assert [element.tag for element in root] == [NAMESPACE + name for name in ("ShortName", "Description", "Url")]
    name, description, url = root
    assert name.text == "Lamps & <lights>" and len(name.text) <= 16
    assert description.text == "Lamps & <lights>: From the wick to the watch"
    assert dict(url.attrib) == {
        "type": "text/html",
        "template": "https://keepers.example/lamps/search/?q={searchTerms}",
    }


def test_pages_lead_to_the_description_where_the_host_is_known(
    lamps: Survey, lamps_at: Callable[[str], Survey]
) -> None:
    link = '<link rel="search" type="application/opensearchdescription+xml" title="Lamps &amp; &lt;lights&gt;"'
    assert f'{link} href="/lamps/opensearch.xml">' in rendered(lamps, "papers/wick/").decode()
    assert "opensearch" not in rendered(lamps_at(""), "papers/wick/").decode()
    assert "opensearch.xml" not in {page.url for page in plan(Catalog.of(lamps_at(""))).pages}


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Lamps", "Lamps"),
        ("Sixteen lamps on", "Sixteen lamps on"),
        ("A survey of all the lamps", "A survey of all"),
        ("Leuchtfeuerverzeichnis", "Leuchtfeuerverze"),
        ("  two\n lines ", "two lines"),
    ],
)
def test_a_long_name_is_cut_between_words(text: str, short: str) -> None:
    assert opensearch.fitted(text, 16) == short


def test_no_description_is_longer_than_the_standard_allows(lamps: Survey) -> None:
    long = replace(lamps, settings=replace(lamps.settings, tagline="lamp " * 400))
    (page,) = [page for page in plan(Catalog.of(long)).pages if page.url == "opensearch.xml"]
    assert isinstance(page.view, opensearch.OpenSearch)
    assert len(page.view.description) <= 1024
