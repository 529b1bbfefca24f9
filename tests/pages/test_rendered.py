"""The made-by-hand survey's site as it is rendered, at a root and under a sub-path: sound HTML, safe, and whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from conspectus.catalog import Catalog
from conspectus.components import by_month
from conspectus.model.survey import Survey
from conspectus.pages import all_papers, plan
from conspectus.project import Project
from conspectus.publish.paths import INDEX
from conspectus.render import Renderer

BASES = {
    "at the root": "https://keepers.example/",
    "under a path": "https://keepers.example/lamps/",
    "nowhere yet": "",
}
DATA = "application/ld+json"
"""The type of the one kind of script element with something in it: data, which no browser runs."""

Tree = Element
Site = dict[str, bytes]


@pytest.fixture(scope="module", params=BASES.values(), ids=BASES.keys())
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(base: str, lamps_at: Callable[[str], Survey]) -> Site:
    """All files of the site by their paths."""
    planned = plan(Catalog.of(lamps_at(base)))
    outputs = Renderer(Project(Path(__file__)).templates, planned.shell).outputs(planned)
    return {output.path: output.data for output in outputs}


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Tree]:
    """All HTML pages as the browser's own algorithm reads them; what is not well formed fails here."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return {path: parser.parse(data, transport_encoding="utf-8") for path, data in site.items() if path[-5:] == ".html"}


def addresses(tree: Tree) -> Iterator[tuple[Tree, str]]:
    """The addresses that elements name; those in a `<template>` are not yet of anything."""
    unused = {element for template in tree.iter("template") for element in template.iter()}
    for element in tree.iter():
        if element in unused:
            continue
        for name in ("href", "src", "action", "data-bundle", "{http://www.w3.org/1999/xlink}href"):
            if name in element.attrib:
                yield element, element.attrib[name]


def test_every_page_is_well_formed(pages: dict[str, Tree]) -> None:
    assert len(pages) > 20


def test_every_address_inside_the_site_leads_somewhere(base: str, site: Site, pages: dict[str, Tree]) -> None:
    host = base or "https://nowhere.example/"
    checked = 0
    for path, tree in pages.items():
        for _, address in addresses(tree):
            whole = urljoin(host + path.removesuffix("index.html"), address)
            if urlsplit(whole).netloc != urlsplit(host).netloc:
                continue
            assert whole.startswith(host), f"{path} leads out of the site: {address}"
            inside, _, fragment = whole.removeprefix(host).partition("#")
            inside = unquote(inside.partition("?")[0])
            if inside.startswith(f"{INDEX}/"):  # publishing puts it there
                continue
            file = f"{inside}index.html" if inside == "" or inside.endswith("/") else inside
            assert file in site, f"{path} leads to {address}, which is not there"
            if fragment:
                target = pages[file]
                assert any(element.get("id") == fragment for element in target.iter()), f"{path}: {address}"
            checked += 1
    assert checked > 300


REDIRECTS = {
    f"{url}/index.html" for url in ("papers/wick-trimming", "topics/burning", "queries/dark", "queries/of-lamps")
}


def test_every_page_can_be_come_to_from_the_front_page(base: str, pages: dict[str, Tree]) -> None:
    host = base or "https://nowhere.example/"
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for element, address in addresses(pages[path]):
            whole = urljoin(host + path.removesuffix("index.html"), address).partition("#")[0]
            inside = whole.removeprefix(host)
            file = f"{inside}index.html" if inside == "" or inside.endswith("/") else inside
            if element.tag == "a" and file in pages and file not in seen:
                seen.add(file)
                waiting.append(file)
    assert set(pages) - seen <= {"404.html", "search/index.html", *REDIRECTS}  # the search is a form on every page


def test_there_is_no_script_or_style_inline(pages: dict[str, Tree]) -> None:
    for path, tree in pages.items():
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag != "style", path
            if element.tag == "script" and element.get("type") != DATA:
                assert element.get("src") and not (element.text or "").strip(), path
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], path


