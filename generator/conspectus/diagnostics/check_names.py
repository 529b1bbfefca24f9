"""The names of all checks: the one list that the type checker, `checks/` and the tests go by."""

from __future__ import annotations

from typing import Literal, get_args

CheckName = Literal[
    # S: files
    "unreadable-file", "broken-yaml", "duplicate-key", "unknown-key", "bad-value", "bad-identifier", "bad-date",
    "bad-link", "duplicate-id", "unknown-format", "broken-listing", "broken-entry", "unknown-year", "inferred-year",
    "renamed-key",
    # P: papers
    "missing-title", "alike-papers", "unplaced-paper", "shared-key", "unkept-key", "placeholder-title",
    # T: the taxonomy
    "cycle", "deep-nesting", "broken-regex", "misnamed-facet", "url-clash", "unknown-paper", "unknown-facet",
    "unknown-category", "pinned-and-excepted", "idle-rule", "idle-phrase", "empty-category", "unknown-column",
    "empty-query",
    # W: what is written on pages
    "unknown-citation", "unknown-note", "broken-template", "broken-translation", "no-translation",
]  # fmt: skip
"""The module under `checks/` that gives a mistake its code and severity, with hyphens; in the order of the codes."""

CHECK_NAMES: tuple[CheckName, ...] = get_args(CheckName)
