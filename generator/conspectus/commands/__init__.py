"""The command line: each command is a module, imported when it is needed.

Exit codes: 0; 1 for mistakes in the content and other failures; 2 for wrong usage; 130 when interrupted.
"""

from __future__ import annotations

import gc
import importlib
import signal
import sys
from pathlib import Path

import click

from conspectus import __version__

VERBS = {
    "build": "build",
    "check": "check",
    "serve": "serve",
    "import": "import_",
    "fetch": "fetch",
    "fill": "fill",
    "explain": "explain",
    "diff": "diff",
    "try": "try_",
    "suggest": "suggest",
    "place": "place",
    "move": "move",
    "rename": "rename",
    "fmt": "fmt",
    "keys": "keys",
    "schema": "schema",
    "translate": "translate",
    "new": "new",
    "doctor": "doctor",
    "completion": "completion",
}
"""The commands in the order of `--help`, and their modules; each module has a click command named `command`.

The modules import the stages inside their functions, so that `--help` and shell completion answer at once.
"""

INTERRUPTED = 130

SELDOM = (100_000, 20, 100)
"""How rarely Python looks for reference cycles. Our values have none, and searching those of 10,000 papers again and
again takes as long as making them."""


class Verbs(click.Group):
    """A group that imports a command's module when the command is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = importlib.import_module(f"conspectus.commands.{VERBS[cmd_name]}").command
        assert isinstance(command, click.Command)  # noqa: S101 - what VERBS promises
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. Interrupted, it ends quietly with the shell's own code for that."""
        try:
            Path.cwd()
        except FileNotFoundError as error:
            raise click.ClickException("the current folder does not exist anymore; change to another one") from error
        try:
            return super().invoke(ctx)
        except MemoryError as error:
            raise click.ClickException("there is not enough memory; allow it more") from error
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="conspectus")
def group() -> None:
    """Turn a literature survey into a static website.

    The papers and the taxonomy are files in content/. `build` writes the site into site/, `serve` shows it while you
    edit, and `new` creates a survey.
    """


def main() -> None:
    """Run the command `conspectus`."""
    gc.set_threshold(*SELDOM)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as cleanly as Ctrl-C does
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # not every terminal can show every letter of a title
    group(prog_name="conspectus")
