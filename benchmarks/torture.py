"""What builds go through without losing a site: faults of the disk, kills, two at once, full disks, a damaged cache,
many edits, hostile inputs, little memory. Prints what was tried, held and broke as a table; exit 1 if anything broke.

    python benchmarks/torture.py            a few minutes
    python benchmarks/torture.py --times 10 ten times as much of what is random
    python benchmarks/torture.py --only kill what has this word in its name
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import hostile  # noqa: E402 - beside this file
import places  # noqa: E402

from conspectus import publish  # noqa: E402
from conspectus.cache import Cache  # noqa: E402
from conspectus.pipeline import compile  # noqa: E402
from conspectus.project import Project  # noqa: E402
from conspectus.publish import disk  # noqa: E402
from made_up_faults import ERRORS, killed, sites, small, tried, wholes  # noqa: E402 - beside the tests, which have a short form

SURVEY = ROOT / "tests" / "survey"
CONSPECTUS = [sys.executable, "-m", "conspectus"]
Site = dict[str, bytes]


class Desk:
    """A survey with two states, and the site of each."""

    def __init__(self, folder: Path, times: int) -> None:
        self.folder, self.times, self.random = folder, times, random.Random(17)  # noqa: S311 - the same each time
        self.survey, self.out = folder / "survey", folder / "site"
        shutil.copytree(SURVEY, self.survey)
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        self._sites: dict[bool, list[Site]] = {}

    def sites(self, *, search: bool) -> list[Site]:
        """The site of each state, by a build that nothing disturbs."""
        if search not in self._sites:
            self._sites[search] = []
            for state in (0, 1):
                self.edit(state)
                self.built(search=search)
                self._sites[search].append(self.held())
        return self._sites[search]

    def edit(self, state: int) -> None:
        note = self.survey / "content" / "notes" / "wick.md"
        note.write_text(f"# A note\n\nState {state} of it.\n", "utf-8")

    def command(self, *, search: bool, out: Path | None = None) -> list[str]:
        built = [*CONSPECTUS, "build", "--project", str(self.survey), "--out", str(out or self.out)]
        return built if search else [*built, "--no-search"]

    def built(self, *, search: bool, out: Path | None = None) -> int:
        return subprocess.run(
            self.command(search=search, out=out), env=self.environment, capture_output=True
        ).returncode

    def started(self, **more: object) -> subprocess.Popen[bytes]:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        command = self.command(search=bool(more.pop("search", False)))
        return subprocess.Popen(command, env=self.environment, **quiet, **more)  # type: ignore[call-overload,no-any-return]

    def held(self, out: Path | None = None) -> Site:
        top = out or self.out
        return {file.relative_to(top).as_posix(): file.read_bytes() for file in top.rglob("*") if file.is_file()}

    def is_whole(self, *, search: bool) -> bool:
        return self.held() in self.sites(search=search)


def faults(desk: Desk) -> Iterator[str]:
    """A fault at each operation of publishing on a file"""
    publish.TICK = 0
    disk.flush = lambda folder: None  # waits for all that others write to the disk, too
    for name, error in ERRORS.items():
        folder = desk.folder / name.replace("/", " ")
        for way, two in {"swapped": sites(), "in place": small()}.items():
            whole = wholes(folder / way, two)
            for at in range(1, whole.operations + 1):
                yield tried(folder / way, at, error, whole)


def deaths(desk: Desk) -> Iterator[str]:
    """A kill at each operation of publishing on a file"""
    for way, two in {"swapped": sites(), "in place": small()}.items():
        whole = wholes(desk.folder / way, two)
        for at in range(1, whole.operations + 1):
            yield killed(desk.folder / way, at, whole)


def kills(desk: Desk, *, search: bool) -> Iterator[str]:
    """`kill -9` at a random moment"""
    desk.sites(search=search)
    desk.edit(0)
    start = time.perf_counter()
    desk.built(search=search)
    longest = time.perf_counter() - start
    for number in range(15 * desk.times):
        desk.edit(1 - number % 2)
        build = desk.started(search=search)
        time.sleep(desk.random.uniform(0, 1.1 * longest))
        build.kill()
        build.wait()
        whole = desk.is_whole(search=search)
        if not whole and publish.is_half_written(
            desk.out
        ):  # it changed few files in place, and the next one completes it
            print(f"kill {number}: between two renames", file=sys.stderr)
            whole = True
        yield "" if whole and not desk.built(search=search) and desk.is_whole(search=search) else f"kill {number}"


def pairs(desk: Desk) -> Iterator[str]:
    """Two builds of one site at once"""
    desk.sites(search=False)
    for number in range(5 * desk.times):
        desk.edit(number % 2)
        both = [desk.started(), desk.started()]
        codes = sorted(build.wait() for build in both)
        yield "" if codes in ([0, 0], [0, 1]) and desk.is_whole(search=False) else f"pair {number}: {codes}"


def limits(desk: Desk) -> Iterator[str]:
    """A disk that takes only so many bytes of a file (1 kB to 1 MB)"""
    desk.sites(search=False)
    for power in range(10, 21):

        def limited(bytes: int = 2**power) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (bytes, bytes))

        desk.edit(power % 2)
        before = desk.held()
        code = desk.started(preexec_fn=limited).wait()
        held = desk.held() == before if code else desk.is_whole(search=False)
        yield "" if code in (0, 1) and held else f"{2**power} bytes: exit {code}"


def flips(desk: Desk) -> Iterator[str]:
    """A cache with flipped bits"""
    desk.sites(search=False)
    out = desk.folder / "flipped"
    for number in range(10 * desk.times):
        for file in sorted((desk.folder / "cache").rglob("*")):
            if file.is_file() and file.stat().st_size and desk.random.random() < 0.5:
                data = bytearray(file.read_bytes())
                data[desk.random.randrange(len(data))] ^= 1 << desk.random.randrange(8)
                file.write_bytes(data)
        desk.edit(number % 2)
        code = desk.built(search=False, out=out)
        same = desk.held(out) == desk.sites(search=False)[number % 2]
        yield "" if same and not code else f"flip {number}: exit {code}"


def soak(desk: Desk) -> Iterator[str]:
    """Edits in one process as the preview makes them, its pages compared with a fresh build's every 50 edits"""
    project, previous, figures = Project(desk.survey), None, []
    for number in range(300 * desk.times):
        desk.edit(number)
        previous = compile(project, Cache(None), previous=previous)
        pages = {page.path: previous.renderer.page(page).data for page in previous.site.pages[:20]}
        if number % 50 == 49:
            figures.append((_memory(), len(list(Path("/proc/self/fd").iterdir()))))
            fresh = compile(project, Cache(None))
            same = all(fresh.renderer.page(page).data == pages[page.path] for page in fresh.site.pages[:20])
            yield "" if same else f"edit {number}: other pages"
    (early, handles), (late, handles_) = figures[1], figures[-1]
    print(f"soak: {early:.0f} to {late:.0f} MB, {handles} to {handles_} handles", file=sys.stderr)
    yield "" if handles_ <= handles and late < early * 1.2 + 10 else f"grew from {early:.0f} to {late:.0f} MB"


