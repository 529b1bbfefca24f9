"""Memory of a process and of all that it started, each shared page counted once among those that share it (PSS)."""

from __future__ import annotations

from pathlib import Path

PROC = Path("/proc")


def of_tree(process: int) -> float:
    """MiB of a process and its descendants at this moment; one that ends meanwhile counts nothing."""
    return sum(_pss(one) for one in _tree(process)) / 1024


def _tree(process: int) -> list[int]:
    found = [process]
    for one in found:
        for thread in _threads(one):
            found += [int(child) for child in _read(thread / "children").split()]
    return found


def _threads(process: int) -> list[Path]:
    try:
        return list((PROC / str(process) / "task").iterdir())
    except OSError:
        return []


def _pss(process: int) -> int:
    """KiB, as the kernel says."""
    for line in _read(PROC / str(process) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError:
        return ""
