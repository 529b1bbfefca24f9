"""The content of a git revision, checked out into a temporary folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conspectus.diagnostics import HintedError
from conspectus.project import Project

FOLDERS = ("content", "templates")
"""What a site is made from."""


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
    a checkout (line ends, large files), so that they can be compared with those on disk. RevisionError where there is
    no git, no repository, no such revision, or no content in it.
    """
    with tempfile.TemporaryDirectory(prefix="conspectus-") as folder:
        git = _Git(project.root, GIT_INDEX_FILE=f"{folder}/index")
        prefix = git.prefix()
        commit = git.commit(name)
        git("read-tree", commit)
        files = git("ls-files", "-z", "--", *FOLDERS)
        git("checkout-index", "-z", "--stdin", f"--prefix={folder}/tree/", sent=files)
        then = Project((Path(folder) / "tree" / prefix).resolve())
        if not then.settings_file.is_file():
            where = f"{prefix}content/survey.yaml"
            raise RevisionError(f"{name} has no {where}", "choose a revision in which the survey exists")
        yield Revision(name, commit, then)


class _Git:
    """Runs git in a folder."""

    def __init__(self, folder: Path, **environment: str) -> None:
        program = shutil.which("git")
        if program is None:
            raise RevisionError("git is not installed, so there is nothing to compare with", "see https://git-scm.com")
        self._program = program
        self._folder = folder
        self._environment = {**os.environ, **environment, "LC_ALL": "C"}

    def prefix(self) -> str:
        """The folder below the repository's, empty or with a slash at its end."""
        return self("rev-parse", "--show-prefix", else_="the survey is not in a git repository").strip()

    def commit(self, name: str) -> str:
        """The full id of the commit a revision is."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        hint = "give a branch, a tag or a commit, such as HEAD~1 (see `git log --oneline`)"
        return self(*asked, else_=f"git has no revision {name!r}", hint=hint).strip()

    def __call__(self, *arguments: str, sent: str = "", else_: str = "", hint: str = "") -> str:
        """What git answers. RevisionError with the words in `else_`, or git's own, where it refuses."""
        done = subprocess.run(  # noqa: S603 - no shell, and a revision cannot be an option
            [self._program, "-C", str(self._folder), *arguments],
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
