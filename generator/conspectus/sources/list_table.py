"""A table's row as an entry of a list: which column has the title, and what the others say."""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.model.work import Link
from conspectus.sources import links, list_columns, list_title, list_words
from conspectus.sources.list_block import Block
from conspectus.sources.list_fields import Fields
from conspectus.sources.list_found import Found
from conspectus.sources.list_text import Entry, entry, joined


def is_heading(row: Block) -> bool:
    """Whether a row heads the ones below it: one cell with words, and no link."""
    filled = [cell for cell in row.cells if any(run.text.strip() for run in cell)]
    return (
        len(filled) == 1
        and filled[0] is row.cells[0]
        and len(row.header) != 1
        and not any(run.href or run.image for run in filled[0])
    )


def read(row: Block) -> tuple[Entry, Found | None, Fields]:
    """The entry of a row, its title, and what the columns say whose names tell what they hold."""
    roles = [list_columns.role(name) for name in row.header] + [""] * len(row.cells)
    entries = [entry(cell) for cell in row.cells]
    fields = Fields()
    at = _title_column(entries, roles)
    for number, cell in enumerate(entries):
        if number != at:
            list_columns.take(roles[number].replace("title", ""), cell, fields)
    if at is None:
        return joined(entries), None, fields
    main = entries[at]
    found = list_title.find(main)
    others = [(cell, role) for number, (cell, role) in enumerate(zip(entries, roles, strict=False)) if number != at]
    beside = [link for cell, role in others for link in (*cell.labelled, *(_links(cell) if role != "authors" else ()))]
    badges = tuple(badge for cell, _ in others for badge in cell.badges)
    return replace(main.with_links(beside), badges=main.badges + badges), found, fields


def tells_papers(row: Block) -> bool:
    """Whether the heading above a row has a column for titles, so that rows without a link are papers too."""
    return "title" in map(list_columns.role, row.header)


def is_like_a_paper(row: Block) -> bool:
    """Whether the heading has another column that only papers have."""
    return not {"authors", "venue"}.isdisjoint(map(list_columns.role, row.header))


def _title_column(entries: list[Entry], roles: list[str]) -> int | None:
    """The column with the title: the one called so if it has words, else the one whose link or text is the longest."""
    named = [n for n, cell in enumerate(entries) if roles[n] == "title" and _words(cell)]
    if named:
        return max(named, key=lambda n: len(_words(entries[n])[:200]))
    free = [
        n for n, cell in enumerate(entries) if roles[n] in ("", "method") and _words(cell) and not _is_publication(cell)
    ]
    linked = [n for n in free if any(span.href for span in entries[n].spans)]
    choice = linked or [n for n in free if roles[n] == "method" or len(_words(entries[n]).split()) > 2]
    return max(choice, key=lambda n: (len(_linked(entries[n])), len(_words(entries[n])) < 300, -n), default=None)


def _is_publication(cell: Entry) -> bool:
    """Whether a cell says only where or when something was published."""
    named = list_words.venue(_words(cell))
    if any(span.href for span in cell.spans):
        return False
    return bool(list_words.date(_words(cell)) or (named and named[1]))


def _words(cell: Entry) -> str:
    return re.sub(r"[\s\ue000\[\]()|*_:,-]+", " ", cell.text).strip()


def _linked(cell: Entry) -> str:
    return max((cell.text[span.start : span.end] for span in cell.spans if span.href), key=len, default="")


def _links(cell: Entry) -> list[Link]:
    """The links of a cell beside the title: the text of such a link is the name of what it leads to."""
    return [link for span in cell.spans if span.href and (link := links.link(span.href))]
