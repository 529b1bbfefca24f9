"""How well the rules place papers by themselves, against sixty papers labelled by hand.

Pins, exceptions and the records' own `place` are set aside. A pair is a paper and a category; a parent counts as right
where a category below it is labelled, so that a rule that knows the branch and not the leaf gets half of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml

from conspectus import library, sources, taxonomy
from conspectus.cache import Cache
from conspectus.model.paper import Library
from conspectus.model.taxonomy import Category, Facet, Taxonomy
from conspectus.project import Project

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "benchmarks" / "held" / "labels.yaml"


def alone(category: Category) -> Category:
    """The category with its rule and nothing that the curator decided."""
    return replace(category, papers=(), excepted=(), children=tuple(map(alone, category.children)))


def undecided(books: Library) -> Library:
    """The papers without the places their records give."""
    papers = tuple(replace(paper, work=replace(paper.work, place=())) for paper in books.papers)
    return replace(books, papers=papers)


def with_ancestors(facet: Facet, ids: Iterable[str]) -> set[str]:
    """Categories and all above them."""
    above = {category.id: {ancestor.id for ancestor in ancestors} for category, ancestors in facet.walk()}
    unknown = set(ids) - set(above)
    if unknown:
        raise SystemExit(
            f"{LABELS.name} names categories of {facet.id} that are not there: {', '.join(sorted(unknown))}"
        )
    return set(ids) | {ancestor for id in ids for ancestor in above[id]}


def main(root: Path) -> None:
    """Print a row for each facet."""
    project = Project(root)
    books = undecided(
        library.merge([sources.parse(source, Cache(None)) for source in project.sources("papers")]).library
    )
    facets = taxonomy.load(project.sources("taxonomy", ".yaml"))
    rules = Taxonomy(tuple(replace(facet, categories=tuple(map(alone, facet.categories))) for facet in facets.facets))
    placements = taxonomy.place(books, rules).placing.placements
    labels = yaml.safe_load(LABELS.read_text("utf-8"))
    print(f"{'facet':<14} {'labelled':>9} {'placed':>7} {'right':>6} {'precision':>10} {'recall':>7}")
    for facet in rules.facets:
        labelled = placed = right = 0
        for paper, given in labels.items():
            wanted = with_ancestors(facet, given.get(facet.id, []))
            found = with_ancestors(facet, [p.category for p in placements.get(paper, ()) if p.facet == facet.id])
            labelled, placed, right = labelled + len(wanted), placed + len(found), right + len(wanted & found)
        precision, recall = right / max(placed, 1), right / max(labelled, 1)
        print(f"{facet.id:<14} {labelled:>9} {placed:>7} {right:>6} {precision:>10.2f} {recall:>7.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
