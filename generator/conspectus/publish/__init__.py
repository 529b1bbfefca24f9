"""Writing the site: only what changed, whole or not at all, with what Pagefind stores of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from conspectus.model.site import Output
from conspectus.publish import pagefind
from conspectus.publish.errors import HalfWrittenError, PublishError
from conspectus.publish.limits import HOSTS, excess
from conspectus.publish.paths import INDEX
from conspectus.publish.present import Present
from conspectus.publish.signature import Listing, State, listing, seen, signature, signed
from conspectus.publish.staging import Staging
from conspectus.publish.store import send
from conspectus.publish.workplace import Workplace, completed, is_being_built, is_half_written, leftover, workplace
from conspectus.publish.writing import Write, Written

NOJEKYLL = Output(".nojekyll", b"")
"""Keeps GitHub Pages from running the site through Jekyll, which would drop files."""


TICK = 0.02
"""Seconds within which the clock of a file system goes on: what is written later has another time."""

VERSION_CONTROL = frozenset([".git", ".hg", ".svn", ".bzr", ".jj"])
"""Folders in which a site could damage a repository, or would never be seen."""


def publish(
    outputs: Callable[[str, Write], Iterable[Written]],
    out: Path,
    *,
    progress: Callable[[str], None],
) -> str:
    """Make `out` contain exactly these outputs, some of which Pagefind is to store.

    `outputs` is given what identifies the files of the present site, some of which may be kept, and what writes one; it
    may do that in other processes, which end before it does.

    The site is assembled in a folder beside `out` and swapped with it by renaming, so `out` is a whole site at any
    time; if something fails or is interrupted, it is the old one. If few files differ, they are renamed into `out` one
    after another, and if that is interrupted, it is completed, by the next build if need be. Unchanged files stay the
    same files. Hidden files at the top of `out` (`.gitignore`, `.git`) are kept. Returns what identifies the site's
    files; an empty text if somebody else changed any of them meanwhile.

    PublishError if `out` holds anything else that we did not write, if another build is writing it, or if Pagefind
    fails; OSError where the disk refuses.
    """
    out = Path(os.path.realpath(out))  # unlike `resolve`, it raises nothing for a loop of links
    kept = next((part for part in out.parts if part.lower() in VERSION_CONTROL), "")
    if kept:
        raise PublishError(f"{out} is in {kept}, which belongs to version control", "name another folder for the site")
    with workplace(out) as place:
        present = Present.of(out)
        staging = Staging(place.new, present)
        staging.add(staging.write(NOJEKYLL))
        before = signed(present.files)
        for written in outputs(before, staging.write):
            staging.add(written)
        if staging.stored:
            files = pagefind.digest(staging.stored)
            if not staging.keep_index(files):
                progress("storing")
                pagefind.store(staging.stored, place.new / INDEX, place.folder)
                staging.take_index(files)
        if not staging.finish():
            return before
        progress("publishing")
        return signed((_changed if staging.is_small else _swapped)(place, staging, present))


def _changed(place: Workplace, staging: Staging, present: Present) -> Listing:
    """Make the present site the new one in place. Returns what it has then; nothing if somebody touched what is new.
    What stays is said to be as it was: if somebody touched that meanwhile, the next build finds it otherwise."""
    staged = listing(place.new)
    put = {path: staged[path] for path in staging.new}
    removed = frozenset(staging.removed)
    place.change(put, removed)
    time.sleep(TICK)
    try:
        now = {path: State.of((place.out / path).lstat()) for path in put}
    except OSError:
        return {}
    same = {path: state for path, state in present.files.items() if path not in removed}
    return same | now if _files(now) == _files(put) else {}


def _swapped(place: Workplace, staging: Staging, present: Present) -> Listing:
    """Have the new site and the present one change places. Returns as above; nothing if somebody touched anything, for
    what stays was not read."""
    staging.fill()
    made = listing(place.new)
    untouched = all(made[path][:2] == present.files[path][:2] for path in staging.same)
    place.swap()
    with suppress(OSError):
        place.clear()
    time.sleep(TICK)
    now = seen(place.out)
    return now if untouched and _files(now) == _files(made) else {}


def _files(listing: Listing) -> dict[str, tuple[int, int, int]]:
    """What of files stays the same when their names change."""
    return {path: state.file for path, state in listing.items()}
