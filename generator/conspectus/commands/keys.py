"""`conspectus keys`: give papers permanent citation keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading
from conspectus.commands.options import find_project, project_option, shown

if TYPE_CHECKING:
    from conspectus.model.survey import Survey
    from conspectus.project import Project


@click.command(short_help="Give papers permanent citation keys, in content/citation-keys.yaml.")
@click.option("--dry-run", is_flag=True, help="Show the lines that would be added, and write nothing.")
@project_option
def command(dry_run: bool, folder: Path | None) -> None:
    """Add a line to content/citation-keys.yaml for each paper that has none: its id, and its citation key from now on,
    even if its title, its id or its export changes.

    A new key is that of the paper's export, or else author, year and word, such as li2024snapkv. Existing lines stay as
    they are, even those of papers that no longer exist, so that no other paper gets their keys. To change a key, edit
    its line.

    Exit code: 0 done, 1 errors in the content, 2 wrong usage.
    """
    from conspectus import checks
    from conspectus.text.counting import counted

    project = find_project(folder)
    survey = reading.read(project).survey
    report = checks.check(survey)
    if report.fails():
        console.show_report(report, project)
        raise console.Failure("no key was added", "fix the errors first: they can change which papers there are")
    new = missing(survey)
    if new and not dry_run:
        with console.telling():
            add(project, new)
    for id, key in new.items():
        click.echo(f"{id}: {key}")
    added = "would be added to" if dry_run else "added to"
    click.echo(f"{counted(len(new), 'key')} {added} {shown(project.ledger_file)}.", err=True)


def missing(survey: Survey) -> dict[str, str]:
    """A key for each paper without a line, by the papers' ids."""
    from conspectus.exports.keys import new_key
    from conspectus.model.ledger import Ledger

    ledger = survey.ledger or Ledger()
    taken = set(ledger.taken)
    keys: dict[str, str] = {}
    for paper in survey.library.papers:
        if ledger.line(paper) is None:
            keys[paper.id] = new_key(paper, taken)
            taken.add(keys[paper.id].lower())
    return keys


def add(project: Project, new: dict[str, str]) -> None:
    """Add lines to the file, all or none. Failure if the rest of it would be read differently afterwards."""
    from conspectus import key_ledger
    from conspectus.model.paper import Source
    from conspectus.saving import save

    path = project.ledger_file
    text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    data = key_ledger.with_lines(text, new).encode()
    before, after = (key_ledger.load(Source(path.name, each, "")).keys for each in (text.encode(), data))
    if {id: key.id for id, key in after.items()} != {id: key.id for id, key in before.items()} | new:
        raise console.Failure(f"no line can be added to {shown(path)}", "write one `paper-id: key` per line")
    save(path, data, project.root)
