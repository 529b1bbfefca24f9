"""`conspectus keys`: keep the citation keys of papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading
from conspectus.commands.options import find_project, project_option, shown

if TYPE_CHECKING:
    from conspectus.model.survey import Survey
    from conspectus.project import Project


@click.command(short_help="Keep the citation keys of papers in content/citation-keys.yaml.")
@click.option("--dry-run", is_flag=True, help="Only show the lines that would be added.")
@project_option
def command(dry_run: bool, folder: Path | None) -> None:
    """Add a line to content/citation-keys.yaml for each paper that has none: its id, and the key it is cited by from
    now on, whatever becomes of its title, its id or the export it came from.

    A new key is that of the paper's export, or else author, year and word, such as li2024snapkv. Lines that are there
    stay as they are, those of papers that are gone too: nobody else gets their keys. To change a key, edit its line.

    Exit code: 0 kept, 1 mistakes in the content, 2 wrong usage.
    """
    from conspectus import checks

    project = find_project(folder)
    survey = reading.read(project).survey
    report = checks.check(survey)
    if report.fails():
        console.show_report(report, project)
        raise console.Failure("no key was added", "mend the mistakes first: they can change which papers there are")
    new = missing(survey)
    for id, key in new.items():
        click.echo(f"{id}: {key}")
    if new and not dry_run:
        with console.telling():
            add(project, new)
    added = "would be added to" if dry_run else "added to"
    click.echo(f"{len(new)} {'key' if len(new) == 1 else 'keys'} {added} {shown(project.ledger_file)}.", err=True)


def missing(survey: Survey) -> dict[str, str]:
    """A key for each paper that none is kept for, by the papers' ids."""
    from conspectus.exports.keys import new_key
    from conspectus.model.ledger import Ledger

    ledger = survey.ledger or Ledger()
    taken = set(ledger.taken)
    found: dict[str, str] = {}
    for paper in survey.library.papers:
        if ledger.line(paper) is None:
            found[paper.id] = new_key(paper, taken)
            taken.add(found[paper.id].lower())
    return found


def add(project: Project, new: dict[str, str]) -> None:
    """Add lines to the file, whole or not at all, and only if all of it reads as before with them."""
    from conspectus import key_ledger
    from conspectus.model.paper import Source

    path = project.ledger_file
    text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    data = key_ledger.with_lines(text, new).encode()
    before, after = (key_ledger.load(Source(path.name, each, "")).keys for each in (text.encode(), data))
    if {id: key.id for id, key in after.items()} != {id: key.id for id, key in before.items()} | new:
        raise console.Failure(f"no line can be added to {shown(path)}", "write it as `paper-id: key`, a line for each")
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
