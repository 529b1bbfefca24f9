"""`conspectus build`: write the site."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading
from conspectus.commands.options import find_project, out_option, project_option, shown, untrusted_option, web_address

if TYPE_CHECKING:
    from conspectus.cluster import Cluster

TO_DO = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.ENOENT: "build again when nothing moves or deletes files",
}
"""What helps where the system refuses something for this reason."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


@click.command()
@out_option("The folder to write the site into. Default: site/ in the survey's folder.")
@click.option(
    "--base-url",
    metavar="URL",
    default="",
    callback=web_address,
    help="The URL the site will be published at, such as https://user.github.io/repo/. Overrides survey.yaml.",
)
@click.option(
    "--no-search",
    is_flag=True,
    help="Write what search results show into files, and run no Pagefind, which stores it of up to 2,000 papers.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=cores,
    help="How many processes render pages. Default: as many as there are processors. The site is the same.",
)
@click.option(
    "--dask",
    metavar="ADDRESS",
    help="Have the workers of a Dask cluster read, render and write; they need the folder of the site, or --to.",
)
@click.option(
    "--to",
    metavar="URL",
    help="Instead of a folder: an object store such as s3://bucket/folder, which is sent what changed.",
)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--for",
    "host",
    type=click.Choice(["github-pages", "gitlab-pages", "cloudflare-pages"]),
    help="Fail if the site is larger than this host accepts, and name what is large.",
)
@untrusted_option
@project_option
def command(
    out: Path | None,
    base_url: str,
    no_search: bool,
    jobs: int,
    dask: str | None,
    to: str | None,
    strict: bool,
    host: str | None,
    untrusted: bool,
    folder: Path | None,
) -> None:
    """Build the site from content/ and write it into site/.

    All mistakes are reported in one run. If the content has errors, nothing is written and the last good site stays.
    Only files that changed are written, and files of pages that no longer exist are deleted. If nothing changed since
    the last build, it ends at once.

    Exit code: 0 built, 1 errors in the content or larger than --for allows, 2 wrong usage.
    """
    from conspectus import last_build
    from conspectus.publish import HOSTS, completed, excess
    from conspectus.text.counting import counted

    if to and (out or host):
        raise click.UsageError("--to sends the site to a store; --out and --for are about a folder")
    project = find_project(folder, untrusted=untrusted)
    cache, pagefind = reading.cache(), not no_search
    target = (out or project.out).absolute()
    if not (out or to) and not target.resolve().is_relative_to(project.root.resolve()):
        raise console.Failure(
            f"{target.name}/ is a link that leads out of the survey's folder",
            "remove it, or name the folder with --out",
        )
    place = to or shown(target)
    left = f"if any files were sent to {to}, the next build sends the rest" if to else f"{place} was left unchanged"
    with _failures(left):
        if not to and completed(target):
            click.echo(f"The last build was ended while it changed {place}; that is completed now.", err=True)
        built = None if to else last_build.same(project, cache, target, base_url, pagefind=pagefind)
        is_same = built is not None and not built.report.fails(strict=strict)
        if built is None or not is_same:
            from conspectus.pipeline import build

            with console.progress() as progress, _helpers(dask) as helpers:
                how = partial(build, pagefind=pagefind, strict=strict, jobs=jobs, helpers=helpers, progress=progress)
                built = how(project, cache, to or target, base_url)
    console.show_report(built.report, project)
    if built.report.fails(strict=strict):
        raise console.Failure("not built: there are mistakes", _help("fix them", left))
    count = f"{counted(built.pages, 'page')} and {counted(built.files, 'other file')}"
    view = "" if to else " View the site with `conspectus serve`."
    site = f"{count} for {counted(built.papers)} in {place}.{view}"
    click.echo(f"{'Nothing changed:' if is_same else 'Built'} {site}")
    if not built.papers:
        click.echo("It has no papers yet: add some with `conspectus import FILE` or `conspectus fetch arxiv QUERY`.")
    if host and (too_large := excess(target, HOSTS[host])):
        raise console.Failure(
            f"too large for {host}: {'; '.join(too_large)}", "make these smaller, or choose a host with other limits"
        )


@contextmanager
def _failures(left: str) -> Iterator[None]:
    """What a build fails for, as failures that say what became of the site."""
    from conspectus.diagnostics import HintedError
    from conspectus.publish import HalfWrittenError

    try:
        yield
    except HalfWrittenError as error:
        raise console.Failure(str(error), error.hint) from error
    except HintedError as error:
        raise console.Failure(str(error), _help(error.hint, left)) from error
    except MemoryError as error:
        raise console.Failure("not built: there is not enough memory", _help("allow it more", left)) from error
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        to_do = TO_DO.get(error.errno or 0, "")
        raise console.Failure(f"not built: {error.strerror or error}{where}", _help(to_do, left)) from error


def _help(to_do: str, left: str) -> str:
    """What to do about a failure, and what became of the site."""
    return "; ".join(filter(None, [to_do, left]))


@contextmanager
def _helpers(dask: str | None) -> Iterator[Cluster | None]:
    """The workers of the Dask cluster at an address, for as long as the build takes."""
    if not dask:
        yield None
        return
    from conspectus.cluster import Cluster

    with closing(Cluster(dask)) as cluster:
        yield cluster
