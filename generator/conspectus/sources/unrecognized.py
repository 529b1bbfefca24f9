"""What a file is told to look like that no format knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conspectus.diagnostics import Mistake, Span
from conspectus.located import CONTROL
from conspectus.model.paper import Source
from conspectus.sources.decoding import head

EXPORT = "export the papers as BibTeX, RIS or CSL-JSON instead"
SPREADSHEET = "save the table as CSV, with the columns' names in the first line"
COLUMNS = (
    "name the columns in the first line, such as title, authors, year and doi, or say under `import_columns` in "
    "survey.yaml what they are"
)

BINARY = (
    (b"%PDF", "a PDF", "export the references of the papers instead, as BibTeX or RIS"),
    (b"SQLite format 3", "a database, such as Zotero's own", EXPORT),
    (b"\xd0\xcf\x11\xe0", "a spreadsheet or document of an older office program", SPREADSHEET),
    (b"\x89PNG", "a picture", EXPORT),
    (b"\xff\xd8\xff", "a picture", EXPORT),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
)
"""Files known by their first bytes: what they are, and what to do."""

TEXTS = (
    (
        r"\A\s*(?:<!doctype html|<html|<head|<body)",
        "a web page",
        "save the page as text (select all, copy, paste), or " + EXPORT,
    ),
    (r"\A\s*<\?xml|\A\s*<[A-Za-z]", "XML, but neither EndNote's nor Zotero's RDF", EXPORT),
    (r"\A\s*[\[{]\s*(?:[\"{\[]|\Z)", "JSON, but from no known source", EXPORT),
    (
        r"(?m)^\s*Cite as:\s*arXiv:",
        "a paper's page at arXiv",
        "import the identifier instead: `conspectus import 2404.14469`",
    ),
    (r"(?m)^PMID: \d+", "a list from PubMed", "save it from PubMed in the format PubMed (.nbib)"),
    (r"(?m)^[ \t]*@\w+[ \t]*[{(]", "text with BibTeX in it", "copy the entries into a file whose name ends in .bib"),
    (
        r"(?m)^\s*(?:\[\d+\]|\d{1,3}\.)\s+\S.*(?:19|20)\d\d",
        "a list of references in plain text",
        "write `- ` before each reference and save the file as Markdown (.md)",
    ),
    (r"(?m)^#{1,6} |^[-*+] \[|^\|.*\|$", "Markdown", EXPORT),
)
"""Text known by how it begins or by a line."""


def mistake(source: Source, known: Sequence[str]) -> Mistake:
    """That the file is in none of the `known` formats, and what it looks like."""
    look, help = _look(source)
    message = f"the format is unknown; this looks like {look}" if look else "the format is unknown"
    return Mistake("unknown-format", message, Span(source.path), f"{help}; known formats: {', '.join(known)}")


def _look(source: Source) -> tuple[str, str]:
    data = source.data
    if not data.strip():
        return "an empty file", "delete it, or add papers"
    if data.startswith(b"PK\x03\x04"):
        office = b"xl/" in data[:4096] or source.path.lower().endswith((".xlsx", ".ods"))
        return ("a spreadsheet", SPREADSHEET) if office else ("a packed file or a document", "unpack it first")
    for start, look, help in BINARY:
        if data.startswith(start):
            return look, help
    text = head(source)
    if len(CONTROL.findall(text)) > len(text) // 50:
        return "binary data", EXPORT
    if source.path.lower().endswith((".csv", ".tsv")):
        return "a table without a column for titles and another one that is known", COLUMNS
    for pattern, look, help in TEXTS:
        if re.search(pattern, text, re.IGNORECASE):
            return look, help
    return "", EXPORT
