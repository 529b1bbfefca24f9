"""The search beside Pagefind with its defaults, on the same papers: `search_sizes.py [N …]`, as a table in Markdown.

This repository's survey with the queries of `held/`, and made-up ones of N papers (255 and 10,000 unless said) with
queries from their titles. Chromium is needed. Memory and seconds are those of processes that do nothing else.
"""

from __future__ import annotations

import json
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
import made_up
import yaml
from search import BY_HAND, HELD, ROOT, asked, made

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

ADDRESS = "https://survey.example/site/"
"""Under which path the sites are served."""

PER_KIND = 16
"""From how many papers' titles queries of each of three kinds are made, and a third of those that are timed."""

OURS = """
import resource, sys, time
from pathlib import Path
from conspectus.cache import Cache
from conspectus.components import word_index
from conspectus.pages import plan
from conspectus.pipeline import compile
from conspectus.project import Project
from conspectus.publish import pagefind
compiled = compile(Project(Path(sys.argv[1])), Cache(None))
before, start, stored = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time(), {}
for pages in compiled.site.kinds:
    if pages.kind.name in ("words", "results"):
        for page in pages.all():
            output = compiled.renderer.page(page)
            if output.stored:
                stored[output.path] = output.data
if stored:
    pagefind.store(stored, Path(sys.argv[2]))
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

T = TypeVar("T")
Known = Mapping[str, Sequence[str]]


def run(program: str, folder: Path, out: Path) -> tuple[float, float]:
    """Seconds and MiB that a program prints, which reads one folder and makes another."""
    command = [sys.executable, "-c", program, str(folder), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def plain(site: Path, folder: Path) -> None:
    """Copy the pages of papers, for Pagefind to read as it reads any page that says where its text is."""
    for page in site.glob("papers/*/index.html"):
        copy = folder / page.relative_to(site)
        copy.parent.mkdir(parents=True)
        copy.write_text(page.read_text("utf-8").replace("<main", "<main data-pagefind-body", 1), "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>Pagefind</title>", "utf-8")


def row(
    name: str,
    engine: str,
    cost: tuple[float, float],
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
    ours = [answer["results"] for answer in answers]
    shown = [
        answer["results"] + answer["partial"] if right else hits
        for answer, hits, right in zip(answers, ours, known.values(), strict=True)
    ]
    with tempfile.TemporaryDirectory() as folder:
        served = Path(folder)
        (served / "site").symlink_to(site.resolve())
        plain(site, served / "plain")
        cost = run(PAGEFIND, served / "plain", served / "plain" / "pagefind")
        own = run(OURS, root, served / "stored")
        with browsing.browsing(served) as (page, address):
            took = browsing.in_page(page, f"{address}site/", typed)
        with browsing.browsing(served) as (page, address):
            theirs = browsing.by_pagefind(page, address, typed)
        with browsing.browsing(served) as (page, address):
            found = browsing.found_by_pagefind(page, address, list(known))
    print(row(name, "Conspectus", own, known, shown, took), flush=True)
    print(row(name, "Pagefind", cost, known, found, theirs), flush=True)


def some(all: Iterable[T], most: int) -> list[T]:
    """So many of all, the same in every run."""
    values = list(all)
    return random.Random(19).sample(values, min(most, len(values)))  # noqa: S311 - not for secrets


def main() -> None:
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(Project(ROOT), Cache(None), site, ADDRESS)
        held = [yaml.safe_load((HELD / f"{name}.yaml").read_text("utf-8")) for name in BY_HAND]
        known = {query: right for kinds in held for queries in kinds.values() for query, right in queries.items()}
        judge("255, this repository's", ROOT, site, known, some(known, 3 * PER_KIND))
    for papers in map(int, sys.argv[1:] or ("255", "10000")):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            made_up.write(root, papers)
            build(Project(root), Cache(None), root / "site", ADDRESS)
            said = json.loads((root / "site" / "data" / "papers.json").read_text("utf-8"))["papers"]
            known = {
                query: right for queries in made(some(said, PER_KIND)).values() for query, right in queries.items()
            }
            judge(f"{papers:,}, made up", root, root / "site", known, list(known))


if __name__ == "__main__":
    main()
