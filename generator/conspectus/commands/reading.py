"""Reading a survey, as most commands do first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.cache import Cache
    from conspectus.model.paper import Source
    from conspectus.pipeline import Snapshot
    from conspectus.project import Project


def cache() -> Cache:
    """The user's cache."""
    from conspectus.cache import Cache, default_folder

    return Cache(default_folder())


def with_columns(project: Project | None, files: Iterable[Source]) -> list[Source]:
    """The files, with what the survey's own tables call their columns."""
    from conspectus import settings, sources

    columns = settings.load(project.source(project.settings_file))[0].import_columns if project else ()
    return [sources.with_columns(file, columns) for file in files]


def read(project: Project, missed: Callable[[str], None] | None = None) -> Snapshot:
    """Everything in the project's files; a terminal shows the progress. Failure if a file is not there any more.

    What has a mistake that keeps it from being read counts as missing, and that is said, or `missed` gets the file's
    name.
    """
    from conspectus import checks, pipeline

    with console.telling(), console.progress() as progress:
        snapshot = pipeline.read(project, cache(), progress=progress)
    for name in checks.unread(snapshot.survey):
        (missed or warn)(console.printable(name))
    return snapshot


def warn(name: str) -> None:
    """Say that what a file has is missing."""
    what = "cannot be read in full, and what is missing counts as not there"
    click.echo(f"warning: {name} {what}; see `conspectus check`", err=True)
