"""An entry has the citation key of another work, which an import wrote down and which is gone from the file.

    @article{smith2020,              # until now another title, with another DOI
      title = {Viral Loads of Bumblebee Queens}, doi = {10.1000/virus}, ...

So it happens where another program, such as Zotero, writes a file into `content/papers/`, or you replace one. The entry
is a paper of its own then: pins, notes and a summary of the work that had the key do not become its. It is taken for
another work if its title is unlike, and so is its arXiv id or its DOI, or every author in a file that was imported
where it is. In one that was imported from elsewhere, another title with other authors is a correction by hand.

If the work that had the key is to stay, add its entry again, such as from `git log -p`, and give the other one another
key. Else `conspectus import content/papers/FILE` writes down an id for the new one. If it is the same work and you
corrected all of that, delete `title` from the line of the key in `content/imported/FILE.ids.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.ledger import ids_path
from conspectus.model.survey import Survey

CODE = "P009"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    for paper in survey.library.papers:
        for record in paper.records:
            if record.id and not record.own_name and not record.assigned:
                message = (
                    f"the citation key `{record.id}` was another work's when it was imported,"
                    f" so this is a paper of its own, `{paper.id}`"
                )
                help = (
                    f"run `conspectus import {record.span.file}`, which writes its id down; if it is the same work,"
                    f" delete `title` from the line of the key in {ids_path(record.span.file)}"
                )
                yield Mistake("reused-key", message, record.span, help)
