"""What kind of work a paper is, in CSL's words, where its sources say, and where only its venue tells."""

from __future__ import annotations

import re

from conspectus.model.paper import Work

PREPRINT, JOURNAL, CONFERENCE, UNKNOWN = "article", "article-journal", "paper-conference", "document"

MEETING = re.compile(
    r"""(?ix) \b (?: proceedings | conference | workshop | symposium | findings | annual\ meeting ) \b
    | ^ [a-z] [\w&*+-]{1,12} \s* (?: (?:19|20)\d\d | ['’]\d\d ) \b"""
)
"""A venue that is a meeting by its words, or by its form: `NeurIPS 2024`, `ICML'23`."""

PERIODICAL = re.compile(r"(?i)\b(?:journal|transactions|letters|magazine|review|annals|quarterly|bulletin)\b")


def kind_of(work: Work) -> str:
    """One of CSL's types: what a source said, else what venue, volume and arXiv id tell, else `document`."""
    if work.kind and not (work.kind == PREPRINT and work.venue):
        return work.kind  # who calls a paper a preprint did not know the venue that another source gives
    if work.volume or work.issue or PERIODICAL.search(work.venue or ""):
        return JOURNAL
    if MEETING.search(work.venue or ""):
        return CONFERENCE
    return work.kind or (PREPRINT if work.arxiv and not work.venue else UNKNOWN)