def test_every_page_forbids_what_is_not_its_own(pages: dict[str, Tree]) -> None:
    for path, tree in pages.items():
        if "Moved:" in "".join(tree.find(".//title").itertext()):  # type: ignore[union-attr]
            continue
        policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']")
        assert policy is not None, path
        said = policy.get("content", "")
        assert "default-src 'none'" in said and "unsafe" not in said and "base-uri 'none'" in said


def test_nothing_is_loaded_from_another_host(base: str, pages: dict[str, Tree]) -> None:
    for path, tree in pages.items():
        for element, address in addresses(tree):
            if element.tag in ("script", "img") or element.get("rel") in ("stylesheet", "icon"):
                assert address.startswith(urlsplit(base).path or "/") and not address.startswith("//"), (path, address)


def test_lists_tell_reference_managers_of_each_paper_and_papers_pages_leave_it_to_their_tags(
    pages: dict[str, Tree],
) -> None:
    for path, tree in pages.items():
        cards = [e for e in tree.iter("article") if e.get("class") == "card"]
        told = [e for e in tree.iter("span") if e.get("class") == "Z3988"]
        assert len(told) == len(cards), path
        assert all((e.get("title") or "").startswith("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi") for e in told)
    assert [e for e in pages["topics/light/index.html"].iter("span") if e.get("class") == "Z3988"]
    assert not [e for e in pages["papers/wick/index.html"].iter("span") if e.get("class") == "Z3988"]


def test_links_lead_to_the_web_alone(pages: dict[str, Tree]) -> None:
    for path, tree in pages.items():
        for _, address in addresses(tree):
            assert urlsplit(address).scheme in ("", "http", "https"), (path, address)


def test_a_hostile_title_stays_text(pages: dict[str, Tree]) -> None:
    tree = pages["papers/hostile/index.html"]
    heading, title = tree.find(".//h1"), tree.find(".//title")
    assert heading is not None and title is not None
    wanted = "<script>alert(\"title\")</script> & 'quotes' </title> ]]> shell"  # braces are TeX's
    curly = str.maketrans("‘’“”", "''\"\"")
    assert "".join(heading.itertext()).translate(curly) == wanted
    assert "alert" in (title.text or "")
    for tree in pages.values():
        assert not [e for e in tree.iter("script") if not e.get("src") and e.get("type") != DATA]
        assert tree.find(".//body//b") is None and tree.find(".//img") is None


def test_each_page_has_one_heading_of_the_first_level_and_skips_none(pages: dict[str, Tree]) -> None:
    for path, tree in pages.items():
        levels = [int(e.tag[1]) for e in tree.iter() if isinstance(e.tag, str) and e.tag in "h1 h2 h3 h4 h5 h6".split()]
        assert levels.count(1) == 1 and levels[0] == 1, path
        assert all(now - before <= 1 for before, now in pairwise(levels)), (path, levels)


def test_ids_stand_once_on_a_page_and_labels_point_to_them(pages: dict[str, Tree]) -> None:
    for path, tree in pages.items():
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
        for element in tree.iter():
            for name in ("aria-labelledby", "aria-describedby", "for"):
                assert set((element.get(name) or "").split()) <= set(ids), (path, name)


def test_each_page_has_landmarks_and_a_way_past_the_navigation(pages: dict[str, Tree]) -> None:
    for path, tree in pages.items():
        if path in REDIRECTS:
            continue
        first = tree.find(".//body/a")
        assert first is not None and first.get("href") == "#content", path
        for landmark in ("header", "main", "footer", "header/nav"):
            assert tree.find(f".//body/{landmark}") is not None, (path, landmark)


