"""Plain text as Markdown."""

from __future__ import annotations

import re

CODE = re.compile(r"(`[^`]*`)")


def unmarked(text: str) -> str:
    """Text of a help message, in which only backquotes are Markdown."""
    pieces = CODE.split(text)
    return "".join(piece if piece.startswith("`") else re.sub(r"([\\*_<>|\[\]{}])", r"\\\1", piece) for piece in pieces)


def first_sentence(text: str) -> str:
    """What stands before the first period that ends a line."""
    return text.partition(".\n")[0].replace("\n", " ").removesuffix(".")
