"""What changed, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conspectus.changes.comparing import ChangedAddress, Changes, ListedPaper, Moved
from conspectus.model.survey import Placement
from conspectus.text.counting import counted

NOWHERE = "(nowhere)"


def lines(changes: Changes, revision: str) -> Iterator[str]:
    """Everything that changed since a revision, and a last line that counts it."""
    if not changes:
        yield f"Nothing moved since {revision}."
        return
    yield from sections(changes)
    yield f"Since {revision}: {summary(changes)}"


def sections(changes: Changes) -> Iterator[str]:
    """Everything that changed, each kind under a heading, with an empty line after it."""
    yield from _section("Papers that came", (line for listed in changes.added for line in _listed("+", listed)))
    yield from _section("Papers that went", (line for listed in changes.removed for line in _listed("-", listed)))
    yield from _section("Papers with a new id", (f"  {r.before} → {r.after}: {r.title}" for r in changes.renamed))
    yield from _section("Papers that moved", (line for moved in changes.moved for line in _moved(moved)))
    yield from _section("Categories", _categories(changes))
    yield from _section("Addresses that show something else now", _addresses(changes.addresses))


def summary(changes: Changes) -> str:
    """`2 papers came, 1 moved; 1 category emptied; 3 addresses are lost`, leaving out what is none."""
    counts = [papers(changes), categories(changes), addresses(changes)]
    return "; ".join(filter(None, counts)) or "only addresses of lists, tables and feeds"


def papers(changes: Changes) -> str:
    """`2 papers came, 1 moved`; empty if none did anything."""
    moved = len(dict.fromkeys(moved.id for moved in changes.moved))
    counts = _counted("paper", "papers", came=len(changes.added), went=len(changes.removed), moved=moved)
    if not changes.renamed:
        return counts
    return ", ".join(filter(None, [counts, f"{len(changes.renamed):,} with a new id"]))


def categories(changes: Changes) -> str:
    """`1 category appeared, 2 emptied`; empty if none did anything."""
    return _counted(
        "category",
        "categories",
        appeared=len(changes.categories_added),
        vanished=len(changes.categories_removed),
        emptied=len(changes.categories_emptied),
        renamed=len(changes.categories_renamed),
    )


def addresses(changes: Changes) -> str:
    """`1 address redirected, 2 lost`; empty if there is none a reader may have kept."""
    redirected = sum(bool(address.leads_to) for address in changes.addresses)
    return _counted("address", "addresses", redirected=redirected, lost=len(changes.lost_addresses))


def _counted(one: str, many: str, **counts: int) -> str:
    """`1 paper came, 2 moved`."""
    found = [(verb, count) for verb, count in counts.items() if count]
    noun = one if found and found[0][1] == 1 else many
    return ", ".join(f"{n:,} {noun} {verb}" if nth == 0 else f"{n:,} {verb}" for nth, (verb, n) in enumerate(found))


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
        yield f"        no more in {place.category}, where {_because(place)}"


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
        yield f"  ∅ {category.facet}: {category.id} has no papers any more (had {counted(category.papers)})"
    for renamed in changes.categories_renamed:
        yield f"  {renamed.facet}: {renamed.before} → {renamed.after}"


def _addresses(changed: Iterable[ChangedAddress]) -> Iterator[str]:
    beside = 0
    for address in changed:
        if address.leads_to:
            yield f"  /{address.url} leads to /{address.leads_to}"
        elif address.is_lost:
            yield f"  /{address.url} leads nowhere{how_to_mend(address)}"
        else:
            beside += 1
    if beside:
        yield f"  {beside:,} more belonged to lists: feeds, tables, further pages"


def how_to_mend(address: ChangedAddress) -> str:
    """How to mend a lost address, where `was` can."""
    id = address.url.rstrip("/").rpartition("/")[2]
    if address.kind in ("paper", "category", "query"):
        return f"; write `was: [{id}]` where its readers should go"
    return f"; a `was` with `{id}` is gone" if address.kind == "redirect" else ""
