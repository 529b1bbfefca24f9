"""All that is measured of the search, beside Pagefind with its defaults on the same papers: `search.py [N …]`.

Prints which known items are not found first (as `known_items.py` does), a table in Markdown, what an edit changes, and
with `--judged FOLDER …` how well questions find abstracts (as `retrieval.py` does). The table has this repository's
survey with the queries of `held/`, and made-up ones of N papers (255 and 10,000 unless said) with queries from their
titles. Chromium is needed. Memory and seconds are those of processes that do nothing else.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import browsing
import known_items
import made_up_texts
from known_items import ROOT, asked, made

from conspectus.cache import Cache
from conspectus.pipeline import compile
from conspectus.project import Project
from conspectus.publish import pagefind
from conspectus.render.assets import Assets

ADDRESS = "https://survey.example/site/"
"""Under which path the sites are served."""

KINDS = ("search", "words", "results", "finder")
"""The page kinds that a search needs."""

MOST_PAGES = 20_000
"""Of more papers, Pagefind reads no pages: of 100,000 it takes 13 GB."""

PER_KIND = 16
"""From how many papers' titles queries of each of three kinds are made, and a third of those that are timed."""

OURS = """
import gc, resource, sys, time
from pathlib import Path
from conspectus.cache import Cache
from conspectus.pipeline import compile
from conspectus.project import Project
from conspectus.publish import pagefind
compiled = compile(Project(Path(sys.argv[1])), Cache(None))
gc.freeze()  # as a build does
before, start, stored = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time(), {}
for pages in compiled.site.kinds:
    if pages.kind.name in ("words", "results"):
        for page in pages.all():
            output = compiled.renderer.page(page)
            if output.stored:
                stored[output.path] = output.data
if stored:
    pagefind.store(stored, Path(sys.argv[2]), Path(sys.argv[2]).parent)
seconds, used = time.process_time() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
print(seconds + used.ru_utime + used.ru_stime, max(memory, used.ru_maxrss / 1024))
"""
"""Prints the seconds and the MiB beyond the survey's own that the search takes: its files, and what Pagefind stores."""

PAGEFIND = """
import resource, subprocess, sys
from pagefind_bin import get_executable
command = [get_executable(), "--site", sys.argv[1], "--output-path", sys.argv[2], "--glob", "papers/*/index.html"]
subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""

EDITED = """
import gc, sys, time
from pathlib import Path
from conspectus.cache import Cache
from conspectus.pipeline import compile
from conspectus.project import Project
def made(compiled):
    planned = [pages for pages in compiled.site.kinds if pages.kind.name in ("words", "results")]
    words = {page.path: compiled.renderer.page(page).data for page in planned[0].all()}
    seconds = time.process_time()
    return words | {page.path: compiled.renderer.page(page).data for page in planned[1].all()}, seconds
