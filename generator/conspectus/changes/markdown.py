"""Changes as Markdown for a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conspectus.changes.categories import CountedCategory
from conspectus.changes.comparing import ChangedAddress, Changes, Corrected, ListedPaper, Moved
from conspectus.changes.text import how_to_fix, summary
from conspectus.diagnostics.excerpt import visible
from conspectus.model.survey import Placement
from conspectus.text.counting import counted

MOST = 40
"""How many items a list has at most: the length of a comment is limited, and so is a reader's patience."""

UNFOLDED = 10
"""Longer lists are collapsed."""

SPECIAL = re.compile(r"[\\`*_{}\[\]()<>|~&$!]|#(?=\w)|(?<=:)/|(?<=www)\.", re.IGNORECASE)
"""What begins markup, an entity, math or a link; a backslash takes its meaning away."""

MENTION = re.compile(r"@(?=\w)|(?<=\bGH)-(?=\d)|(?<=\\#)(?=\w)", re.IGNORECASE)
"""Where a name or a number would become a link, and a message to somebody: a space without width keeps them plain."""


def escaped(text: str) -> str:
    """Text that others wrote, as text and nothing else: no markup, links, mentions or references."""
    line = " ".join(visible(text).split())
    return MENTION.sub(lambda found: f"{found[0]}&#8203;", SPECIAL.sub(r"\\\g<0>", line))


def code(text: str) -> str:
    """An id or a place in a file. Backquotes cannot be escaped there, and stand in neither."""
    return f"`{visible(text).replace('`', '')}`"


def render(changes: Changes, revision: str) -> str:
    """A heading, a line that counts, and a list for everything that changed."""
    title = "### What this changes"
    if not changes:
        return f"{title}\n\nNo changes since {escaped(revision)}.\n"
    parts = [
        f"{title}\n\nSince {escaped(revision)}: {summary(changes)}.",
        *_list("Papers moved", map(_moved, changes.moved)),
        *_list("Papers added", map(_listed, changes.added)),
        *_list("Papers removed", map(_listed, changes.removed)),
        *_list("Papers renamed", (_arrow(r.before, r.after) + f": {escaped(r.title)}" for r in changes.renamed)),
        *_list("Papers corrected", map(_corrected, changes.corrected)),
        *_list("Categories", _categories(changes)),
        *_list("Addresses", _addresses(changes.addresses)),
    ]
    return "\n\n".join(parts) + "\n"


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    """The items as a list with a title; nothing where there are none. A long list is folded, and cut."""
    found = list(items)
    if not found:
        return
    shown = [f"- {item}" for item in found[:MOST]]
    if len(found) > MOST:
        shown.append(f"- and {len(found) - MOST:,} more; see `conspectus diff`")
    body = "\n".join(shown)
    if len(found) > UNFOLDED:
        yield f"<details><summary>{title} ({len(found):,})</summary>\n\n{body}\n\n</details>"
    else:
        yield f"**{title}**\n\n{body}"


def _moved(moved: Moved) -> str:
    head = f"{code(moved.id)} {escaped(moved.title)}: {moved.facet}: {_names(moved.before)} → {_names(moved.after)}"
    because = [f"  - now in {_place(place)}" for place in moved.joined]
    return "\n".join([head, *(because or [f"  - no longer in {_place(place)}" for place in moved.left])])


def _listed(listed: ListedPaper) -> str:
    places = (f"  - {place.facet}: {_place(place)}" for place in listed.places)
    return "\n".join([f"{code(listed.id)} {escaped(listed.title)}", *places])


def _corrected(paper: Corrected) -> str:
    values = (f"  - {value.field}: {escaped(value.before)} → {escaped(value.after)}" for value in paper.values)
    return "\n".join([f"{code(paper.id)} {escaped(paper.title)}", *values])


def _names(categories: Iterable[str]) -> str:
    return ", ".join(map(code, categories)) or "none"


def _place(place: Placement) -> str:
    return f"{code(place.category)}: {escaped(str(place.reason))}, {code(str(place.reason.span))}"


def _arrow(before: str, after: str) -> str:
    return f"{code(before)} → {code(after)}"


def _categories(changes: Changes) -> Iterator[str]:
    for category in changes.categories_added:
        yield f"added to {_category(category)}, {counted(category.papers)}"
    for category in changes.categories_removed:
        yield f"removed from {_category(category)}, which had {counted(category.papers)}"
    for category in changes.categories_emptied:
        yield f"empty now in {_category(category)}, which had {counted(category.papers)}"
    for renamed in changes.categories_renamed:
        yield f"renamed in {renamed.facet}: {_arrow(renamed.before, renamed.after)}"
    for retitled in changes.categories_retitled:
        titles = f"“{escaped(retitled.before)}” → “{escaped(retitled.after)}”"
        yield f"retitled in {retitled.facet}: {code(retitled.id)} {titles}"
    for moved in changes.categories_moved:
        was, now = (code(parent) if parent else "the top level" for parent in (moved.before, moved.after))
        yield f"moved in {moved.facet}: {code(moved.id)} from {was} to {now}"


def _category(category: CountedCategory) -> str:
    return f"{category.facet}: {code(category.id)} {escaped(category.title)}"


def _addresses(changed: Iterable[ChangedAddress]) -> Iterator[str]:
    for address in changed:
        if address.leads_to:
            yield f"{code(f'/{address.url}')} redirects to {code(f'/{address.leads_to}')}"
        elif address.is_lost:
            yield f"⚠️ {code(f'/{address.url}')} is lost{how_to_fix(address)}"
