"""The curator's Markdown as HTML that is safe to publish.

Python-Markdown with tables, footnotes, definition lists and fenced code. HTML in the source is not taken over: its tags
and comments go, its words stay. Whatever comes out passes nh3 with a list of the elements Markdown itself makes.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from html import escape
from xml.etree.ElementTree import Element, SubElement

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import HTML_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from conspectus.model.identifiers import slug
from conspectus.render.links import Links
from conspectus.text import Citation, Image, Prose
from conspectus.text.bounds import excess
from conspectus.text.headings import SECTION_IDS, ids
from conspectus.text.prose import CITATION, CITED

EXTENSIONS = ("tables", "footnotes", "fenced_code", "def_list", "sane_lists", "abbr")

INLINE = frozenset("a abbr br code em img span strong sup".split())
BLOCKS = frozenset("blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul".split())
ATTRIBUTES = {
    "a": {"class", "href", "id", "rel", "title"},
    "abbr": {"title"},
    "code": {"class"},
    "div": {"class"},
    "img": {"alt", "height", "loading", "src", "title", "width"},
    "li": {"id"},
    "ol": {"start"},
    "span": {"class"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}

HIDDEN = re.compile(r"(?im)^ {0,3}<(?:!--|(?:script|style)\b)")
HIDDEN_UNTIL = {
    "<!--": re.compile("-->"),
    "<script": re.compile(r"(?i)</script\s*>"),
    "<style": re.compile(r"(?i)</style\s*>"),
}
"""How what is never shown begins, at the beginning of a line, and how each kind ends."""

LONGEST_TEXT = 20_000
MOST_UNCLOSED = 200
"""A paragraph, list item or cell with more characters, or more brackets that nothing closes, is shown as it is written:
Python-Markdown looks for each bracket's end up to the end of the text, and takes minutes for what nobody writes."""
ALIGNED = re.compile(r"text-align:\s*(left|right|center)")
LONGEST_LABEL = 60


PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .,:;()/%'\"+–—‘’“”…×éèüöäßñ-]*[A-Za-z0-9.)]")
"""A line that Markdown has nothing to say about, as most summaries are."""


@lru_cache(maxsize=8)
def markdown_for(root: str) -> Markdown:
    """The one that renders prose for a site whose root is at the path `root`; what it rendered, it keeps."""
    return Markdown(root)


class Markdown:
    """Renders prose for a site whose root is at the path `root`; may be used by several threads."""

    def __init__(self, root: str) -> None:
        self._house = _House(root)
        self._markdown = markdown.Markdown(extensions=[*EXTENSIONS, self._house], output_format="html")
        self._rendered = lru_cache(maxsize=16384)(self._render)
        self._lock = threading.Lock()

    def block(self, prose: Prose, level: int = 2, ids: frozenset[str] = SECTION_IDS) -> str:
        """Blocks of HTML; the topmost headings of the source become headings of `level`, and none has one of `ids`."""
        return self._rendered(prose, level, ids)

    def inline(self, prose: Prose) -> str:
        """HTML that can stand inside a paragraph: blocks lose their tags and keep their words."""
        made = self._rendered(prose, 2, SECTION_IDS)
        one = made.removeprefix("<p>").removesuffix("</p>")
        if len(made) - len(one) == len("<p></p>") and "<p>" not in one:
            return one
        words = nh3.clean(made.replace("\n", " "), tags=set(INLINE), attributes=ATTRIBUTES, link_rel=None)
        return " ".join(words.split())

    def _render(self, prose: Prose, level: int, ids: frozenset[str]) -> str:
        if PLAIN.fullmatch(prose.source) or excess(prose.source):
            return f"<p>{escape(prose.source, quote=False)}</p>"
        with self._lock:
            self._house.begin(prose, level, ids)
            try:
                made = self._markdown.reset().convert(prose.source)
            except RecursionError:  # hundreds of lists in one another, say
                return f"<p>{escape(prose.source, quote=False)}</p>"
        return nh3.clean(
            made,
            tags=set(INLINE | BLOCKS),
            attributes=ATTRIBUTES,
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        ).strip()