def test_the_navigation_marks_where_one_is(pages: dict[str, Tree]) -> None:
    def marked(path: str) -> list[tuple[str | None, str | None]]:
        links = pages[path].findall(".//header//a[@aria-current]")
        return [(link.text, link.get("aria-current")) for link in links]

    assert marked("topics/index.html") == [("Topics", "page")]
    assert marked("topics/fog/index.html") == [("Topics", "true")]
    assert marked("papers/wick/index.html") == [("All papers", "true")]
    assert marked("authors/index.html") == marked("overview/gaps/index.html") == [("Explore", "true")]
    assert marked("queries/index.html") == []


def rendered(survey: Survey, url: str) -> Tree:
    planned = plan(Catalog.of(survey))
    page = planned.page(url)
    assert page
    html = Renderer(Project(Path(__file__)).templates, planned.shell).page(page).data
    return html5lib.parse(html, transport_encoding="utf-8", namespaceHTMLElements=False)


def test_a_year_of_a_large_survey_is_marked_as_part_of_all_papers(
    many: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_month, "MOST_ON_ONE_PAGE", 20)
    monkeypatch.setattr(all_papers, "MOST_ON_ONE_PAGE", 20)
    tree = rendered(many, "overview/years/2019/")
    assert [link.text for link in tree.findall(".//header//a[@aria-current]")] == ["All papers"]


def test_a_front_page_without_words_leaves_no_room_for_them(many: Survey) -> None:
    opening = rendered(many, "").find(".//div[@class='opening']")
    assert opening is not None and [child.get("class") for child in opening] == ["figures"]


def test_the_abstract_is_there_with_its_addresses_as_links(pages: dict[str, Tree]) -> None:
    abstract = pages["papers/wick/index.html"].find(".//details[@class='abstract']")
    assert abstract is not None
    assert "it saves 21%" in "".join(abstract.itertext())
    assert [link.get("href") for link in abstract.iter("a")] == ["https://plans.example/wick"]


def test_mathematics_is_mathml(pages: dict[str, Tree]) -> None:
    heading = pages["papers/wick/index.html"].find(".//h1")
    assert heading is not None
    assert [element for element in heading.iter() if isinstance(element.tag, str) and element.tag.endswith("math")]


def test_an_earlier_address_leads_on_without_javascript(base: str, pages: dict[str, Tree]) -> None:
    tree = pages["papers/wick-trimming/index.html"]
    target = f"{urlsplit(base).path or '/'}papers/wick/"
    refresh, canonical, link = (tree.find(f".//{what}") for what in ("meta[@http-equiv]", "link[@rel]", "body//a"))
    assert refresh is not None and refresh.get("content") == f"0; url={target}"
    assert canonical is not None and canonical.get("href", "").endswith("papers/wick/")
    assert link is not None and link.get("href") == target


def test_what_is_no_page_to_find_says_so(pages: dict[str, Tree]) -> None:
    hidden = {
        path for path, tree in pages.items() if tree.find(".//meta[@name='robots'][@content='noindex']") is not None
    }
    assert {"404.html", "worklist/index.html", "papers/wick-trimming/index.html"} <= hidden
    assert not {"index.html", "papers/wick/index.html", "topics/light/index.html"} & hidden


def test_the_search_page_tells_those_without_javascript_where_to_go(site: Site, pages: dict[str, Tree]) -> None:
    text = site["search/index.html"].decode()
    start, end = text.index("<noscript>"), text.index("</noscript>")
    assert 'papers/">all papers by year</a>' in text[start:end]


def test_a_card_is_the_same_on_every_page_and_says_what_lists_go_by(pages: dict[str, Tree]) -> None:
    cards = {
        path: card.attrib
        for path, tree in pages.items()
        for card in tree.iter("article")
        if card.get("class") == "card" and card.get("data-paper") == "bell"
    }
    assert len(cards) > 2
    for attributes in cards.values():
        assert attributes == {
            "class": "card",
            "data-paper": "bell",
            "data-marks": "topic:watch topic:fog year:2024 code:yes",
        }
