"""The figures of benchmarks are of what they say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

import memory

LARGE = "block = bytearray(b'x') * (40 << 20); print('there', flush=True); input()"
PARENT = (
    f"import subprocess, sys; block = bytearray(b'x') * (20 << 20); subprocess.run([sys.executable, '-c', {LARGE!r}])"
)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="PSS is known on Linux only")
def test_memory_is_that_of_a_process_and_of_what_it_started() -> None:
    """60 MiB in two processes, and less than as much again for two interpreters."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline() == b"there\n"
        held = memory.of_tree(process.pid)
        process.communicate(b"\n")
    assert 60 < held < 120
    assert memory.of_tree(process.pid) == 0