class _House(Extension):
    """Our rules on top of Python-Markdown's; told before each text what that may cite and show."""

    def __init__(self, root: str) -> None:
        super().__init__()
        self.links = Links(root)
        self.citations: dict[str, Citation] = {}
        self.images: dict[str, Image] = {}
        self.level = 2
        self.ids = SECTION_IDS

    def begin(self, prose: Prose, level: int, ids: frozenset[str]) -> None:
        self.citations = {citation.name: citation for citation in prose.citations}
        self.images = {image.url: image for image in prose.images}
        self.level = level
        self.ids = ids

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors.register(_Uncommented(md), "html_block", 20)
        md.inlinePatterns.register(_Untagged(HTML_RE, md), "html", 90)
        md.inlinePatterns.register(_Cited(self, md), "citation", 175)
        md.treeprocessors.register(_Bounded(md), "bounded", 25)  # the inline patterns are at 20
        md.treeprocessors.register(_Finished(self, md), "house", 5)


class _Uncommented(Preprocessor):
    """Takes out comments, scripts and styles that begin a line; stands where Python-Markdown would keep all HTML."""

    def run(self, lines: list[str]) -> list[str]:
        text, shown, end = "\n".join(lines), [], 0
        unclosed: set[str] = set()  # kinds that end nowhere in the rest, and so are not looked for again
        for found in HIDDEN.finditer(text):
            kind = found[0].strip().lower()
            if found.start() >= end and kind not in unclosed:
                closing = HIDDEN_UNTIL[kind].search(text, found.end())
                if closing:
                    shown.append(text[end : found.start()])
                    end = closing.end()
                else:
                    unclosed.add(kind)
        return "".join((*shown, text[end:])).split("\n")


class _Bounded(Treeprocessor):
    """Takes texts that would take too long for words without markup, before what is inside of them is looked at."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and _takes_long(element.text):
                element.text = AtomicString(element.text)
            if element.tail and _takes_long(element.tail):
                element.tail = AtomicString(element.tail)


def _takes_long(text: str) -> bool:
    unclosed = max(text.count(opening) - text.count(closing) for opening, closing in ("[]", "()"))
    return len(text) > LONGEST_TEXT or unclosed > MOST_UNCLOSED


class _Untagged(InlineProcessor):
    """Takes out tags."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        return "", m.start(0), m.end(0)


class _Cited(InlineProcessor):
    """`[@id]` as a link to the paper, `[@id; @other]` as several; what cites no paper stays as it is written."""

    def __init__(self, house: _House, md: markdown.Markdown) -> None:
        super().__init__(CITATION.pattern, md)
        self.house = house

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        cited = [self.link(id) for id in CITED.findall(m[1])]
        if len(cited) == 1:
            return cited[0], m.start(0), m.end(0)
        made = Element("span")
        for element in cited:
            element.tail = AtomicString("; ")
            made.append(element)
        cited[-1].tail = None
        return made, m.start(0), m.end(0)

    def link(self, id: str) -> Element:
        """The link to one paper: its short title and its year."""
        citation = self.house.citations.get(id)
        if citation is None:
            made = Element("span", {"class": "citation missing"})
            made.text = AtomicString(f"[@{id}]")
            return made
        full = f"{citation.title} ({citation.year})" if citation.year else citation.title
        made = Element("a", {"class": "citation", "href": self.house.links.inside(citation.url), "title": full})
        made.text = AtomicString(label(citation.title))
        if citation.year:
            year = SubElement(made, "span", {"class": "cited-year"})
            year.text = AtomicString(str(citation.year))
            made.text = AtomicString(f"{made.text} ")
        return made


class _Finished(Treeprocessor):
    """Headings at their level and with ids, links that lead where they may, table cells aligned by class."""

    def __init__(self, house: _House, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.house = house

    def run(self, root: Element) -> None:
        self.headings([element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)])
        for element in root.iter():
            if element.tag == "a" and element.get("class") != "citation":
                self.house.links.follow(element)
            elif element.tag == "img":
                self.house.links.show(element, self.house.images)
            aligned = ALIGNED.match(element.attrib.pop("style", ""))
            if aligned:
                element.set("class", f"align-{aligned[1]}")

    def headings(self, headings: list[Element]) -> None:
        shift = self.house.level - min((int(heading.tag[1]) for heading in headings), default=0)
        slugs = (slug("".join(heading.itertext())) for heading in headings)
        for heading, id in zip(headings, ids(slugs, self.house.ids), strict=True):
            heading.tag = f"h{min(int(heading.tag[1]) + shift, 6)}"
            heading.set("id", id)


def label(title: str) -> str:
    """What a citation shows: the title up to its colon, cut between words if it is long."""
    short = title.split(": ")[0]
    if len(short) <= LONGEST_LABEL:
        return short
    return (short[:LONGEST_LABEL].rpartition(" ")[0] or short[:LONGEST_LABEL]).rstrip(",;–-") + "…"
