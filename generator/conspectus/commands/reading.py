"""Reading a survey, as most commands do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.cache import Cache
    from conspectus.pipeline import Snapshot
    from conspectus.project import Project


def cache() -> Cache:
    """The user's cache."""
    from conspectus.cache import Cache, default_folder

    return Cache(default_folder())


def import_columns(project: Project) -> tuple[tuple[str, str], ...]:
    """What the survey's own tables call their columns."""
    from conspectus import settings

    return settings.load(project.source(project.settings_file))[0].import_columns


def read(project: Project) -> Snapshot:
    """Everything in the project's files; a terminal shows the progress. Failure if a file cannot be read."""
    from conspectus import pipeline

    with console.telling(), console.progress() as progress:
        return pipeline.read(project, cache(), progress=progress)
