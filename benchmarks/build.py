"""How long a build takes, how much memory it needs, and what of that is the search index."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import made_up
import memory

CONSPECTUS = Path(sys.executable).with_name("conspectus")
INDEX = [sys.executable, "-m", "pagefind_bin", "--glob", "papers/*/index.html"]


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


def main(sizes: list[int]) -> None:
    """Print a table: a row for each size and way of building."""
    print(f"{'papers':>8}  {'build':<28} {'seconds':>8} {'MiB':>7}")
    for papers in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            made_up.write(root, papers)
            environment = {**os.environ, "XDG_CACHE_HOME": str(root / "cache")}
            build = [str(CONSPECTUS), "build", "--project", folder]
            rows = {
                "cold, without search": [*build, "--no-search", "--out", str(root / "bare")],
                "Pagefind alone, on that site": [
                    *INDEX,
                    "--site",
                    str(root / "bare"),
                    "--output-path",
                    str(root / "index"),
                ],
                "with search, warm": [*build, "--out", str(root / "site")],
                "again, nothing changed": [*build, "--out", str(root / "site")],
            }
            for name, command in rows.items():
                seconds, peak = measured(command, environment)
                print(f"{papers:>8}  {name:<28} {seconds:>8.2f} {peak:>7.0f}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [255, 10_000])
