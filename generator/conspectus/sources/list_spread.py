"""Entries that are spread over several blocks of a list: a title in bold or as a heading, with links and authors below.

Also the other way round: an item whose paragraphs are links to one paper each, below the item that heads them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from conspectus.model.work import Link
from conspectus.sources import links, list_headings, list_links, list_words
from conspectus.sources.list_block import Block
from conspectus.sources.list_columns import is_called, is_untold
from conspectus.sources.list_found import Found
from conspectus.sources.list_names import are_names, begins_with_names, names
from conspectus.sources.list_text import MARK, Entry, Run, Span, joined

LINKED = re.compile(rf"\W*[^\n:：]{{1,30}}[:：]\s*{MARK}")
"""`Code: https://…`"""

LABEL = re.compile(r"\s*(?P<label>[^\W\d_][\w/&-]*(?: [\w/&-]+){0,2})\s*[:：]")

MOST_BELOW = 12
"""How many blocks may belong to one title."""

LONGEST_DETAIL = 600


def gathered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where each entry that is spread over several of them is one item."""
    made: list[Block] = []
    first = next((n for n, block in enumerate(blocks) if block.kind == "heading"), None)
    levels = _levels(blocks)
    labels = _labels(blocks)
    at = 0
    while at < len(blocks):
        block = blocks[at]
        may_be = at != first and block.kind in ("heading", "paragraph")
        details = _details(blocks, at, levels, labels) if may_be else None
        if details is None:
            made += _rows(block) if block.kind == "row" else [_apart(block)]
        else:
            made.append(_together(block, [each for each in details if _label(each) not in labels]))
        at += 1 + len(details or ())
    return made


def _levels(blocks: Sequence[Block]) -> frozenset[int]:
    """The levels of headings of which most are links to papers."""
    headings = [block for block in blocks if block.kind == "heading"]
    papers = Counter(block.level for block in headings if _is_own(block))
    every = Counter(block.level for block in headings)
    return frozenset(level for level, count in papers.items() if count > 2 and count > 0.5 * every[level])


def _labels(blocks: Sequence[Block]) -> frozenset[str]:
    """What many lines are called that say nothing a record has: `**Metrics:** …`."""
    count = Counter(label for block in blocks if (label := _label(block)))
    return frozenset(label for label, times in count.items() if times > 2 and is_untold(label))


def _label(block: Block) -> str:
    """The bold word, or words, with a colon that an item or a paragraph begins with; empty where it does not."""
    if block.kind not in ("item", "paragraph") or not (block.runs and block.runs[0].strong):
        return ""
    found = LABEL.match("".join(run.text for run in block.runs[:2]))
    return found["label"] if found else ""


def _details(
    blocks: Sequence[Block], at: int, levels: frozenset[int], labels: frozenset[str]
) -> Sequence[Block] | None:
    """The blocks that belong to an entry which begins in this one; None if none does."""
    block = blocks[at]
    if block.kind != "heading" and not any(map(_may_be_title, block.runs)):
        return None
    read, found = block.entry, block.found
    if found is None or list_words.label(found.title) or list_headings.LEFT_OUT.fullmatch(found.title):
        return None
    words = list_words.word_count(found.title)
    if block.kind != "heading" and not (words > 1 and _is_marked(read, found)):
        return None
    own = _links(read, found)
    end = at + 1
    while end < min(at + 1 + MOST_BELOW, len(blocks)) and (_label(blocks[end]) in labels or _is_detail(blocks[end])):
        end += 1
    below = blocks[at + 1 : end]
    given = [link for one in below if _label(one) not in labels for link in one.entry.labelled]
    if block.kind == "heading":
        is_link = bool(found.href) and not read.text[: found.start].strip() and not read.text[found.end :].strip()
        is_entry = list_links.is_paper(own) and (words > 2 or (is_link and words > 1))
        is_entry = is_entry or (is_link and block.level in levels)
        return below if is_entry or (words > 3 and list_links.is_paper(given)) else None
    return below if (given or (own and below)) and list_links.is_paper([*own, *given]) else None


def _may_be_title(run: Run) -> bool:
    """Whether a piece of a paragraph is bold, or a link that says more than what is behind it."""
    return run.strong or bool(run.href and not list_words.is_address(run.text) and not list_words.label(run.text))


def _is_marked(read: Entry, found: Found) -> bool:
    """Whether a paragraph is a title in bold, or one that is a link, and little more."""
    marked = any(span.start <= found.start + 2 and span.strong for span in read.spans)
    return (marked or bool(found.href)) and len(read.text[found.end :].split()) < 20


def _links(read: Entry, found: Found) -> list[Link]:
    title = links.link(found.href) if found.href else None
    return [*([title] if title else []), *read.labelled]


