"""What changed, for programs: one JSON document, whose keys stay."""

from __future__ import annotations

import json
from dataclasses import asdict

from conspectus.changes.categories import CountedCategory
from conspectus.changes.comparing import Changes, Corrected, ListedPaper, Moved, Renamed
from conspectus.model.survey import Placement


def render(changes: Changes, revision: str, commit: str) -> str:
    """`compared_with`: the revision; then papers, categories and urls, and `counts` of each list.

    A place that a rule gave has the phrase that matched, the field it matched in and the words it met there; other
    places have empty ones. `redirect` is null where the address leads nowhere; `from` and `to` of a category that moved
    are null where it was, or is, at the top.
    """
    papers = {
        "came": [_listed(listed) for listed in changes.added],
        "went": [_listed(listed) for listed in changes.removed],
        "renamed": [_renamed(renamed) for renamed in changes.renamed],
        "moved": [_moved(moved) for moved in changes.moved],
        "corrected": [_corrected(corrected) for corrected in changes.corrected],
    }
    categories = {
        "appeared": [_counted(category) for category in changes.categories_added],
        "vanished": [_counted(category) for category in changes.categories_removed],
        "emptied": [_counted(category) for category in changes.categories_emptied],
        "renamed": [{"facet": renamed.facet, **_renamed(renamed)} for renamed in changes.categories_renamed],
        "retitled": [asdict(retitled) for retitled in changes.categories_retitled],
        "moved": [
            {"facet": moved.facet, "id": moved.id, "from": moved.before or None, "to": moved.after or None}
            for moved in changes.categories_moved
        ],
    }
    document = {
        "compared_with": {"revision": revision, "commit": commit},
        "papers": papers,
        "categories": categories,
        "urls": [
            {
                "url": address.url,
                "kind": address.kind,
                "redirect": address.leads_to or None,
                "lost": address.is_lost,
            }
            for address in changes.addresses
        ],
        "counts": {
            "papers": {name: len(listed) for name, listed in papers.items()},
            "categories": {name: len(listed) for name, listed in categories.items()},
            "urls": {"gone": len(changes.addresses), "lost": len(changes.lost_addresses)},
        },
    }
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def _listed(listed: ListedPaper) -> dict[str, object]:
    return {"id": listed.id, "title": listed.title, "places": [_place(place) for place in listed.places]}


def _renamed(renamed: Renamed) -> dict[str, object]:
    return {"from": renamed.before, "to": renamed.after, "title": renamed.title}


def _moved(moved: Moved) -> dict[str, object]:
    return {
        "id": moved.id,
        "title": moved.title,
        "facet": moved.facet,
        "from": [_place(place) for place in moved.left],
        "to": [_place(place) for place in moved.joined],
        "kept": list(moved.kept),
    }


def _corrected(corrected: Corrected) -> dict[str, object]:
    values = [value._asdict() for value in corrected.values]
    return {"id": corrected.id, "title": corrected.title, "values": values}


def _counted(category: CountedCategory) -> dict[str, object]:
    return {"facet": category.facet, "id": category.id, "title": category.title, "papers": category.papers}


def _place(place: Placement) -> dict[str, object]:
    reason = place.reason
    return {
        "facet": place.facet,
        "category": place.category,
        "by": reason.kind,
        "phrase": reason.phrase,
        "field": reason.where,
        "words": reason.words,
        "reason": str(reason),
        "file": reason.span.file,
        "line": reason.span.line,
        "column": reason.span.column,
    }
