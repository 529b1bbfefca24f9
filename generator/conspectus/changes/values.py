"""What changed in the fields of a work, each value as short as fits on a line."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from conspectus.model.plain import plain
from conspectus.model.work import Work

LONGEST = 60
"""How many letters of a value are shown."""

LEAD = 20
"""How many letters at least stand before the first difference, if there are as many."""


class ValueChange(NamedTuple):
    """A field, and its value before and after, in quotes; `nothing` without quotes."""

    field: str
    before: str
    after: str


def value_changes(before: Work, after: Work, unseen: Collection[str]) -> Iterator[ValueChange]:
    """The fields that differ, but for those named in `unseen`."""
    old, new = plain(before), plain(after)
    return (
        value_change(name, old[name], value) for name, value in new.items() if name not in unseen and value != old[name]
    )


def value_change(field: str, before: object, after: object) -> ValueChange:
    """A change of plain data; of long values what stands around the first difference."""
    texts = _line(before), _line(after)
    shared = next((n for n, pair in enumerate(zip(*texts, strict=False)) if len(set(pair)) > 1), min(map(len, texts)))
    start = 0
    if max(map(len, texts)) > LONGEST and shared > LONGEST - LEAD:
        start = max(texts[0].rfind(" ", 0, shared - LEAD) + 1, shared - 2 * LEAD)
    return ValueChange(field, _excerpt(texts[0], start), _excerpt(texts[1], start))


def _excerpt(text: str, start: int) -> str:
    if not text:
        return "nothing"
    end = start + LONGEST
    return f"“{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}”"


def _line(value: object) -> str:
    """A value of a work as plain data, on one line; links with their kinds."""
    if isinstance(value, Mapping):
        if value.keys() == {"kind", "url"}:
            return f"{value['kind']} {value['url']}".removeprefix("other ")
        return "; ".join(f"{name}: {_line(each)}" for name, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(_line, value))
    text = value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
    return " ".join(text.split())
