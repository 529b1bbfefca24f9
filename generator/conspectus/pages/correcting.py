"""Where a reader says what is wrong with a paper's page: the form for an issue on GitHub, filled in."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

from conspectus.exports.entry import one_line
from conspectus.model.paper import Paper
from conspectus.model.settings import Settings
from conspectus.pages.linked_data import base
from conspectus.pages.shelf import paper_url

HOSTS = ("github.com", "www.github.com")
LONGEST = 160
"""How many characters of a title the form is given: addresses of more than 8,000 bytes are not taken."""


def correction(settings: Settings, paper: Paper) -> str:
    """The address of the form; empty where the survey's repository is not known, or not on GitHub.

    The title stands in the issue's title alone: in its body a name with an @ before it would call somebody.
    """
    parts = urlsplit(settings.repository)
    names = parts.path.removesuffix("/").removesuffix(".git").strip("/").split("/")
    if parts.hostname not in HOSTS or len(names) != 2 or not all(names):
        return ""
    lines = [
        f"Page: {base(settings)}{paper_url(paper.id)}",
        *(f"Source: {record.span.file}, line {record.span.line}" for record in paper.records[:5]),
        "",
        "What is wrong, and what would be right?",
        "",
        "",
    ]
    title = one_line(paper.title.as_text())
    short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    said = urlencode({"title": f"Correction: {short}", "body": "\n".join(lines)}, quote_via=quote, errors="replace")
    return f"https://github.com/{'/'.join(map(quote, names))}/issues/new?{said}"
