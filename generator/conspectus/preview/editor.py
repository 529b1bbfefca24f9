"""The curator's editor: addresses that have it open a file at a line, for the preview alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from conspectus.diagnostics import Span
from conspectus.project import Project

PRESETS = {
    "vscode": "vscode://file/{path}:{line}:{column}",
    "vscode-insiders": "vscode-insiders://file/{path}:{line}:{column}",
    "vscodium": "vscodium://file/{path}:{line}:{column}",
    "cursor": "cursor://file/{path}:{line}:{column}",
    "windsurf": "windsurf://file/{path}:{line}:{column}",
    "zed": "zed://file/{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "pycharm": "pycharm://open?file={path}&line={line}&column={column}",
    "subl": "subl://open?url=file://{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "none": "",
}
"""Editors that register a scheme of their own with the system, and the addresses they understand."""

ADDRESS = re.compile(r"(?!(?:javascript|data|vbscript):)[a-z][a-z0-9+.-]*://\S*\{path\}\S*", re.IGNORECASE)
FIELD = re.compile(r"\{(path|line|column)\}")
SECOND_SLASH = re.compile(r"(?<=[^/:])/(?=\{path\})")
"""A slash that parts a host from a path, which already begins with one on most systems."""


def template(name: str) -> str | None:
    """The address of an editor by its name; an address, such as `quill://{path}:{line}`, as it is; None if neither."""
    if name in PRESETS:
        return PRESETS[name]
    return name if ADDRESS.fullmatch(name) else None


@dataclass(frozen=True, slots=True)
class Editor:
    """Opens a project's files. `address` has the fields {path}, {line} and {column}; an empty one opens nothing."""

    address: str
    project: Project

    def link(self, span: Span) -> str:
        """The address that opens the file at the span; empty where there is no such file, or no editor."""
        path = self._path(span.file)
        if not self.address or path is None:
            return ""
        written = quote(path.as_posix(), safe="/:")
        address = SECOND_SLASH.sub("", self.address) if written.startswith("/") else self.address
        fields = {"path": written, "line": str(span.line), "column": str(span.column)}
        return FIELD.sub(lambda found: fields[found[1]], address)

    def _path(self, name: str) -> Path | None:
        """The file a span names: below the project, or a template that comes with Conspectus."""
        inside = name.removeprefix("templates/")
        folders = self.project.templates if inside != name else ()
        candidates = (self.project.root / name, *(folder / inside for folder in folders))
        return next((path.absolute() for path in candidates if path.is_file()), None)
