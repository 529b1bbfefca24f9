"""Semantic Scholar's API: words, or identifiers. Without an API key, which is free, it often has to be asked again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from conspectus.fetching.service import (
    Answer,
    Wanted,
    are_identifiers,
    arxiv_ids,
    batches,
    dois,
    json_list,
    json_object,
    list_in,
    quoted,
    written,
)
from conspectus.fetching.web import Host, Web

HOST = Host(
    "Semantic Scholar",
    "https://api.semanticscholar.org",
    1.1,
    key="SEMANTIC_SCHOLAR_API_KEY",
    key_header="x-api-key",
)
FORMATS = ("Semantic Scholar",)

BATCH = 200
FIELDS = (
    "title,abstract,authors,venue,publicationVenue,year,publicationDate,externalIds,publicationTypes,journal,"
    "openAccessPdf,url"
)


def search(web: Web, wanted: Wanted) -> Iterator[Answer]:
    """The newest papers first; `since` is the day of publication."""
    if are_identifiers(wanted.words):
        yield from lookup(web, wanted.words)
        return
    parameters = {"query": quoted(wanted.words), "fields": FIELDS, "sort": "publicationDate:desc"}
    if wanted.since:
        parameters["publicationDateOrYear"] = f"{wanted.since}:"
    taken, number, token = 0, 0, ""
    while taken < wanted.limit:
        asked = {**parameters, **({"token": token} if token else {})}
        page = web.get(HOST, "/graph/v1/paper/search/bulk", asked, json_object)
        papers, number = list_in(page, "data") if page.get("total") or "data" in page else [], number + 1
        if not papers:
            return
        taken += len(papers)
        yield _answer(number, papers)
        token = str(page.get("token") or "")
        if not token:
            return


def lookup(web: Web, ids: Sequence[str]) -> Iterator[Answer]:
    """The papers with these DOIs or arXiv ids; those it does not know are passed over."""
    names = [*(f"DOI:{doi}" for doi in dois(ids)), *(f"ARXIV:{id}" for id in arxiv_ids(ids))]
    for number, batch in enumerate(batches(names, BATCH), 1):
        body = json.dumps({"ids": list(batch)}).encode()
        if papers := web.get(HOST, "/graph/v1/paper/batch", {"fields": FIELDS}, json_list, body):
            yield _answer(number, papers)


def _answer(number: int, papers: list[Any]) -> Answer:
    return Answer(f"semantic-scholar-{number}.json", written({"data": papers}))
