"""`conspectus doctor`: what is wrong with the machine, the cache, the output folder or the survey, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands.options import out_option, project_option

if TYPE_CHECKING:
    from conspectus.commands.diagnosing import Finding


@click.command(short_help="Say what is wrong with the installation, the cache or the survey.")
@out_option("The folder of the site to look at. Default: site/ in the survey's folder.")
@project_option
def command(out: Path | None, folder: Path | None) -> None:
    """Look at Python and the packages, Pagefind, git, the cache, the folder of the site and the survey, and say what is
    wrong with each and what to do. Outside of a survey, look at the rest. Nothing is written.

    Exit code: 0 nothing is wrong, 1 something is, 2 wrong usage.
    """
    wrong = 0
    for finding in _findings(out, folder):
        wrong += finding.is_wrong
        click.echo(f"{'wrong' if finding.is_wrong else 'ok':<6} {finding.what}")
        if finding.help:
            click.echo(f"       help: {finding.help}")
    if wrong:
        raise click.exceptions.Exit(1)


def _findings(out: Path | None, folder: Path | None) -> Iterator[Finding]:
    from conspectus.cache import default_folder
    from conspectus.commands.diagnosing import Finding, of_cache, of_machine, of_output, of_survey
    from conspectus.project import Project

    yield from of_machine()
    yield from of_cache(default_folder())
    project = Project(folder.resolve()) if folder else Project.find(Path.cwd())
    if project is None:
        yield Finding("no survey here or in any folder above", "give its folder as --project DIR", is_wrong=False)
    elif not project.settings_file.is_file():
        yield Finding(f"{folder} has no content/survey.yaml", "create a survey with `conspectus new DIR`")
    else:
        yield from of_survey(project)
    if project or out:
        yield from of_output((out or project.out) if project else Path(str(out)))
