"""What an edit comes to: a file before and after it, and why there may be none."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from conspectus.diagnostics import HintedError

NOTHING = "/dev/null"
"""What a diff calls a file that is not there."""


class EditError(HintedError):
    """An edit that cannot be made."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A file before and after. `path` is relative to the project's folder, with forward slashes; `before` is None for
    a file that is new, `after` for one that goes.
    """

    path: str
    before: bytes | None
    after: bytes | None

    def diff(self, around: int = 3) -> str:
        """The edit as a unified diff with so many lines around each change; empty where nothing changed."""
        old, new = (_lines(data) for data in (self.before, self.after))
        was, now = (f"{side}/{self.path}" for side in "ab")
        was, now = was if self.before is not None else NOTHING, now if self.after is not None else NOTHING
        found = difflib.unified_diff(old, new, was, now, n=around)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in found)

    @property
    def line(self) -> int:
        """The first line that differs, as it is numbered afterwards."""
        old, new = _lines(self.before), _lines(self.after)
        same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        return min(same, max(len(new) - 1, 0)) + 1


def _lines(data: bytes | None) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+$", (data or b"").decode("utf-8", "replace"))


def diff(edits: Iterable[Edit]) -> str:
    """All edits as one unified diff, by path."""
    return "".join(edit.diff() for edit in sorted(edits, key=lambda edit: edit.path))
