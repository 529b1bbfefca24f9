"""What the preview's bar, at the foot of an open page, shows."""

from __future__ import annotations

from conspectus.changes.comparing import Changes
from conspectus.changes.text import categories, papers
from conspectus.diagnostics import Report, text
from conspectus.model.paper import Paper
from conspectus.model.subjects import Subject
from conspectus.model.survey import Survey
from conspectus.preview.history import Compared
from conspectus.preview.overlay import Link
from conspectus.preview.page_sources import page_sources
from conspectus.text.counting import counted


def bar(
    subject: Subject | None, survey: Survey, report: Report, compared: Compared | None, link: Link
) -> dict[str, object]:
    """The bar of a page about a subject, as its script takes it: what the last save changed, mistakes, the page's
    sources. `link` opens a place in the curator's editor; a source that cannot be opened is still named.
    """
    sources = [
        {"what": each.what, "location": f"{each.span.file}:{each.span.line}", "link": link(each.span)}
        for each in page_sources(survey, subject)
    ]
    mistakes = report.without_notes()
    saved = compared is not None and compared.before is not compared.now
    return {
        "moved": moved(compared.changes) if compared and saved else "Changes",
        "mistakes": text.summary(mistakes) if mistakes.diagnostics else "",
        "sources": sources,
        "paper": subject.id if isinstance(subject, Paper) else "",
    }


def moved(changes: Changes) -> str:
    """In a few words, what a save changed: `3 papers moved`, `1 category added, 1 address lost`, `no changes`."""
    lost = len(changes.lost_addresses)
    addresses = f"{counted(lost, 'address')} lost" if lost else ""
    return ", ".join(filter(None, [papers(changes) or categories(changes), addresses])) or "no changes"
