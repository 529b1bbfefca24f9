"""Regular expressions in rules: `/…/`, compiled only if they cannot keep a build busy for ever."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

LONGEST = 200
MOST_QUANTIFIERS = 10
MOST_UNBOUNDED = 4

SPACED = re.compile(r"\(\?[a-zA-Z]*x")
"""The flag that makes white space and `#` mean something else, which nobody needs in one line."""

TOKEN = re.compile(
    r"""(?x)
      \\.                                     # an escape
    | \[\^?\]?(?:\\.|[^\]\\])*\]              # a class of characters
    | \(\?\#[^)]*\)                           # a comment
    | (?P<open>\() | (?P<close>\)) | (?P<bar>\|)
    | (?P<quantifier>[*+?]|\{\d*,?\d*\})[?+]?
    | .
    """,
    re.DOTALL,
)


class BrokenPattern(Exception):  # noqa: N818 - the word for what it is
    """Why a pattern cannot be used, and what to do about it."""

    def __init__(self, why: str, help: str) -> None:
        super().__init__(why)
        self.help = help


@dataclass(slots=True)
class _Group:
    """An open group. `loose`: something in it is repeated, may be left out, or has alternatives."""

    loose: bool = False


def compiled(source: str) -> re.Pattern[str]:
    """The pattern without its slashes, to be searched without regard to case.

    BrokenPattern for what is no regular expression, for one longer than 200 characters, and for what can take time
    that grows with a power of the text's length, or worse: a repeated group that repeats or chooses inside, and many
    quantifiers.
    """
    if len(source) > LONGEST:
        raise BrokenPattern(f"it is longer than {LONGEST} characters", "split it into several")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            pattern = re.compile(source, re.IGNORECASE)
    except (re.error, Warning, OverflowError, RecursionError) as error:
        raise BrokenPattern(str(error), "mend it, or write plain words without slashes") from error
    if SPACED.search(source):
        raise BrokenPattern("the flag `x` is not read here", "delete it")
    _refuse_slow(source)
    if pattern.match(""):
        raise BrokenPattern("it matches nothing at all as well", "it would match every paper; ask for more")
    return pattern


def _refuse_slow(source: str) -> None:
    groups, closed = [_Group()], _Group()
    quantifiers = unbounded = 0
    previous = ""
    for token in TOKEN.finditer(source):
        quantifier = token["quantifier"]
        if token["open"]:
            groups.append(_Group())
        elif token["close"]:
            closed = groups.pop()
            groups[-1].loose |= closed.loose
        elif token["bar"]:
            groups[-1].loose = True
        elif quantifier and previous != "(":
            repeats = quantifier != "?" and quantifier not in ("{0,1}", "{,1}")
            if repeats and previous == ")" and closed.loose:
                raise BrokenPattern(
                    "a repeated group repeats or chooses inside", "write it without the outer `*`, `+` or `{}`"
                )
            groups[-1].loose = True
            quantifiers += 1
            unbounded += repeats
        previous = token[0]
    if quantifiers > MOST_QUANTIFIERS or unbounded > MOST_UNBOUNDED:
        raise BrokenPattern("it repeats too much", "split it into several, or write plain words")
