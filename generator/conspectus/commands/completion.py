"""`conspectus completion`: the script that lets a shell complete the command."""

from __future__ import annotations

import click


@click.command(short_help="Print the script for completion in a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that makes SHELL complete verbs, options, and the ids of the survey's papers and categories.

    \b
    bash  conspectus completion bash > ~/.local/share/bash-completion/completions/conspectus
    zsh   conspectus completion zsh > a folder of $fpath, as _conspectus
    fish  conspectus completion fish > ~/.config/fish/completions/conspectus.fish
    """
    from click.shell_completion import get_completion_class

    from conspectus.commands import group

    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101 - click knows all three
    click.echo(completion(group, {}, "conspectus", "_CONSPECTUS_COMPLETE").source())
