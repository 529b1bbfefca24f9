"""What the preview's bar, at the foot of an open page, has to say."""

from __future__ import annotations

from conspectus.changes.comparing import Changes
from conspectus.changes.text import categories, papers
from conspectus.diagnostics import Report, text
from conspectus.model.survey import Survey
from conspectus.preview.behind import behind, paper_at
from conspectus.preview.history import Compared
from conspectus.preview.overlay import Link, grave


def bar(path: str, survey: Survey, report: Report, compared: Compared | None, link: Link) -> dict[str, object]:
    """The bar of the page at a path, as its script takes it: what the last save did, mistakes, and the page's sources.

    `link` opens a place in the curator's editor; a source that cannot be opened is still named.
    """
    sources = [
        {"what": each.what, "place": f"{each.span.file}:{each.span.line}", "link": link(each.span)}
        for each in behind(survey, path)
    ]
    saved = compared is not None and compared.before is not compared.now
    return {
        "moved": moved(compared.changes) if compared and saved else "Changes",
        "mistakes": text.summary(grave(report)) if grave(report).diagnostics else "",
        "sources": sources,
        "paper": paper_at(survey, path),
    }


def moved(changes: Changes) -> str:
    """In a few words, what a save did: `3 papers moved`, `1 category appeared, 1 address lost`, `nothing moved`."""
    lost = len(changes.lost)
    addresses = f"{lost:,} address{'' if lost == 1 else 'es'} lost" if lost else ""
    return ", ".join(filter(None, [papers(changes) or categories(changes), addresses])) or "nothing moved"
