"""The content of a git revision, checked out into a temporary folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from conspectus.diagnostics import HintedError
from conspectus.project import Project

FOLDERS = ("content", "templates")
"""What a site is made from."""


OURS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.sshCommand=false",
    "credential.helper=",
    "protocol.allow=never",
)
"""Settings that stand before those of the repository, which may be a stranger's and name programs."""

SEALED = {"LC_ALL": "C", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
"""Objects that are missing are fetched from nowhere."""

FILTER = ("clean", "smudge", "process")

BEGIN = "create one with `git init` and a first commit"


class RevisionError(HintedError):
    """A revision that cannot be read."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision as it was named, its commit in full, and the project as it was then."""

    name: str
    commit: str
    project: Project

    def __str__(self) -> str:
        return self.name if self.commit.startswith(self.name) else f"{self.name} ({self.commit[:10]})"


def commit_of(project: Project, name: str) -> str:
    """The full id of the commit a revision is. RevisionError where there is no git, no repository, no such revision."""
    git = _Git(project.root)
    git.prefix()  # so that a missing repository is not reported as a missing revision
    return git.commit(name)


@contextmanager
def checked_out(project: Project, name: str) -> Iterator[Revision]:
    """The project as it was at a revision, in a temporary folder that is gone afterwards.

    The repository is only read: neither its index nor its files are touched. Files go through the same filters as in
    a checkout (line ends, and the user's own, such as that for large files), so that they can be compared with those on
    disk. RevisionError where there is no git, no repository, no such revision, or no content in it.
    """
    with tempfile.TemporaryDirectory(prefix="conspectus-") as folder:
        git = _Git(project.root, GIT_INDEX_FILE=f"{folder}/index")
        prefix = git.prefix()
        commit = git.commit(name)
        git("read-tree", commit)
        files = git("ls-files", "-z", "--", *FOLDERS)
        git.without_filters()("checkout-index", "-z", "--stdin", f"--prefix={folder}/tree/", sent=files)
        then = Project((Path(folder) / "tree" / prefix).resolve())
        if not then.settings_file.is_file():
            where = f"{prefix}content/survey.yaml"
            first = "commit content/ first" if name == "HEAD" else "choose a revision in which the survey exists"
            raise RevisionError(f"{name} has no {where}", first)
        yield Revision(name, commit, then)


class _Git:
    """Runs git in a folder, and no program that the settings of the repository there name."""

    def __init__(self, folder: Path, **environment: str) -> None:
        program = shutil.which("git")
        if program is None:
            raise RevisionError("git is not installed, so there is nothing to compare with", "see https://git-scm.com")
        self._program = program
        self._folder = folder
        self._settings = [part for setting in OURS for part in ("-c", setting)]
        self._environment = {**os.environ, **environment, **SEALED}

    def prefix(self) -> str:
        """The folder below the repository's, empty or with a slash at its end."""
        return self("rev-parse", "--show-prefix", else_="the survey is not in a git repository").strip()

    def commit(self, name: str) -> str:
        """The full id of the commit a revision is."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        hint = "give a branch, a tag or a commit, as `git log --oneline` lists them"
        return self(*asked, else_=f"git has no revision {name!r}", hint=hint).strip()

    def without_filters(self) -> _Git:
        """This, without the filters that the repository's own settings declare; those of the user stay.

        RevisionError for one that cannot be turned off.
        """
        listed = self("config", "--list", "--includes", "--show-scope", "--name-only", "-z").split("\0")
        scoped = zip(listed[::2], listed[1::2], strict=False)
        keys = {key.rpartition(".")[0] for scope, key in scoped if scope in ("local", "worktree")}
        names = sorted(key for key in keys if key.startswith("filter."))
        if odd := next((name for name in names if "=" in name), ""):
            raise RevisionError(f"git's settings name the filter {odd!r}", "delete it from .git/config")
        sealed = copy(self)
        values = [
            *(f"{name}.{key}=" for name in names for key in FILTER),
            *(f"{name}.required=false" for name in names),
        ]
        sealed._settings = [*self._settings, *(part for value in values for part in ("-c", value))]
        return sealed

    def __call__(self, *arguments: str, sent: str = "", else_: str = "", hint: str = "") -> str:
        """What git answers. RevisionError with the words in `else_`, or git's own, where it refuses."""
        done = subprocess.run(  # noqa: S603 - no shell, and a revision cannot be an option
            [self._program, *self._settings, "-C", str(self._folder), *arguments],
            input=sent.encode("utf-8", "surrogateescape"),
            capture_output=True,
            env=self._environment,
            check=False,
        )
        if done.returncode:
            error = done.stderr.decode("utf-8", "replace").strip()
            reason = BEGIN if "not a git repository" in error else error.removeprefix("fatal: ").partition("\n")[0]
            raise RevisionError(else_ or f"git {arguments[0]} failed: {reason}", hint or reason)
        return done.stdout.decode("utf-8", "surrogateescape")
