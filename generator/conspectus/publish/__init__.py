"""Writing the site: only what changed, whole or not at all, with its search index."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from conspectus.model.site import Output
from conspectus.publish import search as searching
from conspectus.publish.errors import PublishError
from conspectus.publish.limits import HOSTS, excess
from conspectus.publish.paths import INDEX
from conspectus.publish.present import Present
from conspectus.publish.search import index_outputs
from conspectus.publish.signature import Signature, signature
from conspectus.publish.staging import Staging
from conspectus.publish.workplace import is_being_built, leftover, workplace
from conspectus.publish.writing import Write, Written

NOJEKYLL = Output(".nojekyll", b"")
"""Keeps GitHub Pages from running the site through Jekyll, which would drop files."""


TICK = 0.02
"""Seconds within which the clock of a file system goes on: what is written later has another time."""

VERSION_CONTROL = frozenset([".git", ".hg", ".svn", ".bzr", ".jj"])
"""Folders in which a site could damage a repository, or would never be seen."""


def publish(
    outputs: Callable[[Signature, Write], Iterable[Written]],
    out: Path,
    *,
    indexed: Sequence[str],
    progress: Callable[[str], None],
) -> Signature:
    """Make `out` contain exactly these outputs, and the search index of those that are to be indexed.

    `outputs` is given what identifies the files of the present site, some of which may be kept, and what writes one; it
    may do that in other processes, which end before it does. `indexed`: globs of the indexed files, for Pagefind;
    without any there is no index.

    The site is assembled in a folder beside `out` and swapped with it by renaming, so `out` is a whole site at any
    time; if something fails or is interrupted, it is the old one. Unchanged files stay the same files. Hidden files at
    the top of `out` (`.gitignore`, `.git`) are kept. Returns what identifies the site's files; an empty signature if
    somebody else changed any of them meanwhile.

    PublishError if `out` holds anything else that we did not write, if another build is writing it, or if the index
    cannot be made; OSError where the disk refuses.
    """
    out = Path(os.path.realpath(out))  # unlike `resolve`, it raises nothing for a loop of links
    kept = next((part for part in out.parts if part.lower() in VERSION_CONTROL), "")
    if kept:
        raise PublishError(f"{out} is in {kept}, which belongs to version control", "name another folder for the site")
    with workplace(out) as place:
        before = signature(out)
        present = Present.of(out)
        staging = Staging(place.new, present)
        staging.add(staging.write(NOJEKYLL))
        for written in outputs(before, staging.write):
            staging.add(written)
        if indexed and staging.indexed:
            pages = searching.digest(staging.indexed)
            if not staging.keep_index(pages):
                progress("indexing")
                staging.settle()
                searching.index(place.new, indexed)
                staging.take_index(pages)
        staging.finish()
        if not staging.changed:
            return before if before == signature(out) else Signature()
        progress("publishing")
        untouched = signature(out).files == before.files  # what was kept was not read
        made = signature(place.new)
        place.swap()
        with suppress(OSError):
            place.clear()
        time.sleep(TICK)
        now = signature(out)
        return now if untouched and now.files == made.files else Signature()
