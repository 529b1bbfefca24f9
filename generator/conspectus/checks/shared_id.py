"""Imports wrote down one id for two works, so they are merged into one paper.

    # content/imported/ada.bib.ids.yaml
    smith2020: {id: smith2020, title: Wax Production in Winter Hives, author: "Smith, Ann"}
    # content/imported/bo.bib.ids.yaml
    smith2020: {id: smith2020, title: Viral Loads of Bumblebee Queens, author: "Smith, Zoe"}

So it happens where two curators import libraries on branches of their own, in each of which the id was free, and the
branches are merged. They are taken for two works if their titles are unlike, and so are their arXiv ids, their DOIs or
all authors.

Write another id into the line of one of them, best the one that was published last: it is a paper of its own then, at
an address of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.ledger import ids_path
from conspectus.model.other_works import Marks, are_others
from conspectus.model.survey import Survey

CODE = "P010"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    for paper in survey.library.papers:
        written = sorted((each for each in paper.records if each.assigned), key=lambda each: each.span)
        marks = {record.span: Marks.of(record.work) for record in written}
        for record in written[1:]:
            others = [each for each in written if each.span.file != record.span.file]
            if others and all(are_others(marks[record.span], marks[each.span]) for each in others):
                message = f"imports wrote down the id `{paper.id}` for this work and for another one, {others[0].span}"
                help = f"write another id for this one into {ids_path(record.span.file)}"
                yield Mistake("shared-id", message, record.span, help)
                break
