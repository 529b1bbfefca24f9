"""Which paths a site may have."""

from __future__ import annotations

import re

from conspectus.publish.errors import PublishError
from conspectus.publish.present import MANIFEST

INDEX = "pagefind"
"""Pagefind's folder, below the site's root."""

UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def checked(path: str) -> str:
    """The path of an output, if it stays within the site and out of what is not an output's to write.

    PublishError for all others. They don't come from content, whose ids are checked, but from a page kind gone wrong.
    """
    if not is_within(path):
        raise PublishError(f"a page would be written to {path!r}, which is no path within the site")
    if path == MANIFEST or path.partition("/")[0] == INDEX or belongs_to_git(path):
        raise PublishError(f"a page would be written to {path!r}, which belongs to the build; rename the page")
    return path


def is_within(path: str) -> bool:
    """Whether a path leads to a file below the folder that it starts from."""
    leaves = any(part in ("", ".", "..") for part in path.split("/"))
    return not leaves and not UNSAFE.search(path) and len(path) <= 500


def belongs_to_git(path: str) -> bool:
    """Whether it is a path that no build may write."""
    return path.partition("/")[0].lower() in (".git", ".gitignore")
