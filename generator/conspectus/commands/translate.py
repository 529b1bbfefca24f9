"""`conspectus translate`: the file with which the pages' own strings are put into another language."""

from __future__ import annotations

from pathlib import Path

import click

from conspectus.commands import console
from conspectus.commands.options import find_project, project_option, shown


@click.command(short_help="Write content/locale/LANGUAGE.po, to translate the pages' own strings.")
@click.argument("language")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write. Default: content/locale/LANGUAGE.po in the survey's folder.",
)
@project_option
def command(language: str, out: Path | None, folder: Path | None) -> None:
    """Write a gettext file with all strings of the pages, scripts and feeds, ready to be translated with any editor for
    `.po` files. LANGUAGE is a tag such as fr or pt-BR, as `language:` in content/survey.yaml has it.

    If the file is already there, strings that are new are added to it, and translations and comments stay. A string
    left empty is shown as Conspectus translates it, or in English. So for a language that comes with Conspectus, the
    file is for the few words that should read otherwise: a comment above each string, `#. Conspectus:`, has the words
    that pages show, to look for.

    Exit code: 0 written, 1 not written, 2 wrong usage.
    """
    from babel import Locale, UnknownLocaleError

    from conspectus.language import canonical, extraction, shipped
    from conspectus.model.settings import LANGUAGE
    from conspectus.saving import save

    project = find_project(folder)
    try:
        if not LANGUAGE.fullmatch(language):
            raise ValueError
        Locale.parse(language.partition("-")[0])
    except (ValueError, UnknownLocaleError):
        raise click.BadParameter(f"`{language}` is not a language tag; write one such as fr or pt-BR") from None
    tag = canonical(language)
    path = (out or project.content / "locale" / f"{tag}.po").absolute()
    found = extraction.strings(project.templates)
    strings = (
        extraction.catalog((*found, *extraction.of_new_surveys()), tag)
        if out
        else extraction.catalog(found, tag, shipped(tag))
    )
    with console.telling():
        present = path.read_bytes() if path.is_file() else b""
        text = extraction.written(strings, present)
        save(path, text, None if out else project.root)
    done, total = extraction.progress(text)
    is_english = tag.partition("-")[0] == "en"
    if out or not (is_english or shipped(tag)):
        click.echo(f"Wrote {shown(path)}: {done} of {total} strings are translated.", err=True)
        return
    name = Locale.parse(tag.partition("-")[0]).english_name
    click.echo(f"Wrote {shown(path)}: it changes {done} of {total} strings.", err=True)
    lines = "msgid" if is_english else f"#. {extraction.SHIPPED}"
    click.echo(
        f"{name} comes with Conspectus: to change a word, look for it in the lines `{lines}`, "
        "and write what pages should say as the `msgstr` below.",
        err=True,
    )
