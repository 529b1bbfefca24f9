"""How a value is written: plain where YAML allows it, quoted where it must be, folded where it is long."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence

import yaml

Value = str | Sequence[str] | Mapping[str, Sequence[str]]
"""What edits write: text, a list of texts, or such lists by their names."""

WIDTH = 120
"""Lines are broken before they grow longer."""

BRACKETS = frozenset("[]{},")
"""What no plain value in brackets has; thousands of them end the program in libyaml, which goes as deep as they do."""

TEXT = "tag:yaml.org,2002:str"
"""What YAML calls a text."""

UNREADABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What JSON lets stand and YAML does not, or takes for the end of a line."""


def inline(value: Value) -> str:
    """A value on one line, lists in brackets."""
    if isinstance(value, str):
        return value if is_plain(value) else quoted(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{inline(key)}: {inline(items)}' for key, items in value.items())}}}"
    return f"[{', '.join(map(inline, value))}]"


def is_plain(text: str) -> bool:
    """Whether a text can be written without quotes and is read as text again: in brackets, in a block, and at the
    beginning of a line, where `...` ends a document and `-` begins a list."""
    if not text or "\n" in text or text != text.strip() or " #" in text or not BRACKETS.isdisjoint(text):
        return False
    if UNREADABLE.search(text):
        return False
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        inside, alone = yaml.compose(f"[{text}]", loader), yaml.compose(text, loader)
    except yaml.YAMLError:
        return False
    items = inside.value if isinstance(inside, yaml.SequenceNode) else []
    return len(items) == 1 and all(_is_text(node, text) for node in (*items, alone))


def _is_text(node: yaml.Node | None, text: str) -> bool:
    """Whether that is read as this text, which has no quotes around it."""
    return isinstance(node, yaml.ScalarNode) and not node.style and (node.tag, node.value) == (TEXT, text)


def quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    return UNREADABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def comment(text: str) -> str:
    """A text as a comment on one line, such as a title beside an id; empty where nothing of it can be read."""
    line = " ".join(UNREADABLE.sub(" ", text).split())
    return f"# {line}" if line else ""


def block(text: str, style: str, indent: int, newline: str) -> str:
    """A text of several lines after `>-` or `|-`, indented by so many spaces; folded, its lines are filled up."""
    if style == ">":
        lines: list[str] = []
        for number, line in enumerate(text.split("\n")):
            lines += [""] if number else []
            lines += textwrap.wrap(line, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    else:
        lines = text.split("\n")
    body = newline.join(f"{' ' * indent}{line}" if line else "" for line in lines)
    return f"{style}-{newline}{body}"


def prose(text: str, indent: int, room: int, style: str, newline: str) -> tuple[str, ...]:
    """The ways to write prose as the value of a key, the most usual first. Not every way can represent every text.

    `room`: how many characters the line has left; `style`: what the text before it was written in.
    """
    one_line = [quoted(text) if style == '"' else inline(text)]
    blocks = [block(text, each, indent, newline) for each in ("|>" if style == "|" else ">|")]
    fits = "\n" not in text and len(one_line[0]) <= room and style not in ("|", ">")
    return (*one_line, *blocks) if fits else (*blocks, *one_line)
