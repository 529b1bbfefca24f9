"""How long a build takes, how much memory it needs, and what of that is the search index."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import made_up
import memory

CONSPECTUS = Path(sys.executable).with_name("conspectus")
INDEX = [sys.executable, "-m", "pagefind_bin", "--glob", "papers/*/index.html"]
ROUNDS = 3


def measured(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of a command, and the peak memory in MiB of it and all processes that it starts."""
    began, peak = time.perf_counter(), 0.0
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=sys.stderr) as process:
        while True:
            try:
                process.wait(timeout=0.1)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, memory.of_tree(process.pid))
        seconds = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {process.returncode}")
    return seconds, peak


def builds(survey: Path, folder: Path) -> dict[str, list[str]]:
    """The ways of building, in the order in which they need each other; what they write goes into an empty folder."""
    build = [str(CONSPECTUS), "build", "--project", str(survey)]
    bare, site = folder / "bare", folder / "site"
    return {
        "cold, without search": [*build, "--no-search", "--out", str(bare)],
        "Pagefind alone, on that site": [*INDEX, "--site", str(bare), "--output-path", str(folder / "index")],
        "with search, warm": [*build, "--out", str(site)],
        "again, nothing changed": [*build, "--out", str(site)],
    }


def main(sizes: list[int]) -> None:
    """Print a table: a row for each size and way of building, all ways once in each round."""
    print("| papers | build | seconds, median | range | MiB |\n|---:|---|---:|---:|---:|")
    for papers in sizes:
        figures: dict[str, list[tuple[float, float]]] = {}
        with tempfile.TemporaryDirectory() as survey:
            made_up.write(Path(survey), papers)
            for _ in range(ROUNDS):
                with tempfile.TemporaryDirectory() as folder:
                    environment = {**os.environ, "XDG_CACHE_HOME": f"{folder}/cache"}
                    for name, command in builds(Path(survey), Path(folder)).items():
                        figures.setdefault(name, []).append(measured(command, environment))
        for name, runs in figures.items():
            seconds, peaks = zip(*runs, strict=True)
            span = f"{min(seconds):.2f} to {max(seconds):.2f}"
            print(f"| {papers:,} | {name} | {statistics.median(seconds):.2f} | {span} | {max(peaks):.0f} |", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [255, 10_000])
