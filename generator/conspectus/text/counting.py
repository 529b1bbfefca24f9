"""Numbers of things, in words."""

from __future__ import annotations


def counted(count: int, noun: str = "paper") -> str:
    """`1 paper`, `12 papers`, `2 addresses`."""
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"
