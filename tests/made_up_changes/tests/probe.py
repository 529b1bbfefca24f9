"""Run in a copy of the checkout that has all changes: everything that comes out knows them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from conspectus import exports
from conspectus.cache import Cache
from conspectus.changes.comparing import compare
from conspectus.commands import group
from conspectus.model.site import file_of
from conspectus.pipeline import Compiled, build, compile
from conspectus.preview.answers import content_type
from conspectus.preview.bar import page_sources
from conspectus.project import Project

SURVEY = Project(Path(__file__).parent / "survey")
LAMPS = "# lamps\nA Dim Lamp | CC BY 4.0\nA Lamp That Nobody May Copy\n"
Site = Callable[[str], str]


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    (SURVEY.papers / "shed.txt").write_text(LAMPS, "utf-8")
    (SURVEY.papers / "own.yaml").write_text("- license: MIT\n  title: A Lamp of Our Own\n  publisher: Us\n", "utf-8")
    build(SURVEY, Cache(None), SURVEY.out)
    return compile(SURVEY, Cache(None))


@pytest.fixture(scope="module")
def site(compiled: Compiled) -> Site:
    """A file of the site, by its address."""
    return lambda url: (SURVEY.out / file_of(url)).read_text("utf-8")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(group, [*arguments, "--project", str(SURVEY.root)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_survey_has_no_mistakes(compiled: Compiled) -> None:
    assert not compiled.report.fails(strict=True), compiled.report


# The source format, and the field that it knows.


def test_the_format_is_read(compiled: Compiled) -> None:
    (reading,) = (each for each in compiled.survey.readings if each.path.endswith("shed.txt"))
    assert (reading.format, len(reading.records)) == ("lamp list", 2)


def test_the_field_is_in_the_sites_data_and_its_schema(site: Site) -> None:
    papers = {paper["title"]: paper for paper in json.loads(site("data/papers.json"))["papers"]}
    licenses = {title: papers[title]["license"] for title in papers if papers[title]["license"]}
    assert licenses == {"A Dim Lamp": "CC BY 4.0", "A Lamp of Our Own": "MIT"}
    schema = json.loads(site("data/papers.schema.json"))["properties"]["papers"]["items"]
    assert "license" in schema["required"]
    assert schema["properties"]["license"]["type"] == ["string", "null"]


def test_the_field_is_in_json_lines_and_read_from_them(tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(LAMPS, "utf-8")
    lines = run("import", "--dry-run", "--format", "jsonl", str(tmp_path / "more.txt"))
    assert [json.loads(line)["license"] for line in lines.splitlines()] == ["CC BY 4.0", None]
    (tmp_path / "more.jsonl").write_text(lines, "utf-8")
    assert run("import", "--dry-run", "--format", "jsonl", str(tmp_path / "more.jsonl")).count("CC BY 4.0") == 1


def test_an_editor_knows_the_field_and_fmt_puts_it_in_order(compiled: Compiled, tmp_path: Path) -> None:
    run("schema", "--out", str(tmp_path))
    record = json.loads((tmp_path / "papers.schema.json").read_text("utf-8"))["items"]
    assert record["properties"]["license"]["description"] == "The license it is published under."
    run("fmt")
    text = (SURVEY.papers / "own.yaml").read_text("utf-8")
    assert text.index("title") < text.index("publisher") < text.index("license")


def test_the_page_of_a_paper_shows_the_field(site: Site) -> None:
    assert "CC BY 4.0" in site("papers/a-dim-lamp/")


# The kind of page.


def test_its_pages_lead_to_one_another(site: Site) -> None:
    assert "<h1>Lighters of Fuel</h1>" in site("lighters/fuel/")
    assert '<a href="/lamps/lighters/topic/">Lighters</a>' in site("lighters/fuel/")


def test_the_sitemap_and_the_search_have_them(site: Site) -> None:
    assert "https://keepers.example/lamps/lighters/fuel/" in site("sitemap.xml")
    assert "Lighters" in {place["title"] for place in json.loads(site("data/finder.json"))["places"]}


def test_the_preview_knows_what_they_are_made_from(compiled: Compiled) -> None:
    page = compiled.site.page("lighters/fuel/")
    assert page is not None
    sources = page_sources(compiled.survey, page.subject)
    assert [source.span.file for source in sources] == ["content/taxonomy/fuel.yaml"]


def test_no_facet_can_take_their_place_and_a_comparison_knows_which_are_gone(compiled: Compiled) -> None:
    fuel = SURVEY.content / "taxonomy" / "fuel.yaml"
    text = fuel.read_text("utf-8")
    fuel.write_text(text.replace("facet: fuel", "facet: lighters"), "utf-8")
    after = compile(SURVEY, Cache(None))
    fuel.write_text(text, "utf-8")
    assert "the address `lighters` is reserved for the site itself" in [
        each.message for each in after.report.diagnostics
    ]
    assert "lighters/fuel/" in [address.url for address in compare(compiled, after).addresses]


# The export.


def test_papers_can_be_had_in_the_format_everywhere(site: Site) -> None:
    assert site("papers/wick/cite.lamp").startswith("key sternlicht2305\nTrimming the Wick")
    for url in ("data/", "topics/burners/", "queries/new-lenses/"):
        assert "key " in site(f"{url}papers.lamp"), url
    for url in ("papers/wick/", "topics/burners/", "queries/new-lenses/", "papers/", "search/", "reading/"):
        assert "Lamp cards" in site(url), url
    assert "data/papers.lamp" in site("offline/")


def test_browsers_and_the_preview_know_the_format(site: Site) -> None:
    assert "lamp" in {known["suffix"] for known in json.loads(site("data/exports.json"))}
    assert content_type("x.lamp").startswith("text/plain")
    assert [export.SUFFIX for export in exports.EXPORTS].count("lamp") == 1


# The check.


def test_the_check_finds_and_explains(compiled: Compiled) -> None:
    found = [(each.code, each.message) for each in compiled.report.diagnostics if each.check == "dim-lamp"]
    assert found == [("W099", "`a-dim-lamp` is dim")]
    assert run("check", "--explain", "W099").startswith("note[W099] dim-lamp\n\nA paper says that its lamp is dim.")
