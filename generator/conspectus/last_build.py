"""What the last build of a site came to, and whether another one would come to the very same.

The state is with the user's caches, found by the site's folder, and never in the project: a checkout can plant none.
Deleting it is always safe.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from conspectus import publish
from conspectus.cache import Cache
from conspectus.derived import digest
from conspectus.diagnostics import Report
from conspectus.files import Files
from conspectus.project import Project

KIND = "builds"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: what it reports, and how many pages and papers the site has."""

    report: Report
    pages: int
    papers: int


@dataclass(frozen=True, slots=True)
class State:
    """`inputs`: the digest of all that a site was made from. `site`: what identifies its files."""

    inputs: str
    site: publish.Signature
    built: Built


def inputs(files: Files, templates: str, base_url: str, *, search: bool) -> str:
    """The digest of all that a site is made from, but for the package, by which the cache tells its values apart."""
    content = sorted((name, file.source.digest) for name, file in files.by_name.items())
    return digest(tuple(content), templates, base_url, search)


def templates(project: Project) -> str:
    """The digest of all templates and assets; empty if one is a link, or cannot be read."""
    digests = []
    for folder in project.templates:
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
    return digest(len(project.templates), tuple(digests))


def same(project: Project, cache: Cache, out: Path, base_url: str, *, search: bool) -> Built | None:
    """What the last build of a site came to, if nothing changed since: content, templates, options, the package, or any
    file of the site. None if anything did, or it is not known. OSError where a file of the project cannot be read."""
    known = cache.load(KIND, State, _site(out))
    if known is None or not any(known.site) or publish.is_being_built(out):
        return None
    theirs = templates(project)
    if not theirs or known.inputs != inputs(Files.of(project), theirs, base_url, search=search):
        return None
    return known.built if known.site == publish.signature(out) else None


def keep(cache: Cache, out: Path, inputs: str, site: publish.Signature, built: Built) -> None:
    """Keep for the next build what this one came to, if it is known that nobody else changed the site meanwhile."""
    if any(site):
        cache.save(KIND, _site(out), State(inputs, site, built))


def _site(out: Path) -> str:
    return digest(os.path.realpath(out))
