"""The commands as click knows them: read once, for the page of the manual and for the man pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import click

from conspectus.commands import group

WIDTH = 10_000
"""No help text is wrapped."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a command's help. `preformatted`: its lines stay as they are."""

    text: str
    preformatted: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """An option as its command's help shows it: `--limit N`, what it does, and its default, or an empty text."""

    name: str
    help: str
    default: str

    @property
    def sentences(self) -> str:
        """What it does, and its default."""
        return f"{self.help} Default: {self.default}." if self.default else self.help


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one line about it, the words behind its name, its help, and its options."""

    name: str
    summary: str
    usage: str
    help: tuple[Paragraph, ...]
    options: tuple[Option, ...]


def commands() -> Iterator[Command]:
    """All commands in the order of `conspectus --help`."""
    outer = click.Context(group, info_name="conspectus", terminal_width=WIDTH, **group.context_settings)
    for name in group.list_commands(outer):
        command = group.get_command(outer, name)
        assert command is not None  # noqa: S101 - click lists what it has
        yield read(name, command, outer)


def read(name: str, command: click.Command, outer: click.Context) -> Command:
    context = click.Context(command, info_name=name, parent=outer, terminal_width=WIDTH)
    records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    return Command(
        name,
        command.get_short_help_str(WIDTH),
        " ".join(command.collect_usage_pieces(context)),
        tuple(paragraphs(command.help or "")),
        tuple(option(*record) for record in records if record and record[1]),
    )


def overview() -> tuple[Paragraph, ...]:
    """The help of `conspectus` itself."""
    return tuple(paragraphs(group.help or ""))


def paragraphs(help: str) -> Iterator[Paragraph]:
    r"""The paragraphs of a help text; one that starts with a line `\b` is preformatted."""
    for block in help.split("\n\n"):
        if block.startswith("\b\n"):
            yield Paragraph(block.removeprefix("\b\n").rstrip(), preformatted=True)
        elif block.strip():
            yield Paragraph(" ".join(block.split()))


def option(name: str, help: str) -> Option:
    """An option from click's own record of it, in which the default stands in brackets at the end."""
    text, _, default = help.partition("  [default: ")
    return Option(name, text, default.removesuffix("]"))
