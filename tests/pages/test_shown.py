"""What pages show, as a digest: it tells apart whatever a template can, and every page has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from conspectus.catalog import Catalog
from conspectus.model.site import Page, TextFile
from conspectus.model.survey import Survey
from conspectus.pages import plan
from conspectus.render import shown
from conspectus.text import Prose, Text
from made_up_pages import ANY

PAGE = Page("lamps/", ANY, "lamp.html", lambda: None)


@dataclass(frozen=True)
class View:
    lit: object


@dataclass(frozen=True)
class Other:
    lit: object


def test_every_page_of_a_survey_has_one(lamps_at: Callable[[str], Survey]) -> None:
    pages = plan(Catalog.of(lamps_at("https://lamps.example/"))).pages
    assert len({page.kind for page in pages}) > 20
    told = [page for page in pages if page.made_of or not isinstance(page.view, TextFile)]
    assert [page.url for page in told if not shown.digest(page, page.made_of() if page.made_of else page.view)] == []


def test_what_templates_tell_apart_has_another_digest() -> None:
    values = (1, True, 1.0, "1", b"1", None, "", (), (1,), {"a": 1, "b": 2}, {"b": 2, "a": 1}, Text("a"), Prose("a"))
    digests = {shown.digest(PAGE, View(value)) for value in values}
    digests |= {shown.digest(PAGE, Other(1)), shown.digest(replace(PAGE, template="light.html"), View(1))}
    assert len(digests) == len(values) + 2
    assert shown.digest(PAGE, View(Text("a"))) == shown.digest(replace(PAGE, url="others/"), View(Text("a")))


@pytest.mark.parametrize("value", [object(), lambda: 1, 2**70, [[[]]] * 2 + [print]])
def test_what_is_not_plain_data_has_none(value: object) -> None:
    assert shown.digest(PAGE, View(value)) == b""
