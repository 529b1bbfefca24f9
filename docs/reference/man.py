"""Man pages of all commands: `python -m reference.man FOLDER`, in `docs/`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from conspectus import __version__
from reference import cli

STATUS = "Exit code: "


def main(folder: Path) -> None:
    """Write a page for `conspectus` and one for each command into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages():
        (folder / f"{name}.1").write_text(page, "utf-8")


def pages() -> Iterator[tuple[str, str]]:
    """The pages by their names, `conspectus` first."""
    all = tuple(cli.commands())
    yield "conspectus", overview(all)
    for command in all:
        yield f"conspectus-{command.name}", page(command)


def overview(commands: Iterable[cli.Command]) -> str:
    listed = "".join(f".TP\n\\fBconspectus\\-{escaped(each.name)}\\fR(1)\n{line(each.summary)}" for each in commands)
    synopsis = "\\fBconspectus\\fR COMMAND [OPTIONS] ...\n"
    return (
        head("conspectus", "turn a literature survey into a static website", synopsis)
        + f".SH DESCRIPTION\n{prose(cli.overview())}.SH COMMANDS\n{listed}"
    )


def page(command: cli.Command) -> str:
    status = [each for each in command.help if each.text.startswith(STATUS)]
    text = prose(each for each in command.help if each not in status)
    synopsis = f"\\fBconspectus {escaped(command.name)}\\fR {escaped(command.usage)}\n"
    exits = "".join(f".SH EXIT STATUS\n{line(each.text.removeprefix(STATUS))}" for each in status)
    name = f"conspectus-{command.name}"
    summary = command.summary[0].lower() + command.summary[1:].rstrip(".")
    return (
        head(name, summary, synopsis)
        + f".SH DESCRIPTION\n{text}.SH OPTIONS\n{options(command.options)}{exits}.SH SEE ALSO\n\\fBconspectus\\fR(1)\n"
    )


def head(name: str, summary: str, synopsis: str) -> str:
    """The title line, and the first two sections."""
    title = f'.TH {name.upper()} 1 "" "conspectus {__version__}" "Conspectus manual"\n'
    return f"{title}.SH NAME\n{escaped(name)} \\- {escaped(summary)}\n.SH SYNOPSIS\n{synopsis}"


def prose(paragraphs: Iterable[cli.Paragraph]) -> str:
    return "".join(
        f".PP\n.nf\n{''.join(map(line, each.text.splitlines()))}.fi\n"
        if each.preformatted
        else f".PP\n{line(each.text)}"
        for each in paragraphs
    )


def options(options: Iterable[cli.Option]) -> str:
    return "".join(f".TP\n\\fB{escaped(each.name)}\\fR\n{line(each.sentences)}" for each in options)


def line(text: str) -> str:
    r"""A line of text; one that starts with a dot or an apostrophe would be a request, so `\&` stands before it."""
    return f"\\&{escaped(text)}\n" if text.startswith((".", "'")) else f"{escaped(text)}\n"


def escaped(text: str) -> str:
    """Text in which roff sees no markup: backslashes, hyphens that must stay hyphens, and typewriter quotes."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("'", "\\(aq")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
