"""A Markdown file as a sequence of blocks: headings, list items, table rows, paragraphs and code, each with its line.

The grammar is that of GitHub's Markdown (comrak), which lets HTML through; what it writes is read here as HTML, so that
a table means the same in Markdown and in HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from itertools import accumulate

from conspectus.sources.list_block import Block
from conspectus.sources.list_text import Run

DEEPEST = 6
"""How deep list items are told apart; what is nested deeper counts for the item it lies in."""

WINDOW = 20_000
"""How many characters ahead a piece of raw HTML is looked for, whose place the grammar does not tell."""

TOKEN = re.compile(
    r"""(?P<comment><!--)|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]{0,30})(?P<attributes>(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)>"""
    r"|(?P<text>[^<]+|<)"
)
"""HTML as it is written; no piece of it is looked at twice, however it is broken."""

ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
ANCHOR = re.compile(r"(?m)^<a\s+(?:name|id)\s*=[^<>\n]*>(?:\s*</a>)?[ \t]*$(?=\n#)")
"""A place that links lead to, alone on the line above a heading, which would be a part of its HTML."""

HEADING = re.compile(r"h[1-6]")
PLACE = re.compile(r'data-sourcepos="(\d+):')


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown file in order. Items within an item are found in it."""
    import comrak  # a survey without Markdown lists need not wait for it

    html = comrak.markdown_to_html(
        ANCHOR.sub("", text),
        extension_options=comrak.ExtensionOptions(table=True, strikethrough=True, autolink=True),
        render_options=comrak.RenderOptions(sourcepos=True, unsafe_=True),
    )
    reader = _Reader(text)
    reader.read(html)
    return reader.blocks


class _Reader:
    """Takes HTML in the order it is written; `sink` is the block whose text comes next."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = list(accumulate((len(line) for line in source.splitlines(keepends=True)), initial=0))
        self.line = 1
        self.is_raw = False
        self.blocks: list[Block] = []
        self.sink: Block | None = None
        self.items: list[Block] = []
        self.row: Block | None = None
        self.header: tuple[str, ...] | None = None
        self.href = ""
        self.styles = dict.fromkeys(STYLES.values(), 0)
        self.is_behind_code = False

    def read(self, html: str) -> None:
        at, last_comment = 0, html.rfind("-->")
        while at < len(html) and (token := TOKEN.match(html, at)):
            at = token.end()
            if token["comment"]:
                at = html.index("-->", at) + 3 if at <= last_comment else len(html)
            elif token["text"]:
                self.add_text(unescape(token["text"]))
            elif token["end"]:
                self.end(token["tag"].lower())
            else:
                self.start(token["tag"].lower(), token["attributes"])
        self.flush()

    def start(self, tag: str, attributes: str) -> None:
        placed = PLACE.search(attributes)
        if placed:
            self.line = int(placed[1])
        if tag in BLOCKS:
            self.is_raw = not placed
        if style := STYLES.get(tag):
            self.styles[style] += 1
        elif tag == "a":
            self.href = _attributes(attributes).get("href", "")
        elif tag == "img":
            given = _attributes(attributes)
            self.add(Run(given.get("alt", ""), self.href, given.get("src", "") or "-"))
        elif tag == "br":
            self.add(Run("\n"))
        elif tag == "pre":
            self.begin(Block("code", self.line))
        elif tag == "code" and self.sink and self.sink.kind == "code":
            self.sink.header = (_attributes(attributes).get("class", "").removeprefix("language-"),)
        elif tag == "code" and self.is_behind_code:
            self.add(Run("| "))  # `Lampworks` `2011` are two things
        else:
            self.start_block(tag)

    def start_block(self, tag: str) -> None:
        if self.row is not None and tag not in ("tr", "table", "td", "th"):
            self.add(Run("\n"))  # lists and paragraphs in a cell are its lines
        elif HEADING.fullmatch(tag):
            self.items.clear()
            self.begin(Block("heading", self.line, int(tag[1])))
        elif tag == "li":
            self.begin_item()
        elif tag == "summary":
            self.begin(Block("summary", self.line))
        elif tag == "table":
            self.flush()
            self.header = None
        elif tag == "tr":
            self.flush()
            self.row = Block("row", self.line, cells=[], header=self.header or ())
        elif tag in ("td", "th") and self.row is not None:
            self.row.cells.append([])
        elif tag in ("p", "div", "dd", "dt"):
            if self.items:
                self.add(Run("\n", line=self.line))
            else:
                self.begin(Block("paragraph", self.line))

    def end(self, tag: str) -> None:
        if style := STYLES.get(tag):
            self.styles[style] = max(0, self.styles[style] - 1)
        elif tag == "a":
            self.href = ""
        elif tag == "code":
            self.is_behind_code = True
        elif tag == "tr" and self.row is not None:
            self.end_row(self.row)
        elif tag == "table":
            self.row = None
        elif tag == "li" and self.items:
            self.items.pop()
            self.sink = self.items[-1] if self.items else None
        elif tag == "details":
            self.flush()
            self.blocks.append(Block("fold", self.line))
        elif tag in ENDING and not self.items and self.row is None:
            self.flush()
        elif tag == "pre" and self.items:
            self.sink = self.items[-1]

    def begin_item(self) -> None:
        item = Block("item", self.line)
        if len(self.items) >= DEEPEST:
            self.add(Run("\n"))
            self.items.append(self.items[-1])
            return
        if self.items:
            self.items[-1].items.append(item)
        else:
            self.begin(item)
        self.items.append(item)
        self.sink = item

    def end_row(self, row: Block) -> None:
        self.row = None
        names = tuple(" ".join("".join(run.text for run in cell).split()) for cell in row.cells)
        if self.header is None and any(names) and not any(run.href for cell in row.cells for run in cell):
            self.header = names
        elif row.cells:
            self.blocks.append(row)

    def add_text(self, data: str) -> None:
        if data:
            self.is_behind_code = self.is_behind_code and data.isspace()
            is_code = self.sink is not None and self.sink.kind == "code"
            text = data if is_code else data.replace("\n", " ")
            strong, emphasis, struck = (self.styles[style] > 0 for style in ("strong", "em", "struck"))
            self.add(Run(text, self.href, "", strong, emphasis, struck=struck))

    def add(self, run: Run) -> None:
        if self.row is not None:
            if self.row.cells:
                self.row.cells[-1].append(run)
                self.find(self.row, run)
            return
        if self.sink is None:
            if not run.text.strip() and not run.image:
                return
            self.begin(Block("paragraph", self.line))
        if self.sink is not None:
            self.sink.runs.append(run)
            self.find(self.sink, run)

    def begin(self, block: Block) -> None:
        """A block begins, and with it what stands outside of lists."""
        if block.kind == "code" and self.items:
            self.blocks.append(block)
            self.sink = block
            return
        self.flush()
        self.blocks.append(block)
        self.sink = block

    def flush(self) -> None:
        """Whatever was open has ended."""
        self.items.clear()
        self.sink = self.row = None
        self.href = ""
        self.styles = dict.fromkeys(self.styles, 0)

    def find(self, block: Block, run: Run) -> None:
        """Raw HTML has no place; the first thing that it links or says is looked for from the last known line on."""
        needle = run.href or run.image or run.text.strip()
        if not self.is_raw or len(needle) < 4:
            return
        self.is_raw = False
        start = self.starts[min(self.line, len(self.starts)) - 1]
        where = self.source.find(needle, start, start + WINDOW)
        if where >= 0:
            self.line = block.line = bisect_right(self.starts, where)


def _attributes(written: str) -> dict[str, str]:
    return {name.lower(): unescape(one or two or bare) for name, one, two, bare in ATTRIBUTE.findall(written)}


BLOCKS = frozenset("h1 h2 h3 h4 h5 h6 li tr p pre summary table div".split())
ENDING = BLOCKS - {"li", "tr", "table"} | {"ul", "ol"}
STYLES = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "del": "struck", "s": "struck", "strike": "struck",
}  # fmt: skip
