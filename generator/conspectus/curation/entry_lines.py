"""Writing down the ids of imported entries: a line for each, behind all that is there."""

from __future__ import annotations

from collections.abc import Mapping

from conspectus.model.ledger import Entry
from conspectus.yaml_edit import styles

HEADING = """\
# The id of each entry of {file}, which is the address of its paper, and the day it was added.
# `conspectus import` adds lines and changes none: an entry keeps its id whatever is corrected in it.

"""


def with_lines(text: str, file: str, new: Mapping[str, Entry]) -> str:
    """The text of the file with a line for each of these entries; `file`: the file of papers that they are in."""
    lines = "".join(f"{styles.inline(name)}: {_flow(entry)}\n" for name, entry in new.items())
    if not text.strip():
        return HEADING.format(file=file) + lines
    return (text if text.endswith("\n") else f"{text}\n") + lines


def _flow(entry: Entry) -> str:
    values = {"id": entry.id, "added": entry.added and str(entry.added), "arxiv": entry.arxiv, "doi": entry.doi}
    values |= {"title": entry.title, "author": entry.author, "date": entry.date and str(entry.date)}
    written = (
        f"{key}: {value if key in ('added', 'date') else styles.inline(value)}"
        for key, value in values.items()
        if value
    )
    return f"{{{', '.join(written)}}}"
