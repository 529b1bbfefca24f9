"""Every command with its options."""

from __future__ import annotations

from collections.abc import Iterable

from reference import cli
from reference.text import unmarked

INTRODUCTION = """\
# Commands

`conspectus COMMAND --help` shows the same in a terminal. So does `man conspectus-COMMAND`, in an active virtual
environment and where pipx installed the command. `make man` in a checkout writes the same pages.

All commands but `new` and `completion` take `--project DIR`; by default they use the survey of the working folder. They
exit with 0, with 1 for mistakes in the content and other failures, and with 2 for wrong usage.
"""


def page() -> str:
    """The reference of commands."""
    all = tuple(cli.commands())
    rows = "".join(f"| [`conspectus {each.name}`](#{each.name}) | {unmarked(each.summary)} |\n" for each in all)
    return f"{INTRODUCTION}\n| command | what it does |\n|---|---|\n{rows}\n" + "\n".join(map(section, all))


def section(command: cli.Command) -> str:
    """A command: what to type, what it does, and its options."""
    head = f"## conspectus {command.name} {{ #{command.name} }}\n\n"
    usage = f"```text\nconspectus {command.name} {command.usage}\n```\n\n"
    return f"{head}{usage}{prose(command.help)}{options(command.options)}"


def prose(paragraphs: Iterable[cli.Paragraph]) -> str:
    return "".join(
        f"```text\n{each.text}\n```\n\n" if each.preformatted else f"{unmarked(each.text)}\n\n" for each in paragraphs
    )


def options(options: Iterable[cli.Option]) -> str:
    """A definition list: it can be read on a phone, where a table cannot."""
    return "".join(f"`{each.name}`\n:   {unmarked(each.sentences)}\n\n" for each in options)
