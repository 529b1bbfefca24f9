"""Where the running Conspectus was installed from, as far as another machine can install it from there too.

What pip and uv write is specified in PEP 610 (`direct_url.json`): nothing for a package of an index, else a repository
with its commit, an archive with its hash, or a folder.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import metadata
from typing import Any
from urllib.parse import urlsplit

from conspectus import __version__

NAME = "conspectus"

IS_ON_INDEX = False
"""Whether PyPI has releases of ours. Until the first one, its name there is anybody's, so it must not be installed."""

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
ON_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")


@dataclass(frozen=True, slots=True)
class Origin:
    """How a workflow installs this version: its `requirement`, empty where only a wheel in the survey will do.

    `workflow` is the reusable workflow of the repository on GitHub at that commit, empty where there is none.
    """

    requirement: str = ""
    workflow: str = ""


def installed() -> Origin:
    """Where this Conspectus was installed from."""
    try:
        recorded = metadata.distribution(NAME).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return Origin()
    if recorded is None:
        return Origin(f"{NAME}=={__version__}") if IS_ON_INDEX else Origin()
    return described(json.loads(recorded))


def described(direct_url: dict[str, Any]) -> Origin:
    """The origin that a `direct_url.json` describes."""
    url = str(direct_url.get("url", ""))
    if not is_public(url):
        return Origin()
    commit = str(direct_url.get("vcs_info", {}).get("commit_id", ""))
    if COMMIT.fullmatch(commit) and direct_url["vcs_info"].get("vcs") == "git":
        repository = ON_GITHUB.fullmatch(url)
        path = f"{repository[1]}/.github/workflows/survey.yml@{commit} # {__version__}" if repository else ""
        return Origin(f"{NAME} @ git+{url}@{commit}", path)
    digest = direct_url.get("archive_info", {}).get("hashes", {}).get("sha256")
    return Origin(f"{NAME} @ {url}#sha256={digest}") if digest else Origin()


def is_public(url: str) -> bool:
    """Whether a machine elsewhere can probably fetch a URL: https, a full host name, and no password needed."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    is_named = "." in host and not host.endswith((".local", ".localhost", ".internal")) and host[-1].isalpha()
    return parts.scheme == "https" and is_named and "@" not in parts.netloc
