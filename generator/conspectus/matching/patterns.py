"""Regular expressions in rules: `/…/`, compiled only if they cannot keep a build busy for ever."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from itertools import dropwhile
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined] # how Python itself reads a pattern
from typing import Any

from conspectus.diagnostics import HintedError

LONGEST = 200
MOST_WAYS = 100_000
"""In how many ways a pattern may be tried from one place in a text, by the reaches below."""

ANYTHING, A_WORD, A_FEW = 1000, 40, 20
"""How far an unbounded repetition is reckoned to reach: of nearly any character, of letters, of anything else."""

SPACED = re.compile(r"\(\?[a-zA-Z]*x")
"""The flag that makes white space and `#` mean something else, which nobody needs in one line."""

REPEATED = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
GROUPED = (sre.SUBPATTERN, sre.ASSERT, sre.ASSERT_NOT)
WORD = [(sre.CATEGORY, sre.CATEGORY_WORD)]
BOUNDARY = (sre.AT, sre.AT_BOUNDARY)
NEGATED = (sre.CATEGORY_NOT_SPACE, sre.CATEGORY_NOT_DIGIT, sre.CATEGORY_NOT_WORD)

Pieces = Sequence[tuple[Any, Any]]
"""A pattern, or a part of it, taken apart: what kind each piece in a row is of, and what stands in it."""


class BrokenPattern(HintedError):  # noqa: N818 - the word for what it is
    """A pattern that cannot be used."""


def compiled(source: str) -> re.Pattern[str]:
    """The pattern without its slashes, to be searched without regard to case.

    BrokenPattern for what is not a regular expression, for one longer than 200 characters, and for what can take time
    that grows with a power of the text's length, or worse: a repeated group that repeats or chooses inside, and more
    repetitions, options and alternatives than can be tried one with another.
    """
    if len(source) > LONGEST:
        raise BrokenPattern(f"it is longer than {LONGEST} characters", "split it into several")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            pattern = re.compile(source, re.IGNORECASE)
    except (re.error, Warning, OverflowError, RecursionError) as error:
        raise BrokenPattern(str(error), "fix it, or write plain words without slashes") from error
    if SPACED.search(source):
        raise BrokenPattern("the flag `x` is not supported", "delete it")
    ways, _ = _ways(_pieces(source))
    if ways > MOST_WAYS:
        help = "split it, or limit repetitions: `.{0,30}` instead of `.*`"
        raise BrokenPattern("it can match in too many ways", help)
    if pattern.match(""):
        raise BrokenPattern("it also matches empty text", "it would match every paper; make it more specific")
    return pattern


def _pieces(source: str) -> Pieces:
    return list(_parser.parse(source, re.IGNORECASE))


def _ways(pieces: Pieces) -> tuple[int, bool]:
    """In how many ways pieces in a row can be tried, and whether any of them, or what is in it, is repeated, may be
    left out, or has alternatives. BrokenPattern for a repetition of such pieces.
    """
    ways, is_loose = 1, False
    for kind, value in pieces:
        if kind in REPEATED:
            least, most, repeated = value
            inner, loose = _ways(repeated)
            if loose and most > 1:
                help = "write it without the outer `*`, `+` or `{}`"
                raise BrokenPattern("a repeated group has a repetition or alternatives inside", help)
            ways *= inner * (_reach(repeated) if most is sre.MAXREPEAT else most - least + 1)
            is_loose = True
        elif alternatives := _alternatives(kind, value):
            counted = [_ways(each) for each in alternatives]
            ways *= sum(count for count, _ in counted)
            is_loose |= len(counted) > 1 or any(loose for _, loose in counted)
    return ways, is_loose


def _reach(repeated: Pieces) -> int:
    """How far a repetition of some pieces without an end is reckoned to reach."""
    if len(repeated) != 1:
        return A_FEW
    kind, value = repeated[0]
    if kind in (sre.ANY, sre.NOT_LITERAL) or (kind is sre.IN and (value[0][0] is sre.NEGATE or value[0][1] in NEGATED)):
        return ANYTHING
    return A_WORD if kind is sre.IN and value == WORD else A_FEW


def _alternatives(kind: Any, value: Any) -> Sequence[Pieces]:
    """What stands in a piece: the alternatives, or one alone; nothing in a piece without others in it."""
    if kind is sre.BRANCH:
        return list(value[1])
    if kind is sre.GROUPREF_EXISTS:
        return [value[1], value[2] or []]
    return [value] if kind is sre.ATOMIC_GROUP else [value[-1]] if kind in GROUPED else []


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
