"""Where the schemas lie, and the first line of a file that tells an editor which one is its own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from conspectus.editor_support.schemas import schemas, written
from conspectus.model.survey import Survey
from conspectus.project import Project
from conspectus.saving import save
from conspectus.yaml_edit import Draft
from conspectus.yaml_edit.draft import BOM

YAML = (".yaml", ".yml")

NAMED = re.compile(r"^[ \t]*#[ \t]*yaml-language-server[ \t]*:[^\r\n]*", re.MULTILINE)
"""The comment the YAML language server looks for, wherever it stands in a file."""


def folder_of(project: Project) -> Path:
    """The default folder of the schemas: hidden, so that nothing takes them for content."""
    return project.content / ".schemas"


def are_wanted(project: Project) -> bool:
    """Whether the folder exists, or survey.yaml names a schema: git ignores the folder, so that a clone lacks it."""
    if folder_of(project).is_dir():
        return True
    return bool(NAMED.search(project.settings_file.read_text("utf-8", errors="replace")))


def write(survey: Survey, folder: Path, within: Path | None = None) -> None:
    """Write the schemas of a survey; files that have not changed are not touched. OSError where the disk refuses, or a
    link leads out of the folder `within`."""
    for name, schema in schemas(survey).items():
        path, data = folder / f"{name}.schema.json", written(schema)
        if not path.is_file() or path.read_bytes() != data:
            save(path, data, within)


def first_line(folder: Path, target: Path, name: str) -> str:
    """The line for the files of a folder that names a schema in `target`, as seen from there."""
    path = Path(os.path.relpath(target, folder.resolve())).as_posix()
    return f"# yaml-language-server: $schema={path}/{name}.schema.json"


def first_lines(project: Project, target: Path) -> Iterator[tuple[Path, str]]:
    """Each YAML file of the project that has a schema, and its first line."""
    yield project.settings_file, first_line(project.content, target, "survey")
    for name in ("taxonomy", "papers"):
        for path in project.files(name, *YAML):
            yield path, first_line(path.parent, target, name)


def named(draft: Draft, target: Path) -> Draft:
    """The draft in which every such file names its schema: in its first line, or where it named one before."""
    for path, line in first_lines(draft, target):
        file = path.relative_to(draft.root).as_posix()
        whole = draft.text(file)
        text = whole.removeprefix(BOM)
        newline = "\r\n" if "\r\n" in text else "\n"
        present = NAMED.search(text)
        start, end = present.span() if present else (0, 0)
        after = f"{text[:start]}{line}{'' if present else newline}{text[end:]}"
        draft = draft.with_file(file, f"{whole[: len(whole) - len(text)]}{after}".encode())
    return draft
