"""`conspectus build`: write the site."""

from __future__ import annotations

from pathlib import Path

import click

from conspectus.commands import console
from conspectus.commands.options import find_project, project_option, shown, web_address


@click.command()
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site is written. Default: site/ in the survey's folder.",
)
@click.option(
    "--base-url",
    metavar="URL",
    default="",
    callback=web_address,
    help="Where the site will be published, such as https://user.github.io/repo/. Overrides survey.yaml.",
)
@click.option("--no-search", is_flag=True, help="Leave the search index out, which takes most of the time.")
@click.option("--strict", is_flag=True, help="Don't publish with warnings either.")
@project_option
def command(out: Path | None, base_url: str, no_search: bool, strict: bool, folder: Path | None) -> None:
    """Build the site from content/ and write it into site/.

    All mistakes are reported in one run. With an error in the content nothing is written: the last good site stays.
    Only files that changed are written, and files of pages that are gone are deleted.

    Exit code: 0 built, 1 mistakes in the content, 2 wrong usage.
    """
    from conspectus import pipeline
    from conspectus.cache import Cache, default_folder
    from conspectus.publish import PublishError
    from conspectus.render import TemplateMistake

    project = find_project(folder)
    cache, target = Cache(default_folder()), (out or project.out).absolute()
    try:
        with console.telling(), console.progress() as progress:
            compiled = pipeline.build(
                project, cache, target, base_url, search=not no_search, strict=strict, progress=progress
            )
    except PublishError as error:
        raise console.Failure(str(error)) from error
    except TemplateMistake as error:
        raise console.Failure(f"{error.mistake.message}\n  --> {error.mistake.span}", error.mistake.help) from error
    console.show_report(compiled.report, project)
    if compiled.report.fails(strict=strict):
        raise console.Failure("not built: the content has mistakes", f"mend them; {shown(target)} is as it was")
    papers, pages = len(compiled.survey.library.papers), len(compiled.site.pages)
    click.echo(f"Built {pages:,} pages for {papers:,} papers in {shown(target)}. Look at it with `conspectus serve`.")
