"""The messages that stand in the code, whatever makes them: the pieces of text between the values that they name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import conspectus

PACKAGE = Path(conspectus.__file__).parent

MAKERS = {
    "Mistake": (1, 3),
    "wrong": (1, 3),
    "Failure": (0, 1),
    "UsageError": (0,),
    "BadParameter": (0,),
    "EditError": (0, 1),
    "by_hand": (1,),
    "broken": (0, 2),
    "RefusedError": (0,),
    "RevisionError": (0, 1),
    "PublishError": (0, 1),
    "FetchError": (0, 1),
    "BrokenAnswer": (0,),
    "Passing": (0,),
    "AssetError": (0, 1),
    "BrokenPattern": (0, 1),
    "refusal": (1,),
    "echo": (0,),
    "told": (0,),
    "ChangesView": (2,),
}
"""What makes a message, and which of its arguments are one."""

KEYWORDS = ("help", "hint", "else_", "message")

YIELDING = (
    "commands/explain.py", "commands/intake.py", "commands/looking_up.py", "commands/try_.py", "suggestions/text.py",
    "changes/text.py", "changes/markdown.py",
)  # fmt: skip
"""Modules whose functions yield lines for a terminal."""

LEAST = 8
"""Shorter pieces of text are everywhere."""


class Piece(NamedTuple):
    """A piece of a message, and where it stands in the code."""

    text: str
    place: str


def pieces() -> Iterator[Piece]:
    """The pieces of all messages in the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.Module):
                for node in _own(function):
                    for text in _texts(node, function, name):
                        for part in (each.strip() for each in text.split("\n")):
                            if len(part) >= LEAST:
                                yield Piece(part, f"{name}:{getattr(node, 'lineno', 1)}")


def _own(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function but those of functions in it."""
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, ast.FunctionDef):
            yield child
            yield from _own(child)


def _texts(node: ast.AST, function: ast.AST, module: str) -> Iterator[str]:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for number in MAKERS.get(name, ()):
            if number < len(node.args):
                yield from _literals(node.args[number], function)
        for keyword in node.keywords if name in MAKERS or name == "self" else ():
            if keyword.arg in KEYWORDS:
                yield from _literals(keyword.value, function)
    elif isinstance(node, ast.Yield) and module in YIELDING and node.value is not None:
        yield from _literals(node.value, function)


def _literals(node: ast.expr, function: ast.AST) -> Iterator[str]:
    """The texts that a value may be made of; of a local name, those that are assigned to it."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            for value in values:
                yield from _literals(value.value if isinstance(value, ast.FormattedValue) else value, function)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from _literals(one, function)
            yield from _literals(other, function)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _literals(value, function)
        case ast.Name(id=name):
            for assigned in ast.walk(function):
                if isinstance(assigned, ast.Assign):
                    yield from _assigned(assigned, name, function)


def _assigned(assigned: ast.Assign, name: str, function: ast.AST) -> Iterator[str]:
    target, value = assigned.targets[0], assigned.value
    if isinstance(target, ast.Name) and target.id == name and not _names(value, name):
        yield from _literals(value, function)
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for each, one in zip(target.elts, value.elts, strict=False):
            if isinstance(each, ast.Name) and each.id == name:
                yield from _literals(one, function)


def _names(value: ast.expr, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(value))
