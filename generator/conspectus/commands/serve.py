"""`conspectus serve`: preview the site in a browser while the content changes."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading
from conspectus.commands.options import find_project, project_option

if TYPE_CHECKING:
    from conspectus.diagnostics import Report
    from conspectus.model.site import Output, Page
    from conspectus.pipeline import Compiled, Snapshot
    from conspectus.preview import Preview, Steps
    from conspectus.preview.editor import Editor
    from conspectus.preview.edits import Edits
    from conspectus.preview.history import History
    from conspectus.preview.state import Edition
    from conspectus.project import Project


told = partial(click.echo, err=True)
"""Writes a message while the preview runs."""


def editor_address(context: click.Context, parameter: click.Parameter, name: str) -> str:
    """The URL that opens a file in an editor, by the editor's name or as it is. click.BadParameter if it is neither."""
    from conspectus.preview.editor import PRESETS, template

    address = template(name)
    if address is None:
        known = ", ".join(PRESETS)
        raise click.BadParameter(f"{name!r} is neither a URL with {{path}} in it nor one of {known}")
    return address


@click.command(short_help="Preview the site in a browser while you edit.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any free port.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The IPv4 address to listen at; 0.0.0.0 for all, which Docker and WSL need.",
)
@click.option(
    "--allow-host",
    "allowed",
    metavar="NAME",
    multiple=True,
    help="Another name by which browsers may ask, such as mybox.local or localhost:9000. Repeatable.",
)
@click.option("--open", "browser", is_flag=True, help="Open the site in the web browser.")
@click.option(
    "--editor",
    "address",
    metavar="NAME",
    envvar="CONSPECTUS_EDITOR",
    default="vscode",
    show_default=True,
    callback=editor_address,
    help="The editor that opens a file at its line: a name, or a URL such as vscode://file/{path}:{line}:{column}.",
)
@click.option("--why", is_flag=True, help="Report for each save which files changed and what was recomputed.")
@project_option
def command(
    port: int, host: str, allowed: tuple[str, ...], browser: bool, address: str, why: bool, folder: Path | None
) -> None:
    """Show the site at http://127.0.0.1:8000/ and update the open pages while you edit. Ctrl-C stops the preview.

    It watches content/ and templates/. A mistake is shown over the page with its file and line until it is fixed; the
    page below is the last good one. Nothing is written into site/. Only this machine can see the preview, unless --host
    is another address: then a browser can edit only if it was opened at the address with the key, which is shown.

    A bar on every page shows what the last save changed; /__changes/ has the details, also since the start and since
    the last commit. On a paper's page, Edit changes its categories and its summary: it shows the lines that would be
    written into the YAML, writes them when you save, and can undo.

    --why reports in the terminal, for each save, which files, templates and settings changed and what was recomputed:
    records read, papers merged, phrases searched, categories with other papers, cards rendered.

    Places in files are links that open your editor. Choose it with --editor or the environment variable
    CONSPECTUS_EDITOR: vscode, vscode-insiders, vscodium, cursor, windsurf, zed, idea, pycharm, subl, textmate, none, or
    a URL with {path} in it, and {line} and {column} where the editor supports them.
    """
    from conspectus.preview import Preview, PreviewServer, Watcher
    from conspectus.preview.editor import Editor

    project = find_project(folder)
    try:
        server = PreviewServer(port, host, allowed)
    except OSError as error:
        raise console.Failure(
            f"port {port} cannot be used at {host}: {error.strerror}",
            "choose another with --port, or --port 0 for any free one",
        ) from error
    with contextlib.suppress(KeyboardInterrupt), server:
        preview = Preview(steps(project, server.url, Editor(address, project), why=why), history(project, server.url))

        def rebuild() -> None:
            preview.rebuild()
            write_schemas(project, preview.edition)

        server.preview, server.edits = preview, edits(project, server.url, preview)
        with contextlib.closing(preview), Watcher(project, rebuild, preview.invalidate):
            rebuild()
            rest()
            click.echo(f"Serving {server.url} (press Ctrl-C to stop)")
            if server.key:
                click.echo(f"Other machines can read it. To edit, open {server.url}?key={server.key}")
            if browser:
                click.launch(f"{server.url}?key={server.key}" if server.key else server.url)
            server.serve_forever()
    click.echo("Stopped.")


