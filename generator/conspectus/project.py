"""A project on disk: its folders, its templates, and `content/survey.yaml` as typed values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conspectus.model.paper import Source

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Project:
    """A survey's folder. It is a project if it has `content/survey.yaml`."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Project | None:
        """The project that `start` lies in: the nearest folder upwards with `content/survey.yaml`."""
        start = start.resolve()
        return next((cls(folder) for folder in (start, *start.parents) if cls(folder).settings.is_file()), None)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def settings(self) -> Path:
        return self.content / "survey.yaml"

    @property
    def papers(self) -> Path:
        return self.content / "papers"

    @property
    def ledger(self) -> Path:
        """Where the citation keys are kept, if they are."""
        return self.content / "citation-keys.yaml"

    @property
    def out(self) -> Path:
        return self.root / "site"

    @property
    def templates(self) -> tuple[Path, ...]:
        """Where templates and assets are looked for, first hit wins: the project's own shadow ours file by file."""
        packaged = PACKAGE / "templates"
        checkout = PACKAGE.parent.parent / "templates"
        ours = packaged if packaged.is_dir() else checkout
        own = self.root / "templates"
        return (own, ours) if own.is_dir() and own != ours else (ours,)

    def source(self, path: Path) -> Source:
        """Read a file below the project's folder. OSError where it cannot be read."""
        data = path.read_bytes()
        return Source(path.relative_to(self.root).as_posix(), data, hashlib.sha256(data).hexdigest())

    def sources(self, folder: str, *suffixes: str) -> Iterator[Source]:
        """All files below `content/<folder>`, read."""
        yield from map(self.source, self.files(folder, *suffixes))

    def files(self, folder: str, *suffixes: str) -> Iterator[Path]:
        """All files below `content/<folder>`, sorted by path, without hidden, temporary and linked-away ones."""
        top = self.content / folder
        for path in sorted(top.rglob("*"), key=lambda path: path.relative_to(top).as_posix()):
            parts = path.relative_to(top).parts
            hidden = any(part.startswith(".") or part.endswith("~") for part in parts)
            inside = path.resolve().is_relative_to(self.content.resolve())
            if path.is_file() and inside and not hidden and (not suffixes or path.suffix in suffixes):
                yield path
