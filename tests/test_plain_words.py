"""The words of the product are plain: phrases that no reader of English would expect are counted, and few are left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = [
    path
    for top in ("generator", "templates")
    for path in sorted((ROOT / top).rglob("*"))
    if path.suffix in (".py", ".html", ".js", ".md", ".yaml", ".xml")
]

OLD = (
    "is no date", "is no DOI", "is no arXiv id", "is no web address", "is no language tag", "is no kind of",
    "is no type of", "is no key that", "is no YAML", "is no JSON", "is none that is read", "belongs is none",
    "Take them along", "Take along", "taken along", "Narrow them", "narrowed down", "mend them",
    "mend it", "mend this", "mended", "Mend ", "look for a slip", "is met in", "are met in", "met in no", "is met, but",
    "it is so already", "is so already", "left apart", "was left alone", "No paper moves", "moves by it",
    "stands nowhere", "stand nowhere", "stands in no", "Bring it up to date", "brought up to date", "Bring back",
    "Put it back", "Take back", "Side by side", "Next to it in time", "Other ways in", "Figures, as the paper",
    "Where it stands", "Where this comes from", "none said", "List so many", "is called so", "belongs into",
    "is as it was", "no more in", "from the other end", "Only what differs", "Copy how they were found",
    "There is no such page", "without a place", "is told and left", "is expected there",
)  # fmt: skip
"""What stood in messages, on pages and in documentation."""

MOST = 5
"""So many may be left, for a phrase can be right somewhere."""


PHRASES = re.compile(rf"\b(?:{'|'.join(map(re.escape, OLD))})")


def found(text: str) -> list[str]:
    """Each old phrase that stands in a text, as often as it does; not within a word, as in “recommended”."""
    return re.findall(PHRASES, text)


def test_hardly_any_old_phrase_is_left() -> None:
    left = [(path.relative_to(ROOT).as_posix(), phrase) for path in FILES for phrase in found(path.read_text("utf-8"))]
    assert len(left) <= MOST, "\n".join(map(str, left))


@pytest.mark.parametrize("text", ["`soon` is no date", "mend them; site is as it was", "look for a slip, or delete it"])
def test_an_old_phrase_would_be_found(text: str) -> None:
    assert found(text)
