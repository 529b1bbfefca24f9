"""What machines read, as it is rendered: feeds, sitemaps, the data and its schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from conspectus.catalog import Catalog
from conspectus.model.site import Page, Pages, Site
from conspectus.model.survey import Survey
from conspectus.model.when import Date
from conspectus.pages import paper, plan, sitemap
from conspectus.pages.sitemap import MOST
from conspectus.project import Project
from conspectus.render import Renderer

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

Rendered = Callable[[Survey], dict[str, bytes]]


@pytest.fixture(scope="session")
def rendered() -> Rendered:
    def render(survey: Survey) -> dict[str, bytes]:
        site = plan(Catalog.of(survey))
        renderer = Renderer(Project(Path(__file__)).templates, site.shell)
        return {page.url: renderer.page(page).data for page in site.pages if not page.path.endswith(".html")}

    return render


@pytest.fixture(scope="session")
def files(lamps: Survey, rendered: Rendered) -> dict[str, bytes]:
    return rendered(lamps)


def feed(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 - we made it


def test_every_feed_has_what_the_standard_demands(files: dict[str, bytes]) -> None:
    feeds = {url: feed(data) for url, data in files.items() if url.endswith("feed.xml")}
    assert len(feeds) == 8
    for url, root in feeds.items():
        assert root.tag == f"{ATOM}feed"
        for element in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(ATOM + name)) == 1, (url, name)
        assert root.find(f"{ATOM}author/{ATOM}name") is not None
        self_link = root.find(f"{ATOM}link[@rel='self']")
        assert self_link is not None
        assert self_link.get("href") == f"https://keepers.example/lamps/{url}"


def test_feed_ids_are_all_different_and_name_no_address(files: dict[str, bytes]) -> None:
    roots = [feed(data) for url, data in files.items() if url.endswith("feed.xml")]
    ids = [root.findtext(f"{ATOM}id", "") for root in roots]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("urn:uuid:") for id in ids)


def test_a_paper_has_one_id_in_all_feeds_wherever_the_site_stands(
    files: dict[str, bytes], rendered: Rendered, lamps_at: Callable[[str], Survey]
) -> None:
    def ids(data: bytes) -> dict[str, str]:
        entries = feed(data).iter(f"{ATOM}entry")
        return {entry.findtext(f"{ATOM}title", ""): entry.findtext(f"{ATOM}id", "") for entry in entries}

    whole, part = ids(files["feed.xml"]), ids(files["topics/light/feed.xml"])
    assert len(whole) == 5
    assert part.items() <= whole.items()
    assert ids(rendered(lamps_at("https://elsewhere.example/"))["feed.xml"]) == whole


def test_a_new_name_changes_no_id_that_feeds_know(rendered: Rendered, make_paper: Any, make_survey: Any) -> None:
    def ids(survey: Survey) -> list[str]:
        return [element.text or "" for element in feed(rendered(survey)["feed.xml"]).iter(f"{ATOM}id")]

    survey = make_survey([make_paper("valve")])
    kept = replace(survey.settings, title="Lamps, renamed", id=survey.settings.title)
    assert ids(replace(survey, settings=kept)) == ids(survey)
    assert not set(ids(replace(survey, settings=replace(kept, id="")))) & set(ids(survey))
    assert ids(make_survey([make_paper("new-valve", was=("valve", "sun-valve"))])) == ids(survey)


def test_a_feed_is_as_new_as_its_newest_paper(files: dict[str, bytes]) -> None:
    assert feed(files["feed.xml"]).findtext(f"{ATOM}updated") == "2024-02-29T00:00:00Z"
    assert feed(files["topics/lenses/feed.xml"]).findtext(f"{ATOM}updated") == "2023-05-04T00:00:00Z"


def test_a_feed_begins_with_what_was_added_last(rendered: Rendered, make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    old = make_paper("old", "Old", date="1907", added=Date(2026, 6, 12))
    new = make_paper("new", "New", date="2025-01", added=Date(2026, 6, 11))
    undated = make_paper("undated", "Undated", date="2026-06-11")
    root = feed(rendered(make_survey([old, new, undated]))["feed.xml"])
    links = [entry.find(f"{ATOM}link") for entry in root.iter(f"{ATOM}entry")]
    assert [str(link.get("href"))[-8:].strip("/") for link in links if link is not None] == [
        "ers/old",
        "ers/new",
        "undated",
    ]
    assert root.findtext(f"{ATOM}updated") == "2026-06-12T00:00:00Z"


def test_a_feed_carries_plain_titles_and_summaries_as_html(files: dict[str, bytes]) -> None:
    entries = {entry.findtext(f"{ATOM}title"): entry for entry in feed(files["feed.xml"]).iter(f"{ATOM}entry")}
    wick = entries["Trimming the Wick in O(log n) Nights"]
    summary = wick.find(f"{ATOM}summary")
    assert summary is not None and summary.get("type") == "html"
    assert summary.text is not None and "<em>halves</em>" in summary.text
    hostile = next(entry for title, entry in entries.items() if title and title.startswith("<script>"))
    assert "<script" not in hostile.findtext(f"{ATOM}summary", "")


def test_the_sitemap_has_the_pages_a_reader_wants(files: dict[str, bytes]) -> None:
    found = [loc.text or "" for loc in ElementTree.fromstring(files["sitemap.xml"]).iter(f"{SITEMAP}loc")]  # noqa: S314
    assert all(url.startswith("https://keepers.example/lamps/") for url in found)
    ends = {url.removeprefix("https://keepers.example/lamps/") for url in found}
    assert {"", "papers/wick/", "topics/light/", "fuel/oil/", "pages/about/"} <= ends
    assert not ends & {"404.html", "worklist/", "papers/wick-trimming/", "feed.xml", "topics/burning/"}


def test_a_sitemap_too_long_becomes_several_and_an_index(lamps: Survey) -> None:
    pages = [Page(f"papers/p{number}/", paper.KIND, "pages/paper.html", lambda: None) for number in range(MOST + 1)]
    short, long = (
        Site(plan(Catalog.of(lamps)).shell, (Pages.of(paper.KIND, lambda planned=planned: planned),))  # type: ignore[misc]
        for planned in (pages[:MOST], pages)
    )
    assert [page.url for page in sitemap.pages(Catalog.of(lamps), short)] == ["sitemap.xml"]
    made = {page.url: page for page in sitemap.pages(Catalog.of(lamps), long)}
    assert sorted(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert made["sitemap.xml"].template == "pages/sitemap-index.xml"


def papers(files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    return {paper["id"]: paper for paper in json.loads(files["data/papers.json"])["papers"]}


def test_the_data_keeps_to_its_schema(files: dict[str, bytes]) -> None:
    schema = json.loads(files["data/papers.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(files["data/papers.json"]), schema, jsonschema.Draft202012Validator)


def test_the_schema_refuses_what_is_no_paper(files: dict[str, bytes]) -> None:
    schema = json.loads(files["data/papers.schema.json"])
    for change in ({"date": "May"}, {"urls": [{"kind": "code", "url": "javascript:1"}]}, {"surprise": 1}):
        document = json.loads(files["data/papers.json"])
        document["papers"][0] |= change
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(document, schema, jsonschema.Draft202012Validator)


def test_the_data_says_all_that_is_known_of_a_paper(files: dict[str, bytes]) -> None:
    wick = papers(files)["wick"]
    assert wick["title"] == "Trimming the Wick in O(log n) Nights"
    assert wick["title_tex"] == r"Trimming the Wick in $O(\log n)$ Nights"
    assert (wick["date"], wick["date_inferred"], wick["author_count"]) == ("2023-05-04", None, 7)
    assert (wick["kind"], wick["venue"], wick["volume"]) == ("article-journal", "Journal of Imaginary Lights", "7")
    assert wick["facts"] == {"saved": "40%", "manned": True, "reach_nm": 12}
    assert wick["placements"] == [
        {"facet": "topic", "category": "burners", "reason": "matched “Lamps” in the title"},
        {"facet": "topic", "category": "lenses", "reason": "pinned by the category"},
        {"facet": "fuel", "category": "oil", "reason": "matched “Lamps” in the title"},
    ]
    assert wick["was"] == ["wick-trimming"]
    assert papers(files)["bell"]["date_inferred"] == "head"


def test_abstracts_are_not_given_away(files: dict[str, bytes]) -> None:
    assert b"We made up this abstract" not in files["data/papers.json"]


def test_data_from_a_nameless_place_needs_no_address(lamps: Survey, rendered: Rendered) -> None:
    nowhere = replace(lamps, settings=replace(lamps.settings, base_url="", tagline="", author=""))
    assert feed(rendered(nowhere)["feed.xml"]).findtext(f"{ATOM}author/{ATOM}name") == "Lamps & <lights>"
