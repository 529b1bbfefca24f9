"""Numbers of things, in words."""

from __future__ import annotations


def counted(count: int, noun: str = "paper") -> str:
    """`1 paper`, `12 papers`, `2 addresses`, `3 categories`."""
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u"):
        plural = f"{noun[:-1]}ies"
    return f"{count:,} {noun if count == 1 else plural}"
