"""What a file is told to look like that no format knows."""

from __future__ import annotations

import re

from conspectus.diagnostics import Mistake, Span
from conspectus.located import CONTROL
from conspectus.model.paper import Source
from conspectus.sources.decoding import head

EXPORT = "export the papers as BibTeX, RIS or CSL-JSON instead"
SPREADSHEET = "save the table as CSV, with the columns' names in the first line"
MARKDOWN = "convert it to Markdown, for example with `pandoc -f {} -t gfm FILE -o papers.md`, and import that"
COLUMNS = (
    "name the columns in the first line, such as title, authors, year and doi, or say under `import_columns` in "
    "survey.yaml what they are"
)

REFERENCES = (
    "a list of references in plain text",
    "write `- ` before each reference and save the file as Markdown (.md)",
)
PAGE = "a web page"
TITLE = re.compile(r"(?is)<title[^>]*>\s*([^<]{1,200}?)\s*</title>")

BINARY = (
    (b"%PDF", "a PDF", "export the references of the papers instead, as BibTeX or RIS"),
    (b"SQLite format 3", "a database, such as Zotero's own", EXPORT),
    (b"\xd0\xcf\x11\xe0", "a spreadsheet or document of an older office program", SPREADSHEET),
    (b"\x89PNG", "a picture", EXPORT),
    (b"\xff\xd8\xff", "a picture", EXPORT),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"PK\x03\x04", "a packed file", "unpack it first"),
    (b"{\\rtf", "a document of a word processor (RTF)", "save it as plain text, or " + EXPORT),
    (b"version https://git-lfs.github.com/", "what Git LFS leaves in place of a file", "run `git lfs pull`"),
    (b"\0\0\0\0", "a file whose content was lost", "export or download it again"),
)
"""Files known by their first bytes: what they are, and what to do."""

PACKED = (
    (b"xl/", (".xlsx", ".ods"), "a spreadsheet", SPREADSHEET),
    (b"word/", (".docx", ".odt"), "a document of a word processor", "save it as plain text, or " + EXPORT),
)
"""Documents that are packed, known by the name of a part or their own: what they are, and what to do."""

ERROR = re.compile(rb"\s*\{\s*\"(?:error|errors|message|detail)\"\s*:")
"""How a service's answer begins that says why there is none."""

TEXTS = (
    (r"\A\s*(?:\{\s*\}|\[\s*\])\s*\Z", "an empty list in JSON", "delete it, or export again with papers in it"),
    (r"\A(?:\s*<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)*<(?:rss|feed)\b", "a feed, but not arXiv's", EXPORT),
    (
        r"\A\s*(?:<!doctype html|<html|<head|<body)",
        PAGE,
        "save the page as text (select all, copy, paste), or " + EXPORT,
    ),
    (r"\A[^\0]{0,3000}?http://purl\.org/ontology/bibo/", "Bibliontology RDF", "export as Zotero RDF instead"),
    (r"\A\s*<\?xml|\A\s*<[A-Za-z]", "XML, but from no known source", EXPORT),
    (r"\A\s*[\[{]\s*(?:[\"{\[]|\Z)", "JSON, but from no known source", EXPORT),
    (
        r"(?m)^\s*Cite as:\s*arXiv:",
        "a paper's page at arXiv",
        "import the identifier instead: `conspectus import 2404.14469`",
    ),
    (r"(?m)^PMID: \d+", "a list from PubMed", "save it from PubMed in the format PubMed (.nbib)"),
    (r"(?m)^[ \t]*@\w+[ \t]*[{(]", "text with BibTeX in it", "copy the entries into a file whose name ends in .bib"),
    (r"(?m)^\s*(?:\[\d+\]|\d{1,3}\.)\s+\S.*(?:19|20)\d\d", *REFERENCES),
    (
        r"(?m)^\s*\\(?:documentclass|begin|bibitem)\b",
        "LaTeX",
        "import the .bib file that it names, or write `- ` before each reference and save it as Markdown (.md)",
    ),
    (r"(?m)^cff-version:", "a CITATION.cff", "write title, authors and date into a record in content/papers/"),
    (r"(?m)^\S.{5,200}\((?:19|20)\d\d[a-z]?\)\.\s", *REFERENCES),
    (r"(?mi)^#\+(?:title|author|options):|^[-*+] \[\[https?://", "Org", MARKDOWN.format("org")),
    (r"(?m)^[*-] +`[^`<\n]{1,300}<https?://|^\.\. _?\w|^\S.*\n={3,}$", "reStructuredText", MARKDOWN.format("rst")),
    (r"(?m)^={1,5} \S.*$|^\*+ https?://\S+\[", "AsciiDoc", "convert it to Markdown and save it as .md"),
    (r"(?m)^#{1,6} |^[-*+] \[|^\|.*\|$", "Markdown", EXPORT),
)
"""Text known by how it begins or by a line."""


def mistake(source: Source) -> Mistake:
    """That the file is in no format that is read, and what it looks like."""
    look, help = _look(source)
    message = f"the format is unknown; this looks like {look}" if look else "the format is unknown"
    help = f"{help}; the formats are in the manual: reference, formats"
    return Mistake("unknown-format", message, Span(source.path), help)


def is_foreign(source: Source) -> bool:
    """Whether a file begins like one of another kind, whatever it is called."""
    return source.data.startswith(tuple(start for start, _, _ in BINARY)) or bool(ERROR.match(source.data))


def _look(source: Source) -> tuple[str, str]:
    data = source.data
    if not data.strip():
        return "an empty file", "delete it, or add papers"
    for part, endings, look, help in PACKED if data.startswith(b"PK\x03\x04") else ():
        if part in data[:4096] or source.path.lower().endswith(endings):
            return look, help
    if ERROR.match(data):
        return "the error message of a service", "download the file again, later or with the access that it asks for"
    for start, look, help in BINARY:
        if data.startswith(start):
            return look, help
    return _text_looks(source, head(source))


def _text_looks(source: Source, text: str) -> tuple[str, str]:
    if len(CONTROL.findall(text)) > len(text) // 50:
        return "binary data", EXPORT
    if source.path.lower().endswith((".csv", ".tsv")):
        return "a table without a column for titles and another one that is known", COLUMNS
    for pattern, look, help in TEXTS:
        if re.search(pattern, text, re.IGNORECASE):
            page = TITLE.search(text) if look == PAGE else None
            return f"{look}, “{' '.join(page[1].split())}”" if page else look, help
    return "", EXPORT
