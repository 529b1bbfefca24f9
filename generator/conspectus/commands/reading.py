"""Reading a survey, as most commands do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.pipeline import Snapshot
    from conspectus.project import Project


def read(project: Project) -> Snapshot:
    """Everything in the project's files; a terminal shows the progress. Failure if a file cannot be read."""
    from conspectus import pipeline
    from conspectus.cache import Cache, default_folder

    with console.telling(), console.progress() as progress:
        return pipeline.read(project, Cache(default_folder()), progress=progress)
