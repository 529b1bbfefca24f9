"""Searches in headless Chromium: a site's own search page, and Pagefind with its defaults on the same pages."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, Response, sync_playwright

SLOWED = 4
"""How many times slower than this machine's the processor of a reader is made."""

ROUNDS = 3
"""How often each query is typed; the fastest counts, since other programs can only make it slower."""

FIRST_RESULTS = 20
OF_SEARCH = re.compile(r"/(?:data|pagefind)/|/assets/.*\.js$")
PACKED = re.compile(r"\.(?:pf_\w+|pagefind)$")

TYPED = """async (query) => {
  const box = document.getElementById("q"), status = document.querySelector(".search-status");
  box.value = query;
  status.textContent = "";
  const start = performance.now();
  box.dispatchEvent(new Event("input", { bubbles: true }));
  while (!status.textContent.includes(`“${query.trim()}”`)) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""

PAGEFIND = """async ([query, most]) => {
  const start = performance.now();
  window.pagefind ??= await import("/plain/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return { milliseconds: performance.now() - start, ids: shown.map(({ url }) => url.split("/").at(-2)) };
}"""


class Asked(NamedTuple):
    """What queries came to: kB that the first, and each later one, had loaded; milliseconds of each when all it needs
    is in memory."""

    first: float
    later: Sequence[float]
    milliseconds: Sequence[float]


@contextmanager
def browsing(folder: Path) -> Iterator[tuple[Page, str]]:
    """A tab of a slowed browser, and the address at which a folder is served to it."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        yield page, f"http://127.0.0.1:{server.server_port}/"
        browser.close()
    server.shutdown()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class _Loaded:
    """Counts the bytes that a page loads for its search, packed as hosts pack them."""

    def __init__(self, page: Page) -> None:
        self._replies: list[Response] = []
        page.on("response", lambda reply: self._replies.append(reply))

    def kilobytes(self) -> float:
        """What was loaded since this was asked for before."""
        replies, self._replies[:] = [reply for reply in self._replies if OF_SEARCH.search(reply.url)], []
        return sum(_size(reply) for reply in replies) / 1000


def _size(reply: Response) -> int:
    body = reply.body()
    return len(body) if PACKED.search(reply.url) else len(gzip.compress(body, 9))


def in_page(page: Page, address: str, queries: Sequence[str]) -> Asked:
    """Type queries into the search page at an address: from the last key, debounce included, until all that is to be
    seen first is there. The first is asked for by a link, as when a reader comes to the page with it."""
    loaded = _Loaded(page)
    page.goto(f"{address}search/?q={queries[0]}", wait_until="networkidle")
    first = loaded.kilobytes()
    later = []
    for query in queries[1:]:
        page.evaluate(TYPED, query)
        page.wait_for_load_state("networkidle")
        later.append(loaded.kilobytes())
    rounds = [[page.evaluate(TYPED, query) for query in queries] for _ in range(ROUNDS)]
    return Asked(first, later, [min(times) for times in zip(*rounds, strict=True)])


def by_pagefind(page: Page, address: str, queries: Sequence[str]) -> Asked:
    """Ask Pagefind's own script, with its defaults, for as many results as the search page shows first."""
    loaded = _Loaded(page)
    page.goto(f"{address}plain/")
    sizes = []
    for query in queries:
        page.evaluate(PAGEFIND, [query, FIRST_RESULTS])
        sizes.append(loaded.kilobytes())
    rounds = [
        [page.evaluate(PAGEFIND, [query, FIRST_RESULTS])["milliseconds"] for query in queries] for _ in range(ROUNDS)
    ]
    return Asked(sizes[0], sizes[1:], [min(times) for times in zip(*rounds, strict=True)])


def found_by_pagefind(page: Page, address: str, queries: Sequence[str]) -> list[list[str]]:
    """The ids of the first five papers that Pagefind finds for each query."""
    page.goto(f"{address}plain/")
    return [page.evaluate(PAGEFIND, [query, 5])["ids"] for query in queries]