def inputs(desk: Desk) -> Iterator[str]:
    """Hostile inputs of 10 MB, each read in a process of its own"""
    for one in hostile.tried():
        print(one, file=sys.stderr, flush=True)
        yield one.wrong and str(one)


def hard_places(desk: Desk, trial: str) -> Iterator[str]:
    """A part of `places.py`, in a process that may mount disks of its own; none where the system does not allow it"""
    folder = desk.folder / trial
    folder.mkdir()
    command = ["unshare", "-Urm", sys.executable, places.__file__, str(folder), trial]
    done = subprocess.run(command, env=desk.environment, capture_output=True, text=True)
    yield from done.stdout.splitlines()
    if done.returncode:
        print(f"{trial}: not tried: {done.stderr.strip()[-300:]}", file=sys.stderr)


def _memory() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


TRIALS: dict[str, Callable[[Desk], Iterator[str]]] = {
    "A fault at each operation of publishing on a file, five kinds": faults,
    "`kill -9` at each operation of publishing on a file": deaths,
    "`kill -9` at a random moment, without search": lambda desk: kills(desk, search=False),
    "`kill -9` at a random moment, with search": lambda desk: kills(desk, search=True),
    "Two builds of one site at once": pairs,
    "A disk that takes only so many bytes of a file, 1 kB to 1 MB": limits,
    "A cache with flipped bits": flips,
    "300 edits in one process, compared with a fresh build": soak,
    "Hostile inputs of 10 MB": inputs,
    **{trial.__doc__ or "": partial(hard_places, trial=trial.__name__) for trial in places.TRIALS},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--only", default="", metavar="WORD")
    wanted = parser.parse_args()
    broken = 0
    print("| what | tried | held | broke | seconds |\n|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), wanted.times)
        for name, trial in ((name, trial) for name, trial in TRIALS.items() if wanted.only in name):
            start = time.perf_counter()
            outcomes = list(trial(desk))
            wrong = [outcome for outcome in outcomes if outcome]
            broken += len(wrong)
            row = (name, len(outcomes), len(outcomes) - len(wrong), len(wrong), f"{time.perf_counter() - start:.0f}")
            print(f"| {' | '.join(map(str, row))} |", flush=True)
            for outcome in wrong[:5]:
                print(f"  {outcome}", file=sys.stderr)
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
