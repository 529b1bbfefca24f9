"""A project's files as they are at one moment, taken from an earlier moment where nothing was written since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from conspectus.model.paper import Source
from conspectus.project import Project, Signature

IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""The endings of images that every browser shows; cameras write them in capitals."""


class File(NamedTuple):
    """A file's bytes, and the signature it had just before they were read."""

    signature: Signature
    source: Source


@dataclass(frozen=True, slots=True)
class Files:
    """The files a survey is made from, sorted by path in each folder; `by_name` has all of them."""

    settings: Source
    ledger: Source | None  # None while no citation keys are kept
    papers: tuple[Source, ...]
    taxonomy: tuple[Source, ...]
    pages: tuple[Source, ...]
    notes: tuple[Source, ...]
    images: tuple[Source, ...]
    locale: tuple[Source, ...]
    imported: tuple[Source, ...]  # what imports wrote down
    by_name: Mapping[str, File] = field(repr=False)
    unread: tuple[str, ...] = ()  # the names of all other files below content/

    @classmethod
    def of(cls, project: Project, previous: Files | None = None) -> Files:
        """The files of a project as they are now. OSError where one cannot be read.

        A file whose signature is that of the previous snapshot is not read again; one that is read and has the same
        bytes is the very same `Source`.
        """
        known = previous.by_name if previous else {}
        files: dict[str, File] = {}

        def read(path: Path) -> Source:
            name, signature = project.name(path), project.signature(path)
            before = known.get(name)
            if before and signature and before.signature == signature:
                source = before.source
            else:
                source = project.source(path)
                if before and before.source.digest == source.digest:
                    source = before.source
            files[name] = File(signature, source)
            return source

        def folder(name: str, *suffixes: str) -> Iterator[Source]:
            for path in project.files(name, *suffixes):
                with suppress(FileNotFoundError):  # it went after the folder was listed
                    yield read(path)

        return cls(
            read(project.settings_file),
            read(project.ledger_file) if project.ledger_file.is_file() else None,
            tuple(folder("papers")),
            tuple(folder("taxonomy", ".yaml", ".yml")),
            tuple(folder("pages", ".md")),
            tuple(folder("notes", ".md")),
            tuple(folder("images", *IMAGES, *map(str.upper, IMAGES))),
            tuple(folder("locale", ".po")),
            tuple(folder("imported", ".yaml")),
            files,
            tuple(name for path in project.files("") if (name := project.name(path)) not in files),
        )
