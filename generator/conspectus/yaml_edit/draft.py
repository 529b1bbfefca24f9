"""The project as it would be: with edits that are not on disk yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from conspectus.diagnostics import Span
from conspectus.model.paper import Source
from conspectus.project import Project, Signature
from conspectus.yaml_edit.edit import Edit, EditError
from conspectus.yaml_edit.sheet import Sheet, Way, read, way_to
from conspectus.yaml_edit.writing import on_disk

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Draft(Project):
    """A project with edits. Everything that reads a project reads a draft as if it were on disk already, so that
    `pipeline.survey(draft, cache)` is the survey as the edits would make it.
    """

    edits: tuple[Edit, ...] = ()

    @classmethod
    def of(cls, project: Project) -> Draft:
        """A draft without any edit yet."""
        return cls(project.root)

    def source(self, path: Path) -> Source:
        """Read a file below the project's folder, as edited."""
        edit = self._edit(self.name(path))
        return Source.of(edit.path, edit.after or b"") if edit else Project.source(self, path)

    def signature(self, path: Path) -> Signature:
        """What changes when a file does; of an edited one it cannot be told."""
        return () if self._edit(self.name(path)) else Project.signature(self, path)

    def files(self, folder: str, *suffixes: str) -> Iterator[Path]:
        """The files below `content/<folder>`, without those that are removed and with those that are added."""
        removed = {self.root / edit.path for edit in self.edits if edit.after is None}
        top = self.content / folder
        added = {
            path
            for edit in self.edits
            if edit.before is None and (path := self.root / edit.path).is_relative_to(top)
            if not suffixes or path.suffix in suffixes
        }
        present = {*Project.files(self, folder, *suffixes), *added} - removed
        yield from sorted(present, key=lambda path: path.relative_to(top).as_posix())

    def sheet(self, path: str) -> Sheet:
        """A YAML file, as edited; empty for one that is not there."""
        return read(self.text(path).removeprefix(BOM), path)

    def text(self, path: str) -> str:
        """A file's text, as edited; empty for one that is not there. EditError where it is not UTF-8."""
        edit = self._edit(path)
        data = edit.after if edit else on_disk(self, path)
        try:
            return (data or b"").decode("utf-8")
        except UnicodeDecodeError as error:
            raise EditError(f"{path} is not UTF-8", "save it as UTF-8") from error

    def way(self, span: Span) -> Way:
        """The way to the record or category whose id is written at a span of the survey that was read from disk."""
        on_disk = Draft.of(self)
        return way_to(on_disk.sheet(span.file), span)

    def edited(self, path: str, change: Callable[[Sheet], Sheet]) -> Draft:
        """The draft with one more edit of a YAML file. EditError where it cannot be made."""
        bom = BOM if self.text(path).startswith(BOM) else ""
        return self.with_file(path, f"{bom}{change(self.sheet(path)).text}".encode("utf-8", "surrogatepass"))

    def with_file(self, path: str, data: bytes | None) -> Draft:
        """The draft with a file as given; None takes it away."""
        earlier = self._edit(path)
        before = earlier.before if earlier else on_disk(self, path)
        others = tuple(edit for edit in self.edits if edit.path != path)
        return replace(self, edits=others if before == data else (*others, Edit(path, before, data)))

    def _edit(self, path: str) -> Edit | None:
        return next((edit for edit in self.edits if edit.path == path), None)
