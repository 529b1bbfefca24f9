"""What a command takes: seconds on the clock, and seconds and memory of all processes that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import memory

SAMPLE, SHARE = 0.05, 1 / 20
"""Seconds between two looks at the memory, and the most of the time that looking may take: at large processes it takes
long, and they wait meanwhile."""


class Run(NamedTuple):
    """One run: seconds until it ended, seconds of all processors, and peak memory (the sum of PSS) in MiB."""

    seconds: float
    cpu: float
    mib: float


class Took(NamedTuple):
    """What a run took, and what it printed."""

    run: Run
    said: str


class FailedError(Exception):
    """A command ended with an error, or was ended from outside, as it is where memory runs out."""


def measured(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Took:
    """Run a command in a folder. FailedError if it fails, after what it printed last."""
    began = perf_counter()
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, env=environment, cwd=folder, **pipes) as process:
        peak, ended = [0.0], threading.Event()
        looking = threading.Thread(target=_look, args=(process.pid, peak, ended))
        looking.start()
        assert process.stdout  # noqa: S101 - it is a pipe
        said = process.stdout.read().decode("utf-8", "replace")
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        looking.join()
    if process.returncode:
        sys.stderr.write(said[-4000:])
        raise FailedError(f"{' '.join(command)} failed with {process.returncode}")
    return Took(Run(seconds, usage.ru_utime + usage.ru_stime, peak[0]), said)


def _look(process: int, peak: list[float], ended: threading.Event) -> None:
    while not ended.is_set():
        began = perf_counter()
        peak[0] = max(peak[0], memory.of_tree(process))
        ended.wait(max(SAMPLE, (perf_counter() - began) / SHARE))
