"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click

from conspectus.commands.console import Failure

if TYPE_CHECKING:
    from conspectus.model.when import Date
    from conspectus.project import Project

F = TypeVar("F", bound=Callable[..., object])


class Renamed(click.Command):
    """A command with options that had other names in earlier versions, which still work, with a warning.

    `@click.command(cls=Renamed, former={"--old": "--new"})`; help and completion leave the old names out.
    """

    def __init__(self, *args: Any, former: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.former = former

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        return super().parse_args(ctx, [*map(self._present, args[:end]), *args[end:]])

    def _present(self, word: str) -> str:
        """A word of the command line, an old name in it replaced by the new one."""
        name, equals, value = word.partition("=")
        if name not in self.former:
            return word
        click.echo(f"warning: {name} is now {self.former[name]}", err=True)
        return f"{self.former[name]}{equals}{value}"


class Day(click.ParamType["Date"]):
    """A day such as 2026-01-31."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Date:
        from conspectus.model.when import Date

        try:
            day = Date.parse(str(value))
        except ValueError:
            day = None
        if day is None or day.day is None:
            self.fail(f"{value!r} is not a day; write it as 2026-01-31", param, ctx)
        return day


def project_option(function: F) -> F:
    """`--project DIR`; the command gets `folder`, the argument of `find_project`."""
    return click.option(
        "--project",
        "folder",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="The survey's folder, which has content/ in it. Default: the working folder or one above.",
    )(function)


def untrusted_option(function: F) -> F:
    """`--untrusted`; the command gets `untrusted`, an argument of `find_project`."""
    return click.option(
        "--untrusted",
        is_flag=True,
        help="For a stranger's survey: no templates of its own, and no links out of it.",
    )(function)


def format_option(help: str, *others: str) -> Callable[[F], F]:
    """`--format`, `text` or one of the others; the command gets `form`."""
    choice = click.Choice(["text", *others])
    return click.option("--format", "form", type=choice, default="text", show_default=True, help=help)


def count_option(name: str, default: int, help: str, least: int = 0) -> Callable[[F], F]:
    """An option whose value is a number of things."""
    return click.option(name, type=click.IntRange(least), default=default, show_default=True, metavar="N", help=help)


def out_option(help: str) -> Callable[[F], F]:
    """`--out DIR`."""
    return click.option("--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help=help)


def find_project(folder: Path | None, *, untrusted: bool = False) -> Project:
    """The project in `folder`, or the one that the working folder is in. Failure where there is none, or where one that
    is untrusted has links that lead out of it."""
    project = _project(folder)
    if not untrusted:
        return project
    if links := list(project.links_out()):
        more = f" and {len(links) - 1} more" if len(links) > 1 else ""
        raise Failure(f"{links[0]} is a link that leads out of the survey{more}", "look where it leads, and delete it")
    if project.has_own_templates:
        click.echo("warning: templates/ is not used, because of --untrusted", err=True)
    return replace(project, untrusted=True)


def _project(folder: Path | None) -> Project:
    from conspectus.project import Project

    if folder is not None:
        project = Project(folder.resolve())
        if not project.settings_file.is_file():
            raise Failure(f"{folder} has no content/survey.yaml", "create a survey with `conspectus new DIR`")
        return project
    found = Project.find(Path.cwd())
    if found is None:
        raise Failure(
            "there is no content/survey.yaml here or in any folder above",
            "change to your survey's folder, give it as --project DIR, or create a survey with `conspectus new DIR`",
        )
    return found


def web_address(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """A click callback: an http(s) URL, ending in a slash."""
    if not value:
        return ""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise click.BadParameter(f"{value!r} is not a URL such as https://user.github.io/repo/")
    return value if value.endswith("/") else f"{value}/"


def shown(path: Path) -> str:
    """A path as the user would type it: relative to the working folder if it is below that."""
    path = path.resolve()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) and path != here else str(path)
