"""Zotero's field Extra, in which people and programs write what an item's type has no field for, a line for each."""

from __future__ import annotations

import re

CITATION_KEY = re.compile(r"(?im)^\s*Citation Key:\s*(\S+)\s*$")
DOI = re.compile(r"(?im)^\s*DOI:\s*(\S+)\s*$")


def citation_key(extra: str) -> str:
    """The citation key; empty if there is none."""
    found = CITATION_KEY.search(extra)
    return found[1] if found else ""


def doi(extra: str) -> str:
    """The DOI; empty if there is none."""
    found = DOI.search(extra)
    return found[1] if found else ""
