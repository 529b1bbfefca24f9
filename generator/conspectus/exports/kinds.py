"""What kind of work a paper is, in CSL's words, and when it was published, as its sources or only its venue say."""

from __future__ import annotations

import re

from conspectus.model.identifiers import names_arxiv
from conspectus.model.when import Date
from conspectus.model.work import Work

PREPRINT, JOURNAL, CONFERENCE, UNKNOWN = "article", "article-journal", "paper-conference", "document"

MEETING = re.compile(
    r"""(?ix) \b (?: proceedings | conference | workshop | symposium | findings | annual\ meeting ) \b
    | ^ [a-z] [\w&*+-]{1,12} \s* (?: (?:19|20)\d\d | ['’]\d\d ) \b"""
)
"""A venue that is a meeting by its words, or by its form: `NeurIPS 2024`, `ICML'23`."""

PERIODICAL = re.compile(r"(?i)\b(?:journal|transactions|letters|magazine|review|annals|quarterly|bulletin)\b")

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def venue_of(work: Work) -> str:
    """The journal, conference or book a paper appeared in; arXiv is none. Empty if it is not known."""
    return work.venue if work.venue and not names_arxiv(work.venue) else ""


def kind_of(work: Work) -> str:
    """One of CSL's types: what a source said, else what venue, volume and arXiv id tell, else `document`."""
    venue = venue_of(work)
    if work.kind and not (work.kind == PREPRINT and venue):
        return work.kind  # who calls a paper a preprint did not know the venue that another source gives
    if work.volume or work.issue or PERIODICAL.search(venue):
        return JOURNAL
    if MEETING.search(venue):
        return CONFERENCE
    return work.kind or (PREPRINT if work.arxiv and not venue else UNKNOWN)


def issued(work: Work) -> Date | None:
    """When a work was published, as citations say it: in the year that its venue names, if it is on arXiv too, because
    its date is then the preprint's."""
    years = set(YEAR.findall(venue_of(work))) if work.arxiv and work.date else set()
    return Date(int(years.pop())) if len(years) == 1 and str(work.year) not in years else work.date
