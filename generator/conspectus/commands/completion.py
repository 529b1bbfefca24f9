"""`conspectus completion`: the script with which a shell completes the command."""

from __future__ import annotations

import click


@click.command(short_help="Print a completion script for your shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print a script that makes SHELL complete commands, options, and the ids of the survey's papers and categories.

    \b
    bash  conspectus completion bash > ~/.local/share/bash-completion/completions/conspectus
    zsh   conspectus completion zsh > DIR/_conspectus, where DIR is a folder in $fpath
    fish  conspectus completion fish > ~/.config/fish/completions/conspectus.fish
    """
    from click.shell_completion import get_completion_class

    from conspectus.commands import group

    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101 - click knows all three
    click.echo(completion(group, {}, "conspectus", "_CONSPECTUS_COMPLETE").source())
