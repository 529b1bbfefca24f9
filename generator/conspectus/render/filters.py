"""What templates can do with values beyond writing them: addresses, dates, numbers, prose.

Every filter escapes what it is given.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from conspectus.language import written_in
from conspectus.model.site import Shell
from conspectus.model.when import Date
from conspectus.render.assets import Assets
from conspectus.render.markdown import markdown_for
from conspectus.text import Prose, Text
from conspectus.text.headings import SECTION_IDS, SHELL_IDS

KEPT_IN_URLS = "/#?&=%:+,;@!$'()*~"
"""Characters besides letters, digits and `-._` that an address is written with as they are."""

BLOCK = re.compile(r"</(?:p|div|li|ul|td|section|article|h[1-6])>|<br\b[^>]*>")
"""Where the text of HTML has a space though none is written."""

SENTENCE = re.compile(r"""</(?<=[\w'")$*]</)(?:\w+></)*?(?:p|div|li|ul|td|section|article|h[1-6])>""")
"""Where a block ends and its last sentence has no end. It begins with what can be looked for at once."""


HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)


class Heading(NamedTuple):
    """A heading of rendered prose: its level, the id that leads to it, its words."""

    level: int
    id: str
    words: str


def filters(shell: Shell, assets: Assets) -> Mapping[str, Callable[..., object]]:
    """All filters of one site, by the names templates call them by."""
    markdown = markdown_for(shell.root)
    language = shell.language

    @lru_cache(maxsize=65536)
    def href(url: str) -> str:
        """The address of something in the site, from its url below the root: `papers/x/` → `/repo/papers/x/`."""
        return shell.root + quote(url, safe=KEPT_IN_URLS)

    def absolute(url: str) -> str:
        """As `href`, with scheme and host where they are known."""
        return shell.origin + href(url)

    def asset(name: str) -> str:
        """The address of an asset: `css/site.css` → `/repo/assets/site.1a2b3c4d.css`."""
        return href(assets.address(name))

    def prose(value: Prose, level: int = 2, alone: bool = False) -> Markup:
        """Markdown as blocks of HTML, its topmost headings at `level`. `alone`: its page has no sections of its own,
        whose ids the headings would have to leave to them."""
        return Markup(markdown.block(value, level, SHELL_IDS if alone else SECTION_IDS))  # noqa: S704 - sanitised there

    def inline(value: Prose) -> Markup:
        """Markdown as one run of text without a paragraph around it."""
        return Markup(markdown.inline(value))  # noqa: S704 - sanitised there

    @lru_cache(maxsize=16384)
    def date(value: Date, short: bool = False) -> Markup:
        """A date to read, no more exact than it is known: `<time datetime="2024-04-22">April 22, 2024</time>`.

        `short`: with the month abbreviated. Kept, because a date stands on many pages.
        """
        return Markup('<time datetime="{}">{}</time>').format(value, language.date(value, short))

    @lru_cache(maxsize=65536)
    def written(text: object, known: str | None = None) -> Markup:
        """The attributes `lang` and `dir` of an element with a title or abstract, where they are not those of the page.

        `known`: its language, by its record.
        """
        found = written_in(str(text), language.tag, known or "", language.papers)
        return Markup("").join(
            Markup(' {}="{}"').format(name, value) for name, value in found._asdict().items() if value
        )

    own: dict[str, Callable[..., object]] = {
        "href": href,
        "absolute": absolute,
        "asset": asset,
        "prose": prose,
        "inline": inline,
        "date": date,
        "number": language.number,
        "papers": lambda number: language.ngettext("%(num)s paper", "%(num)s papers", number),
        "month": language.month,
        "listed": language.list,
        "written": written,
    }
    return {**own, **OF_NO_SITE}


def atomtime(value: Date) -> str:
    """A date as RFC 3339 wants it in a feed; what is not known of it is the first."""
    return f"{value.year:04}-{value.month or 1:02}-{value.day or 1:02}T00:00:00Z"


def headings(html: Markup) -> tuple[Heading, ...]:
    """The headings in HTML, of the two uppermost levels that prose has."""
    return tuple(Heading(int(level), id, Markup(words).striptags()) for level, id, words in HEADING.findall(html))  # noqa: S704


@lru_cache(maxsize=65536)
def host(url: str) -> str:
    """The host of an address, to show where a link leads: `github.com`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def linked(text: Text) -> Markup:
    """Text with its addresses as links. Not for places that are links themselves."""
    return Markup(text.as_html())  # noqa: S704 - Text escapes


def plain(html: Markup) -> str:
    """The text of some HTML in a line; what ends a block ends a sentence."""
    text = SENTENCE.sub(r".\g<0>", str(html))  # a Markup would escape what it is put together of
    return Markup(BLOCK.sub(r"\g<0> ", text)).striptags()  # noqa: S704 - without tags


def as_json(value: object, lines: bool = False) -> Markup:
    """JSON, written so that it can also stand inside a script element; dataclasses become objects, dates ISO texts.

    `lines`: what is in the value, and in the lists and objects in it, begins a line, for people and for comparing;
    deeper than that nothing does, which would take Python ten times as long.
    """
    said = _lines(value, 2) if lines else _dumps(value)
    return Markup(said.replace("<", "\\u003c"))  # noqa: S704 - no `<` left, and inside scripts nothing else matters


def _lines(value: object, depth: int) -> str:
    if not depth or not value or not isinstance(value, list | tuple | dict):
        return _dumps(value)
    if isinstance(value, dict):
        inner = [f"{_dumps(str(name))}: {_lines(item, depth - 1)}" for name, item in value.items()]
        return "{\n" + ",\n".join(inner) + "\n}"
    return "[\n" + ",\n".join(_lines(item, depth - 1) for item in value) + "\n]"


def _dumps(value: object) -> str:
    return _ENCODER.encode(value)


def _plain(value: object) -> object:
    if isinstance(value, Text | Date):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


_ENCODER = json.JSONEncoder(default=_plain, ensure_ascii=False, allow_nan=False)


OF_NO_SITE: Mapping[str, Callable[..., object]] = {
    "atomtime": atomtime,
    "json": as_json,
    "headings": headings,
    "host": host,
    "linked": linked,
    "plain": plain,
}
"""The filters that are the same for all sites."""
