"""An export that nobody has, as a module would have it: a keeper's log book."""

from __future__ import annotations

from conspectus.exports import Entry, Layout, Note, Use

NAME = "Log book"
SUFFIX = "log"
MEDIA_TYPE = "text/x-log-book"
USES = frozenset({Use.CITE, Use.READ})
LAYOUT = Layout(
    head="LOG\n",
    end=".\n",
    between="-\n",
    tail="END\n",
    key=("<", ">"),
    note=Note(head="LOG, {note}\n", escapes={"“": "'", "”": "'"}),
)


def written(entry: Entry) -> str:
    """A line."""
    return f"<{entry.key}> {entry.title}"