def _is_detail(block: Block) -> bool:
    """Whether a block says something of the title above it: links with labels, names, a venue or a date."""
    if block.kind not in ("paragraph", "item") or block.items:
        return False
    read = block.entry
    text = " ".join(read.text.split())
    if not text or len(text) > LONGEST_DETAIL or any(map(_is_title, read.spans, repeat(read.text))):
        return False
    bare = text.replace(MARK, " ").strip(" .,;:|/[]()&•·-–—*_")
    if LINKED.match(text) or (not bare and read.labelled) or is_called(text):
        return True
    italics = all(run.emphasis for run in block.runs if run.text.strip() and not run.href)
    told = all(_is_publication(one) for one in re.split(r"\s*;\s*", bare))
    named = not read.spans and (begins_with_names(bare) or names(bare) is not None)
    return told or named or (italics and names(bare, lenient=True) is not None)


def _is_title(span: Span, text: str) -> bool:
    return bool((span.strong or span.href) and list_words.word_count(text[span.start : span.end]) > 2)


def _is_publication(text: str) -> bool:
    return len(text.split()) < 6 and bool(list_words.venue(text) or list_words.date(text))


def _together(block: Block, details: Sequence[Block]) -> Block:
    runs = [run for one in details for run in (Run("\n"), *one.runs)]
    return Block("item", block.line, cells=[[*block.runs, *runs]], title=block.found)


def _rows(row: Block) -> list[Block]:
    """A row for each paper of a cell in which each has a line with its title in bold, and lines below, or of columns
    that are called alike, such as `Paper 1` and `Paper 2`."""
    if len(columns := _paper_columns(row)) > 1:
        shared = [cell if number not in columns else [] for number, cell in enumerate(row.cells)]
        each = ([*shared[:number], row.cells[number], *shared[number + 1 :]] for number in columns)
        return [replace(row, cells=cells) for cells in each]
    for number, cell in enumerate(row.cells):
        if sum(run.strong for run in cell) < 2:
            continue
        papers: list[list[Run]] = []
        lines = _split(cell)
        bold = [_begins_bold(line) for line in lines]
        for line, begins in zip(lines, bold, strict=True):
            if begins or not papers:
                papers.append([])
            papers[-1] += [*line, Run("\n")]
        if bold[0] and 1 < len(papers) < len(lines):
            cells = ([*row.cells[:number], paper, *row.cells[number + 1 :]] for paper in papers)
            return [replace(row, cells=each) for each in cells]
    return [row]


def _paper_columns(row: Block) -> list[int]:
    """The columns of a row that are called alike, but for a number, of which each has a link to a paper."""
    own = [number for number, cell in enumerate(row.cells) if _is_own(Block("item", row.line, cells=[cell]))]
    called = {
        re.sub(r"[\s#]*\d+$", "", name).casefold() for name in (row.header[n] for n in own if n < len(row.header))
    }
    return own if len(called) == 1 else []


def _split(cell: Sequence[Run]) -> list[list[Run]]:
    """The lines of a cell that have words."""
    lines: list[list[Run]] = [[]]
    for run in cell:
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    return [line for line in lines if any(run.text.strip() for run in line)]


def _begins_bold(line: Sequence[Run]) -> bool:
    """Whether a line begins with a title in bold."""
    first = next(run for run in line if run.text.strip())
    return first.strong and list_words.word_count(first.text) > 2 and not are_names(first.text)


def _apart(block: Block) -> Block:
    """An item whose paragraphs are links to papers, with an item for each of these."""
    if block.kind != "item":
        return block
    items = [_apart(item) for item in block.items]
    lines = list(_lines(block)) if any(run.line for run in block.runs) else []
    own = list(map(_is_own, lines))
    if sum(own) < 2:
        return block if items == block.items else replace(block, items=items)
    papers = [line for line, is_own in zip(lines, own, strict=True) if is_own]
    rest = [run for line, is_own in zip(lines, own, strict=True) if not is_own for run in (*line.runs, Run("\n"))]
    return replace(block, cells=[rest], items=[*papers, *items])


def _lines(block: Block) -> Iterator[Block]:
    """The paragraphs of an item, each as an item by itself."""
    number, line = block.line, list[Run]()
    for run in block.runs:
        if run.text == "\n" and run.line:
            yield Block("item", number, cells=[line])
            number, line = run.line, []
        else:
            line.append(run)
    yield Block("item", number, cells=[line])


def _is_own(block: Block) -> bool:
    """Whether a paragraph is nothing but a link to a paper with its title."""
    read, found = block.entry, block.found
    if not found or not found.href or list_words.word_count(found.title) < 3:
        return False
    rest = f"{read.text[: found.start]}{read.text[found.end :]}"
    return len(rest.split()) < 6 and list_links.is_paper(_links(read, found))


def cited_below(item: Block, read: Entry, found: Found | None) -> tuple[Entry, Found] | None:
    """The only item in another one that is a whole citation, with the links of the one above, which names a group or a
    method; None where there is none."""
    cited = [inner for inner in item.items if inner.found and inner.found.authors]
    if len(cited) != 1 or (found and (found.authors or found.href)) or not read.labelled:
        return None
    below, title = cited[0].entry, cited[0].found
    if title is None or list_words.word_count(title.title) < 4:
        return None
    return below.with_links(read.labelled), title


def whole(item: Block) -> Entry:
    """An item with all that stands in it."""
    return joined([item.entry, *map(whole, item.items)])
