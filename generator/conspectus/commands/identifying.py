"""Identifiers on the command line, where files are expected: `conspectus import 2310.11511 10.1145/…`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:
    from conspectus.model.paper import Reading, Source
    from conspectus.project import Project

NAME = "identifiers.txt"
"""The file in content/papers/ that identifiers are written into."""

EXPORTED = (
    *(".bib", ".bibtex", ".biblatex", ".ris", ".nbib", ".enw", ".ciw"),
    *(".json", ".jsonl", ".csv", ".tsv", ".xml", ".rdf", ".txt", ".yaml", ".yml", ".md"),
)
"""What the names of files of papers end in, which those of papers' own pages do not."""


class FileOrIdentifier(click.Path):
    """A file that exists, as a path; else an arXiv id, a DOI or an address, as a text."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from conspectus import sources

        if Path(value).exists():
            return super().convert(value, param, ctx)
        work = sources.identifier_list.identified(str(value))
        if work is None:
            self.fail(f"{value!r} is not a file, and not an arXiv id, a DOI or a URL", param, ctx)
        if not work.arxiv and not work.doi and urlsplit(str(value)).path.lower().endswith(EXPORTED):
            self.fail(f"{value!r} is the address of a file; download it, and import the file", param, ctx)
        return str(value)


def listed(words: Sequence[str], project: Project | None) -> Source:
    """The identifiers as a file of them: the one that the survey has, longer by these, else a new one."""
    from conspectus import sources
    from conspectus.model.paper import Source

    path = project.papers / NAME if project else None
    present = path.read_text("utf-8", errors="surrogateescape") if path and path.is_file() else ""
    known = set(map(sources.identifier_list.identified, present.splitlines()))
    new = [word for each in words if sources.identifier_list.identified(word := each.strip()) not in known]
    gap = "" if not present or present.endswith("\n") else "\n"
    text = present + gap * bool(new) + "".join(f"{word}\n" for word in new)
    return Source.of(NAME, text.encode("utf-8", "surrogateescape"))


def only(words: Sequence[object], readings: Sequence[Reading]) -> list[Reading]:
    """What files say; of the identifiers given in place of files, whose file is the last, only those."""
    from conspectus import sources

    asked = {sources.identifier_list.identified(word) for word in words if isinstance(word, str)}
    if not asked:
        return list(readings)
    *others, listed = readings
    return [*others, replace(listed, records=tuple(record for record in listed.records if record.work in asked))]


def next_steps(count: int) -> str:
    """What to do with papers of which only identifiers are known."""
    from conspectus.text.counting import counted

    return (
        f"{counted(count, 'title')} to fill in: run `conspectus fill`, import an export or a listing with these papers,"
        " or write the titles in a YAML file in content/papers/; `conspectus check` lists those that are missing"
    )
