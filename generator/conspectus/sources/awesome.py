"""Lists of papers in Markdown, such as the README of an “awesome list”: bullets, table rows and citations.

Headings become categories with `conspectus import --taxonomy`. Sections in which the list speaks of itself are left
out, and each line that looks like a paper and was not taken is reported with the reason.
"""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.located import MAX_BYTES
from conspectus.model.paper import Reading, Source
from conspectus.sources.decoding import decode, head

NAME = marked("list of papers in Markdown")

NO_PAPER = "no paper was found in this Markdown file"

HELP = "list papers as bullets or table rows with a title and a link to each; or leave the file out"

BARE = (
    "these look like titles without links: write where each was published behind it, such as `Title (ICLR 2024)`, or "
    "add a link or an identifier; or leave the file out"
)
FEW_BARE = 2
"""More items without a link than these look like a list of titles."""

LONGEST_LINE = 200_000
"""In characters; a longer one is no line that somebody wrote."""

ITEM = re.compile(r"(?m)^[ \t]{0,8}(?:[-*+]|\d{1,4}[.)])\s+\S.*\]\(\s*https?://|^[ \t]*\|.*\]\(\s*https?://.*\|")


def sniff(source: Source) -> bool:
    """By its name, or by several list items or table rows with links."""
    if source.path.lower().endswith((".md", ".markdown", ".mdown", ".mkd")):
        return True
    text = head(source)
    return "\0" not in text and len(ITEM.findall(text)) > 2


def parse(source: Source) -> Reading:
    """A record for each paper; what looked like one and is none, or stands where none does, is dropped."""
    text, remarks = decode(source.data) if len(source.data) <= MAX_BYTES else ("", ())
    if len(source.data) > MAX_BYTES or "\0" in text:
        said = f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB" if not text else "the file is no text"
        mistake = Mistake("unreadable-file", said, Span(source.path), "save it as text in UTF-8, or split it")
        return Reading(source.path, NAME, mistakes=(mistake,))
    long = [n for n, line in enumerate(text.splitlines(), 1) if len(line) > LONGEST_LINE]
    if long:
        message = f"this line has more than {LONGEST_LINE:,} characters"
        mistake = Mistake("broken-listing", message, Span(source.path, long[0]), "break the line, or leave it out")
        return Reading(source.path, NAME, mistakes=(mistake,))
    from conspectus.sources import list_reading  # which surveys without a list need not wait for

    reading = list_reading.read(source, text, NAME)
    reading = replace(reading, remarks=(*remarks, *reading.remarks))
    if reading.records:
        return reading
    bare = [dropped for dropped in reading.dropped if dropped.why == list_reading.UNLINKED]
    help = BARE if len(bare) > FEW_BARE else HELP
    none = Mistake("broken-listing", NO_PAPER, bare[0].span if help == BARE else Span(source.path), help)
    return replace(reading, mistakes=(*reading.mistakes, none))
