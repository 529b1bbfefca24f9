"""The flow: what is in `content/` becomes a survey, the survey a plan of pages, the plan a site.

`read` reads the project and places its papers, `compile` plans and checks the site, `build` renders and publishes it.
Every command that needs the survey calls one of them, so there is one way to build and nothing that only a preview or
only a deploy does.

Each of them can start from its last result, `previous`, and reuses what has not changed since. That changes how long it
takes and never the result; from scratch means without a previous one.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from conspectus import (
    checks,
    entry_ledger,
    images,
    key_ledger,
    language,
    last_build,
    library,
    pages,
    prose_files,
    publish,
    render,
    settings,
    sources,
    taxonomy,
)
from conspectus.cache import Cache
from conspectus.catalog import Catalog
from conspectus.derived import Each, Memory, Recomputed, carried_over
from conspectus.diagnostics import Report
from conspectus.files import Files
from conspectus.last_build import Built
from conspectus.model import paper_names
from conspectus.model.paper import Reading, Source
from conspectus.model.site import Shows, Site
from conspectus.model.survey import ImageFile, Note, Survey
from conspectus.project import Project
from conspectus.render import Renderer, TemplateMistake

RESERVED = pages.RESERVED | {render.assets.FOLDER, publish.INDEX}
"""The names at the site's root that every survey's site needs for itself."""

Progress = Callable[[str], None]
"""Is told the name of each stage as it begins."""


def silent(stage: str) -> None:
    """Progress nobody looks at."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The result of each stage, which the next build may reuse; empty before the first build."""

    files: Files | None = None
    readings: Mapping[Source, Reading] = field(default_factory=dict)
    registered: entry_ledger.Registered = field(default_factory=dict)
    taxonomy_files: Mapping[Source, taxonomy.Loaded] = field(default_factory=dict)
    prose: Mapping[Source, Note] = field(default_factory=dict)
    notes: Mapping[Source, Note] = field(default_factory=dict)
    images: Mapping[Source, ImageFile] = field(default_factory=dict)
    merged: library.Merged | None = None
    placed: taxonomy.Placed | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A project as it was read at one moment: the survey, and the result of each stage on the way there."""

    survey: Survey
    stages: Stages


@dataclass(frozen=True, slots=True)
class Compiled:
    """A snapshot checked, and the site it makes."""

    snapshot: Snapshot
    report: Report
    catalog: Catalog
    site: Site
    renderer: Renderer

    @property
    def survey(self) -> Survey:
        return self.snapshot.survey

    @property
    def built(self) -> Built:
        pages = [page for page in self.site.pages if not page.kind.stored]
        read = sum(page.is_read for page in pages)
        return Built(self.report, read, len(pages) - read, len(self.survey.library.papers))

    @property
    def shown(self) -> tuple[Recomputed, ...]:
        """What was made so far for the pages that somebody looked at."""
        return (*self.catalog.shown.recomputed, *self.renderer.partials.recomputed)


def read(
    project: Project,
    cache: Cache,
    base_url: str = "",
    progress: Progress = silent,
    previous: Snapshot | None = None,
    each: Each = map,
    memory: Memory | None = None,
    pagefind: bool = True,
) -> Snapshot:
    """Read the project and place its papers: all there is to show, without a plan of how; `base_url` overrides that of
    survey.yaml. OSError where a file cannot be read; mistakes in the content are values of the survey. `each` is as
    `map`, and may have others read the files; `memory` is that of earlier builds; `pagefind`: as of the survey."""
    last = previous.stages if previous else Stages()
    progress("reading")
    files = Files.of(project, last.files)
    site_settings, mistakes = settings.load(files.settings, base_url)
    locale = [language.File(file.path, file.data) for file in files.locale]
    spoken, mistranslated = language.load(
        site_settings.language, locale, site_settings.span, site_settings.papers_language
    )
    saved, mistaken_queries = taxonomy.load_queries(files.settings)
    readings = sources.read(files.papers, cache, last.readings, site_settings.import_columns, each)
    registered, unregistered = entry_ledger.registered(
        readings, files.imported, last.registered, files.unread, project.data
    )
    taxonomy_files = taxonomy.read(files.taxonomy, last.taxonomy_files)
    prose = carried_over(files.pages, prose_files.load, last.prose)
    notes = carried_over(files.notes, prose_files.load, last.notes)
    shown = carried_over(files.images, images.load, last.images)
    progress("merging and placing")
    merged = library.merge(registered.values(), last.merged, memory)
    ledger = key_ledger.load(files.ledger) if files.ledger else None
    find = partial(paper_names.find, library=merged.library, ledger=ledger)
    facets = taxonomy.resolved(taxonomy.combine(taxonomy_files.values()), find)
    placed = taxonomy.place(
        merged.library, facets, [query.match for query in saved if query.match], last.placed, memory
    )
    return Snapshot(
        Survey(
            settings=site_settings,
            readings=tuple(registered.values()),
            library=merged.library,
            taxonomy=facets,
            placing=placed.placing,
            pages=tuple(prose.values()),
            notes=taxonomy.with_papers(notes.values(), find),
            ledger=ledger,
            images=tuple(shown.values()),
            unread=files.unread,
            queries=taxonomy.answer(saved, merged.library, placed.placing, placed.hits),
            language=spoken,
            reserved=RESERVED,
            pagefind=pagefind,
            mistakes=(*mistakes, *mistranslated, *mistaken_queries, *unregistered),
        ),
        Stages(files, readings, registered, taxonomy_files, prose, notes, shown, merged, placed),
    )


def survey(project: Project, cache: Cache, base_url: str = "", progress: Progress = silent) -> Survey:
    """As `read`, for those who build nothing of it."""
    return read(project, cache, base_url, progress).survey


def compile(
    project: Project,
    cache: Cache,
    base_url: str = "",
    progress: Progress = silent,
    previous: Compiled | None = None,
    each: Each = map,
    memory: Memory | None = None,
    pagefind: bool = True,
) -> Compiled:
    """Read the project, check it and plan its site, in memory. OSError where a file cannot be read."""
    last = previous.snapshot if previous else None
    snapshot = read(project, cache, base_url, progress, last, each, memory, pagefind)
    progress("checking")
    catalog = Catalog.of(snapshot.survey, previous.catalog if previous else None, memory)
    site = pages.plan(catalog)
    report = checks.check(snapshot.survey, site)
    renderer = Renderer(project.templates, site.shell, cache, previous.renderer if previous else None)
    return Compiled(snapshot, report, catalog, site, renderer)


class Helpers(Protocol):
    """Other machines that take part in a build. `each` is as `map`, `written` as `Renderer.written`."""

    @property
    def each(self) -> Each: ...

    def written(
        self, compiled: Compiled, project: Project, write: publish.Write, known: Mapping[str, Shows]
    ) -> Iterator[publish.Written]: ...


def build(
    project: Project,
    cache: Cache,
    out: Path | str,
    base_url: str = "",
    *,
    pagefind: bool = True,
    strict: bool = False,
    jobs: int = 1,
    helpers: Helpers | None = None,
    progress: Progress = silent,
) -> Built:
    """Compile, render and publish into `out`; with mistakes in the content or a template, it stays unchanged.

    `out`: a folder, or the address of a folder in an object store, for which Pagefind is not run, and which may be left
    with files of both sites if anything fails. `jobs`: how many processes render; `helpers` do it in their place. The
    site has the same bytes whatever they are.
    """
    templates = last_build.templates(project.templates)
    gc.disable()  # looking for garbage among values of which nearly all are kept takes a quarter of the time
    try:
        memory = last_build.OnDisk(cache, out)
        each, stores = helpers.each if helpers else map, pagefind and not isinstance(out, str)
        compiled = compile(project, cache, base_url, progress, None, each, memory, stores)
    finally:
        gc.enable()
    built = compiled.built
    if built.report.fails(strict=strict):
        return built
    progress("rendering")
    gc.freeze()  # rendering throws much away, and none of this
    files = compiled.snapshot.stages.files
    shared = last_build.shared(files, compiled.site.shell, templates, base_url) if files else ""
    shown: dict[str, Shows] = {}

    def outputs(write: publish.Write, known: Mapping[str, Shows]) -> Iterator[publish.Written]:
        if helpers:
            return helpers.written(compiled, project, write, known)
        return compiled.renderer.written(compiled.site, write, jobs, known)

    def outputs_beside(out: Path, site: str, write: publish.Write) -> Iterator[publish.Written]:
        for written in outputs(write, last_build.shown(cache, out, shared, site)):
            shown[written.path] = written.shows
            yield written

    try:
        if isinstance(out, str):
            publish.send(lambda write: outputs(write, {}), out)
            return built
        site = publish.publish(partial(outputs_beside, out), out, progress=progress)
    except TemplateMistake:
        return with_template_mistakes(compiled).built
    finally:
        gc.unfreeze()
    if files and templates == last_build.templates(project.templates):
        inputs = last_build.inputs(files, templates, base_url, pagefind=pagefind)
        last_build.keep(cache, out, inputs, site, built)
        last_build.keep_shown(cache, out, shared, site, shown)
    return built


def with_template_mistakes(compiled: Compiled) -> Compiled:
    """The same with the mistakes of its templates in the report; to find them, all pages are rendered."""
    mistakes = checks.reported(compiled.renderer.mistakes(compiled.site))
    return replace(compiled, report=compiled.report.joined(mistakes))
