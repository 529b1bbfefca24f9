"""The strings of the user interface, gathered from templates, scripts and Python, for those who translate them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from conspectus.language.messages import categories

PACKAGE = Path(__file__).parent.parent

KEYWORDS = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "marked": None}
"""The functions that a string is given to, here and in scripts, and which of their arguments it is."""

TEMPLATE = "jinja2.ext:babel_extract"
OF_TEMPLATES = {"trimmed": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}

EMPTY = re.compile(
    r'^"(?:POT-Creation-Date|Generated-By|Report-Msgid-Bugs-To|.*(?:PROJECT|FULL NAME|YEAR-MO|<LL@li.org>)).*\n',
    re.MULTILINE,
)
"""Lines of a header that would differ from day to day, or that nobody filled in."""

SHIPPED = "Conspectus:"
"""What stands before a translation that comes with Conspectus."""

Found = tuple[str, str | tuple[str, ...], list[str], str | None]
"""The file that has a string, the string with its plural, comments for translators, and its context."""


def strings(templates: Iterable[Path]) -> tuple[Found, ...]:
    """All strings in the package and in the folders of templates, in the order of files and lines."""
    found: list[Found] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        found += _of("python", path, f"generator/{path.relative_to(PACKAGE.parent).as_posix()}", {})
    for folder in templates:
        for path in sorted(folder.rglob("*")):
            name = f"templates/{path.relative_to(folder).as_posix()}"
            if "assets" in path.relative_to(folder).parts:
                if path.suffix == ".js":
                    found += _of("javascript", path, name, {})
            elif path.is_file() and path.suffix in (".html", ".xml", ".js", ".txt", ".json"):
                found += _of(TEMPLATE, path, name, OF_TEMPLATES)
    return tuple(found)


def of_new_surveys() -> tuple[Found, ...]:
    """The strings of the files that a survey begins with, which are written once, in a language that is shipped."""
    return tuple(
        found
        for path in sorted((PACKAGE / "starter").rglob("*.jinja"))
        for found in _of(TEMPLATE, path, f"generator/{path.relative_to(PACKAGE.parent).as_posix()}", OF_TEMPLATES)
    )


def _of(method: str, path: Path, name: str, options: dict[str, str]) -> Iterator[Found]:
    with path.open("rb") as file:
        for _, text, comments, context in extract(method, file, KEYWORDS, ["Translators:"], options):
            yield name, text, list(comments), context


def catalog(found: Iterable[Found], tag: str, shipped: bytes = b"") -> Catalog:
    """A catalog for a language with all these strings, none of them translated.

    Comments say how a `.po` file that is `shipped` translates them, so that a word can be looked for as pages show it.
    """
    known = read_po(io.BytesIO(shipped))
    locale = Locale.parse(tag, sep="-")
    made = Catalog(locale=locale, header_comment=f"# {locale.english_name} translation of Conspectus.", fuzzy=False)
    needed = len(categories(locale))
    if made.num_plurals != needed:  # Babel's table of headers differs from the CLDR for a few languages
        expression = "(n > 1)" if locale.plural_form(0) == locale.plural_form(1) else "(n != 1)"
        vars(made).update(_num_plurals=needed, _plural_expr=expression if needed > 1 else "0")
    for name, text, comments, context in found:
        present = known.get(text, context)
        shown = [f"{SHIPPED} {form}" for form in _forms(present)] if present else []
        made.add(text, locations=[(name, 0)], auto_comments=[*comments, *shown], context=context)
    return made


def _forms(message: Message) -> list[str]:
    """The translation of a string, in all plural forms."""
    return [message.string] if isinstance(message.string, str) else list(message.string or [""])


def progress(text: bytes) -> tuple[int, int]:
    """How many strings of a `.po` file are translated, and how many there are."""
    strings = [message for message in read_po(io.BytesIO(text)) if message.id]
    return sum(all(_forms(message)) for message in strings), len(strings)


def written(strings: Catalog, present: bytes = b"", *, keep_unused: bool = True) -> bytes:
    """A `.po` file with these strings, and the translations, comments and header of the file as it is at `present`."""
    whole = strings
    if present:
        whole = read_po(io.BytesIO(present), locale=strings.locale)
        vars(whole).update(_num_plurals=strings.num_plurals, _plural_expr=strings.plural_expr)
        whole.update(strings, no_fuzzy_matching=True, update_header_comment=False)
    buffer = io.BytesIO()
    write_po(buffer, whole, width=100, sort_output=True, include_lineno=False, ignore_obsolete=not keep_unused)
    return EMPTY.sub("", buffer.getvalue().decode()).encode()
