"""The folder that a survey is created in: what may be in it already, and where its repository is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from conspectus.scaffolding.starter import names

WELCOME = re.compile(
    r"\.git|\.gitignore|\.gitattributes|\.venv|venv|\.idea|\.vscode|\.ds_store"
    r"|(readme|licen[cs]e|copying|contributing|code_of_conduct|security)(\.\w+)?",
    re.IGNORECASE,
)
"""What a host puts into a new repository, what systems and editors leave behind, and a virtual environment."""

ORIGIN = re.compile(r'^\[remote "origin"\][^\[]*?^\s*url\s*=\s*(\S+)', re.MULTILINE)
ON_GITHUB = re.compile(r"(?:https://(?:[^/@]*@)?|ssh://git@|git@)github\.com[:/]([\w.-]+/[\w.-]+?)(?:\.git)?/?")


def in_the_way(folder: Path, given: Collection[Path]) -> list[str]:
    """What keeps a survey from being created in a folder, by name.

    In a clone, what a survey would overwrite; elsewhere everything that a host would not have put there. The `given`
    files, which the survey begins with, may be in it too.
    """
    if not folder.exists():
        return []
    if (folder / ".git").exists():
        ours = (
            "content",
            *(name for name in names() if not name.startswith("content/") and not WELCOME.fullmatch(name)),
        )
        return [name for name in ours if (folder / name).exists()]
    entries = [path for path in folder.iterdir() if not WELCOME.fullmatch(path.name)]
    begun_with = {path.resolve() for path in given}
    return sorted(path.name for path in entries if path.resolve() not in begun_with)


def present(folder: Path) -> Iterator[str]:
    """Those of a survey's files at its top that the folder has a file for, in whatever case, with whatever suffix."""
    stems = {path.name.partition(".")[0].casefold() for path in folder.iterdir() if not path.name.startswith(".")}
    for name in names():
        if "/" not in name and not name.startswith(".") and name.partition(".")[0].casefold() in stems:
            yield name


def remote(folder: Path) -> str:
    """The address on GitHub of the repository that a folder is a clone of; empty if it is none."""
    config = folder / ".git" / "config"
    url = ORIGIN.search(config.read_text("utf-8", errors="replace")) if config.is_file() else None
    repository = ON_GITHUB.fullmatch(url[1]) if url else None
    return f"https://github.com/{repository[1]}" if repository else ""
