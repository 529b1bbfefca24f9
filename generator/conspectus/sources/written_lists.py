"""Lists that a program wrote into one text: as Python, pandas and NumPy print them, and as JSON.

`['Ada Wick', 'Bo Oil']`, `('Ada Wick', None)`, `['Ada Wick' 'Bo Oil']`, `array([…], dtype=object)` and
`[{'authorId': '1', 'name': 'Ada Wick'}]`. Nothing is evaluated: the text is taken apart into quoted texts and signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

QUOTED = r"(?:'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\")"
PIECE = re.compile(
    rf"\s*+(?:[uU]?(?P<quoted>{QUOTED})|(?P<sign>[\[\](){{}},:])|(?P<word>[A-Za-z]\w*+|[-+]?\d[\w.+-]*+))", re.S
)
ARRAY = "array("
BEHIND_ARRAY = re.compile(r"\s*+(?:,\s*+dtype=[\w<>'\"]{1,20})?\s*+\)")
ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))", re.S)
SPACES = {"n": "\n", "t": " ", "r": " "}

BEGUN = re.compile(
    rf"\[[\[({{\s]{{0,40}}+[uU]?['\"]|\[\s*(?:None|nan|null)\s*[,\]]|array\(\s*\[|[({{]\s*{QUOTED}\s*(?:[,:]|[)}}]\Z)",
    re.S,
)
"""How such a list begins; `{'t Wick, Ada}` is a name."""

CLOSING = {"[": "]", "(": ")", "{": "}"}
NOTHING = frozenset(["None", "nan", "NaN", "NaT", "null", "NA"])
KNOWN = frozenset(["True", "False", "true", "false"])
LONGEST = 1_000_000
DEEPEST = 8

Value = str | list["Value"] | dict[str, "Value"] | None


class UnreadableError(ValueError):
    """The text begins as a list and is none."""


def is_begun(text: str) -> bool:
    """Whether a text begins as a program writes a list."""
    return BEGUN.match(text.strip()) is not None


def items_in(text: str) -> list[Value]:
    """What is in the list, without what is nothing; a single object is a list of one. UnreadableError if it is none."""
    text = text.strip()
    if len(text) > LONGEST:
        raise UnreadableError
    end = text.rfind("]") + 1
    if text.startswith(ARRAY) and BEHIND_ARRAY.fullmatch(text, end):
        text = text[len(ARRAY) : end]
    pieces = _pieces(text)
    value = _value(next(pieces, ""), pieces, 0)
    if next(pieces, None) is not None or not isinstance(value, list | dict):
        raise UnreadableError
    return value if isinstance(value, list) else [value]


def _pieces(text: str) -> Iterator[str]:
    """The signs, words and quoted texts, these with their quotes."""
    at = 0
    while at < len(text):
        found = PIECE.match(text, at)
        if found is None:
            raise UnreadableError
        yield found["quoted"] or found["sign"] or found["word"]
        at = found.end()


def _value(piece: str, pieces: Iterator[str], depth: int) -> Value:
    if piece in CLOSING:
        if depth == DEEPEST:
            raise UnreadableError
        return _items(CLOSING[piece], pieces, depth + 1)
    if piece[:1] in ("'", '"'):
        return _unescaped(piece[1:-1])
    if piece in NOTHING:
        return None
    if piece in KNOWN or piece[:1].isdigit() or piece[:1] in ("-", "+"):
        return piece
    raise UnreadableError


def _items(closing: str, pieces: Iterator[str], depth: int) -> list[Value] | dict[str, Value]:
    """The items up to the closing sign, or the keys with their values. NumPy writes nothing between items."""
    items: list[Value] = []
    keyed: dict[str, Value] = {}
    for piece in pieces:
        if piece == closing:
            if items and keyed:
                raise UnreadableError
            return keyed or [item for item in items if item is not None]
        if piece == ":":
            key = items.pop() if items else None
            if closing != "}" or not isinstance(key, str):
                raise UnreadableError
            keyed[key] = _value(next(pieces, ""), pieces, depth)
        elif piece != ",":
            items.append(_value(piece, pieces, depth))
    raise UnreadableError


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    text = ESCAPED.sub(_meant, text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # JSON writes 🕯 as two


def _meant(escaped: re.Match[str]) -> str:
    number = escaped[1] or escaped[2] or escaped[3]
    if number:
        return chr(int(number, 16)) if int(number, 16) < 0x110000 else "\ufffd"
    return SPACES.get(escaped[4], escaped[4])
