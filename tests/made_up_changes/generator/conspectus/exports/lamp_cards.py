"""A made-up format to cite in: a card of two lines for each paper."""

from __future__ import annotations

from conspectus.exports.entry import Entry, one_line
from conspectus.exports.format import Layout, Note, Use

NAME = "Lamp cards"
SUFFIX = "lamp"
MEDIA_TYPE = "text/x-lamp"
USES = frozenset({Use.CITE})
LAYOUT = Layout(end="\n\n", key=("key ", "\n"), note=Note(entry="\nfound by {note}"))


def written(entry: Entry) -> str:
    return f"key {entry.key}\n{one_line(entry.title)}"
