"""Regular expressions in rules: `/…/`, compiled only if they cannot keep a build busy for ever."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.diagnostics import HintedError

LONGEST = 200
MOST_WAYS = 100_000
"""In how many ways a pattern may be tried from one place in a text, by the reaches below."""

ANYTHING, A_WORD, A_FEW = 1000, 40, 20
"""How far an unbounded repetition is reckoned to reach: of nearly any character, of letters, of anything else."""

SPACED = re.compile(r"\(\?[a-zA-Z]*x")
"""The flag that makes white space and `#` mean something else, which nobody needs in one line."""

TOKEN = re.compile(
    r"""(?x)
      \\.                                     # an escape
    | \[\^?\]?(?:\\.|[^\]\\])*\]              # a class of characters
    | (?P<comment>\(\?\#[^)]*\))
    | (?P<open>\() | (?P<close>\)) | (?P<bar>\|)
    | (?P<quantifier>[*+?]|\{\d*,?\d*\})[?+]?
    | .
    """,
    re.DOTALL,
)

QUANTIFIER = re.compile(r"[*+?]|\{\d*,?\d*\}")

NUMBERED = re.compile(r"\\[0-9NUux]")
"""An escape that goes on: a character by its number or name, or a group by its number."""


class BrokenPattern(HintedError):  # noqa: N818 - the word for what it is
    """A pattern that cannot be used."""


@dataclass(slots=True)
class _Group:
    """An open group: how many alternatives it has, and whether it is loose, which is whether something in it is
    repeated, may be left out, or has alternatives.
    """

    alternatives: int = 1
    loose: bool = False


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
    _refuse_slow(source)
    if pattern.match(""):
        raise BrokenPattern("it also matches empty text", "it would match every paper; make it more specific")
    return pattern


def _tokens(source: str) -> Iterator[re.Match[str]]:
    """The pieces of a pattern, without comments: a quantifier after one belongs to the piece before it."""
    return (token for token in TOKEN.finditer(source) if not token["comment"])


def _refuse_slow(source: str) -> None:
    groups, closed = [_Group()], _Group()
    ways = 1
    previous = ""
    for token in _tokens(source):
        quantifier = token["quantifier"]
        if token["open"]:
            groups.append(_Group())
        elif token["close"]:
            closed = groups.pop()
            groups[-1].loose |= closed.loose
            ways *= closed.alternatives
        elif token["bar"]:
            groups[-1].loose = True
            groups[-1].alternatives += 1
        elif quantifier and previous != "(":
            reach = _reach(quantifier, previous)
            if quantifier not in ("?", "{0,1}", "{,1}") and previous == ")" and closed.loose:
                raise BrokenPattern(
                    "a repeated group has a repetition or alternatives inside",
                    "write it without the outer `*`, `+` or `{}`",
                )
            groups[-1].loose = True
            ways *= reach
        previous = token[0]
    if ways > MOST_WAYS:
        raise BrokenPattern(
            "it can match in too many ways", "split it, or limit repetitions: `.{0,30}` instead of `.*`"
        )


def _reach(quantifier: str, repeated: str) -> int:
    """In how many ways a quantifier can be met."""
    least, comma, most = quantifier.strip("{}").partition(",")
    if quantifier in ("?", "{}"):  # braces around nothing are plain characters
        return 2
    if quantifier.startswith("{") and (most or not comma):
        return int(most or least) - int(least or 0) + 1
    if repeated in (".", r"\S", r"\D", r"\W") or repeated.startswith("[^"):
        return ANYTHING
    return A_WORD if repeated == r"\w" else A_FEW


def required(source: str) -> tuple[str, ...]:
    """Words in a row, in lower case, of which whatever a pattern meets has at least one: the longest of each of its
    alternatives. None of them where an alternative can do without any, or where that is hard to tell.

    Whether or not the text is in the same case, or has one of the four letters beyond ASCII that stand for one in it:
    those are in a text's spelling as the words have them.
    """
    runs, depth = [[""]], 0
    previous = ""
    for token in _tokens(source):
        text = token[0]
        if NUMBERED.match(text):
            return ()
        if token["quantifier"] and depth == 0:
            runs[-1][-1] = runs[-1][-1].removesuffix(previous)  # it may be left out
            runs[-1].append("")
        elif token["bar"] and depth == 0:
            runs.append([""])
        elif depth == 0 and _goes_on(runs[-1][-1], text):
            runs[-1][-1] += text.lower()
        else:
            runs[-1].append("")
        depth += bool(token["open"]) - bool(token["close"])
        previous = text.lower()
    longest = tuple(max(map(str.strip, alternative), key=len) for alternative in runs)
    return longest if all(longest) else ()


def _goes_on(run: str, token: str) -> bool:
    """Whether a token is one more letter or digit of a run of words, or the one space between two of them."""
    if token.isspace():
        return run[-1:].isalnum()
    return len(token) == 1 and token.isascii() and token.isalnum()


def beginnings(source: str) -> tuple[str, ...]:
    """Words in a row, in lower case, of which whatever a pattern meets in a text of ASCII begins with one: that of each
    of its alternatives. None of them where an alternative may begin otherwise, or that is hard to tell.
    """
    tokens = [token[0] for token in _tokens(source)]
    found, end = _beginnings(tokens, 0)
    return tuple(dict.fromkeys(found)) if all(found) and end == len(tokens) else ()


def _beginnings(tokens: Sequence[str], at: int) -> tuple[list[str], int]:
    """How each alternative from here on begins, as far as the end of the group that they stand in; and where that is.
    An alternative whose beginning is not known has an empty one."""
    found = []
    while True:
        while at < len(tokens) and tokens[at] == r"\b":
            at += 1
        run = ""
        while at < len(tokens) and _goes_on(run, tokens[at]):
            run += tokens[at].lower()
            at += 1
        if run or tokens[at : at + 1] != ["("]:
            found.append((run[:-1] if _is_repeated(tokens, at) else run).strip())
        else:
            at += 3 if tokens[at + 1 : at + 3] == ["?", ":"] else 1
            inner, at = _beginnings(tokens, at)
            at += 1
            found += [""] if _is_repeated(tokens, at) else inner
        at = _past(tokens, at)
        if tokens[at : at + 1] != ["|"]:
            return found, at
        at += 1


def _is_repeated(tokens: Sequence[str], at: int) -> bool:
    """Whether the piece before may be left out or repeated."""
    return at < len(tokens) and bool(QUANTIFIER.match(tokens[at]))


def _past(tokens: Sequence[str], at: int) -> int:
    """Where this alternative ends: at a bar, at the end of its group, or at that of the pattern."""
    depth = 0
    while at < len(tokens) and (depth or tokens[at] not in ("|", ")")):
        depth += (tokens[at] == "(") - (tokens[at] == ")")
        at += 1
    return at
