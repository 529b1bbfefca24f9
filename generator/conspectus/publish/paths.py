"""Which paths a site may have."""

from __future__ import annotations

import re

from conspectus.publish.errors import PublishError
from conspectus.publish.present import MANIFEST

INDEX = "pagefind"
"""The folder of the search index, below the site's root."""

UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def checked(path: str) -> str:
    """The path of an output, if it stays within the site and out of what is not an output's to write.

    PublishError for all others. They don't come from content, whose ids are checked, but from a page kind gone wrong.
    """
    parts = path.split("/")
    leaves = any(part in ("", ".", "..") for part in parts) or UNSAFE.search(path)
    if leaves or len(path) > 500:
        raise PublishError(f"a page would be written to {path!r}, which is no path within the site")
    if path in (MANIFEST, ".gitignore") or parts[0] in (INDEX, ".git"):
        raise PublishError(f"a page would be written to {path!r}, which belongs to the build; rename the page")
    return path
