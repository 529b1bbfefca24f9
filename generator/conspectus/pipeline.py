"""The flow: what is in `content/` becomes a survey, the survey a plan of pages, the plan a site.

`survey` reads and places, `compile` does everything that needs no disk but the reading, `build` writes the result out.
Every command calls one of them, so there is one way to build and nothing that only a preview or only a deploy does.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from conspectus import (
    checks,
    key_ledger,
    library,
    located,
    pages,
    prose_files,
    publish,
    render,
    settings,
    sources,
    taxonomy,
)
from conspectus.cache import Cache
from conspectus.diagnostics import Report
from conspectus.kept import Kept
from conspectus.model.site import Site
from conspectus.model.survey import Survey
from conspectus.project import Files, Project
from conspectus.render import Renderer

RESERVED = pages.RESERVED | {render.assets.FOLDER, publish.INDEX}
"""The names at the site's root that every survey's site needs for itself."""

Progress = Callable[[str], None]
"""Is told the name of each stage as it begins."""


def silent(stage: str) -> None:
    """Progress nobody looks at."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A survey read and checked, and the site it makes."""

    survey: Survey
    report: Report
    site: Site
    renderer: Renderer


class Memory:
    """What each stage keeps of one build for the next of the same project.

    There is one way to build: from scratch is with an empty memory, and the outcome is the same with any other.
    """

    def __init__(self, project: Project, cache: Cache) -> None:
        self.files = Files(project)
        self.readings = sources.Reader(cache)
        self.facets = Kept(partial(taxonomy.load_facet, read=located.Reader().read))
        self.notes = Kept(prose_files.load)
        self.prose = Kept(prose_files.load)
        self.library = library.Merger()
        self.placing = taxonomy.Placer()
        self.planning = pages.Planner()
        self.renderer: Renderer | None = None

    def beside(self, project: Project) -> Memory:
        """The same memory for another state of the project, such as a draft of it, whose files are read anew."""
        other = copy(self)
        other.files = Files(project)
        return other


def survey(
    project: Project, cache: Cache, base_url: str = "", progress: Progress = silent, memory: Memory | None = None
) -> Survey:
    """Read the project and place its papers: all there is to show, without a plan of how."""
    memory = memory or Memory(project, cache)
    files = memory.files
    progress("reading")
    source = project.source(project.settings)
    said, mistakes = settings.load(source, base_url)
    saved, more = taxonomy.load_queries(source)
    readings = memory.readings.all(files.sources("papers"))
    facets = taxonomy.together(memory.facets.all(files.sources("taxonomy", ".yaml", ".yml")))
    prose = memory.prose.all(files.sources("pages", ".md"))
    notes = memory.notes.all(files.sources("notes", ".md"))
    ledger = key_ledger.load(project.source(project.ledger)) if project.ledger.is_file() else None
    progress("merging and placing")
    books = memory.library.merge(readings)
    placing = memory.placing.place(books, facets, [query.match for query in saved if query.match])
    queries = taxonomy.answer(saved, books, placing, memory.placing.corpus)
    return Survey(said, readings, books, facets, placing, prose, notes, ledger, queries, RESERVED, (*mistakes, *more))


def compile(
    project: Project, cache: Cache, base_url: str = "", progress: Progress = silent, memory: Memory | None = None
) -> Compiled:
    """Read the project and plan its site, in memory.

    `base_url` overrides the one in survey.yaml. Mistakes in the content are in the report; they raise nothing.
    """
    memory = memory or Memory(project, cache)
    found = survey(project, cache, base_url, progress, memory)
    progress("checking")
    report = checks.check(found)
    site = memory.planning.plan(found)
    memory.renderer = Renderer(project.templates, site.shell, cache, memory.renderer)
    return Compiled(found, report, site, memory.renderer)


def build(
    project: Project,
    cache: Cache,
    out: Path,
    base_url: str = "",
    *,
    search: bool = True,
    strict: bool = False,
    progress: Progress = silent,
) -> Compiled:
    """Compile, render, index and publish into `out`; with mistakes in the content, `out` stays as it was."""
    compiled = compile(project, cache, base_url, progress)
    if compiled.report.fails(strict=strict):
        return compiled
    progress("rendering")
    outputs = compiled.renderer.outputs(compiled.site)
    publish.publish(outputs, out, search=search, progress=progress)
    return compiled
