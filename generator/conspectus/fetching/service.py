"""What a service is asked, and what it gives: values that all services share."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol
from xml.parsers import expat

from conspectus.fetching.web import BrokenAnswer, Host, Web
from conspectus.model import identifiers

Parameters = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Answer:
    """A service's answer, to be read as a file of this name."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the words of a query, the first day if there is one, today, and at most how many papers."""

    words: tuple[str, ...]
    since: date | None
    today: date
    limit: int


class Service(Protocol):
    """What the module of a service has. FetchError where the service gives nothing, or a query is not one of its."""

    @property
    def HOST(self) -> Host: ...  # noqa: N802

    @property
    def FORMATS(self) -> tuple[str, ...]: ...  # noqa: N802

    def search(self, web: Web, wanted: Wanted) -> Iterator[Answer]: ...

    def lookup(self, web: Web, ids: Sequence[str]) -> Iterator[Answer]: ...


def arxiv_ids(words: Sequence[str]) -> list[str]:
    """The words as arXiv ids, those that are."""
    return [id for word in words if (id := identifiers.arxiv_id(word))]


def dois(words: Sequence[str]) -> list[str]:
    """The words as DOIs, those that are."""
    return [doi for word in words if (doi := identifiers.doi(word))]


def are_identifiers(words: Sequence[str]) -> bool:
    """Whether a query names papers by their arXiv ids and DOIs."""
    return all(identifiers.arxiv_id(word) or identifiers.doi(word) for word in words)


def batches(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """The items in groups of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))


def quoted(words: Sequence[str]) -> str:
    """The words of a query, those of several words as phrases."""
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def json_object(data: bytes) -> dict[str, Any]:
    """The object in an answer. BrokenAnswer for anything else."""
    value = _json(data)
    if not isinstance(value, dict):
        raise BrokenAnswer("is not the JSON object that was expected")
    return value


def json_list(data: bytes) -> list[dict[str, Any]]:
    """The objects in an answer that is a list. BrokenAnswer for anything else."""
    value = _json(data)
    if not isinstance(value, list):
        raise BrokenAnswer("is not the JSON list that was expected")
    return [item for item in value if isinstance(item, dict)]


def list_in(value: Mapping[str, Any], *path: str) -> list[Any]:
    """The list at the end of a path of keys. BrokenAnswer if there is none."""
    inside: Any = value
    for key in path:
        inside = inside.get(key) if isinstance(inside, Mapping) else None
    if not isinstance(inside, list):
        raise BrokenAnswer(f"has no list of papers under `{'.'.join(path)}`")
    return inside


def xml(data: bytes) -> bytes:
    """The answer, if it is well-formed XML without entities of its own; else BrokenAnswer."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise BrokenAnswer("defines XML entities, which are not read")

    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise BrokenAnswer("is not well-formed XML") from None
    return data


def written(value: object) -> bytes:
    """A value as JSON, an object or an item on each line."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _json(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise BrokenAnswer("is not valid JSON") from None
