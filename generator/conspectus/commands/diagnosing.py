"""What `conspectus doctor` looks at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

from conspectus.commands.options import shown
from conspectus.project import Project

LEAST_PYTHON = (3, 11)
PATIENCE = 30
"""Seconds after which a program that only has to say its version is taken to hang."""


class Finding(NamedTuple):
    """What was looked at and how it is; what to do about it if it is wrong."""

    what: str
    help: str = ""
    is_wrong: bool = True


def of_machine() -> Iterator[Finding]:
    """Python, the packages, and the programs that commands start."""
    python = ".".join(map(str, sys.version_info[:3]))
    is_old = sys.version_info[:2] < LEAST_PYTHON
    yield Finding(f"Python {python}", "install Python 3.11 or newer" if is_old else "", is_old)
    yield _packages()
    yield _pagefind()
    git = shutil.which("git")
    why = "not installed; `diff` and the preview's changes page need it"
    yield Finding(f"git {'is installed' if git else why}", "" if git else "see https://git-scm.com", not git)
    encoding = sys.getfilesystemencoding()
    is_other = encoding.lower() not in ("utf-8", "utf8")
    help = "set LC_ALL=C.UTF-8, or PYTHONUTF8=1" if is_other else ""
    yield Finding(f"file names are {encoding}", help, is_other)


def _packages() -> Finding:
    try:
        names = [re.split(r"[^\w.-]", each)[0] for each in requires("conspectus") or () if "extra ==" not in each]
    except PackageNotFoundError:
        return Finding("Conspectus is not installed as a package", "run it from a virtual environment", is_wrong=False)
    missing = []
    for name in names:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding(f"packages are missing: {', '.join(missing)}", "run `pip install conspectus` again")
    return Finding(f"{len(names)} packages are installed", is_wrong=False)


def _pagefind() -> Finding:
    try:
        from pagefind_bin import get_executable

        done = subprocess.run([get_executable(), "--version"], capture_output=True, text=True, timeout=PATIENCE)  # noqa: S603
        if not done.returncode:
            return Finding(f"Pagefind {done.stdout.split()[-1]}", is_wrong=False)
        why = done.stderr.strip().partition("\n")[0]
    except (ImportError, OSError, subprocess.SubprocessError) as error:
        why = str(error)
    return Finding(
        f"Pagefind, which stores what search results show, does not run: {why}",
        "run `pip install --force-reinstall pagefind-bin`, or build with --no-search",
    )


def of_cache(folder: Path) -> Iterator[Finding]:
    """Whether the cache can be used; without one, each build starts from scratch."""
    from conspectus.cache import unusable

    if why := unusable(folder):
        yield Finding(f"the cache is not used: {why}", f"`chmod -R go-w {folder}` if it is yours, else delete it")
        return
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if folder.is_dir() else 0
    yield Finding(f"the cache {folder} has {size / 1e6:.0f} MB", is_wrong=False)


def of_survey(project: Project) -> Iterator[Finding]:
    """The mistakes in the content, and what lies where nothing reads it."""
    from conspectus import pipeline
    from conspectus.commands import reading
    from conspectus.diagnostics import Severity
    from conspectus.text.counting import counted

    report = pipeline.compile(project, reading.cache()).report
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    counts = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"
    help = "see `conspectus check`" if errors else ""
    yield Finding(f"the survey in {project.root} has {counts}", help, bool(errors))
    for mistake in report.diagnostics:
        if mistake.check == "misplaced-file":
            yield Finding(f"{mistake.span.file}: {mistake.message}", mistake.help)


def of_output(out: Path) -> Iterator[Finding]:
    """Whether a site can be written into a folder."""
    from conspectus.publish import Present, PublishError, is_being_built

    out, name = Path(os.path.realpath(out)), shown(out)
    parent = next(folder for folder in out.parents if folder.is_dir())
    if not os.access(parent, os.W_OK):
        yield Finding(f"{parent} cannot be written to", "change its permissions, or name another folder with --out")
    if out.is_mount():
        yield Finding(f"{name} is a mount point, which cannot be replaced", f"name a folder below it: {out / 'site'}")
    with suppress(OSError):
        if is_being_built(out):
            yield _of_workplace(out, name)
            return
    try:
        Present.of(out)
    except (OSError, PublishError) as error:
        yield Finding(str(error), "move them away, or name another folder with --out")
        return
    yield Finding(f"{name} {'holds a site' if out.exists() else 'is not built yet'}", is_wrong=False)


def _of_workplace(out: Path, name: str) -> Finding:
    from conspectus.publish import is_half_written, leftover

    if not leftover(out):
        return Finding(f"{name}: a build is writing it", is_wrong=False)
    if is_half_written(out):
        return Finding(f"{name}: a killed build left it half written", "build again; that completes it")
    return Finding(f"{name}: a killed build left files beside it", "build again; that clears them away")
