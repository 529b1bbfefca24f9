"""Numbers of things, in words."""

from __future__ import annotations

from collections.abc import Sequence


def counted(count: int, noun: str = "paper") -> str:
    """`1 paper`, `12 papers`, `2 addresses`, `3 categories`."""
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u"):
        plural = f"{noun[:-1]}ies"
    return f"{count:,} {noun if count == 1 else plural}"


def some_of(ids: Sequence[str], most: int = 5) -> str:
    """`a`, `b` and 12 more."""
    shown = ids if len(ids) <= most else ids[: most - 1]
    words = [f"`{id}`" for id in shown] + ([f"{len(ids) - len(shown):,} more"] if len(shown) < len(ids) else [])
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
