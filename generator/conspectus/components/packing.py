"""Numbers in letters, as the files of the search have them; `js/word-index.js` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import sub

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def packed(numbers: Iterable[int]) -> str:
    """Numbers, none of them negative, in letters: five bits each, the lowest first; all but a number's last have 32."""
    return "".join(map(letters, numbers))


@lru_cache(maxsize=1 << 12)
def letters(number: int) -> str:
    """A number in letters."""
    said = ""
    while number > 31:
        said += DIGITS[32 | number & 31]
        number >>= 5
    return said + DIGITS[number]


def steps(numbers: Sequence[int]) -> Iterator[int]:
    """Growing numbers as the distance of each from the one before; the first from -1."""
    return map(sub, numbers, (-1, *numbers))
