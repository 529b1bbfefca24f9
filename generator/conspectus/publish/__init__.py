"""Writing the site: only what changed, whole or not at all, with its search index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from conspectus.model.site import Output


def publish(outputs: Iterable[Output], out: Path, *, search: bool, progress: Callable[[str], None]) -> None:
    """Make `out` hold exactly these outputs and their search index."""
    raise NotImplementedError
