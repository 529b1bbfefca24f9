"""What the last build of a site came to, whether another one would come to the very same, what each page showed, and
what of it the next build need not work out again.

The state is with the user's caches, found by the site's folder, and never in the project: a checkout can plant none.
Deleting it is always safe.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

from conspectus import publish
from conspectus.cache import Cache
from conspectus.derived import digest
from conspectus.diagnostics import Report
from conspectus.files import Files
from conspectus.model.site import Shell, Shows
from conspectus.project import Project

V = TypeVar("V")

KIND = "builds"
KIND_OF_SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: what it reports, and how many pages for readers, other files and papers the site has."""

    report: Report
    pages: int
    files: int
    papers: int


@dataclass(frozen=True, slots=True)
class State:
    """`inputs`: the digest of all that a site was made from. `site`: what identifies its files."""

    inputs: str
    site: str
    built: Built


@dataclass(frozen=True, slots=True)
class Shown:
    """`shared`: the digest of what all pages share. `site`: what identifies the site's files. `by_path`: what each
    page shows."""

    shared: str
    site: str
    by_path: dict[str, Shows]


def inputs(files: Files, templates: str, base_url: str, *, pagefind: bool) -> str:
    """The digest of all that a site is made from, but for the package, by which the cache tells its values apart."""
    content = sorted((name, file.source.digest) for name, file in files.by_name.items())
    return digest(tuple(content), templates, base_url, pagefind)


def templates(folders: Sequence[Path]) -> str:
    """The digest of all templates and assets in some folders; empty if one is a link, or cannot be read."""
    digests = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            try:
                mode = path.lstat().st_mode
                if stat.S_ISREG(mode):
                    name = path.relative_to(folder).as_posix()
                    digests.append((name, hashlib.sha256(path.read_bytes()).hexdigest()))
                elif not stat.S_ISDIR(mode):
                    return ""
            except OSError:
                return ""
    return digest(len(folders), tuple(digests))


def same(project: Project, cache: Cache, out: Path, base_url: str, *, pagefind: bool) -> Built | None:
    """What the last build of a site came to, if nothing changed since: content, templates, options, the package, or any
    file of the site. None if anything did, or it is not known. OSError where a file of the project cannot be read."""
    known = cache.load(KIND, State, _site(out))
    if known is None or not known.site or publish.is_being_built(out):
        return None
    theirs = templates(project.templates)
    if not theirs or known.inputs != inputs(Files.of(project), theirs, base_url, pagefind=pagefind):
        return None
    return known.built if known.site == publish.signature(out) else None


def keep(cache: Cache, out: Path, inputs: str, site: str, built: Built) -> None:
    """Keep for the next build what this one came to, if it is known that nobody else changed the site meanwhile."""
    if site:
        cache.save(KIND, _site(out), State(inputs, site, built))


def shared(files: Files, shell: Shell, templates: str, base_url: str) -> str:
    """The digest of all that pages are made from besides their views; empty if it is not known."""
    language = tuple((file.path, file.digest) for file in files.locale)
    said = tuple(getattr(shell, field.name) for field in fields(shell) if field.name != "language")
    return digest(files.settings.digest, language, said, templates, base_url) if templates else ""


def shown(cache: Cache, out: Path, shared: str, site: str) -> Mapping[str, Shows]:
    """What each page of a site shows, by its path, if the files and all that pages share are as the last build left
    them; else nothing."""
    known = cache.load(KIND_OF_SHOWN, Shown, _site(out)) if shared and site else None
    return known.by_path if known and (known.shared, known.site) == (shared, site) else {}


def keep_shown(cache: Cache, out: Path, shared: str, site: str, by_path: dict[str, Shows]) -> None:
    """Keep for the next build what each page shows, under the conditions of `keep`."""
    if shared and site:
        cache.save(KIND_OF_SHOWN, _site(out), Shown(shared, site, by_path))


@dataclass(frozen=True, slots=True)
class OnDisk:
    """What builds of one site keep for one another (`derived.Memory`), by its folder or its address in a store."""

    cache: Cache
    out: Path | str

    def load(self, name: str, type: type[V]) -> V | None:
        return self.cache.load(name, type, _site(self.out))

    def save(self, name: str, value: object) -> None:
        self.cache.save(name, _site(self.out), value)


def _site(out: Path | str) -> str:
    return digest(out if isinstance(out, str) else os.path.realpath(out))
