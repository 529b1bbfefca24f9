"""Asking services on the web for papers, and whether links work; `fetch`, `fill` and `check --links` do, a build never.

Each service is a module: its `HOST`, the `FORMATS` in which its answers are read, `search` for a query and `lookup` for
identifiers. Both give answers as they come, so that what came before an interruption is not lost.

    web           requests within limits: hosts, size, time, redirects; waiting and trying again
    responses     answers kept for some hours, so that an interrupted command goes on where it stopped
    service       what a service is asked, and what it gives
    links         whether the links of a survey work
"""

from conspectus.fetching import arxiv, crossref, hf, openalex, semantic_scholar, zotero
from conspectus.fetching.responses import Responses
from conspectus.fetching.service import Answer, Service, Wanted
from conspectus.fetching.web import Clock, FetchError, Web

SERVICES: dict[str, Service] = {
    "arxiv": arxiv,
    "openalex": openalex,
    "crossref": crossref,
    "semantic-scholar": semantic_scholar,
    "hf": hf,
    "zotero": zotero,
}
"""The services by the names that commands and settings use; `model/settings.py` declares the same names."""

__all__ = ["SERVICES", "Answer", "Clock", "FetchError", "Responses", "Service", "Wanted", "Web"]
