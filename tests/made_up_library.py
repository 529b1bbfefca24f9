"""A library of a reference manager, made up: its entries, how it is exported, and the papers a survey makes of it."""

from __future__ import annotations

from conspectus import pipeline
from conspectus.cache import Cache
from conspectus.model.paper import Paper
from conspectus.project import Project

ENTRIES = {
    "mirror": {"title": "A Mirror of Tin", "author": "Jo van der Glas", "journal": "Imaginary Lights", "year": "2021"},
    "horn": {"title": "Fog Horns That Answer", "author": "Stella Nebel", "doi": "10.1000/horn", "year": "2020"},
    "oil": {"title": "Burning Oil by Night", "author": "Otto Licht and Ada Lampe", "year": "2019"},
}


def bib(entries: dict[str, dict[str, str]]) -> str:
    """A library as a reference manager exports it."""
    lines = []
    for key, fields in entries.items():
        lines += [f"@article{{{key},", *(f"  {name} = {{{value}}}," for name, value in fields.items()), "}", ""]
    return "\n".join(lines)


def papers(project: Project) -> dict[str, Paper]:
    return dict(pipeline.survey(project, Cache(None)).library.by_id)
