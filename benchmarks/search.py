"""How well the search finds what is known to be there, and says no to what is not: `search.py [SITE]`.

Queries are made from the titles of the site's papers, and written by hand in `held/`. Without a site, this
repository's survey is built. Node runs the site's own scripts.
"""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

ROOT = Path(__file__).resolve().parents[1]
HELD = ROOT / "benchmarks" / "held"
BY_HAND = ("queries", "blind", "fresh", "stranger")
"""The files of queries for the survey of this repository."""

SCRIPTS = """
folding likeness stems query ranking stored survey word-index filter-index search-index places excerpts highlight
language dom
"""
FIRST_RESULTS = 20


def misspelt(title: str, chance: random.Random) -> str:
    """The three longest words of a title, two letters of the first swapped."""
    first, *others = sorted((word for word in title.split() if word.isalpha()), key=len, reverse=True)[:3] or [title]
    at = chance.randrange(1, max(2, len(first) - 2))
    return " ".join([first[:at] + first[at : at + 2][::-1] + first[at + 2 :], *others])


def made(papers: list[dict[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """Queries by their kind, each with the paper it should find first."""
    chance = random.Random(19)  # noqa: S311 - the same queries in every run
    long = [paper for paper in papers if len(paper["title"].split()) > 4]
    return {
        "exact titles": {paper["title"]: [paper["id"]] for paper in papers},
        "titles in plain letters": {paper["title"].lower().replace("-", " "): [paper["id"]] for paper in papers},
        "three longest words, one misspelt": {misspelt(paper["title"], chance): [paper["id"]] for paper in long},
    }


def asked(site: Path, queries: list[str]) -> list[dict[str, Any]]:
    """What the site's search shows for queries."""
    command = ["node", str(ROOT / "benchmarks" / "search.mjs"), str(site)]
    done = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def judge(name: str, site: Path, known: Mapping[str, list[str]]) -> None:
    """Print how many of some queries find one of their papers first, and among the first five, or none where there is
    none; and those that do not find theirs first."""
    missed, five = [], 0
    for (query, right), answer in zip(known.items(), asked(site, list(known)), strict=True):
        shown = answer["results"] + answer["partial"]
        if right:
            five += bool({*right} & {*shown[:5]})
            missed += [] if shown and shown[0] in right else [query]
        else:
            five += not answer["results"]
            missed += [query] if answer["results"] else []
    first = len(known) - len(missed)
    print(f"{name}: {len(known)}, first {first / len(known):.1%}, in five {five / len(known):.1%}", *missed, sep="\n  ")


def judge_held(name: str, site: Path) -> None:
    """Judge each kind of the queries of a file written by hand."""
    for kind, known in yaml.safe_load((HELD / f"{name}.yaml").read_text("utf-8")).items():
        judge(f"{name}, {kind}", site, known)


def weigh(site: Path) -> None:
    """Print what a first query loads, gzipped."""

    def size(files: list[Path]) -> int:
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)

    data = [
        *(site / "data" / f"{name}.json" for name in ("search", "finder")),
        *(site / "data" / "words").iterdir(),
        site / "data" / "values" / "0.json",
    ]
    scripts = [file for name in SCRIPTS.split() for file in (site / "assets").glob(f"{name}.*.js")]
    shown = sorted((site / "pagefind" / "fragment").iterdir())[:FIRST_RESULTS]
    names = size([site / "pagefind" / "stored.json"])
    total = size(data) + size(scripts) + names + sum(file.stat().st_size for file in shown)
    parts = f"words and names {size(data) / 1000:.0f}, scripts {size(scripts) / 1000:.0f}"
    print(f"a first query: {total / 1000:.0f} kB, of it {parts}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(sys.argv[1]) if sys.argv[1:] else Path(folder) / "site"
        if not sys.argv[1:]:
            build(Project(ROOT), Cache(None), site)
        papers = json.loads((site / "data" / "papers.json").read_text("utf-8"))["papers"]
        for name, known in made(papers).items():
            judge(name, site, known)
        for name in BY_HAND:
            judge_held(name, site)
        weigh(site)
        library = Path(folder) / "library"
        build(Project(HELD / "library"), Cache(None), library)
        judge_held("library", library)


if __name__ == "__main__":
    main()