def rest() -> None:
    """Have garbage collection skip what the first build made: it would be searched again and again, and almost none of
    it ever becomes garbage. At 100,000 papers that alone takes seconds."""
    gc.collect()
    gc.freeze()


def write_schemas(project: Project, edition: Edition | None) -> None:
    """Update the schemas for editors, if the survey uses them."""
    from conspectus.editor_support import schema_files

    folder = schema_files.folder_of(project)
    if edition is not None and schema_files.are_wanted(project):
        try:
            schema_files.write(edition.compiled.survey, folder, project.root)
        except OSError as error:
            told(f"The schemas cannot be written: {error.strerror}: {error.filename}")


def steps(project: Project, url: str, editor: Editor, *, why: bool = False) -> Steps:
    """What the preview does for this project; mistakes in content and templates are returned as reports.

    `why`: report for each save, and each page that somebody looks at, what was recomputed for it.
    """
    from conspectus import checks, pipeline
    from conspectus.diagnostics import Mistake, Severity, Span
    from conspectus.located import collector_off
    from conspectus.preview import Steps, recomputed
    from conspectus.render import TemplateMistake

    cache = reading.cache()

    def compile(previous: Compiled | None) -> Compiled | Report:
        try:
            with console.progress() as progress, collector_off():
                made = pipeline.compile(project, cache, url, progress, previous, pagefind=False)
            if why and previous:
                lines = recomputed.by_save(previous, made)
                heading = "Changed and recomputed since the last good site:" if lines else "No file changed."
                told("\n".join((heading, *lines)))
            return made
        except OSError as error:
            gone = Path(error.filename or project.settings_file)
            name = gone.relative_to(project.root).as_posix() if gone.is_relative_to(project.root) else gone.name
            message = f"the file cannot be read: {error.strerror or error}"
            return checks.reported([Mistake("unreadable-file", message, Span(name), "restore it, or save it again")])

    def render(compiled: Compiled, page: Page) -> Output | Report:
        try:
            with collector_off():
                return compiled.renderer.page(page)
        except TemplateMistake as error:
            return checks.reported([error.mistake])

    notes = 0

    def reported(report: Report) -> None:
        nonlocal notes
        console.show_report(report, project, notes_told=notes)
        notes = report.count(Severity.NOTE)
        if not report.diagnostics:
            told("no mistakes")

    def rendered(url: str, lines: Sequence[str]) -> None:
        told("\n".join((f"Rendered /{url}", *lines)))

    return Steps(compile, render, reported, console.reader(project.root), editor.link, rendered if why else None)


def history(project: Project, url: str) -> History:
    """What the project has been, with what git knows of it."""
    from conspectus import pipeline
    from conspectus.changes import revision
    from conspectus.preview.history import History

    def compile(commit: str, previous: Compiled | None) -> Compiled:
        with revision.checked_out(project, commit) as then:
            return pipeline.compile(then.project, reading.cache(), url, previous=previous, pagefind=False)

    return History(lambda: revision.commit_of(project, "HEAD"), compile)


def edits(project: Project, url: str, preview: Preview) -> Edits:
    """What writes the edits that pages ask for; it goes on from what the preview shows."""
    from conspectus import pipeline
    from conspectus.preview.edits import Edits

    cache = reading.cache()

    def read(state: Project, previous: Snapshot | None) -> Snapshot:
        last = preview.previous
        return pipeline.read(state, cache, url, previous=previous or (last.snapshot if last else None), pagefind=False)

    return Edits(project, read)
