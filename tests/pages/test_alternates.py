"""The files in other formats that a page's head names: for whom, of which type, and that they are there."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from conspectus.catalog import Catalog
from conspectus.model.survey import Survey
from conspectus.pages import plan
from conspectus.project import Project
from conspectus.render import Renderer

TYPES = {
    "application/x-bibtex": ".bib",
    "application/x-research-info-systems": ".ris",
    "application/vnd.citationstyles.csl+json": ".json",
}


@pytest.mark.parametrize(
    "url", ["", "papers/", "papers/wick/", "topics/light/", "fuel/oil/", "queries/of-light/"]
)  # fmt: skip
def test_a_page_of_papers_names_them_in_every_format_of_reference_managers(url: str, lamps: Survey) -> None:
    site = plan(Catalog.of(lamps))
    page = site.page(url)
    assert page
    data = Renderer(Project(Path(__file__)).templates, site.shell).page(page).data
    tree = html5lib.parse(data, transport_encoding="utf-8", namespaceHTMLElements=False)
    named = {
        link.get("type"): link.get("href", "").removeprefix("/lamps/")
        for link in tree.iter("link")
        if link.get("rel") == "alternate"
    }
    assert named.keys() >= {*TYPES, "application/atom+xml"}
    for type, suffix in TYPES.items():
        assert named[type].endswith(suffix)
        assert site.page(named[type])
