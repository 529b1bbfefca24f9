"""How well the search finds what is known to be there, and says no to what is not: `known_items.py [SITE]`.

Queries are made from the titles of the site's papers, and written by hand in `held/`. Without a site, this
repository's survey is built. Node runs the site's own scripts.
"""

from __future__ import annotations

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


def held() -> list[dict[str, dict[str, list[str]]]]:
    """The queries written by hand to the survey of this repository: for each file, by their kind."""
    return [yaml.safe_load((HELD / f"{name}.yaml").read_text("utf-8")) for name in BY_HAND]


def main(site: Path | None = None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if site is None:
            site = Path(folder) / "site"
            build(Project(ROOT), Cache(None), site)
        papers = json.loads((site / "data" / "papers.json").read_text("utf-8"))["papers"]
        for name, known in made(papers).items():
            judge(name, site, known)
        for name, kinds in zip(BY_HAND, held(), strict=True):
            for kind, known in kinds.items():
                judge(f"{name}, {kind}", site, known)
        library = Path(folder) / "library"
        build(Project(HELD / "library"), Cache(None), library)
        for kind, known in yaml.safe_load((HELD / "library.yaml").read_text("utf-8")).items():
            judge(f"library, {kind}", library, known)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
