"""Reading a survey, as most commands do first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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


def read(project: Project) -> Snapshot:
    """Everything in the project's files; a terminal shows the progress. Failure if a file cannot be read."""
    from conspectus import pipeline

    with console.telling(), console.progress() as progress:
        return pipeline.read(project, cache(), progress=progress)
