"""Regular expressions, searched in a time that grows with the text and never faster: by RE2.

RE2 knows words and case in ASCII alone. So a character beyond ASCII is replaced by one of ASCII that the expression
cannot tell from it, or by one that stands for nothing else. What an expression can tell apart is asked of Python's
`re`, a character at a time: letters, digits, white space and case mean here what they mean there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import _compiler, _parser  # type: ignore[attr-defined] # how Python itself reads an expression
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from re2._re2 import RE2  # without the wrapper, which takes longer than a search

from conspectus.diagnostics import HintedError

OPTIONS = RE2.Options()
OPTIONS.encoding, OPTIONS.log_errors, OPTIONS.never_capture = RE2.Options.Encoding.LATIN1, False, True

LARGEST = 2000
"""How large RE2's program for an expression may be: it takes at most so many steps for each character."""

MOST_COPIES = 1000
"""How often RE2 repeats something at most."""

MOST_BEYOND, RANGE = {True: 24, False: 96}, 6
"""How many characters beyond ASCII an expression may name, with `\\b` in it and without; what a range counts as."""

ASCII = "".join(map(chr, range(128)))
LIKE = ASCII.replace("\n", "")
"""What may be put instead of a character beyond ASCII: a new line also ends `^` and `$`."""

BYTES = "".join(map(chr, range(128, 256)))
"""Stand for characters that are like none of ASCII."""

WORD = (sre.IN, ((sre.CATEGORY, sre.CATEGORY_WORD),))

SINGLE = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)
REPEATED = (sre.MAX_REPEAT, sre.MIN_REPEAT)
BOUNDARIES = {sre.AT_BOUNDARY: r"\b", sre.AT_NON_BOUNDARY: r"\B"}
ENDS = {sre.AT_BEGINNING_STRING: r"\A", sre.AT_BEGINNING: r"\A", sre.AT_END: r"(?:\n?\z)", sre.AT_END_STRING: r"\z"}
LINE_ENDS = {sre.AT_BEGINNING: "(?m:^)", sre.AT_END: "(?m:$)"}
"""What `^` and `$` mean with the flag `m`."""

UNSUPPORTED = {
    sre.ASSERT: ("look-ahead and look-behind are", "write out what comes before or after, or add it under `all`"),
    sre.ASSERT_NOT: ("negative look-ahead and look-behind are", "list what is not meant under `none`"),
    sre.GROUPREF: ("references to a group are", "write the words out"),
    sre.GROUPREF_EXISTS: ("conditions on a group are", "write the alternatives out, with `|` between them"),
    sre.ATOMIC_GROUP: ("atomic groups are", "write `(?:` instead of `(?>`"),
    sre.POSSESSIVE_REPEAT: ("possessive repetitions are", "delete the `+` after the repetition"),
}

Pieces = Sequence[tuple[Any, Any]]
"""An expression, or a part of it, taken apart: what kind each piece in a row is of, and what stands in it."""

Single = tuple[Any, Any, int]
"""What matches one character: a letter, `.`, a set; its kind, what stands in it, and the flags where it stands."""

Signature = tuple[bool, ...]
"""Which of the single pieces of an expression match a character: all that the expression sees of it."""


