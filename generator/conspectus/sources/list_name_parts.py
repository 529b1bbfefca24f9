"""Where one name in a list's entry ends and the next begins, and whether the family's comes first."""

from __future__ import annotations

import re

SHORT = re.compile(r"\b(?:Jr|Sr)$")
SHORTENED = re.compile(
    r"((?:[a-z]{2,3} ){0,2}[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_a-z][^\W\d_]+)?) "
    r"([A-Z]{1,3}(?=\.?$)|(?:[^\W\d_a-z]\.[ -]?){0,3}[^\W\d_a-z])\.?"
)
"""`Wick AB`, `Wick A.-B.`, as medical journals cite."""

INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,3}")


def split_names(text: str) -> list[str]:
    inverted = re.split(r"\s+and\s+", text)
    if len(inverted) > 1 and all(part.count(",") == 1 for part in inverted):
        return inverted
    parts = re.split(r"\s*[;,，、]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+", text)
    return [part if INITIALS.fullmatch(part) else stripped(part, " .*_") for part in parts if part.strip(" .*_")]


def given_first(parts: list[str]) -> list[str]:
    """Names that have their initials behind the family's, or behind a comma, as `Family, Given`; others as they are:
    `Wick A., Oil B.`, `Wick, A., Oil, B.`"""
    shortened = list(map(SHORTENED.fullmatch, parts))
    if all(shortened):
        return [f"{one[1]}, {one[2]}{'.' * ('.' in one[2])}" for one in shortened if one]
    if len(parts) % 2 == 0 and all(map(INITIALS.fullmatch, parts[1::2])):
        period = "." if parts[1].endswith(".") else ""  # that of the last name may be gone
        return [f"{family}, {given.rstrip('.')}{period}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts


def stripped(text: str, signs: str) -> str:
    """Without these signs at its ends, but with the period of `Jr.`"""
    bare = text.strip(signs)
    return f"{bare}." if SHORT.search(bare) and f"{bare}." in text else bare
