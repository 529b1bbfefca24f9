"""arXiv's API: a query in its own language, a category, words, or ids; one request in three seconds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conspectus.fetching.service import Answer, Wanted, are_identifiers, arxiv_ids, batches, xml
from conspectus.fetching.web import BrokenAnswer, FetchError, Host, Web
from conspectus.model.identifiers import ARCHIVES

HOST = Host("arXiv", "https://export.arxiv.org", 3.0, others=("arxiv.org",))
FORMATS = ("arXiv feed",)

PAGE = 100
FIELD = re.compile(r"\b(?:ti|au|abs|co|jr|cat|rn|id|all|submittedDate|lastUpdatedDate):")
CATEGORY = re.compile(r"[a-z]{2,}(?:-[a-z]+)*\.[A-Za-z-]{2,}")
TOTAL = re.compile(rb"<(?:\w+:)?totalResults[^>]*>\s*(\d+)")
REFUSED = re.compile(rb"arxiv\.org/api/errors[\s\S]*?<summary[^>]*>([\s\S]*?)</summary>")


def search(web: Web, wanted: Wanted) -> Iterator[Answer]:
    """The newest papers first; `since` is the day on which the first version was submitted."""
    if are_identifiers(wanted.words):
        yield from lookup(web, wanted.words)
        return
    query = query_of(wanted.words)
    if wanted.since:
        query = f"({query}) AND submittedDate:[{wanted.since:%Y%m%d}0000 TO {wanted.today:%Y%m%d}2359]"
    for start in range(0, wanted.limit, PAGE):

        def read(data: bytes, start: int = start) -> tuple[bytes, int]:
            """The feed, and how many papers there are in all. The API at times gives an empty page among full ones."""
            total = TOTAL.search(_feed(data))
            count = int(total[1]) if total else 0
            if start < count and b"<entry" not in data:
                raise BrokenAnswer("has no papers, though it should")
            return data, count

        parameters: dict[str, str | int] = {
            "search_query": query,
            "start": start,
            "max_results": min(PAGE, wanted.limit - start),
            "sortBy": "submittedDate",
            "sortOrder": "descending",
        }
        data, total = web.get(HOST, "/api/query", parameters, read)
        if start < total:
            yield Answer(f"arxiv-{start // PAGE + 1}.xml", data)
        if start + PAGE >= total:
            return


def lookup(web: Web, ids: Sequence[str]) -> Iterator[Answer]:
    """The papers with these arXiv ids; other identifiers are passed over."""
    for number, batch in enumerate(batches(arxiv_ids(ids), PAGE), 1):
        asked: dict[str, str | int] = {"id_list": ",".join(batch), "max_results": PAGE}
        data = web.get(HOST, "/api/query", asked, _feed)
        if b"<entry" in data:
            yield Answer(f"arxiv-{number}.xml", data)


def query_of(words: Sequence[str]) -> str:
    """The words in arXiv's query language: as they are if they are written in it, a category, or phrases that all
    have to be there."""
    text = " ".join(words)
    if FIELD.search(text):
        return text
    if all(CATEGORY.fullmatch(word) or word in ARCHIVES for word in words):
        return " OR ".join(f"cat:{word}" if "." in word or "-" in word else f"cat:{word}.*" for word in words)
    return " AND ".join(f'all:"{word.replace(chr(34), " ").strip()}"' for word in words)


def _feed(data: bytes) -> bytes:
    """The answer, if it is a feed. FetchError with arXiv's own words where it refuses the query."""
    xml(data)
    if refused := REFUSED.search(data):
        reason = " ".join(refused[1].decode("utf-8", "replace").split())[:200]
        raise FetchError(f"arXiv refuses the query: {reason}", "https://info.arxiv.org/help/api has its language")
    if b"<feed" not in data:
        raise BrokenAnswer("is not a feed")
    return data