class BrokenPattern(HintedError):  # noqa: N818 - the word for what it is
    """A regular expression that cannot be used."""


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A regular expression, to be searched for without regard to case.

    `singles`: the pieces in it that match one character, and `\\w` where words have to be told.
    """

    pieces: Pieces
    flags: int
    singles: tuple[Single, ...]
    has_boundary: bool

    @classmethod
    def of(cls, source: str) -> Expression:
        """BrokenPattern for what RE2 cannot do; re.error for what is not a regular expression."""
        pieces = _parser.parse(source, re.IGNORECASE)
        flags = pieces.state.flags
        flat = list(_flat(pieces, flags))
        for kind, _, _ in flat:
            if kind in UNSUPPORTED:
                what, help = UNSUPPORTED[kind]
                raise BrokenPattern(f"{what} not supported", help)
        has_boundary = any(kind is sre.AT and value in BOUNDARIES for kind, value, _ in flat)
        singles = dict.fromkeys(each for each in flat if each[0] in SINGLE)
        if _named(singles) > MOST_BEYOND[has_boundary]:
            raise BrokenPattern("it has too many different characters beyond ASCII", "split it into several")
        words = [(*WORD, flags)] if has_boundary else []
        made = cls(list(pieces), flags, tuple(dict.fromkeys([*singles, *words])), has_boundary)
        if _program(made, (), greedy=True).ProgramSize() > LARGEST:
            raise BrokenPattern("it is too large", "split it, or limit repetitions: `.{0,30}` instead of `.{0,900}`")
        return made

    def is_in(self, text: str, beyond: str) -> bool:
        """Whether it matches somewhere in a text; `beyond`: all characters of the text that are not ASCII."""
        return self._match(text, beyond, greedy=False)[0] >= 0

    def search(self, text: str, beyond: str) -> tuple[int, int] | None:
        """Where the first match in a text begins and ends."""
        span = self._match(text, beyond, greedy=True)
        return span if span[0] >= 0 else None

    def _match(self, text: str, beyond: str, *, greedy: bool) -> tuple[int, int]:
        added: tuple[Signature, ...] = ()
        if beyond:
            table, added = _replacements(self, beyond)
            text = text.translate(table)
        spans: list[tuple[int, int]] = _program(self, added, greedy).Match(
            RE2.Anchor.UNANCHORED, text.encode("latin-1"), 0, len(text)
        )
        return spans[0]


def beyond_ascii(text: str) -> str:
    """The characters of a text that are not ASCII, each once."""
    return "" if text.isascii() else "".join(sorted(set(text).difference(ASCII)))


def _flat(pieces: Pieces, flags: int) -> Iterator[Single]:
    """All pieces of an expression, those in others after them, with the flags where they stand."""
    for kind, value in pieces:
        yield kind, tuple(value) if kind is sre.IN else None if kind in UNSUPPORTED else _plain(kind, value), flags
        if kind is sre.SUBPATTERN:
            yield from _flat(value[3], (flags | value[1]) & ~value[2])
        elif kind is sre.BRANCH:
            for each in value[1]:
                yield from _flat(each, flags)
        elif kind in REPEATED:
            yield from _flat(value[2], flags)


def _plain(kind: Any, value: Any) -> Any:
    """What stands in a piece that has no others in it."""
    return value if kind in SINGLE or kind is sre.AT else None


def _named(singles: Iterable[Single]) -> int:
    """How many characters beyond ASCII these name."""
    named: set[object] = set()
    ranges = 0
    for kind, value, _ in singles:
        for inner, content in value if kind is sre.IN else ((kind, value),):
            if inner in (sre.LITERAL, sre.NOT_LITERAL) and content > 127:
                named.add(content)
            ranges += RANGE * (inner is sre.RANGE and content[1] > 127)
    return len(named) + ranges


@lru_cache(maxsize=4096)
def _matcher(single: Single) -> re.Pattern[str]:
    """What matches one character, as Python's `re` does it."""
    kind, value, flags = single
    state = _parser.State()
    state.flags = flags
    piece = (kind, list(value) if kind is sre.IN else value)
    matcher: re.Pattern[str] = _compiler.compile(_parser.SubPattern(state, [piece]), flags)
    return matcher


@lru_cache(maxsize=4096)
def _among_ascii(single: Single) -> frozenset[str]:
    return frozenset(_matcher(single).findall(ASCII))


@lru_cache(maxsize=65536)
def _signature(expression: Expression, character: str) -> Signature:
    return tuple(_matcher(single).match(character) is not None for single in expression.singles)


@lru_cache(maxsize=4096)
def _ascii_signatures(expression: Expression) -> Mapping[str, Signature]:
    members = [_among_ascii(single) for single in expression.singles]
    return {character: tuple(character in among for among in members) for character in ASCII}


