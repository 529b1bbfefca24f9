"""The pictures that stand for pages elsewhere, and the tags that name them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import Element

import html5lib
import pytest
from PIL import Image

from conspectus.catalog import Catalog
from conspectus.components import preview_images
from conspectus.model.site import Picture
from conspectus.model.survey import Survey
from conspectus.pages import plan
from conspectus.project import Project
from conspectus.render import Renderer

HOST = "https://keepers.example/lamps/"


def test_the_survey_and_each_category_have_a_picture(lamps: Survey, catalog: Catalog) -> None:
    views = {page.url: page.view for page in plan(Catalog.of(lamps)).pages if page.url.endswith(".png")}
    own = {f"{place.facet.url(place.category)}preview.png" for place in catalog.categories.values()}
    assert views.keys() == {"preview.png", *own}
    assert views["preview.png"] == Picture(
        "Lamps & <lights>",
        below="From the wick to the watch",
        figures="5 papers, 2021–2024",
        bars=(("2021", 1), ("2022", 1), ("2023", 1), ("2024", 1)),
    )
    fog = cast(Picture, views["topics/fog/preview.png"])
    assert (fog.title, fog.above, fog.figures, fog.bars) == ("Fog signals", "Lamps & <lights>", "1 paper, 2024", ())
    assert cast(Picture, views["topics/idle/preview.png"]).figures == "0 papers"


def test_one_picture_is_planned_without_the_others(lamps: Survey) -> None:
    for url in ("preview.png", "fuel/oil/preview.png"):
        page = plan(Catalog.of(lamps)).page(url)
        assert page and isinstance(page.view, Picture)


def test_a_paper_is_shown_by_its_first_topic(catalog: Catalog) -> None:
    of = {id: preview_images.of_paper(catalog, paper) for id, paper in catalog.papers.items()}
    assert of["wick"] and of["wick"].url == "topics/burners/preview.png"
    assert of["tide"] is None


@pytest.fixture(scope="module")
def tags(lamps: Survey) -> Callable[[str], dict[str, str]]:
    """The OpenGraph tags of a page by their names."""
    site = plan(Catalog.of(lamps))
    renderer = Renderer(Project(Path(__file__)).templates, site.shell)

    def read(url: str) -> dict[str, str]:
        page = site.page(url)
        assert page
        tree: Element = html5lib.parse(renderer.page(page).data, namespaceHTMLElements=False)
        return {tag.get("property", ""): tag.get("content", "") for tag in tree.iter("meta") if tag.get("property")}

    return read


def test_the_tags_say_what_a_link_to_the_page_shows(tags: Callable[[str], dict[str, str]]) -> None:
    assert tags("papers/wick/") == {
        "og:title": "Trimming the Wick in O(log n) Nights",
        "og:site_name": "Lamps & <lights>",
        "og:type": "article",
        "og:description": "Trimming the Wick in O(log n) Nights, Ada Lampe et al., 2023",
        "og:url": f"{HOST}papers/wick/",
        "og:image": f"{HOST}topics/burners/preview.png",
        "og:image:type": "image/png",
        "og:image:width": str(Picture.WIDTH),
        "og:image:height": str(Picture.HEIGHT),
        "og:image:alt": "Burners: papers by year, in the survey “Lamps & <lights>”",
    }
    assert tags("")["og:image"] == tags("papers/tide/")["og:image"] == f"{HOST}preview.png"
    assert tags("fuel/oil/")["og:image"] == f"{HOST}fuel/oil/preview.png"


def test_each_picture_that_a_page_names_is_there(lamps: Survey, tags: Callable[[str], dict[str, str]]) -> None:
    site = plan(Catalog.of(lamps))
    renderer = Renderer(Project(Path(__file__)).templates, site.shell)
    for url in ("", "papers/wick/", "fuel/oil/"):
        page = site.page(tags(url)["og:image"].removeprefix(HOST))
        assert page
        assert Image.open(io.BytesIO(renderer.page(page).data)).size == (Picture.WIDTH, Picture.HEIGHT)


def test_where_the_host_is_not_known_there_are_no_pictures(lamps_at: Callable[[str], Survey]) -> None:
    site = plan(Catalog.of(lamps_at("")))
    assert not [page.url for page in site.pages if page.url.endswith(".png")]
    home = site.page("")
    assert home and b"og:image" not in Renderer(Project(Path(__file__)).templates, site.shell).page(home).data
