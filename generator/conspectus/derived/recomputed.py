"""What a build made again, and why."""

from __future__ import annotations

from typing import NamedTuple


class Recomputed(NamedTuple):
    """Values of one kind that a build could not take over from the build before it.

    `what`: their kind, in the plural. `made`: the names of those that were made. `total`: how many there are now.
    `because`: the inputs that changed, where the names themselves don't say it.
    """

    what: str
    made: tuple[str, ...]
    total: int
    because: tuple[str, ...] = ()
