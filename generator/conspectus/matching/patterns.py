"""Regular expressions in rules: `/…/`, compiled only if no text can keep them busy for long."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from itertools import dropwhile
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined] # how Python itself reads a pattern
from typing import Any

from conspectus.matching.linear import BrokenPattern, Expression, Pieces

LONGEST = 200

FLAG = re.compile(r"\(\?[a-zA-Z]*([ax])")
"""The flags that make white space and `#`, or words, mean something else, which nobody needs in one line."""

BOUNDARY = (sre.AT, sre.AT_BOUNDARY)


def compiled(source: str) -> Expression:
    """The pattern without its slashes, to be searched without regard to case.

    BrokenPattern for what is not a regular expression, for one longer than 200 characters, for what cannot be searched
    in time that grows no faster than the text, and for what matches everywhere.
    """
    if len(source) > LONGEST:
        raise BrokenPattern(f"it is longer than {LONGEST} characters", "split it into several")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(source, re.IGNORECASE)
    except (re.error, Warning, OverflowError, RecursionError) as error:
        raise BrokenPattern(str(error), "fix it, or write plain words without slashes") from error
    if flag := FLAG.search(source):
        raise BrokenPattern(f"the flag `{flag[1]}` is not supported", "delete it")
    expression = Expression.of(source)
    if expression.search("", ""):
        raise BrokenPattern("it also matches empty text", "it would match every paper; make it more specific")
    return expression


def _pieces(source: str) -> Pieces:
    return list(_parser.parse(source, re.IGNORECASE))


def _alternatives(kind: Any, value: Any) -> Sequence[Pieces]:
    """What stands in a piece: the alternatives, or one alone; nothing in a piece without others in it."""
    if kind is sre.BRANCH:
        return list(value[1])
    return [value[-1]] if kind is sre.SUBPATTERN else []


def required(source: str) -> tuple[str, ...]:
    """Words in a row, in lower case, of which whatever a pattern meets has at least one: the longest of each of its
    alternatives. None of them where an alternative can do without any, or where that is hard to tell.

    Whether or not the text is in the same case, or has one of the four letters beyond ASCII that stand for one in it:
    those are in a text's spelling as the words have them.
    """
    pieces = _pieces(source)
    *first, (kind, value) = pieces or [(None, None)]
    alternatives = [[*first, *each] for each in value[1]] if kind is sre.BRANCH else [pieces]
    longest = tuple(dict.fromkeys(max(_runs(each), key=len) for each in alternatives))
    return longest if all(longest) else ()


def beginnings(source: str) -> tuple[str, ...]:
    """Words in a row, in lower case, of which whatever a pattern meets in a text of ASCII begins with one: that of each
    of its alternatives. None of them where an alternative may begin otherwise, or that is hard to tell.
    """
    found = _beginnings(_pieces(source))
    return tuple(dict.fromkeys(found)) if all(found) else ()


def _beginnings(pieces: Pieces) -> list[str]:
    """How each alternative of some pieces in a row begins; an empty text for one of which that is not known."""
    pieces = [*dropwhile(lambda piece: piece == BOUNDARY, pieces)]
    for kind, value in pieces[:1]:
        if kind is sre.BRANCH or (kind is sre.SUBPATTERN and value[1:3] == (0, 0)):
            return [each for alternative in _alternatives(kind, value) for each in _beginnings(alternative)]
    return [_runs(pieces)[0]]


def _runs(pieces: Pieces) -> list[str]:
    """The words in a row that letters, digits and single spaces among some pieces make, in lower case."""
    runs = [""]
    for kind, value in pieces:
        letter = chr(value) if kind is sre.LITERAL else ""
        if runs[-1][-1:].isalnum() if letter == " " else letter.isascii() and letter.isalnum():
            runs[-1] += letter.lower()
        else:
            runs.append("")
    return [run.strip() for run in runs]
