"""The objects in a JSON file, each with its place: a list, an object that wraps one, or an object on each line.

A slip in one of a list's objects costs that object alone where the next one can be found by its indentation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import islice
from typing import Any

from conspectus.diagnostics import CheckName, Mistake, Span
from conspectus.model.paper import Source
from conspectus.sources import limits
from conspectus.sources.decoding import decode, head

Object = dict[str, Any]

SPACE = re.compile(r"[\s,]*")
BEHIND_LIST = re.compile(r"\][\s,]*(?:\[|(?=\{))")
"""The end of a list behind which another one begins, or an object."""

OBJECT_AT_LINE = re.compile(r"(?m)^([ \t]*)\{")
DECODER = json.JSONDecoder()

MOST_TRIED = 5
"""How many lists of one name are looked through for the one that is read."""


@dataclass(frozen=True, slots=True)
class Item:
    """An object, and where it begins."""

    value: Object
    span: Span


@dataclass(slots=True)
class JsonFile:
    """The objects of a file, what is wrong with it, and remarks on its encoding. `whole`: the one that wraps them."""

    items: list[Item] = field(default_factory=list)
    whole: Object = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    remarks: tuple[str, ...] = ()


def looks_like_json(source: Source) -> bool:
    """Whether the text begins as an object or a list of objects."""
    return bool(re.match(r"\s*(?:\[\s*)?\{\s*\"", head(source)))


def read(source: Source, *wrappers: str) -> JsonFile:
    """The objects of a file. `wrappers`: the keys whose list has them, where one object holds all; `hits.hit` is a key
    within another."""
    text, remarks = decode(source.data)
    file = JsonFile(remarks=remarks)
    start = len(text) - len(text.lstrip())
    if text.startswith("[", start):
        _read_list(text, start + 1, source.path, file, is_whole=True)
        return file
    try:
        whole, end = DECODER.raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        if "\n{" in text.strip():
            _read_lines(text, source.path, file)
        else:
            file.mistakes.append(_mistake(error, source.path, text, start, check="unreadable-file"))
        return file
    if text[end:].strip():
        _read_lines(text, source.path, file)
        return file
    if isinstance(whole, dict):  # a number or a text alone has no records
        _read_wrapped(whole, text, wrappers, source.path, file)
    return file


def _read_wrapped(whole: Object, text: str, wrappers: tuple[str, ...], path: str, file: JsonFile) -> None:
    file.whole = whole
    for wrapper in wrappers:
        *outer, name = wrapper.split(".")
        for holder in (whole, whole.get("message"), whole.get("data")):
            inside = reduce(lambda value, key: object_in(value).get(key), (*outer, name), holder)
            if isinstance(inside, list):
                limits.check(len(inside))
                lines = _lines_of(text, name, len(inside), path)
                file.items += [
                    Item(value, span) for value, span in zip(inside, lines, strict=True) if isinstance(value, dict)
                ]
                return
    message = whole.get("message")
    file.items.append(Item(message if isinstance(message, dict) else whole, Span(path, 1)))


def _lines_of(text: str, name: str, count: int, path: str) -> list[Span]:
    """Where the objects of a list begin; the first line where that cannot be told."""
    for found in islice(re.finditer(rf'"{re.escape(name)}"\s*+:\s*+\[', text), MOST_TRIED):
        trial = JsonFile()
        _read_list(text, found.end(), path, trial)
        if len(trial.items) == count:
            return [item.span for item in trial.items]
    return [Span(path, 1)] * count


def _read_list(text: str, at: int, path: str, file: JsonFile, *, is_whole: bool = False) -> None:
    """The objects of a list from behind its bracket. `is_whole`: whether the file is that list, so that those of
    another list behind it are read too, and what is none is told."""
    line, begun, counted = 1, 0, 0
    while True:
        space = SPACE.match(text, at)
        at = space.end() if space else at
        if at >= len(text):
            return
        line, begun = line + text.count("\n", counted, at), max(begun, text.rfind("\n", counted, at) + 1)
        counted = at
        span = Span(path, line, at - begun + 1)
        if text[at] == "]":
            if is_whole and (behind := BEHIND_LIST.match(text, at)):
                at = behind.end()
                continue
            if is_whole and text[at + 1 :].strip():
                message = "the list ends here, and what stands behind it is not read"
                file.mistakes.append(Mistake("broken-entry", message, span, "save that in a file of its own"))
            return
        try:
            value, at = DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            following = _next_object(text, at)
            check: CheckName = "broken-entry" if following else "unreadable-file"
            file.mistakes.append(_mistake(error, path, text, at, check=check))
            if following is None:
                return
            at = following
            if len(file.mistakes) == limits.MOST_MISTAKES - 1:  # each looks through all that is above it
                message = "so many objects of this list are broken that what stands below is not read"
                file.mistakes.append(Mistake("unreadable-file", message, file.mistakes[-1].span, "mend those above"))
                return
            continue
        if isinstance(value, dict):
            file.items.append(Item(value, span))
        else:
            message = "expected an object: keys and values in braces"
            file.mistakes.append(Mistake("broken-entry", message, span))
        limits.check(len(file.items) + len(file.mistakes))


def _read_lines(text: str, path: str, file: JsonFile) -> None:
    lines = enumerate(text.split("\n"), 1)
    for number, line in limits.limited(each for each in lines if each[1].strip()):
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            file.mistakes.append(_mistake(error, path, line, 0, number))
            continue
        if isinstance(value, dict):
            file.items.append(Item(value, Span(path, number)))


def _next_object(text: str, at: int) -> int | None:
    """Where the next object of the list begins: on a line of its own, indented as the broken one."""
    start = text.rfind("\n", 0, at) + 1
    indent = text[start:at]
    if indent.strip():
        return None
    found = next((found for found in OBJECT_AT_LINE.finditer(text, at + 1) if found[1] == indent), None)
    return found.end() - 1 if found else None


def _mistake(
    error: Exception, path: str, text: str, at: int, line: int = 0, *, check: CheckName = "broken-entry"
) -> Mistake:
    """What is wrong; an `unreadable-file` where nothing behind it can be read."""
    if isinstance(error, json.JSONDecodeError):
        span = Span(path, line or error.lineno, error.colno)
        message = f"this is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
    else:
        span = Span(path, line or text.count("\n", 0, at) + 1)
        message = "this JSON is nested too deeply, or has a number that is too long"
    return Mistake(check, message, span, "`python -m json.tool FILE` shows the same place")


def texts(value: object) -> Iterator[str]:
    """The texts in a value that may be one, a list of them, or nothing."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def text_of(value: object) -> str:
    """The first text in such a value; empty if there is none."""
    return next(texts(value), "")


def object_in(value: object) -> Object:
    """The value, if it is an object; else an empty one."""
    return value if isinstance(value, dict) else {}


def objects_in(value: object) -> list[Object]:
    """The objects in a list; none where there is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
