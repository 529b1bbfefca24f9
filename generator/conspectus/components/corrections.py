"""Where a reader says what is wrong with a paper: on GitHub, in the form for an issue, filled in, or at its record."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

from conspectus.components.json_ld import base
from conspectus.diagnostics import Span
from conspectus.exports.entry import one_line
from conspectus.language import Language
from conspectus.model.paper import Paper
from conspectus.model.settings import Settings
from conspectus.model.subjects import paper_url

HOSTS = ("github.com", "www.github.com")
LONGEST = 160
"""How many characters of a title the form is given: addresses of more than 8,000 bytes are not taken."""


def correction(settings: Settings, language: Language, paper: Paper) -> str:
    """The address of the form; empty where the survey's repository is not known, or not on GitHub.

    The title stands in the issue's title alone: in its body a name with an @ before it would call somebody.
    """
    repository = _repository(settings)
    if not repository:
        return ""
    lines = [
        f"Page: {base(settings)}{paper_url(paper.id)}",
        *(f"Source: {record.span.file}, line {record.span.line}" for record in paper.records[:5]),
        "",
        language.gettext("What is wrong, and what is correct?"),
        "",
        "",
    ]
    title = one_line(paper.title.as_text())
    short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    heading = language.gettext("Correction: %(title)s", title=short)
    said = urlencode(
        {"title": heading, "body": "\n".join(lines)},
        quote_via=quote,
        errors="replace",
    )
    return f"{repository}/issues/new?{said}"


def line(settings: Settings, span: Span) -> str:
    """The address of a line of the content, in the newest state of the repository; empty if that is not on GitHub."""
    repository = _repository(settings)
    return f"{repository}/blob/HEAD/{quote(span.file)}#L{span.line}" if repository else ""


def _repository(settings: Settings) -> str:
    """The repository's own address; empty if it is not known, or not on GitHub."""
    parts = urlsplit(settings.repository)
    names = parts.path.removesuffix("/").removesuffix(".git").strip("/").split("/")
    known = parts.hostname in HOSTS and len(names) == 2 and all(names)
    return f"https://github.com/{'/'.join(map(quote, names))}" if known else ""
