"""Surveys made with earlier versions, frozen with what the world outside relied on then: all of it still holds."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
from click.testing import CliRunner

from conspectus import checks
from conspectus.cache import Cache
from conspectus.commands import group
from conspectus.diagnostics import FORMER
from conspectus.pipeline import Compiled, compile
from conspectus.project import Project

FROZEN = sorted(folder.parent for folder in (Path(__file__).parent / "frozen").glob("*/survey"))

OWN = re.compile(r"/assets/|/data/(?:finder|keys)\.json|/data/ids/")
"""Files that only the site's own scripts and pages ask for."""

ATOM = "{http://www.w3.org/2005/Atom}"


class Page(HTMLParser):
    """The ids of a page's headings and list items, and whether it leads on to another."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.leads_on = False
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        if re.fullmatch(r"h[1-6]|li", tag) and named.get("id"):
            self.ids.add(named["id"] or "")
        self.leads_on |= named.get("http-equiv") == "refresh"


@pytest.fixture(scope="module", params=FROZEN, ids=lambda folder: folder.name)
def frozen(request: pytest.FixtureRequest) -> Path:
    folder = request.param
    assert isinstance(folder, Path)
    return folder


@pytest.fixture(scope="module")
def compiled(frozen: Path) -> Compiled:
    return compile(Project(frozen / "survey"), Cache(None))


@pytest.fixture(scope="module")
def site(compiled: Compiled) -> dict[str, bytes]:
    """All files by their addresses."""
    outputs = compiled.renderer.outputs(compiled.site)
    return {re.sub(r"/index\.html$", "/", f"/{output.path}"): output.data for output in outputs}


def lines(frozen: Path, name: str) -> list[str]:
    return (frozen / name).read_text("utf-8").splitlines()


def is_page(url: str) -> bool:
    return url.endswith((".html", "/"))


def addresses(site: dict[str, bytes]) -> Iterator[str]:
    """Every address that somebody may have kept."""
    for url, data in site.items():
        if not OWN.match(url):
            yield url
            yield from (f"{url}#{id}" for id in Page(data).ids) if is_page(url) else ()


def feeds(site: dict[str, bytes]) -> Iterator[str]:
    """What each feed, and each entry of one, is called."""
    for url, data in site.items():
        if url.endswith("feed.xml"):
            root = ElementTree.fromstring(data)  # noqa: S314 - we made it
            yield from (f"{url} {id.text}" for id in root.iter(f"{ATOM}id"))


def options() -> Iterator[str]:
    """Every command with each of its options, and with each value that one has a choice of."""
    context = click.Context(group)
    for verb in group.list_commands(context):
        command = group.get_command(context, verb)
        yield verb
        yield from (f"{verb} {option}" for option in getattr(command, "former", ()))
        for parameter in command.params if command else ():
            for option in parameter.opts if isinstance(parameter, click.Option) else ():
                yield f"{verb} {option}"
                if isinstance(parameter.type, click.Choice):
                    yield from (f"{verb} {option} {value}" for value in parameter.type.choices)


def test_it_builds_and_every_key_in_it_is_known(compiled: Compiled) -> None:
    assert not compiled.report.fails(), compiled.report
    assert "unknown-key" not in {diagnostic.check for diagnostic in compiled.report.diagnostics}


def test_every_address_is_still_there_or_leads_on(frozen: Path, site: dict[str, bytes]) -> None:
    present = set(addresses(site))
    missing = [address for address in lines(frozen, "addresses.txt") if address not in present]
    assert [address for address in missing if not leads_on(site, address)] == []


def leads_on(site: dict[str, bytes], address: str) -> bool:
    """Whether the page that had what a fragment names is a redirect now."""
    url, _, fragment = address.partition("#")
    return bool(fragment) and url in site and Page(site[url]).leads_on


def test_feeds_and_their_entries_are_called_what_they_were(frozen: Path, site: dict[str, bytes]) -> None:
    assert set(lines(frozen, "feeds.txt")) <= set(feeds(site))


def test_every_check_has_its_code_and_its_name(frozen: Path) -> None:
    present = {name: check.code for check in checks.CHECKS for name in (check.name, *former_names(check.name))}
    assert set(lines(frozen, "checks.txt")) <= {f"{code} {name}" for name, code in present.items()}


def former_names(name: str) -> list[str]:
    return [former for former, present in FORMER.items() if present == name]


def test_every_command_takes_its_options(frozen: Path) -> None:
    assert set(lines(frozen, "commands.txt")) <= set(options())


def test_put_in_order_it_makes_the_same_site_and_no_warnings(frozen: Path, compiled: Compiled, tmp_path: Path) -> None:
    project = Project(tmp_path / "survey")
    shutil.copytree(frozen / "survey", project.root)
    assert CliRunner().invoke(group, ["fmt", "--project", str(project.root)]).exit_code == 0
    after = compile(project, Cache(None))
    assert not after.report.fails(strict=True), after.report
    assert [page.url for page in after.site.pages] == [page.url for page in compiled.site.pages]
    assert document(after) == document(compiled)


def document(compiled: Compiled) -> object:
    """All papers with all that is known of them."""
    page = compiled.site.page("data/papers.json")
    assert page is not None
    return page.view
