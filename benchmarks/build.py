"""How long a build takes, how much memory it needs, and what of that is the search index."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import made_up

CONSPECTUS = Path(sys.executable).with_name("conspectus")
INDEX = [sys.executable, "-m", "pagefind_bin", "--glob", "papers/*/index.html"]


def measured(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds and peak resident memory in MiB (of the largest process) of a command, run in a child of its own."""
    child = os.fork()
    if child == 0:
        began = time.perf_counter()
        code = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=sys.stderr).returncode
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        Path(environment["FIGURES"]).write_text(f"{seconds} {peak} {code}", "utf-8")
        os._exit(0)
    os.waitpid(child, 0)
    seconds_, peak_, code_ = Path(environment["FIGURES"]).read_text("utf-8").split()
    if code_ != "0":
        raise SystemExit(f"{' '.join(command)} failed with {code_}")
    return float(seconds_), float(peak_)


def main(sizes: list[int]) -> None:
    """Print a table: a row for each size and way of building."""
    print(f"{'papers':>8}  {'build':<28} {'seconds':>8} {'MiB':>7}")
    for papers in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            made_up.write(root, papers)
            environment = {**os.environ, "XDG_CACHE_HOME": str(root / "cache"), "FIGURES": str(root / "figures")}
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
