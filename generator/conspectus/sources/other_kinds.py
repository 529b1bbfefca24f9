"""Files in which a second kind of export stands before, between or behind the records that are read.

Two exports pasted into one file are read as the first format that knows the file; what is in another must not be lost
in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.model.paper import Source

KINDS = {
    kind: re.compile(rb"(?m)^(?:\xef\xbb\xbf)?" + pattern)
    for kind, pattern in {
        "BibTeX": rb"@(?i:article|book|in(?:proceedings|collection|book)|misc|\w+thesis|techreport|online)[ \t]*\{",
        "RIS": rb"TY  - [A-Z]{2,8}[ \t]*\r?$",
        "MEDLINE": rb"PMID- \d",
        "Web of Science": rb"PT [A-Z][ \t]*\r?$",
        "EndNote tagged": rb"%0 [A-Z][a-z]+(?: [A-Z][a-z]+)*[ \t]*\r?$",
        "RefWorks tagged": rb"RT [A-Z][a-z]+",
        "JSON": rb"(?:\[\s*)?\{\s*\"[\w-]{1,60}\"\s*:",
        "XML": rb"<(?:\?xml|rdf:RDF|PubmedArticleSet|feed)\b",
    }.items()
}
"""How a record begins, or a file of those that are one piece."""

IN_LISTS = frozenset(("BibTeX", "JSON", "XML"))
"""What a list in Markdown has as examples, or what is read there."""

WHOLE = {b"[": "JSON", b"{": "JSON", b"<": "XML"}
"""What a file is by its first sign."""


def remarks(source: Source, format: str, *, is_list: bool) -> Iterator[str]:
    """What stands in a file beside what was read as `format`. `is_list`: whether that is a list in Markdown."""
    own = format if format in KINDS else WHOLE.get(source.data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1], "")
    for kind, begin in KINDS.items():
        if kind == own or (is_list and kind in IN_LISTS):
            continue
        if first := begin.search(source.data):
            line, count = source.data.count(b"\n", 0, first.start()) + 1, sum(1 for _ in begin.finditer(source.data))
            if kind in WHOLE.values():
                records = f"{kind} begins here and is"
            elif count == 1:
                records = f"a record in {kind} begins here and is"
            else:
                records = f"{count:,} records in {kind} begin here and are"
            yield f"line {line}: {records} not read; save {kind} in a file of its own"
