"""Options under names they had in earlier versions."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from conspectus.commands.options import Renamed


@click.command(cls=Renamed, former={"--wick": "--flame", "--put-out": "--dark"})
@click.option("--flame", type=int, default=1)
@click.option("--dark", is_flag=True)
@click.argument("lamps", nargs=-1)
def light(flame: int, dark: bool, lamps: tuple[str, ...]) -> None:
    click.echo(f"{flame} {dark} {' '.join(lamps)}")


@pytest.mark.parametrize(
    "arguments, printed, warned",
    [
        (["--wick", "7", "a"], "7 False a\n", "warning: --wick is now --flame\n"),
        (["--wick=7", "--put-out"], "7 True \n", "warning: --wick is now --flame\nwarning: --put-out is now --dark\n"),
        (["--flame", "7", "--dark"], "7 True \n", ""),
        (["a", "--", "--wick"], "1 False a --wick\n", ""),
    ],
)
def test_a_former_name_goes_on_working_with_a_warning(arguments: list[str], printed: str, warned: str) -> None:
    run = CliRunner().invoke(light, arguments)
    assert (run.exit_code, run.stdout, run.stderr) == (0, printed, warned)


def test_no_help_names_it() -> None:
    assert "--wick" not in CliRunner().invoke(light, ["--help"]).stdout
