"""How values are written in a file that is in order: as they were where they fit, else broken and indented anew."""

from __future__ import annotations

from conspectus.located import Mapping, Node, Scalar, Sequence
from conspectus.model.keys import Shape
from conspectus.model.query import QUERY
from conspectus.model.taxonomy import CATEGORY, FACET
from conspectus.model.work import RECORD
from conspectus.yaml_edit import EditError, styles
from conspectus.yaml_edit.sheet import Sheet, read
from conspectus.yaml_edit.styles import WIDTH

PROSE = frozenset(
    key.name for keys in (RECORD, FACET, CATEGORY, QUERY) for key in keys if key.shape in (Shape.PROSE, Shape.ABSTRACT)
)
"""The keys of texts that are folded where they are too long."""


def written(sheet: Sheet, node: Node, key: str, indent: int, column: int) -> str:
    """A value as it stands behind a key, or behind a hyphen (then `key` is empty), `indent` columns in; it may have
    several lines. `column`: where the key, or the hyphen, stood before.
    """
    text = shifted(sheet.written(node).replace("\r\n", "\n"), indent - column)
    start = indent + (len(key) + 2 if key else 2)
    if not is_long(text, start):
        return text
    if isinstance(node, Scalar):
        return _folded(node, text, indent) if key in PROSE and node.extent.style != "|" else text
    return _wrapped(sheet, node, indent, start) if _is_simple(sheet, node) else text


def is_long(text: str, start: int) -> bool:
    """Whether a text whose first line begins in a column has a line that is too long."""
    first, *others = text.split("\n")
    return start + len(first) > WIDTH or any(len(line) > WIDTH for line in others)


def shifted(text: str, by: int) -> str:
    """The lines after the first, indented by so many columns more, or fewer."""
    first, *others = text.split("\n")
    lines = (line if not line.strip() else f"{' ' * by}{line}" if by >= 0 else _outdented(line, -by) for line in others)
    return "\n".join((first, *lines))


def _outdented(line: str, by: int) -> str:
    return line[min(by, len(line) - len(line.lstrip(" "))) :]


def _folded(scalar: Scalar, text: str, indent: int) -> str:
    """Prose with its lines filled up; as it was where that would change it, or lose a comment."""
    header = text.partition("\n")[0] if scalar.extent.style == ">" else ">-"
    folded = styles.block(scalar.text.rstrip("\n"), ">", indent + 2, "\n").replace(">-", header, 1)
    try:
        found = read(f"{' ' * indent}k: {folded}\n", "").at(("k",))
    except EditError:
        return text
    same = isinstance(found, Scalar) and found.text == scalar.text and header in (">", ">-")
    return folded if same else text


def _wrapped(sheet: Sheet, node: Node, indent: int, start: int) -> str:
    """A list in brackets, or a mapping in braces, on as many lines as it needs."""
    entries = _entries(sheet, node)
    opening, closing = ("[", "]") if isinstance(node, Sequence) else ("{", "}")
    lines, line = [], f"{' ' * start}{opening}"
    for number, each in enumerate(entries):
        more = f"{each}{',' if number + 1 < len(entries) else closing}"
        if number and len(line) + 1 + len(more) > WIDTH:
            lines.append(line)
            line = f"{' ' * (indent + 4)}{more}"
        else:
            line += f" {more}" if number else more
    return "\n".join((*lines, line))[start:]


def _entries(sheet: Sheet, node: Node) -> list[str]:
    """The items of a list, or the entries of a mapping, each on one line."""
    if isinstance(node, Sequence):
        return [_on_a_line(sheet, item) for item in node.items]
    entries = node.entries if isinstance(node, Mapping) else ()
    return [f"{_on_a_line(sheet, key)}: {_on_a_line(sheet, value)}".rstrip() for key, value in entries]


def _on_a_line(sheet: Sheet, node: Node) -> str:
    if isinstance(node, Scalar):
        return sheet.written(node)
    opening, closing = ("[", "]") if isinstance(node, Sequence) else ("{", "}")
    return f"{opening}{', '.join(_entries(sheet, node))}{closing}"


def _is_simple(sheet: Sheet, node: Node) -> bool:
    """Whether a list or mapping in brackets has no comment in it, and no word of several lines."""
    if isinstance(node, Scalar):
        return "\n" not in sheet.written(node)
    inner = node.items if isinstance(node, Sequence) else [v for pair in node.entries for v in pair]
    return not sheet.comments(*node.extent[:2]) and all(_is_simple(sheet, each) for each in inner)
