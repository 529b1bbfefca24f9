"""The command line: one verb is one module, imported when it is asked for.

Exit codes: 0; 1 for mistakes in the content and whatever else went wrong and is told; 2 for a command that was typed
wrongly; 130 when interrupted.
"""

from __future__ import annotations

import gc
import importlib
import sys

import click

from conspectus import __version__

VERBS = {
    "build": "build",
    "check": "check",
    "serve": "serve",
    "import": "import_",
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
    "completion": "completion",
}
"""The verbs in the order `--help` lists them, and their modules; each module has a command named `command`.

The modules import the stages inside their functions: `--help` and the shell's completion must answer at once.
"""

INTERRUPTED = 130

SELDOM = (100_000, 20, 100)
"""How seldom Python looks for cycles. Our values have none, and looking through those of 10,000 papers again and again
takes as long as making them."""


class Verbs(click.Group):
    """A group that imports a verb's module when the verb is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = importlib.import_module(f"conspectus.commands.{VERBS[cmd_name]}").command
        assert isinstance(command, click.Command)  # noqa: S101 - what VERBS promises
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb. Interrupting it ends it quietly with the shell's own code for that."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="conspectus")
def group() -> None:
    """A literature survey as a static website.

    Papers and a taxonomy lie in content/; `build` writes the site into site/, `serve` shows it while you edit, and
    `new` begins a survey.
    """


def main() -> None:
    """Run the command `conspectus`."""
    gc.set_threshold(*SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # titles hold letters that not every terminal can show
    group(prog_name="conspectus")
