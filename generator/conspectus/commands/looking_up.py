"""What `fill` looks up: the fields that papers lack, the values that services give, and the lines they become."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import click

from conspectus import pipeline
from conspectus.changes import text as changes_text
from conspectus.changes.comparing import compare_surveys
from conspectus.commands import applying, console, contacting, reading
from conspectus.commands.fill import FIELDS
from conspectus.curation import filling
from conspectus.fetching import SERVICES, FetchError, Web
from conspectus.model.paper import Library, Paper
from conspectus.model.survey import Survey
from conspectus.model.work import Work
from conspectus.pipeline import Snapshot
from conspectus.project import Project
from conspectus.text.counting import counted
from conspectus.yaml_edit import Draft
from conspectus.yaml_edit import write as write_edits

NOUNS = {"authors": "author list", "date": "exact date", "doi": "DOI"}
"""What a field is called where it is counted, if not by its name."""


def _wanted(paper: Paper, fields: Sequence[str], *, replace: bool) -> Iterator[str]:
    """The fields to fill: those the paper lacks, or all that nobody wrote by hand."""
    for name in FIELDS:
        is_open = filling.lacks(paper, name)
        if name in fields and (is_open or (replace and not filling.written_by_hand(paper, name) and name != "title")):
            yield name


@dataclass(slots=True)
class Filling:
    """What is looked for and what was found: values by paper and field, each with the name of its service."""

    papers: list[Paper]
    wanted: Mapping[str, list[str]]
    holders: Mapping[str, str]  # the papers that have a DOI, by that
    found: dict[str, dict[str, tuple[Any, str]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    errors: list[FetchError] = field(default_factory=list)

    @classmethod
    def of(cls, library: Library, chosen: Sequence[Paper], fields: Sequence[str], *, replace: bool) -> Filling:
        """What to look for: of the chosen papers, the fields that they lack, or also those that may be replaced."""
        wanted = {paper.id: list(_wanted(paper, fields, replace=replace)) for paper in chosen}
        holders = {paper.work.doi: paper.id for paper in library.papers if paper.work.doi}
        return cls([paper for paper in chosen if wanted[paper.id]], wanted, holders)

    def missing(self, paper: Paper) -> list[str]:
        """The fields of a paper that are still to be found."""
        return [name for name in self.wanted[paper.id] if name not in self.found.get(paper.id, ())]

    def ask(self, web: Web, name: str) -> None:
        """Ask a service for what is still missing."""
        service = SERVICES[name]
        by_id: dict[str, Paper] = {}
        for paper in self.papers:
            if self.missing(paper):
                by_id |= {id: paper for id in (paper.work.arxiv, paper.work.doi) if id}
        records, error = contacting.ask(service, service.lookup(web, list(by_id)))
        self.errors += [error] if error else []
        for record in records:
            id = next((id for id in (record.work.arxiv, record.work.doi) if id in by_id), None)
            if id:
                self._take(by_id[id], record.work, service.HOST.name, id)

    def _take(self, paper: Paper, work: Work, service: str, id: str) -> None:
        if not filling.is_same(paper, work):
            title = work.title.as_text() if work.title else "a paper without a title"
            self.notes.append(f"{paper.id}: not filled from {service}, where {id} is “{title}”; check the identifier")
            return
        fields = self.missing(paper)
        holder = self.holders.get(work.doi or "")
        if "doi" in fields and holder:
            self.notes.append(f"{paper.id}: its DOI {work.doi} is that of {holder} already; they may be one work")
            fields.remove("doi")
        values = filling.additions(paper, work, fields)
        self.found.setdefault(paper.id, {}).update((name, (value, service)) for name, value in values.items())


def write(filled: Filling, project: Project, before: Snapshot, *, replace: bool, dry_run: bool) -> None:
    """Write what was found, and report it, with what it changes. Failure, with nothing written, for new errors."""
    with console.telling():
        while True:
            draft = drafted(Draft.of(project), filled, replace=replace)
            after = pipeline.read(draft, reading.cache(), previous=before)
            if not drop_without_effect(filled, after.survey):
                break
        applying.refuse_new_errors(draft, before.survey, after.survey)
        if not dry_run:
            write_edits(project, draft.edits)
    for text in lines(filled, dry_run=dry_run):
        click.echo(console.printable(text))
    moves = dataclasses.replace(compare_surveys(before.survey, after.survey), corrected=())  # told above
    for text in changes_text.sections(moves):
        click.echo(console.printable(text))


def drafted(draft: Draft, filled: Filling, *, replace: bool) -> Draft:
    """The draft with a line for each paper of which something was found, at the end of the file of additions."""
    added = b""
    for paper in filled.papers:
        values = filled.found.get(paper.id, {})
        if values:
            # With an id, a line counts as the curator's, and so for more than exports and listings.
            has_some = any(getattr(paper.work, name) is not None for name in values)
            id = {"id": paper.id} if replace and has_some else {}
            work = filling.addition(paper, {name: value for name, (value, _) in values.items()})
            services = dict.fromkeys(service for _, service in values.values())
            added += contacting.line(work, source=f"{', '.join(services)}: {paper.title.as_text()}", **id)
    return contacting.appended(draft, filling.OWN, added)


def drop_without_effect(filled: Filling, after: Survey) -> bool:
    """Forget the values that the papers would not have afterwards, and those that would change a paper's id. Whether
    there were any."""
    dropped = False
    for paper in filled.papers:
        values = filled.found.get(paper.id, {})
        now = after.library.by_id.get(paper.id)
        if values and now is None:
            hint = f"write `id: {paper.id}` into its record first"
            filled.notes.append(f"{paper.id}: not filled, because its address would change; {hint}")
        idle = [name for name in values if not now or getattr(now.work, name) == getattr(paper.work, name)]
        for name in idle:
            del values[name]
        dropped |= bool(idle)
    return dropped


def lines(filled: Filling, *, dry_run: bool) -> Iterator[str]:
    """What was filled in, paper by paper, what was not and why, and the counts."""
    done = [paper for paper in filled.papers if filled.found.get(paper.id)]
    for paper in done:
        yield f"{paper.id}: {_named(filled.found[paper.id])}"
    yield from dict.fromkeys(filled.notes)
    lost = [paper for paper in filled.papers if not (paper.work.arxiv or paper.work.doi)]
    for paper in lost:
        yield f"{paper.id}: not looked up, because it has no arXiv id and no DOI"
    left = [paper for paper in filled.papers if filled.missing(paper)]
    counts = {name: sum(name in filled.missing(paper) for paper in left) for name in FIELDS}
    what = [counted(count, NOUNS.get(name, name)) for name, count in counts.items() if count]
    verb = "Would fill" if dry_run else "Filled"
    yield f"{verb} {counted(len(done))} in {filling.OWN}." if done else "Nothing was found to fill in."
    if what:
        yield f"Still missing in {counted(len(left))}: {', '.join(what)}."


def _named(values: Mapping[str, tuple[Any, str]]) -> str:
    """`authors, date 2026-06-12 (arXiv); venue Imaginary Lights (Crossref)`"""
    fields: dict[str, list[str]] = {}
    for name in FIELDS:
        if name in values:
            value, service = values[name]
            said = {"date": f"date {value}", "venue": f"venue {value}", "doi": f"DOI {value}"}.get(name, name)
            fields.setdefault(service, []).append(said)
    return "; ".join(f"{', '.join(named)} ({service})" for service, named in fields.items())
