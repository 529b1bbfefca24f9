"""Authors in lists of papers: names between commas, and those that a citation begins with."""

from __future__ import annotations

import re

from conspectus.model.people import Authors
from conspectus.sources.listing_names import GROUP, cost_of_name
from conspectus.sources.names import authors_of, split_names

SHORT = re.compile(r"\b(?:Jr|Sr)$")
SHORTENED = re.compile(r"((?:[a-z]{2,3} ){0,2}[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?) ([A-Z]{1,3})\.?")
"""`Wick AB`, as medical journals cite."""

SURNAME = re.compile(r"[A-Z][^\W\d_]+(?:[-'’][A-Z][^\W\d_]+)?")
WORD_END = re.compile(r"(?<=[^\W\d_A-Z]{2})(?<!\bJr)(?<!\bSr)\.$")
OTHERS = re.compile(r"(?i)[,\s]*(?:and\s+)?(?:et\.?\s?al\b\.?|others|\.\.\.|…)[\s.,:]*$")
INVERTED_FIRST = re.compile(r"(?P<first>[^,]+,[^,]+),\s*(?:(?:and|&)\s+)?(?P<others>\S.*)")
"""`Wick, Ada, Bo Oil, and Cy Fay`: of the first name alone the family's comes first."""


def names(text: str, *, lenient: bool = False) -> Authors | None:
    """The authors that a text names; None where it does not look like names. `lenient`: it stands where authors do."""
    text = _stripped(" ".join(re.sub(r"[*†‡§¶\d]+(?=[,\s]|$)|\(.*?\)|<[^>]*>", " ", text).split()), " .,;:*_")
    text = re.sub(r"(?i)^(?:authors?|by)\s*[:：]?\s+", "", text)
    text = re.sub(r"(?i)\bet\.?\s?al\.?$", "et al.", text)
    others = bool(re.search(r"(?i)[,\s]*(?:et al\.|and others|\.\.\.|…)$", text))
    text = re.sub(r"(?i)[,\s]*(?:and\s+)?(?:et al\.|others|\.\.\.|…)$", "", text).strip(" ,")
    if not text or len(text) > 6000:
        return None
    parts = _split_names(text)
    likely = [part for part in parts if is_name(part)]
    if len(likely) < max(1, (0.2 if lenient else 0.8) * len(parts)) or (len(parts) == 1 and not others and not lenient):
        return None
    if lenient and len(likely) < len(parts) and all(" " not in part for part in parts if part not in likely):
        parts, others = likely, True  # names of accounts are no names
    people = [f"{{{part}}}" if GROUP.search(part) or (" " not in part and len(parts) == 1) else part for part in parts]
    return authors_of([*people, "et al."] if others else people)


def _split_names(text: str) -> list[str]:
    inverted = re.split(r"\s+and\s+", text)
    if len(inverted) > 1 and all(part.count(",") == 1 for part in inverted):
        return inverted
    parts = re.split(r"\s*[;,，、]\s*(?:and\s+)?|\s+(?:and|&)\s+", text)
    return [_stripped(part, " .*_") if len(part) > 3 else part for part in parts if part.strip(" .*_")]


def _stripped(text: str, signs: str) -> str:
    """Without these signs at its ends, but with the period of `Jr.`"""
    bare = text.strip(signs)
    return f"{bare}." if SHORT.search(bare) and f"{bare}." in text else bare


def is_name(text: str) -> bool:
    family, comma, given = text.partition(", ")
    text = f"{given} {family}" if comma else text
    if re.search(r"[\u3040-\u9fff\uac00-\ud7af]", text):
        return len(text) <= 12
    cost = cost_of_name(" ".join(text.split()), stuck=False)
    return cost is not None and cost < 1.2 and len(text.split()) <= 6


def cited(text: str) -> list[str]:
    """The names that a citation begins with, of which each has to look like one, with `et al.` for more; else none."""
    whole = _stripped(text, " ,:;*_([")
    bare = OTHERS.sub("", whole)
    others = ["et al."] if bare != whole else []
    if not bare or len(bare) > 2000:
        return []
    ways = [split_names(bare)]
    if found := INVERTED_FIRST.fullmatch(bare):
        ways.append([found["first"], *split_names(found["others"])])
    for way in ways:
        listed = [_stripped(WORD_END.sub("", name.strip(" ,;")), " ,;") for name in way]
        if all(SHORTENED.fullmatch(name) for name in listed):
            return [*(SHORTENED.sub(r"\1, \2", name) for name in listed), *others]
        if all(map(_is_cited, listed)) or (others and len(listed) == 1 and SURNAME.fullmatch(listed[0])):
            return [*listed, *others]
    return []


def _is_cited(name: str) -> bool:
    """Whether it is a name in two parts; initials may go without a family name's comma."""
    return name.count(",") <= 1 and is_name(name.rstrip(".") if "," not in name else name) and len(name.split()) > 1
