"""Papers of a library or a list have addresses that come from their titles, so correcting a title changes the address.

This is so for a file that another program, such as Zotero, writes into `content/papers/`, or that was copied there, for
what such a program adds later, and for a list of papers in Markdown whose ids in `content/imported/` were deleted: the
entries have no arXiv id and no DOI, and nothing is written down of them. If ids were deleted, restore them, such as
with `git restore content/imported`, for papers may have got other addresses without them. Else run `conspectus import
content/papers/FILE`, which writes down the ids that the entries have, and changes nothing in the file. From then on the
addresses stay. Entries of a file that was imported are told here too if the lines of their ids are gone: restore the
lines; else an import of that file gives such an entry its citation key as id, unless another paper has it. If a title
has changed already, `was` in a record of yours keeps the former address.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.paper import Authority, Paper
from conspectus.model.survey import Survey
from conspectus.text.counting import counted

CODE = "P007"
SEVERITY = Severity.NOTE

MARKDOWN = (".md", ".markdown")
"""How files end whose listed papers are edited, unlike those of saved listing pages."""


def find(survey: Survey) -> Iterator[Mistake]:
    found: dict[str, list[Paper]] = defaultdict(list)
    for paper in survey.library.papers:
        if _is_by_title(paper) and (file := paper.span.file).startswith("content/papers/"):
            found[file].append(paper)
    for file, papers in found.items():
        first = min((paper.span for paper in papers), key=lambda span: span.line)
        message = f"the addresses of {counted(len(papers))} come from titles, so correcting a title would change them"
        help = (
            f"run `conspectus import {file}`, which writes down ids, and commit content/imported/;"
            " if a file there was deleted, restore it instead"
        )
        yield Mistake("unstable-address", message, Span(file, first.line), help)


def _is_by_title(paper: Paper) -> bool:
    """Whether nothing but its title gives a paper of an export or a list its id."""
    first = paper.records[0]
    if first.authority is Authority.CURATOR or paper.work.arxiv or paper.work.doi:
        return False
    if first.authority is Authority.LISTING and not first.span.file.lower().endswith(MARKDOWN):
        return False
    return not any(record.assigned for record in paper.records)
