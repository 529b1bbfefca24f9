"""What is typed to make `fetch` and `fill` say what they can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from conspectus.commands import contacting
from conspectus.fetching import web
from made_up_answers import Made
from made_up_services import Fault, cut, serving, status, text


def said_by_the_services(run: Callable[[str], str]) -> Iterator[str]:
    """What `fetch` and `fill` print in the made-up survey's folder, whatever the services do; `run` runs a command."""
    patch = pytest.MonkeyPatch()
    patch.setattr(contacting, "today", lambda: date(2026, 11, 28))
    for name in ("OPENALEX_API_KEY", "SEMANTIC_SCHOLAR_API_KEY", "ZOTERO_API_KEY", "CROSSREF_PLUS_API_TOKEN"):
        patch.delenv(name, raising=False)
    records = Path("content/papers/records.yaml")
    try:
        with serving() as services:
            for line in ("fetch", "fetch arxiv", "fetch arxiv cs.LA --since soon", "fetch --queries"):
                yield run(line)
            yield run("fetch arxiv cs.LA --limit 2 --dry-run")
            yield run("fetch arxiv cs.LA")
            yield run("fetch arxiv 2511.00002 2511.00099")
            for line in ("fetch hf soon", "fetch zotero lamps", "fetch hf 2020-01-01..2026-01-01"):
                yield run(line)
            faults: tuple[Fault, ...] = (
                status(503),
                status(429, Retry_After="7200"),
                status(401),
                status(400, '{"message": "Unknown field: lamp"}'),
                status(302, Location="https://other.example/"),
                cut,
                text("<html>"),
                text('{"message": {"items": 5}}'),
                text('{"message": {"items": [{"title": "A Lamp"}, 5]}}'),
            )
            for number, fault in enumerate(faults):
                services.faults = [fault] * web.ATTEMPTS
                yield run(f"fetch crossref lamp{number}")
            services.faults = [status(401)]
            yield run("fetch zotero groups/22")
            patch.setenv("CROSSREF_PLUS_API_TOKEN", "two words")
            yield run("fetch crossref lantern")
            patch.delenv("CROSSREF_PLUS_API_TOKEN")
            patch.setenv(contacting.CONTACT, "Ada Lampe")
            yield run("fetch crossref lantern")
            patch.delenv(contacting.CONTACT)
            services.faults = []
            bare = f"- {{id: trimming, title: {Made(8).title}, doi: {Made(8).doi}}}\n"
            bare += f"- {{title: Whales, doi: {Made(9).doi}}}\n"
            records.write_text(f"{records.read_text('utf-8')}{bare}", "utf-8")
            services.papers = [Made(number) for number in range(10)]
            for line in ("fill --dry-run", "fill trimming --field abstract", "fill", "fill trimming --field abstract"):
                yield run(line)
            records.write_text("- lamp\n", "utf-8")
            yield run("fill")
            settings = Path("content/survey.yaml")
            settings.write_text("title: Lamps\nsources:\n  - {lamps: x}\n  - {arxiv: x, hf: daily}\n", "utf-8")
            yield run("fetch --queries")
            settings.write_text("title: Lamps\nsources: [{arxiv: cs.LA, match: [/(/]}]\n", "utf-8")
            yield run("fetch --queries")
    finally:
        patch.undo()
