"""Changes as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conspectus.changes.comparing import ChangedAddress, Changes, Corrected, ListedPaper, Moved
from conspectus.model.survey import Placement
from conspectus.text.counting import counted

NOWHERE = "(none)"


def lines(changes: Changes, revision: str) -> Iterator[str]:
    """Everything that changed since a revision, and a last line that counts it."""
    if not changes:
        yield f"No changes since {revision}."
        return
    yield from sections(changes)
    yield f"Since {revision}: {summary(changes)}"


def sections(changes: Changes) -> Iterator[str]:
    """Everything that changed, each kind under a heading, with an empty line after it."""
    yield from _section("Papers added", (line for listed in changes.added for line in _listed("+", listed)))
    yield from _section("Papers removed", (line for listed in changes.removed for line in _listed("-", listed)))
    yield from _section("Papers renamed", (f"  {r.before} → {r.after}: {r.title}" for r in changes.renamed))
    yield from _section("Papers moved", (line for moved in changes.moved for line in _moved(moved)))
    yield from _section("Papers corrected", (line for paper in changes.corrected for line in _corrected(paper)))
    yield from _section("Categories", _categories(changes))
    yield from _section("Addresses", _addresses(changes.addresses))


def summary(changes: Changes) -> str:
    """`2 papers added, 1 moved; 1 category emptied; 3 addresses lost`, without what is zero."""
    counts = [papers(changes), categories(changes), addresses(changes)]
    return "; ".join(filter(None, counts)) or "only feeds, tables and further pages of lists"


def papers(changes: Changes) -> str:
    """`2 papers added, 1 moved`; empty if there are no changes."""
    return _counted(
        "paper",
        added=len(changes.added),
        removed=len(changes.removed),
        moved=len({moved.id for moved in changes.moved}),
        renamed=len(changes.renamed),
        corrected=len(changes.corrected),
    )


def categories(changes: Changes) -> str:
    """`1 category added, 2 emptied`; empty if there are no changes."""
    return _counted(
        "category",
        added=len(changes.categories_added),
        removed=len(changes.categories_removed),
        emptied=len(changes.categories_emptied),
        renamed=len(changes.categories_renamed),
        retitled=len(changes.categories_retitled),
        moved=len(changes.categories_moved),
    )


def addresses(changes: Changes) -> str:
    """`1 address redirected, 2 lost`; empty if no address that readers may use has changed."""
    redirected = sum(bool(address.leads_to) for address in changes.addresses)
    return _counted("address", redirected=redirected, lost=len(changes.lost_addresses))


def _counted(noun: str, **counts: int) -> str:
    """`1 paper added, 2 moved`."""
    found = [(verb, count) for verb, count in counts.items() if count]
    return ", ".join(f"{f'{n:,}' if nth else counted(n, noun)} {verb}" for nth, (verb, n) in enumerate(found))


def _section(title: str, body: Iterable[str]) -> Iterator[str]:
    """The lines with a heading before and an empty line after; nothing where there are none."""
    found = list(body)
    if found:
        yield from (title, *found, "")


def _listed(sign: str, listed: ListedPaper) -> Iterator[str]:
    yield f"  {sign} {listed.id}: {listed.title}"
    for place in listed.places:
        yield f"      {place.facet}: {place.category}, {_because(place)}"
    if not listed.places:
        yield f"      {NOWHERE}"


def _moved(moved: Moved) -> Iterator[str]:
    yield f"  {moved.id}: {moved.title}"
    yield f"      {moved.facet}: {_names(moved.before)} → {_names(moved.after)}"
    for place in moved.joined:
        yield f"        now in {place.category}: {_because(place)}"
    for place in moved.left:
        yield f"        no longer in {place.category} (before: {place.reason}, {place.reason.span})"


def _corrected(paper: Corrected) -> Iterator[str]:
    yield f"  {paper.id}: {paper.title}"
    for value in paper.values:
        yield f"      {value.field}: {value.before} → {value.after}"


def _names(categories: Iterable[str]) -> str:
    return ", ".join(categories) or NOWHERE


def _because(place: Placement) -> str:
    return f"{place.reason} ({place.reason.span})"


def _categories(changes: Changes) -> Iterator[str]:
    for category in changes.categories_added:
        yield f"  + {category.facet}: {category.id} ({counted(category.papers)})"
    for category in changes.categories_removed:
        yield f"  - {category.facet}: {category.id} (had {counted(category.papers)})"
    for category in changes.categories_emptied:
        yield f"  ∅ {category.facet}: {category.id} is empty now (had {counted(category.papers)})"
    for renamed in changes.categories_renamed:
        yield f"  {renamed.facet}: {renamed.before} → {renamed.after}"
    for retitled in changes.categories_retitled:
        yield f"  {retitled.facet}: {retitled.id} is called “{retitled.after}”, and was “{retitled.before}”"
    for moved in changes.categories_moved:
        now, was = (f"below {parent}" if parent else "at the top level" for parent in (moved.after, moved.before))
        yield f"  {moved.facet}: {moved.id} is {now}, and was {was}"


def _addresses(changed: Iterable[ChangedAddress]) -> Iterator[str]:
    beside = 0
    for address in changed:
        if address.leads_to:
            yield f"  /{address.url} redirects to /{address.leads_to}"
        elif address.is_lost:
            yield f"  /{address.url} is lost{how_to_fix(address)}"
        else:
            beside += 1
    if beside:
        yield f"  and {counted(beside, 'address')} of feeds, tables and further pages of lists"


def how_to_fix(address: ChangedAddress) -> str:
    """How to fix a lost address, if `was` can."""
    id = address.url.rstrip("/").rpartition("/")[2]
    if address.kind in ("paper", "category", "query"):
        return f"; add `was: [{id}]` to what replaces it"
    return f"; restore `{id}` in the `was` that had it" if address.kind == "redirect" else ""
