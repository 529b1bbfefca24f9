"""Zotero's API: a user's or a group's library, or one of its collections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from conspectus.fetching.service import Answer, Wanted, json_list, written
from conspectus.fetching.web import FetchError, Host, Web

HOST = Host(
    "Zotero",
    "https://api.zotero.org",
    0.5,
    key="ZOTERO_API_KEY",
    key_header="Zotero-API-Key",
    headers={"Zotero-API-Version": "3"},
)
FORMATS = ("CSL-JSON",)

PAGE = 100
LIBRARY = re.compile(
    r"(?:https?://(?:www\.)?zotero\.org/)?(users|groups)/(\d+)(?:/(?!collections/)[^/]+)?(?:/collections/([A-Z0-9]{8}))?"
    r"(?:/.*)?"
)
NOT_PAPERS = frozenset(["attachment", "note", "annotation"])


def search(web: Web, wanted: Wanted) -> Iterator[Answer]:
    """What was added last comes first; `since` is the day on which it was added to the library."""
    number = 0
    for word in wanted.words:
        path, start, is_over = path_of(word), 0, False
        while start < wanted.limit and not is_over:
            parameters: dict[str, str | int] = {
                "include": "csljson,data",
                "sort": "dateAdded",
                "direction": "desc",
                "limit": PAGE,
                "start": start,
            }
            items = web.get(HOST, path, parameters, json_list)
            added = [item for item in items if not wanted.since or _day(item) >= str(wanted.since)]
            papers = [csl for item in added if (csl := _csl(item))]
            start, number = start + PAGE, number + 1
            is_over = len(items) < PAGE or len(added) < len(items)
            if papers:
                yield Answer(f"zotero-{number}.json", written(papers))


def lookup(web: Web, ids: Sequence[str]) -> Iterator[Answer]:
    """Nothing: a library is read whole."""
    return iter(())


def path_of(word: str) -> str:
    """Where the papers of a library or a collection are asked for. FetchError for anything else."""
    found = LIBRARY.fullmatch(word.strip().strip("/"))
    if not found:
        hint = "write users/12345, groups/12345, or one of them with /collections/ABCD2345"
        raise FetchError(f"`{word}` is not a Zotero library", hint)
    kind, id, collection = found.groups()
    return f"/{kind}/{id}{f'/collections/{collection}' if collection else ''}/items/top"


def _data(item: Mapping[str, Any]) -> Mapping[str, Any]:
    data = item.get("data")
    return data if isinstance(data, dict) else {}


def _day(item: Mapping[str, Any]) -> str:
    return str(_data(item).get("dateAdded") or "")[:10]


def _csl(item: Mapping[str, Any]) -> dict[str, Any] | None:
    """An item as CSL-JSON, under its citation key if it has one; None for notes and files."""
    csl, data = item.get("csljson"), _data(item)
    if not isinstance(csl, dict) or data.get("itemType") in NOT_PAPERS:
        return None
    key = data.get("citationKey")
    return {**csl, **({"citation-key": key} if isinstance(key, str) and key else {})}
