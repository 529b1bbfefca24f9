"""Crossref's API: words, or DOIs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conspectus.fetching.service import (
    Answer,
    Wanted,
    are_identifiers,
    batches,
    dois,
    json_object,
    list_in,
    quoted,
    written,
)
from conspectus.fetching.web import Host, Web

HOST = Host(
    "Crossref",
    "https://api.crossref.org",
    0.5,
    key="CROSSREF_PLUS_API_TOKEN",
    key_header="Crossref-Plus-API-Token",
    key_prefix="Bearer ",
)
FORMATS = ("Crossref",)

PAGE = 100
BATCH = 25


def search(web: Web, wanted: Wanted) -> Iterator[Answer]:
    """The best matches first; with `since`, the day on which the DOI was registered, the newest first."""
    if are_identifiers(wanted.words):
        yield from lookup(web, wanted.words)
        return
    parameters: dict[str, str | int] = {"query.bibliographic": quoted(wanted.words)}
    if wanted.since:
        parameters |= {"filter": f"from-created-date:{wanted.since}", "sort": "created", "order": "desc"}
    for start in range(0, wanted.limit, PAGE):
        rows = min(PAGE, wanted.limit - start)
        items = _items(web, {**parameters, "rows": rows, "offset": start})
        if items:
            yield _answer(start // PAGE + 1, items)
        if len(items) < rows:
            return


def lookup(web: Web, ids: Sequence[str]) -> Iterator[Answer]:
    """The papers with these DOIs; other identifiers are passed over."""
    plain = [doi for doi in dois(ids) if "," not in doi]  # the sign that parts filters
    for number, batch in enumerate(batches(plain, BATCH), 1):
        filters = ",".join(f"doi:{doi}" for doi in batch)
        if items := _items(web, {"filter": filters, "rows": BATCH}):
            yield _answer(number, items)


def _items(web: Web, parameters: dict[str, str | int]) -> list[object]:
    return web.get(HOST, "/works", parameters, lambda data: list_in(json_object(data), "message", "items"))


def _answer(number: int, items: list[object]) -> Answer:
    """The works as an answer with nothing but them."""
    return Answer(f"crossref-{number}.json", written({"message-type": "work-list", "message": {"items": items}}))
