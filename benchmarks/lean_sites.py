"""The lean pages of a survey for Hugo and for Eleventy: the same Markdown files, with the templates of each.

    python lean_sites.py SURVEY HUGO ELEVENTY

Both are given where a paper stands, and which is newer, as Conspectus worked it out.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lean_conspectus import paper_view, places

from conspectus.cache import Cache
from conspectus.catalog import Catalog
from conspectus.pipeline import read
from conspectus.project import Project

LEAN = Path(__file__).parent / "lean"


def contents(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Names of content files below `content/`, and their text."""
    for weight, paper in enumerate(catalog.newest, 1):
        view = paper_view(catalog, paper)
        matter: dict[str, Any] = {
            "title": str(view.title),
            "weight": weight,
            "authors": view.authors,
            "date": str(view.date),
            "organization": view.organization,
            "links": [link._asdict() for link in view.links],
            "keywords": view.keywords,
        }
        for place in places(catalog, paper):
            matter.setdefault(place.facet.folder, []).append(place.category.id)
        yield f"papers/{paper.id}.md", _file(matter, view.summary.source)
    for place in catalog.categories.values():
        yield f"{place.url}_index.md", _file({"title": place.category.title}, place.category.about)


def _file(matter: dict[str, Any], body: str) -> str:
    """A Markdown file with its front matter in YAML; JSON is YAML too."""
    said = (f"{key}: {value if key == 'date' else json.dumps(value)}" for key, value in matter.items())
    return "\n".join(["---", *said, "---", body, ""])


def write(survey: Path, hugo: Path, eleventy: Path) -> None:
    """Write both sites."""
    catalog = Catalog.of(read(Project(survey), Cache(None)).survey)
    title = catalog.survey.settings.title
    facets = [
        {"folder": facet.folder, "title": facet.title, "categories": [category.id for category, _ in facet.walk()]}
        for facet in catalog.survey.taxonomy.facets
    ]
    shutil.copytree(LEAN / "hugo", hugo, dirs_exist_ok=True)
    shutil.copytree(LEAN / "eleventy", eleventy, dirs_exist_ok=True)
    for name, text in contents(catalog):
        _save(hugo / "content" / name, text)
        _save(eleventy / "content" / name.replace("_index", "index"), text)
    settings = json.loads((LEAN / "hugo" / "hugo.json").read_text("utf-8"))
    _save(hugo / "hugo.json", json.dumps({**settings, "params": {"facets": facets}}))
    _save(hugo / "content" / "_index.md", _file({"title": title}, ""))
    _save(eleventy / "_data" / "survey.json", json.dumps({"title": title, "facets": facets}))
    _save(eleventy / "content" / "index.md", _file({"title": title, "layout": "front.njk"}, ""))
    _save(eleventy / "content" / "papers" / "papers.json", json.dumps({"layout": "paper.njk", "paper": True}))
    for facet in facets:
        _save(
            eleventy / "content" / facet["folder"] / f"{facet['folder']}.json", json.dumps({"layout": "category.njk"})
        )


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:]))