@lru_cache(maxsize=4096)
def _like(expression: Expression) -> Mapping[Signature, str]:
    """A character of ASCII for each signature that one has."""
    signatures = _ascii_signatures(expression)
    return {signatures[character]: character for character in reversed(LIKE)}


@lru_cache(maxsize=65536)
def _replacements(expression: Expression, beyond: str) -> tuple[Mapping[int, str], tuple[Signature, ...]]:
    """What to put instead of characters of a text, and the signatures that no character of ASCII has."""
    like = _like(expression)
    signatures = {character: _signature(expression, character) for character in beyond}
    added = tuple(sorted({signature for signature in signatures.values() if signature not in like}))
    spare = _spare(expression, added)
    table = {ord(character): like.get(signature) or spare[signature] for character, signature in signatures.items()}
    if any(character in ASCII for character in spare.values()):
        instead = {character: like[signature] for character, signature in _ascii_signatures(expression).items()
                   if character in spare.values()}  # fmt: skip
        table |= {ord(character): other for character, other in instead.items()}
    return table, added


def _spare(expression: Expression, added: Sequence[Signature]) -> Mapping[Signature, str]:
    """A character for each of some signatures: of what is part of a word, a letter that another one can stand for."""
    if not added:
        return {}
    kept = set(_like(expression).values())
    letters = (character for character in ASCII if character not in kept and (character.isalnum() or character == "_"))
    others = iter(BYTES)
    is_word = expression.singles.index((*WORD, expression.flags)) if expression.has_boundary else None
    return {signature: next(letters if is_word is not None and signature[is_word] else others) for signature in added}


@lru_cache(maxsize=4096)
def _program(expression: Expression, added: tuple[Signature, ...], greedy: bool) -> RE2:
    """RE2's program for an expression, in texts with characters of these signatures as well.

    One that is not `greedy` stops as soon as it is clear that there is a match.
    """
    spare = {character: signature for signature, character in _spare(expression, added).items()}
    sets = {
        single: (_among_ascii(single) - spare.keys()) | {each for each, signature in spare.items() if signature[index]}
        for index, single in enumerate(expression.singles)
    }
    program = RE2(_Writing(sets, greedy).of(expression.pieces, expression.flags).encode("ascii"), OPTIONS)
    if not program.ok():
        raise BrokenPattern("it is too large", "split it, or limit its repetitions")
    return program


class _Writing(NamedTuple):
    """Writes an expression as RE2 reads it; `sets`: the characters that match each single piece."""

    sets: Mapping[Single, frozenset[str]]
    greedy: bool

    def of(self, pieces: Pieces, flags: int) -> str:
        return "".join(self._piece(kind, value, flags) for kind, value in pieces)

    def _piece(self, kind: Any, value: Any, flags: int) -> str:
        if kind in SINGLE:
            return _set(self.sets[(kind, tuple(value) if kind is sre.IN else value, flags)])
        if kind in REPEATED:
            least, most, repeated = value
            end = "" if most is sre.MAXREPEAT else most
            if max(least, end or 0) > MOST_COPIES:
                raise BrokenPattern(f"it repeats something more than {MOST_COPIES:,} times", "write a smaller number")
            lazy = "" if self.greedy and kind is sre.MAX_REPEAT else "?"
            return f"(?:{self.of(repeated, flags)}){{{least},{end}}}{lazy}"
        if kind is sre.SUBPATTERN:
            return f"(?:{self.of(value[3], (flags | value[1]) & ~value[2])})"
        if kind is sre.BRANCH:
            return f"(?:{'|'.join(self.of(each, flags) for each in value[1])})"
        return BOUNDARIES.get(value) or (flags & re.MULTILINE and LINE_ENDS.get(value)) or ENDS[value]


def _set(characters: frozenset[str]) -> str:
    """A set of characters as RE2 reads it."""
    codes = "".join(f"\\x{ord(character):02x}" for character in sorted(characters))
    return f"[{codes}]" if codes else r"[^\x00-\xff]"
