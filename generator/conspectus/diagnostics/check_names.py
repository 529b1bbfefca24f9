"""The names of all checks: the one list that the type checker, `checks/` and the tests go by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

CheckName = Literal[
    # S: files
    "unreadable-file", "broken-yaml", "duplicate-key", "unknown-key", "bad-value", "bad-identifier", "bad-date",
    "bad-link", "duplicate-id", "unknown-format", "broken-listing", "broken-entry", "unknown-year", "inferred-year",
    "renamed-key", "unread-value", "lost-import", "misplaced-file",
    # P: papers
    "missing-title", "near-duplicate", "unclassified-paper", "duplicate-citation-key", "missing-citation-key",
    "placeholder-title", "unstable-address", "missing-authors", "reused-key", "shared-id",
    # T: the taxonomy
    "cycle", "deep-nesting", "broken-regex", "misnamed-file", "url-clash", "unknown-paper", "unknown-facet",
    "unknown-category", "pinned-and-excepted", "unused-rule", "unused-phrase", "empty-category", "unknown-column",
    "empty-query", "misspelled-fact",
    # W: what is written on pages
    "unknown-citation", "unknown-note", "broken-template", "broken-translation", "no-translation", "missing-image",
    "remote-image", "bad-image", "missing-alt-text", "unused-image", "broken-link", "dead-link", "moved-link",
    "unchecked-link",
]  # fmt: skip
"""The module under `checks/` that gives a mistake its code and severity, with hyphens; in the order of the codes."""

CHECK_NAMES: tuple[CheckName, ...] = get_args(CheckName)

FORMER: Mapping[str, CheckName] = {
    "alike-papers": "near-duplicate",
    "unplaced-paper": "unclassified-paper",
    "shared-key": "duplicate-citation-key",
    "unkept-key": "missing-citation-key",
    "misnamed-facet": "misnamed-file",
    "idle-rule": "unused-rule",
    "idle-phrase": "unused-phrase",
}
"""Names that checks had in earlier versions, and the ones they have now; their codes are the same."""
