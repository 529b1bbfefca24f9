"""What `conspectus new` asks on a terminal; each answer is what an option would be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import click

from conspectus.commands import beginning

EXAMPLE = "example"

CHOICES = """\
What should the survey begin with?
  a file or a folder   your papers: an awesome list's README, a library's export, or a folder of such files
  example              nine papers about attention, to look around
  nothing (Enter)      add papers later with `conspectus import`"""


ADDRESS = re.compile(r"(?i)(?:https?:|git@|(?:www\.)?(?:github|gitlab)\.com/)")
SAVE_IT = "nothing is fetched: save the page, such as the README.md of a repository, and give that file"


class Answers(NamedTuple):
    """The answers, in the order of the options."""

    given: tuple[Path, ...] = ()
    empty: bool = False
    title: str = ""
    facets: tuple[str, ...] = ()
    language: str = ""


def answers(target: Path) -> Answers:
    """Ask what a survey in `target` is to begin with; about the example, nothing more."""
    click.echo(CHOICES)
    begin = click.prompt("Begin with", "", show_default=False, value_proc=start)
    if begin == EXAMPLE:
        return Answers()
    given = (Path(begin),) if begin else ()
    title = click.prompt("Title of the survey", beginning.read(given).title or beginning.name_of(target))
    language = click.prompt("Language of its pages", "en", value_proc=language_tag)
    click.echo("Papers are classified by topic. They can also be classified by other facets, such as method,dataset.")
    facets = click.prompt(
        "Other facets, separated by commas (Enter for none)", "", value_proc=facet_ids, show_default=False
    )
    return Answers(given, not given, title, facets, language)


def start(value: str) -> str:
    """A path as it is on disk, `example`, or nothing. click.BadParameter if there is no such file."""
    if not value or value == EXAMPLE:
        return value
    path = Path(value).expanduser()
    if is_address(value):
        raise click.BadParameter(SAVE_IT)
    if not path.exists():
        raise click.BadParameter(f"there is no file or folder `{value}`")
    return str(path)


def is_address(value: str) -> bool:
    """Whether an address on the web was given where a file or a folder is expected."""
    return bool(ADDRESS.match(value)) and not Path(value).exists()


def language_tag(value: str) -> str:
    """A language tag such as `pt-BR`, or nothing. click.BadParameter if it is neither."""
    from conspectus.model.settings import LANGUAGE

    if value and not LANGUAGE.fullmatch(value):
        raise click.BadParameter(f"`{value}` is not a language tag; write one such as en, de or pt-BR")
    return value


def facet_ids(value: str) -> tuple[str, ...]:
    """The ids of facets in a list with commas, without the main one, which is always there. click.BadParameter for any
    that cannot be an id."""
    from conspectus.model.identifiers import is_safe_id
    from conspectus.model.taxonomy import MAIN_FACET, folder
    from conspectus.pages import RESERVED

    ids = [name.strip() for name in value.split(",") if name.strip()]
    if unsafe := [name for name in ids if not is_safe_id(name)]:
        raise click.BadParameter(f"`{unsafe[0]}` is not a valid facet id; use lowercase letters, digits and dashes")
    if reserved := [name for name in ids if name in RESERVED or name == folder(MAIN_FACET)]:
        raise click.BadParameter(f"the name `{reserved[0]}` is reserved for pages of the site; choose another one")
    return tuple(dict.fromkeys(name for name in ids if name != MAIN_FACET))