gc.disable()  # as a preview does
project = Project(Path(sys.argv[1]))
before = compile(project, Cache(None))
old, _ = made(before)
file = next(project.papers.iterdir())
file.write_text(file.read_text("utf-8").replace('"title": "', '"title": "Sundial ', 1), "utf-8")
compiled = compile(project, Cache(None), previous=before)
start = time.process_time()
new, end = made(compiled)
print(end - start, sum(old.get(path) != data for path, data in new.items()), len(new))
"""
"""Adds a word to a title, and prints the seconds until the words of all papers are there again, and how many of the
files that a search reads differ then, of how many."""

T = TypeVar("T")
Known = Mapping[str, Sequence[str]]


def run(program: str, *folders: Path) -> list[float]:
    """The numbers that a program prints, which reads one folder and may make another."""
    command = [sys.executable, "-c", program, *map(str, folders)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    return [*map(float, done.stdout.split())]


def written(root: Path, site: Path) -> None:
    """Write what of a survey's site a search needs, and the papers' pages for Pagefind to read."""
    compiled = compile(Project(root), Cache(None), ADDRESS)
    kinds = (*KINDS, *(["paper"] if len(compiled.survey.library.papers) <= MOST_PAGES else []))
    outputs = [*Assets(Project(root).templates).outputs()]
    outputs += [compiled.renderer.page(page) for page in compiled.site.pages if page.kind.name in kinds]
    for output in outputs:
        if not output.stored:
            file = site / output.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(output.data)
    if stored := {output.path: output.data for output in outputs if output.stored}:
        pagefind.store(stored, site / "pagefind", site.parent)


def plain(site: Path, folder: Path) -> bool:
    """Copy the pages of papers, for Pagefind to read as it reads any page that says where its text is. Returns whether
    there are any."""
    pages = [*site.glob("papers/*/index.html")]
    for page in pages:
        copy = folder / page.relative_to(site)
        copy.parent.mkdir(parents=True)
        copy.write_text(page.read_text("utf-8").replace("<main", "<main data-pagefind-body", 1), "utf-8")
    if pages:
        (folder / "index.html").write_text("<!doctype html><title>Pagefind</title>", "utf-8")
    return bool(pages)


def row(
    name: str,
    engine: str,
    cost: Sequence[float],
    known: Known,
    found: Sequence[Sequence[str]],
    took: browsing.Asked,
) -> str:
    """A line of the table."""
    there = [(right, ids) for right, ids in zip(known.values(), found, strict=True) if right]
    nowhere = [ids for right, ids in zip(known.values(), found, strict=True) if not right]
    first = sum(ids[:1] != [] and ids[0] in right for right, ids in there)
    five = sum(bool({*right} & {*ids[:5]}) for right, ids in there)
    slow = statistics.quantiles(took.milliseconds, n=20)[-1]
    cells = (
        name,
        engine,
        f"{cost[0]:.2f}",
        f"{cost[1]:.0f}",
        f"{took.first:.0f}",
        f"{statistics.median(took.later):.0f}; {max(took.later):.0f}",
        f"{statistics.median(took.milliseconds):.0f}; {slow:.0f}",
        f"{first} of {len(there)}",
        f"{five} of {len(there)}",
        f"{sum(not ids for ids in nowhere)} of {len(nowhere)}" if nowhere else "",
    )
    return f"| {' | '.join(cells)} |"


HEAD = (
    "| papers | by | index: CPU s | MiB | first query: kB | later: median; most | ms: median; 95 % "
    "| right first | in five | none where none is |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def judge(name: str, root: Path, site: Path, known: Known, typed: Sequence[str]) -> None:
    """Print a survey's two lines: `known` queries have their papers, and those `typed` are timed."""
    answers = asked(site, list(known))
    shown = [
        answer["results"] + answer["partial"] if right else answer["results"]
        for answer, right in zip(answers, known.values(), strict=True)
    ]
    with tempfile.TemporaryDirectory() as folder:
        served = Path(folder)
        (served / "site").symlink_to(site.resolve())
        own = run(OURS, root, served / "stored")
        with browsing.browsing(served) as (page, address):
            took = browsing.in_page(page, f"{address}site/", typed)
        print(row(name, "Conspectus", own, known, shown, took), flush=True)
        if not plain(site, served / "plain"):
            return
        cost = run(PAGEFIND, served / "plain", served / "plain" / "pagefind")
        with browsing.browsing(served) as (page, address):
            theirs = browsing.by_pagefind(page, address, typed)
        with browsing.browsing(served) as (page, address):
            found = browsing.found_by_pagefind(page, address, list(known))
        print(row(name, "Pagefind", cost, known, found, theirs), flush=True)


def some(all: Iterable[T], most: int) -> list[T]:
    """So many of all, the same in every run."""
    values = list(all)
    return random.Random(19).sample(values, min(most, len(values)))  # noqa: S311 - not for secrets


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("papers", nargs="*", type=int, default=[255, 10_000])
    options.add_argument("--judged", nargs="+", type=Path, default=[])
    wanted = options.parse_args()
    known_items.main()
    print(f"\n{HEAD}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        written(ROOT, site)
        known = {
            query: right for kinds in known_items.held() for some in kinds.values() for query, right in some.items()
        }
        judge("255, this repository's", ROOT, site, known, some(known, 3 * PER_KIND))
    edits = []
    for papers in wanted.papers:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            made_up_texts.write(root, papers)
            written(root, root / "site")
            said = some(compile(Project(root), Cache(None)).survey.library.papers, PER_KIND)
            titles = [{"id": paper.id, "title": paper.title.as_text()} for paper in said]
            known = {query: right for queries in made(titles).values() for query, right in queries.items()}
            judge(f"{papers:,}, made up", root, root / "site", known, list(known))
            edits.append((papers, *run(EDITED, root)))
    print("\n| papers | another word in a title: CPU s | files that differ |\n|---:|---:|---:|")
    for papers, seconds, differing, files in edits:
        print(f"| {papers:,} | {seconds:.2f} | {differing:.0f} of {files:.0f} |")
    if wanted.judged:
        import retrieval  # for which a package is needed

        for folder in wanted.judged:
            retrieval.main(folder)


if __name__ == "__main__":
    main()
