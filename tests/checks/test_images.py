"""Images that prose shows: missing ones, those of other sites, those without words, and those that nobody shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from conspectus.diagnostics import Span
from conspectus.model.links import of_text
from conspectus.model.paper import Source
from conspectus.model.survey import ImageFile, Survey

ABOUT = "content/pages/about.md"
TEXT = """\
![A lamp](images/lamp.svg), ![a bell](../images/sub/bell.png) and ![gone](images/lmap.svg)
![](bell.png) ![not ours](https://lamps.example/a.png) [as a link](images/linked.png)
"""


def survey(made: Any, text: str = TEXT) -> Survey:
    page = replace(made.note("about", text, "pages"), linked=tuple(of_text(text, ABOUT)))
    names = ("lamp.svg", "sub/bell.png", "linked.png", "left.png")
    images = tuple(ImageFile(Source.of(f"content/images/{name}", b"")) for name in names)
    return replace(made.survey([made.paper("wick", 4, summary="![](images/left.jpg)")], pages=[page]), images=images)


def test_a_missing_image_is_reported_at_its_place_with_the_nearest(made: Any) -> None:
    assert [(str(m.span), m.help) for m in made.found("missing-image", survey(made))] == [
        (f"{ABOUT}:1:75", "did you mean `images/lamp.svg`?"),
        (f"{ABOUT}:2:5", "write `images/sub/bell.png`"),
        ("content/papers/lamps.yaml:4:7", "did you mean `images/left.png`?"),
    ]


def test_an_image_of_another_site_is_reported(made: Any) -> None:
    (mistake,) = made.found("remote-image", survey(made))
    assert mistake.span == Span(ABOUT, 2, 27, 27)


def test_an_image_without_words_is_reported(made: Any) -> None:
    assert [m.span.line for m in made.found("missing-alt-text", survey(made))] == [2, 4]


def test_an_image_that_nothing_shows_or_links_to_is_reported(made: Any) -> None:
    (mistake,) = made.found("unused-image", survey(made))
    assert mistake.span.file == "content/images/left.png"


def test_an_image_and_a_category_of_one_address_clash(made: Any) -> None:
    facets = [made.facet("images", made.category("left.png"))]
    clashing = replace(survey(made), taxonomy=made.survey(facets=facets).taxonomy)
    assert "images/left.png" in made.found("url-clash", clashing)[0].message
