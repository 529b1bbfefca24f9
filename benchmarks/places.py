"""Builds into places that refuse: full disks of many sizes, one that may only be read, a mount point as the site's
folder, files that vanish, too little memory. What `torture.py` runs, by a process of its own that may mount disks:

    unshare -Urm .venv/bin/python benchmarks/places.py FOLDER [TRIAL …]

FOLDER is empty. Prints a line for each: what broke, which is mostly nothing.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SURVEY = ROOT / "tests" / "survey"
Files = dict[str, bytes]

TELLS = {
    "what happened": re.compile(r"(?im)^error: .{10}"),
    "what is safe": re.compile("was left unchanged|is left unchanged"),
}
"""What a message of a build that failed has."""


class Build:
    """A survey with two states, and the site of each, made where nothing disturbs it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.survey = folder, folder / "survey"
        shutil.copytree(SURVEY, self.survey)
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        self.sites: list[Files] = []
        for state in (0, 1):
            self.edit(state)
            done = self.run(folder / "undisturbed")
            if done.returncode:
                raise SystemExit(done.stderr)
            self.sites.append(held(folder / "undisturbed"))

    def edit(self, state: int) -> None:
        (self.survey / "content" / "notes" / "wick.md").write_text(f"# A note\n\nState {state} of it.\n", "utf-8")

    def run(
        self, out: Path, *, search: bool = False, limit: tuple[int, int] | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "conspectus", "build", "--project", str(self.survey), "--out", str(out)]

        def limited() -> None:
            if limit:
                resource.setrlimit(limit[0], (limit[1], limit[1]))

        return subprocess.run(
            command if search else [*command, "--no-search"],
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=limited,
        )

    def wrong(self, done: subprocess.CompletedProcess[str], out: Path, before: Files, state: int) -> str:
        """What is wrong with how a build ended: neither the site of its state with exit 0, nor the one that was there
        before with exit 1 and a message that tells what happened and what is safe."""
        if "Traceback" in done.stderr:
            return f"a traceback: {done.stderr.strip().splitlines()[-1]}"
        now = held(out)
        if done.returncode == 0:
            return "" if now == self.sites[state] else "exit 0, and the site is another"
        if done.returncode != 1:
            return f"exit {done.returncode}: {done.stderr.strip()[-200:]}"
        if now != before:
            return "exit 1, and the site is not as it was"
        missing = [name for name, pattern in TELLS.items() if not pattern.search(done.stderr)]
        return f"a message without {' and '.join(missing)}: {done.stderr.strip()}" if missing else ""


def held(folder: Path) -> Files:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@contextmanager
def disk(place: Path, options: str) -> Iterator[Path]:
    """A disk of its own at a place, while this lasts."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)
        place.rmdir()


def full_disks(build: Build) -> Iterator[str]:
    """A disk for the site, full at any moment of a build"""
    size = sum(map(len, build.sites[0].values()))
    for part in range(1, 25):
        with disk(build.folder / "disk", f"size={size * part // 8}") as place:
            yield from _twice(build, place / "site")


def disks_of_few_files(build: Build) -> Iterator[str]:
    """A disk for the site that takes so many files"""
    count = len(build.sites[0])
    for part in range(1, 25):
        with disk(build.folder / "disk", f"nr_inodes={max(4, count * part // 8)}") as place:
            yield from _twice(build, place / "site")


def _twice(build: Build, out: Path) -> Iterator[str]:
    """The first build of a site and the next, each whole or not at all."""
    for state in (0, 1):
        build.edit(state)
        before = held(out)
        done = build.run(out)
        yield build.wrong(done, out, before, state)


def full_for_others(build: Build) -> Iterator[str]:
    """A full disk for the cache, or for temporary files: the site is made"""
    for name in ("XDG_CACHE_HOME", "TMPDIR"):
        for size in ("4k", "64k", "1m"):
            with disk(build.folder / "disk", f"size={size}") as place:
                out = build.folder / f"beside {name} {size}"
                build.edit(0)
                done = build.run(out, **{name: str(place)})
                yield build.wrong(done, out, {}, 0) or ("" if not done.returncode else done.stderr)
                done = build.run(out, search=True, **{name: str(place)})
                yield (
                    ""
                    if not done.returncode or ("Traceback" not in done.stderr and held(out) == build.sites[0])
                    else done.stderr
                )


def only_to_read(build: Build) -> Iterator[str]:
    """A disk that may only be read: for the site, for the survey, for the cache"""
    for what in ("site", "survey", "cache"):
        with disk(build.folder / "disk", "size=100m") as place:
            out, survey, environment = build.folder / f"read {what}", build.survey, {}
            build.edit(0)
            if what == "site":
                out = place / "site"
            elif what == "survey":
                shutil.copytree(survey, place / "survey")
                build.survey = place / "survey"
            else:
                environment = {"XDG_CACHE_HOME": str(place / "cache")}
            yield build.wrong(build.run(out), out, {}, 0)
            if what != "survey":
                build.edit(1)
            before = held(out)
            subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
            done = build.run(out, **environment)
            build.survey = survey
            state = 0 if what == "survey" else 1
            yield build.wrong(done, out, before, state) or ("" if done.returncode == (what == "site") else done.stderr)


def mount_points(build: Build) -> Iterator[str]:
    """A mount point as the site's folder, empty and not"""
    build.edit(0)
    with disk(build.folder / "disk", "size=100m") as place:
        for _ in range(2):
            before = held(place)
            done = build.run(place)
            yield build.wrong(done, place, before, 0)
            (place / "index.html").write_text("mine")


def vanishing(build: Build) -> Iterator[str]:
    """Files that come and go while they are read"""
    files = sorted(path for path in (build.survey / "content").rglob("*") if path.is_file())
    texts = {path: path.read_bytes() for path in files}
    out = build.folder / "vanishing"
    build.edit(0)
    build.run(out)
    stop = threading.Event()

    def disturb() -> None:
        while not stop.is_set():
            for path in files:
                path.unlink(missing_ok=True)
                stop.wait(0.002)
                path.write_bytes(texts[path])

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        for _ in range(12):
            before = held(out)
            done = build.run(out)
            if "Traceback" in done.stderr:
                yield f"a traceback: {done.stderr.strip().splitlines()[-1]}"
            elif done.returncode == 0:
                yield "" if (out / "index.html").is_file() else "exit 0 without a site"
            else:
                yield "" if held(out) == before else "exit 1, and the site is not as it was"
    finally:
        stop.set()
        thread.join()
    build.edit(0)
    yield build.wrong(build.run(out), out, {}, 0)


def little_memory(build: Build) -> Iterator[str]:
    """Memory that ends at any moment of a build"""
    out = build.folder / "memory"
    build.edit(0)
    build.run(out)
    for number, megabytes in enumerate(range(60, 460, 16)):
        build.edit((number + 1) % 2)
        before = held(out)
        done = build.run(out, limit=(resource.RLIMIT_AS, megabytes << 20))
        wrong = build.wrong(done, out, before, (number + 1) % 2)
        yield f"{megabytes} MB: {wrong}" if wrong else ""


TRIALS: tuple[Callable[[Build], Iterator[str]], ...] = (
    full_disks,
    disks_of_few_files,
    full_for_others,
    only_to_read,
    mount_points,
    vanishing,
    little_memory,
)


def main() -> None:
    folder, *words = sys.argv[1:]
    build = Build(Path(folder))
    for trial in TRIALS:
        if not words or any(word in trial.__name__ for word in words):
            for wrong in trial(build):
                print(" ".join(wrong.split()), flush=True)


if __name__ == "__main__":
    main()
