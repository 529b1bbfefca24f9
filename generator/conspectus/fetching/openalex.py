"""OpenAlex's API: words, one of its filters, or identifiers. It asks for an API key, which is free."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conspectus.fetching.service import (
    Answer,
    Wanted,
    are_identifiers,
    arxiv_ids,
    batches,
    dois,
    json_object,
    list_in,
    quoted,
    written,
)
from conspectus.fetching.web import Host, Web

HOST = Host("OpenAlex", "https://api.openalex.org", 0.2, key="OPENALEX_API_KEY", key_parameter="api_key")
FORMATS = ("OpenAlex",)

PAGE = 100
BATCH = 50
FIELDS = (
    "id,doi,title,display_name,publication_date,publication_year,type,authorships,primary_location,locations,biblio,"
    "keywords,abstract_inverted_index"
)
FILTER = re.compile(r"[a-z_]+(?:\.[a-z_]+)*:\S+")


def search(web: Web, wanted: Wanted) -> Iterator[Answer]:
    """The newest papers first; `since` is the day of publication."""
    if are_identifiers(wanted.words):
        yield from lookup(web, wanted.words)
        return
    filters = [word for word in wanted.words if FILTER.fullmatch(word)]
    words = [word for word in wanted.words if word not in filters]
    if wanted.since:
        filters.append(f"from_publication_date:{wanted.since}")
    parameters: dict[str, str | int] = {
        "select": FIELDS,
        "sort": "publication_date:desc",
        "per_page": PAGE,
        **({"search": quoted(words)} if words else {}),
        **({"filter": ",".join(filters)} if filters else {}),
    }
    cursor, taken = "*", 0
    while cursor and taken < wanted.limit:
        page = web.get(HOST, "/works", {**parameters, "cursor": cursor}, json_object)
        results = list_in(page, "results")
        if not results:
            return
        taken += len(results)
        yield Answer(f"openalex-{-(-taken // PAGE)}.json", written({"results": results}))
        meta = page.get("meta")
        cursor = str(meta.get("next_cursor") or "") if isinstance(meta, dict) and len(results) == PAGE else ""


def lookup(web: Web, ids: Sequence[str]) -> Iterator[Answer]:
    """The papers with these DOIs or arXiv ids."""
    names = [*dois(ids), *(f"10.48550/arxiv.{id}" for id in arxiv_ids(ids))]
    plain = [name for name in names if not re.search(r"[|,]", name)]  # the signs that part the names
    for number, batch in enumerate(batches(plain, BATCH), 1):
        asked: dict[str, str | int] = {"select": FIELDS, "per_page": BATCH, "filter": f"doi:{'|'.join(batch)}"}
        results = list_in(web.get(HOST, "/works", asked, json_object), "results")
        if results:
            yield Answer(f"openalex-{number}.json", written({"results": results}))
