"""A translation: what each string of the user interface is in one language, read from gettext's `.po` files.

A string is known by its English text, `%(name)s` where a value stands in it, and by a context where one English text
means two things. Plural forms follow the rules of the Unicode CLDR, whatever the file's header says of them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from conspectus.diagnostics import Mistake, Span

MAX_BYTES = 2 * 1024 * 1024


class File(NamedTuple):
    """A `.po` file: its path, for messages, and its bytes."""

    path: str
    data: bytes


Key = tuple[str, str]
"""A string's context, mostly empty, and its English text, in the singular."""

PLACE = re.compile(r"%(?:\((?P<name>\w+)\)s|%)")
"""A place in a string where a value goes, or a percent sign."""

ORDER = ("zero", "one", "two", "few", "many", "other")
"""The plural categories in the order in which gettext's files list the forms."""

SMALL = range(1000)
"""Numbers that between them need each form of every language but those that only millions have, as in French."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The strings of one language, each with its plural forms, or with the one form it has."""

    texts: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)

    def over(self, others: Messages) -> Messages:
        """These strings, and those of `others` that are not among them."""
        return Messages({**others.texts, **self.texts})


def read(file: File, locale: Locale) -> tuple[Messages, tuple[Mistake, ...]]:
    """The strings of a `.po` file, without those that are not translated or marked as fuzzy, and what is wrong in it.

    A string whose places are not those of the English text is left out, so that a page never shows half of it.
    """
    if len(file.data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        return Messages(), (_mistake(file, f"the file is larger than {limit} MiB", "a translation needs far less"),)
    try:
        file.data.decode("utf-8")
        catalog = read_po(io.BytesIO(file.data), locale=locale, charset="utf-8", abort_invalid=True)
    except UnicodeDecodeError:
        return Messages(), (_mistake(file, "the file is not UTF-8", "save it as UTF-8"),)
    except PoFileError as error:
        help = "see the GNU gettext manual, or open the file in an editor for translations"
        problem = str(error).rpartition(" on ")[0]
        return Messages(), (_mistake(file, f"this is not a gettext file: {problem}", help, error.lineno + 1),)
    texts: dict[Key, tuple[str, ...]] = {}
    mistakes: list[Mistake] = []
    needed = len(categories(locale))
    by_header = False
    for message in catalog:
        english, forms = _texts(message.id), _texts(message.string)
        if not english[0] or message.fuzzy or not any(forms):
            continue
        if message.pluralizable:
            forms = _by_category(forms, locale)
            if len(forms) == catalog.num_plurals != needed:
                by_header = True
                continue
        wrong = tuple(_wrong(message, english, forms, needed))
        mistakes += [_mistake(file, what, help, message.lineno or 1) for what, help in wrong]
        if not wrong:
            texts[message.context or "", english[0]] = forms
    if by_header:
        what = f"Plural-Forms in the header has nplurals={catalog.num_plurals}, but the language has {needed} forms"
        help = f"correct the header, and give each string with a plural {needed} forms"
        before = file.data.decode("utf-8").partition("Plural-Forms")[0]
        mistakes.insert(0, _mistake(file, what, help, before.count("\n") + 1))
    return Messages(texts), tuple(mistakes)


def categories(locale: Locale) -> tuple[str, ...]:
    """The plural categories that whole numbers have in a language, in gettext's order: `one`, `other` in English."""
    return _categories(locale, (*SMALL, 10**6))


def _categories(locale: Locale, numbers: Iterable[int]) -> tuple[str, ...]:
    needed = {locale.plural_form(number) for number in numbers}
    return tuple(category for category in ORDER if category in needed)


def _by_category(forms: tuple[str, ...], locale: Locale) -> tuple[str, ...]:
    """The forms of all categories, from a file that may list those of fractions, or leave out those of millions."""
    needed = categories(locale)
    every = tuple(category for category in ORDER if category in locale.plural_form.tags or category == "other")
    for listed in (needed, every, _categories(locale, SMALL)):
        if len(listed) == len(forms):
            table = dict(zip(listed, forms, strict=True))
            return tuple(table.get(category, forms[-1]) for category in needed)
    return forms


def places(text: str) -> frozenset[str]:
    """The names of the values that stand in a string."""
    return frozenset(found["name"] for found in PLACE.finditer(text) if found["name"])


def _wrong(
    message: Message, english: tuple[str, ...], forms: tuple[str, ...], plurals: int
) -> Iterator[tuple[str, str]]:
    """What is wrong with a translated string, each with what to do."""
    if message.pluralizable and len(forms) != plurals:
        yield f"`{english[0]}` has {len(forms)} plural forms", f"the language has {plurals}"
    if not all(forms):
        yield f"a plural form of `{english[0]}` is empty", "translate all forms, or none"
    known = frozenset().union(*map(places, english))
    for form in filter(None, forms):
        if PLACE.sub("", form).count("%"):
            yield f"a single % in the translation of `{english[0]}`", "write %%, or the place of a value as %(name)s"
        elif places(form) - known:
            names = ", ".join(f"%({name})s" for name in sorted(places(form) - known))
            yield f"the translation of `{english[0]}` has {names}, which the English text has not", "delete it"
        elif missing := (places(english[0]) if len(forms) == 1 else known - {"num"}) - places(form):
            names = ", ".join(f"%({name})s" for name in sorted(missing))
            yield f"the translation of `{english[0]}` lacks {names}", "put it where the value belongs"


def _texts(value: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value or "",) if value is None or isinstance(value, str) else tuple(value)


def _mistake(file: File, what: str, help: str, line: int = 1) -> Mistake:
    return Mistake("broken-translation", what, Span(file.path, line), help)
