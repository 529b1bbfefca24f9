"""Every address in a site leads to something in it, and every fragment to an element, wherever the site stands.

The sites are this repository's own and the made-up one: pages, feeds, sitemap, linked data and all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import compile
from conspectus.project import Project

TESTS = Path(__file__).parent
SURVEYS = {"this repository's": TESTS.parent, "the made-up one": TESTS / "survey"}
BASES = {"at the root": "https://keepers.example/", "under a path": "https://keepers.example/a/repo/"}

ADDRESSES = frozenset("action cite data-bundle data-search formaction href poster src xlink:href".split())
NAMED = frozenset(["canonical", "og:image", "og:url"])
INDEX = "pagefind/"
"""Made when a site is published, after its pages."""

Site = dict[str, bytes]


class Read(HTMLParser):
    """An HTML page's addresses, its ids, and the blocks of linked data in it; what stands in a template is none yet."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.data: list[str] = []
        self._inside = False
        self._templates = 0
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._templates += tag == "template"
        if self._templates:
            return
        said = {name: value or "" for name, value in attributes}
        self.addresses += [value for name, value in said.items() if name in ADDRESSES]
        if tag == "meta" and said.get("property") in NAMED:
            self.addresses.append(said["content"])
        if said.get("http-equiv") == "refresh":
            self.addresses.append(said["content"].partition("url=")[2])
        self.ids.add(said.get("id", ""))
        self._inside = said.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._templates -= tag == "template"
        self._inside = False


@pytest.fixture(scope="module", params=BASES.values(), ids=BASES.keys())
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=SURVEYS.values(), ids=SURVEYS.keys())
def site(request: pytest.FixtureRequest, base: str) -> Site:
    """All files by their paths."""
    compiled = compile(Project(request.param), Cache(None), base)
    assert not compiled.report.fails(), compiled.report
    return {output.path: output.data for output in compiled.renderer.outputs(compiled.site)}


@cache
def read(data: bytes) -> Read:
    return Read(data)


def wrong(site: Site, base: str, where: str, address: str) -> str:
    """What is wrong with an address that stands in a file; nothing if it leads out of the site."""
    whole = urlsplit(urljoin(base + where.removesuffix("index.html"), address))
    if whole.scheme not in ("http", "https") or whole.netloc != urlsplit(base).netloc:
        return ""
    path = unquote(whole.path)
    root = urlsplit(base).path
    if not path.startswith(root):
        return "leads out of the site's folder"
    inside = path.removeprefix(root)
    file = f"{inside}index.html" if inside == "" or inside.endswith("/") else inside
    if file not in site:
        return "" if inside.startswith(INDEX) else "leads nowhere"
    fragment = unquote(whole.fragment)
    if fragment and file.endswith(".html") and fragment not in read(site[file]).ids:
        return "has no such element"
    return ""


def strings(value: object) -> Iterator[str]:
    """All texts in a piece of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def addresses(path: str, data: bytes, base: str) -> Iterator[str]:
    """The addresses in a file, and in JSON whatever is one of the site's own."""
    if path.endswith(".html"):
        page = read(data)
        yield from page.addresses
        for block in page.data:
            yield from (text for text in strings(json.loads(block)) if text.startswith(base) and "{" not in text)
    elif path.endswith(".xml"):
        for element in ElementTree.fromstring(data).iter():  # noqa: S314 - we made it
            if "href" in element.attrib:
                yield element.attrib["href"]
            if element.tag.endswith("}loc"):
                yield element.text or ""
            if element.tag.endswith("}summary"):
                yield from Read((element.text or "").encode()).addresses
    elif path.endswith(".css"):
        yield from (found.strip("\"'") for found in re.findall(r"url\(([^)]+)\)", data.decode()))


def test_every_address_and_fragment_leads_somewhere(site: Site, base: str) -> None:
    found = 0
    problems: dict[str, str] = {}
    for path, data in site.items():
        for address in addresses(path, data, base):
            found += 1
            if problem := wrong(site, base, path, address):
                problems.setdefault(f"{address}: {problem}", path)
    assert problems == {}
    assert found > 500
    read.cache_clear()


def test_what_leads_nowhere_is_noticed() -> None:
    base = "https://keepers.example/repo/"
    site = {"index.html": b"<h1 id=a>", "lamps/index.html": b"<a href=/>"}
    for address, problem in {
        "/repo/": "",
        "#a": "has no such element",
        "../#a": "",
        "../#b": "has no such element",
        "/repo/lamps/?q=x": "",
        "/repo/lamps": "leads nowhere",
        "/lamps/": "leads out of the site's folder",
        "https://elsewhere.example/": "",
    }.items():
        assert wrong(site, base, "lamps/index.html", address) == problem, address
