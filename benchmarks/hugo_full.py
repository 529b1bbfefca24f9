"""A survey's pages for Hugo: what Conspectus's own templates are given, as content files, and Hugo's templates for it.

    python hugo_full.py SURVEY FOLDER

Hugo is given what Conspectus works out: which papers stand where and why, related papers, counts; and, as texts, what
has a grammar of its own: an entry in each citation format, JSON-LD, an editor's note with its citations. Layout, loops,
lists of papers, feeds, dates, numbers, escaping and Markdown are Hugo's. `hugo/layouts/` writes what the made-up survey
has and no more; so what is compared are sites of made-up surveys.
"""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from conspectus.cache import Cache
from conspectus.catalog import Catalog
from conspectus.components.cards import Card, card
from conspectus.components.export_files import LIST, Citing
from conspectus.exports import EXPORTS, csl_json, csv
from conspectus.model.paper import Paper
from conspectus.model.site import Page, Site
from conspectus.model.taxonomy import Place
from conspectus.model.when import Date
from conspectus.model.work import Work
from conspectus.pipeline import compile
from conspectus.project import Project
from conspectus.render.assets import Assets
from conspectus.render.filters import as_json, filters
from conspectus.text import Text

KINDS = ("paper", "category", "feed", "download")
LEFT_OUT = (LIST.url,)
"""The kinds of pages that Hugo makes, and the page of them that it does not."""

FIELDS = ("title", "date", "venue", "organization", "arxiv", "doi", "keywords")
"""What the templates show of a work as it is."""

HUGO = Path(__file__).parent / "hugo"
ASSET = re.compile(r'[Aa]ssets "([^"]+)"')


def plain(value: object) -> Any:
    """A view as JSON has it. Of a card only the paper's id: that what stands on it is the paper's, Hugo has to know."""
    if isinstance(value, Card):
        return value.id
    if isinstance(value, Text | Date):
        return str(value)
    if isinstance(value, Work):
        return {name: plain(getattr(value, name)) for name in FIELDS if getattr(value, name)}
    if isinstance(value, Citing):
        return {"files": plain(value.files), "forms": plain(value.forms)}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        named = {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        worked_out = (name for name, kept in vars(type(value)).items() if isinstance(kept, property))
        return named | {name: plain(getattr(value, name)) for name in worked_out}
    return value


class Content(NamedTuple):
    """A content file: its name below `content/`, its page's address, layout and output formats, what the templates are
    given, and its Markdown."""

    name: str
    url: str
    layout: str
    outputs: list[str]
    params: dict[str, Any]
    body: str = ""

    @property
    def text(self) -> str:
        matter = {"url": f"/{self.url}", "layout": self.layout, "outputs": self.outputs, "params": self.params}
        body = f"\n{self.body}\n" if self.body.strip() else ""
        return f"{json.dumps(matter, ensure_ascii=False)}\n{body}"


def contents(catalog: Catalog, site: Site, prose: Callable[..., object]) -> Iterator[Content]:
    """The content files of a site."""
    feeds = {page.url: page for page in site.pages if page.kind.name == "feed"}
    for number, page in enumerate(site.pages):
        if page.kind.name == "paper" and isinstance(page.subject, Paper):
            yield _paper(catalog, page, page.subject, prose)
        elif page.kind.name == "category" and isinstance(page.subject, Place):
            yield _category(catalog, page, page.subject, feeds.get(f"{page.url}feed.xml"), f"lists/{number}.md")
    yield Content("site.md", "", "category", ["feed"], {"feed": plain(feeds["feed.xml"].view)})
    formats = ["listcsl", *(f"list{export.SUFFIX}" for export in EXPORTS if export.SUFFIX != csl_json.SUFFIX)]
    yield Content("data.md", "data/", "category", formats, _all(catalog.newest))


def _paper(catalog: Catalog, page: Page, paper: Paper, prose: Callable[..., object]) -> Content:
    view, shown, entry = page.view, card(catalog, paper), catalog.entry(paper)
    params = {
        "page": {**plain(view), "summary": None, "note": str(prose(view.note, 3)) if view.note else ""},
        "cite": {export.SUFFIX: export.written(entry) for export in EXPORTS},
        "marks": shown.marks,
        "coins": shown.description.coins.text,
    }
    formats = ["html", *(f"cite{export.SUFFIX}" for export in EXPORTS if export.USES)]
    return Content(f"papers/{paper.id}.md", page.url, "paper", formats, _given(params), paper.work.summary or "")


def _category(catalog: Catalog, page: Page, place: Place, feed: Page | None, name: str) -> Content:
    view, papers = page.view, catalog.inside(place.facet, place.category)
    first = view.list.number == 1
    formats = ["html", *(["feed"] if feed else []), *(f"list{e.SUFFIX}" for e in EXPORTS if first and papers)]
    params = {"page": plain(view), "feed": feed and plain(feed.view), **(_all(papers) if first else {})}
    return Content(name, page.url, "category", formats, _given(params), view.about.source)


def _all(papers: Iterable[Paper]) -> dict[str, Any]:
    return {"all": [paper.id for paper in papers], "csvhead": csv.LAYOUT.head}


def _given(params: dict[str, Any]) -> dict[str, Any]:
    """The same with JSON-LD as text: Hugo would write its keys in small letters."""
    head = params["page"]["head"]
    return {**params, "page": {**params["page"], "head": {**head, "data": str(as_json(head["data"]))}}}


def write(survey: Path, root: Path) -> None:
    """Write the Hugo site of a survey below `root`, and beside its sources `kinds.json`."""
    project = Project(survey)
    compiled = compile(project, Cache(None))
    catalog, site = compiled.catalog, compiled.site
    assets = Assets(project.templates, site.shell.language)
    shutil.copytree(HUGO, root, dirs_exist_ok=True)
    for content in contents(catalog, site, filters(site.shell, assets)["prose"]):
        _save(root / "content" / content.name, content.text.encode())
    for output in assets.outputs():
        _save(root / "static" / output.path, output.data)
    layouts = "".join(file.read_text("utf-8") for file in root.rglob("*.html"))
    shell = {"title": site.shell.title, "generator": site.shell.generator, "nav": plain(site.shell.nav)}
    addresses = {name: assets.address(name) for name in ASSET.findall(layouts)}
    settings = json.loads((HUGO / "hugo.json").read_text("utf-8"))
    settings["params"] = {"shell": {**shell, "tagline": site.shell.tagline}, "assets": addresses}
    (root / "hugo.json").write_text(json.dumps(settings), "utf-8")
    (root / "kinds.json").write_text(json.dumps(kinds(site, root)), "utf-8")


def kinds(site: Site, root: Path) -> dict[str, list[str]]:
    """The paths of all pages by their kind; under an empty name those that Hugo makes, with the assets."""
    by_kind: dict[str, list[str]] = {}
    for page in site.pages:
        by_kind.setdefault(page.kind.name, []).append(page.path)
    static = root / "static"
    made = [path for name in KINDS for path in by_kind[name] if path not in LEFT_OUT]
    assets = [file.relative_to(static).as_posix() for file in static.rglob("*") if file.is_file()]
    return {"": made + assets, **by_kind, "assets": assets}


def _save(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:]))
