"""One language: its strings, plurals, dates, numbers and lists, by the Unicode CLDR."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from conspectus.diagnostics import Mistake, Span
from conspectus.language import messages
from conspectus.language.collation import sort_key
from conspectus.language.messages import File, Messages

SHIPPED = Path(__file__).parent / "locale"
"""The translations that come with Conspectus, a file a language."""

SAME = {"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant"}
"""Tags that leave out how the language is written, and the ones that say it."""

Value = str | int


class Dated(Protocol):
    """A date to the day, the month or the year."""

    @property
    def year(self) -> int: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...


def marked(text: str) -> str:
    """The very same text, marked as a string of the user interface where its language is not known yet."""
    return text


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a site's user interface.

    `tag`: as the pages declare it (BCP 47); `content`: the tag of the curator's own words, which differs where the
    user interface is not translated into it; `papers`: that of titles of which nothing else is known, if it is known.
    """

    tag: str = "en"
    content: str = "en"
    papers: str = ""
    messages: Messages = field(default_factory=Messages)

    @property
    def locale(self) -> Locale:
        return _locale(self.tag)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.locale.text_direction)

    def gettext(self, text: str, **values: Value) -> str:
        """A string, with its values in place; whole numbers are written as the language writes them."""
        return self.filled(self.form("", text), values)

    def pgettext(self, context: str, text: str, **values: Value) -> str:
        """As `gettext`, for a text that means something else elsewhere."""
        return self.filled(self.form(context, text), values)

    def ngettext(self, one: str, other: str, num: int, **values: Value) -> str:
        """A string in the plural form of a number, which stands in it as `%(num)s`."""
        return self.filled(self.form("", one, other, num), {"num": num, **values})

    def form(self, context: str, one: str, other: str = "", num: int = 1) -> str:
        """A string as it is translated, or as it is, with its places still open."""
        forms = self.messages.texts.get((context, one))
        if not forms:
            return other if other and num != 1 else one
        return forms[_index(self.locale, num)] if len(forms) > 1 else forms[0]

    def filled(self, text: str, values: Mapping[str, Value]) -> str:
        """A string with its values in its places."""
        return text % {name: self.shown(value) for name, value in values.items()}

    def shown(self, value: Value) -> str:
        """A value as it stands in a string."""
        return self.number(value) if isinstance(value, int) else value

    def number(self, value: float) -> str:
        """A number with its separators: 1,234.5 or 1.234,5."""
        return _number(value, self.locale)

    def date(self, value: Dated, short: bool = False) -> str:
        """A date, no more exact than it is known: `April 22, 2024`, `April 2024`, `2024`; `short`: `Apr 22, 2024`."""
        return _date(value.year, value.month, value.day, short, self.locale)

    def month(self, number: int, short: bool = False) -> str:
        """The name of a month, which stands by itself: `April`."""
        width = "abbreviated" if short else "wide"
        return str(self.locale.months["stand-alone"][width][number])

    def list(self, items: Iterable[str]) -> str:
        """Items one after the other: `a, b, and c`."""
        return format_list(list(items), locale=self.locale)

    def sort_key(self, text: str) -> str:
        """What names and titles are sorted by."""
        return sort_key(text, self.tag)

    @property
    def plural_forms(self) -> Mapping[str, int]:
        """The position of each plural category's form, for scripts, which ask the browser for the category."""
        return {category: position for position, category in enumerate(messages.categories(self.locale))}


ENGLISH = Language()


def load(
    tag: str, files: Iterable[File] = (), span: Span | None = None, papers: str = ""
) -> tuple[Language, tuple[Mistake, ...]]:
    """The language with this tag, and what is wrong with its translations.

    `files`: the survey's own `.po` files, whose strings are taken before those that come with Conspectus. A language
    without a translation makes a site in English that declares the curator's words as theirs. `papers`: the usual
    language of papers, if there is one.
    """
    mistakes: list[Mistake] = []
    own: dict[str, File] = {}
    for file in files:
        name = file.path.rpartition("/")[2].removesuffix(".po").replace("_", "-")
        try:
            _locale(name)
            own[name.lower()] = file
        except (ValueError, UnknownLocaleError):
            help = "a translation is named by its language: de.po, pt-BR.po"
            mistakes.append(Mistake("broken-translation", f"`{name}` is not a language tag", Span(file.path), help))
    found = Messages()
    has_any = tag.lower().partition("-")[0] == "en"
    for name in candidates(tag):
        if file_of_language := own.get(name.lower()):
            strings, wrong = messages.read(file_of_language, _locale(name))
            found, has_any = found.over(strings), True
            mistakes += wrong
        if shipped := _shipped(name):
            found, has_any = found.over(shipped), True
    if not has_any:
        what = f"the pages have no translation into `{tag}`, so that their own strings are in English"
        help = f"`conspectus translate {tag}` writes a file for one: content/locale/{tag}.po"
        mistakes.append(Mistake("no-translation", what, span or Span("content/survey.yaml"), help))
    return Language(tag if has_any else "en", tag, papers, found), tuple(mistakes)


def canonical(tag: str) -> str:
    """A tag in the case that is recommended for it (RFC 5646, 2.1.1): `pt-BR` for `PT-br`, `zh-Hans` for `zh-hans`."""
    first, *others = tag.split("-")
    cased = (part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower() for part in others)
    return "-".join((first.lower(), *cased))


def candidates(tag: str) -> tuple[str, ...]:
    """The tags whose translations serve a language, nearest first: `de-AT`, `de`."""
    parts = tag.split("-")
    cut = ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]
    return tuple(dict.fromkeys(name for part in cut for name in (part, SAME.get(part, "")) if name))


def shipped(tag: str) -> bytes:
    """The gettext file of a language that comes with Conspectus; nothing where none does."""
    paths = (SHIPPED / f"{name}.po" for name in candidates(tag))
    return next((path.read_bytes() for path in paths if path.is_file()), b"")


def shipped_tags() -> tuple[str, ...]:
    """The languages that Conspectus is translated into."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.po")))


@cache
def _shipped(name: str) -> Messages | None:
    path = SHIPPED / f"{name}.po"
    if not path.is_file():
        return None
    strings, mistakes = messages.read(File(path.name, path.read_bytes()), _locale(name))
    assert not mistakes, mistakes  # noqa: S101 - they come with Conspectus, and a test reads them
    return strings


@cache
def _locale(tag: str) -> Locale:
    try:
        return Locale.parse(tag, sep="-")
    except UnknownLocaleError:
        return Locale.parse(tag.partition("-")[0])


@lru_cache(maxsize=4096)
def _index(locale: Locale, num: int) -> int:
    return messages.categories(locale).index(locale.plural_form(num))


@lru_cache(maxsize=65536)
def _number(value: float, locale: Locale) -> str:
    return format_decimal(value, locale=locale)


@lru_cache(maxsize=65536)
def _date(year: int, month: int | None, day: int | None, short: bool, locale: Locale) -> str:
    skeleton = "y" + ("" if not month else "MMM" if short else "MMMM") + ("d" if day else "")
    return format_skeleton(skeleton, date(year, month or 1, day or 1), locale=locale)
