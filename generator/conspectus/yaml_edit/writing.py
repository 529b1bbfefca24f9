"""Putting edits on disk: each file whole or not at all, and none that somebody changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from conspectus.project import Project
from conspectus.saving import beside, flush_names, stage
from conspectus.yaml_edit.edit import Edit, EditError


def write(project: Project, edits: Iterable[Edit]) -> None:
    """Write the edits.

    Everything is written beside its file first and renamed when all of it is there. EditError, with nothing changed, if
    a file is not what it was when its edit was made, or does not lie below `content/`. OSError where the disk refuses.
    """
    made = list(edits)
    staged: list[tuple[Path, Path]] = []
    try:
        for edit in made:
            target = _target(project, edit)
            if edit.after is not None:
                staged.append((beside(target), target))
                stage(*staged[-1], edit.after)
        check(project, made)  # nobody saved one in the meantime
        for temporary, target in staged:
            temporary.replace(target)
        for edit in made:
            if edit.after is None:
                (project.root / edit.path).unlink()
    finally:
        for temporary, _ in staged:
            with suppress(FileNotFoundError):
                temporary.unlink()
    for folder in {target.parent for _, target in staged}:
        flush_names(folder)


def check(project: Project, edits: Iterable[Edit]) -> None:
    """EditError if one of the edits could not be written now, as `write` has it."""
    for edit in edits:
        _target(project, edit)


def on_disk(project: Project, path: str) -> bytes | None:
    """A file's bytes; None if there is no such file."""
    try:
        return (project.root / path).read_bytes()
    except FileNotFoundError:
        return None


def _target(project: Project, edit: Edit) -> Path:
    """The file to write, behind links. EditError if it is not what it was, or lies elsewhere."""
    target = (project.root / edit.path).resolve()
    content = project.content.resolve()
    if not target.is_relative_to(content) or not content.is_relative_to(project.root.resolve()):
        raise EditError(f"{edit.path} is outside content/ and was not written")
    if on_disk(project, edit.path) != edit.before:
        raise EditError(f"{edit.path} changed in the meantime and was left unchanged", "try again")
    return target
