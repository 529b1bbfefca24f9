"""The lines of a list of papers in Markdown, told apart: papers, what only looks like one, and all else."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Dropped, Reading, Record, Source
from conspectus.model.work import Link
from conspectus.sources import (
    links,
    list_entry,
    list_headings,
    list_links,
    list_names,
    list_table,
    list_words,
)
from conspectus.sources.list_bibtex import Cited, cited
from conspectus.sources.list_block import Block
from conspectus.sources.list_choice import Candidate, chosen
from conspectus.sources.list_fields import Fields
from conspectus.sources.list_found import Found
from conspectus.sources.list_missed import missed
from conspectus.sources.list_sections import Section, Sections
from conspectus.sources.list_spread import cited_below, gathered, whole
from conspectus.sources.list_text import MARK, Entry, joined
from conspectus.sources.markdown_blocks import blocks
from conspectus.text.counting import counted

NO_TITLE_COLUMN = "the row has no link, and no column of its table is called title or paper"

UNLINKED = "it has no link, and no author or venue that was recognized: add a link or an identifier to have it"

STRUCK = "it is crossed out"

NAMES = "where its title should stand, it has names: is the row shifted?"

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PAGE = re.compile(r"https?://(?:www\.)?github\.com/[^/]+/[^/]+/(?:blob|tree)/\S+\.(?:md|ipynb)$")
"""A page of a repository, such as another part of the list."""

IN_REPOSITORY = re.compile(r"(?!\w+:)[^\s?#]+\.(?:pdf|ps)", re.I)
"""A paper that lies beside the list."""

LABELS = re.compile(rf"(?:[\s,]*[^\W\d_][\w ]{{0,20}}:\s*{MARK})+[\s.]*")
"""Nothing but links that say what they lead to: `PDF: https://…`"""

UNFINISHED = re.compile(
    r"(?:^|\s)(?:an?|and|as|at|by|for|from|her|his|in|is|its|of|on|our|see|the|their|this|to|with)$", re.I
)

VENUE = re.compile(r"(?i:the )(?:\w+ )?(?:ACM|Annual|Association|Conference|European|IEEE|International|Symposium)\b")
"""What the name of a venue begins with: `**ICSE**, the International Conference …`"""

ARXIV = re.compile(r"\barxiv\b", re.I)
NUMBERED = re.compile(r"\s*\[\d{1,4}\]")
DESCRIBED = re.compile(r"\s*(?:\]|\))?\s*(?:-|–|—|:)\s+\S+(?:\s+\S+){2}")


def read(source: Source, text: str, format: str) -> Reading:
    """A record for each paper; what looked like one and is none, or stands where none does, is dropped. `format`: what
    the reading says it is."""
    found = deque(gathered(blocks(text)))
    quoted = cited(source, found)
    reader = _Reader(source, Sections([block for block in found if block.kind == "heading"]))
    candidates: list[Candidate] = []
    while found:  # a block that was read is not kept: in long files they take more room than what they come to
        candidates += reader.read(found.popleft())
    known = (*(one.record for one in candidates), *quoted.records)
    titled = {one.section.path for one in candidates if one.certain}
    lines = text.splitlines()
    overlooked = list(missed(text, source.path, known))
    told = {dropped.span.line for dropped in overlooked}
    unlinked = [
        dropped
        for section, dropped in reader.unlinked
        if dropped.span.line not in told
        and (section.path in titled or _may_be_title(dropped, lines[dropped.span.line - 1], every=not titled))
    ]
    passed = (*reader.passed, *unlinked, *overlooked)
    return _reading(source, format, candidates, quoted, reader.sections, passed)


def _may_be_title(dropped: Dropped, line: str, *, every: bool) -> bool:
    """Whether what has no link may be a paper, where no paper stands beside it; `every`: nowhere in the file."""
    return 2 < list_words.word_count(dropped.title) < 30 and (every or bool(YEAR.search(line)))


class _Reader:
    """Goes through the blocks of a file; `sections` knows where it is."""

    def __init__(self, source: Source, sections: Sections) -> None:
        self.source = source
        self.sections = sections
        self.listed = PurePosixPath(source.path).stem
        self.is_below_paper = False
        self.passed: list[Dropped] = []
        self.unlinked: list[tuple[Section, Dropped]] = []

    def read(self, block: Block) -> Iterator[Candidate]:
        """The candidates in a block, once the headings so far are known."""
        self.sections.enter(block)
        section = self.sections.present
        if block.kind in ("heading", "summary") or block.title:
            self.is_below_paper = block.title is not None
        if block.kind == "item":
            yield from self.item(block, section)
        elif block.kind == "row" and not list_table.is_heading(block):
            yield from self.row(block, section)
        elif block.kind == "paragraph" and (section.path or section.date):
            yield from self.paragraph(block, section)

    def paragraph(self, block: Block, section: Section) -> Iterator[Candidate]:
        """A paragraph that begins with a title, a citation or a venue, or ends with its link; not one about papers."""
        read, found = block.entry, block.found
        few = 2 if found and found.authors else 3
        if not found or list_words.word_count(found.title) < few or len(read.text[found.end :].split()) >= 60:
            return
        marked = any(span.start <= found.start + 2 and (span.href or span.strong) for span in read.spans)
        numbered = NUMBERED.match(read.text) and read.text[found.end :].lstrip(" ")[:1] in ("\n", MARK)
        leads = read.text[: found.start].strip(f" \n*[({MARK}")
        begins = numbered or (marked and (found.authors or _is_published(found) or not leads))
        is_all = not leads and LABELS.fullmatch(read.text, found.end) and not UNFINISHED.search(found.title)
        ends = read.text.count(MARK) == 1 and read.text.rstrip(" .").endswith(MARK)
        for one in self.candidate(block.line, read, found, Fields(), section):
            work = one.record.work
            linked = work.arxiv or work.doi or list_links.is_paper(work.urls)
            if is_all or (one.certain and (begins or (linked and (found.authors or (ends and work.authors))))):
                yield one

    def item(self, item: Block, section: Section) -> Iterator[Candidate]:
        """An item, and what lies in it: details of its paper, other papers, or papers that it is the heading of."""
        read, found = item.entry, item.found
        papers = [inner for inner in item.items if _is_own(inner)] or _named(item)
        if papers and not _links(read, found):
            for inner in item.items:
                yield from self.item(inner, section.below(list_headings.heading(item.text)))
            return
        if told := cited_below(item, read, found):
            read, found = told
        else:
            read = joined([read, *(whole(inner) for inner in item.items if inner not in papers)])
        made = list(self.candidate(item.line, read, found, Fields(), section))
        yield from made
        if not made and found and not found.href and not read.is_struck and self.may_have_papers(section):
            title = found.title if "](http" not in item.text else " ".join(item.text.split())
            if not _is_label(title):
                self.unlinked.append((section, Dropped(title, Span(self.source.path, item.line), UNLINKED)))
        for inner in papers:
            yield from self.item(inner, section)

    def may_have_papers(self, section: Section) -> bool:
        """Whether an item without a link may be a paper here: it is no note on one above, nor about the list."""
        return not (self.is_below_paper or section.left_out or section.announcing)

    def row(self, row: Block, section: Section) -> Iterator[Candidate]:
        """A row of a table; one without a link is a paper where a column is for titles."""
        read, found, fields = list_table.read(row)
        plain = list_table.tells_papers(row)
        if found and list_names.are_names(found.title):
            self.passed.append(Dropped(found.title, Span(self.source.path, row.line), NAMES))
            return
        made = list(self.candidate(row.line, read, found, fields, section, plain=plain))
        if not made and found and list_table.is_like_a_paper(row) and list_words.word_count(found.title) > 2:
            self.passed.append(Dropped(found.title, Span(self.source.path, row.line), NO_TITLE_COLUMN))
        yield from made

    def candidate(
        self,
        line: int,
        read: Entry,
        found: Found | None,
        fields: Fields,
        section: Section,
        *,
        plain: bool = False,
    ) -> Iterator[Candidate]:
        if found is None or list_words.label(found.title) or list_words.is_address(found.title):
            return
        if read.is_struck:
            self.passed.append(Dropped(found.title, Span(self.source.path, line), STRUCK))
            return
        read = read.with_links(list_links.placed(read, found.start, found.end, found.href))
        list_entry.read(read, found, fields)
        fields.add_date(section.date)
        given = _links(read, found)
        work, remark = list_entry.work(found, read, fields, self.listed)
        tells = work.authors or work.venue or (work.date and (work.organization or ARXIV.search(read.text, found.end)))
        few = 1 if found.authors else 2
        named = bool(tells or plain) and list_words.word_count(found.title) > few and not PAGE.match(found.href)
        named = named and bool(given or work.authors or not VENUE.match(found.title))
        named = named or bool(IN_REPOSITORY.fullmatch(found.href))
        if not given and not named and not work.arxiv and not work.doi:
            return
        span = Span(self.source.path, line, 1, len(found.title))
        groups = (section.groups,) if section.path and not section.announcing else ()
        certain = bool(work.arxiv or work.doi or list_links.is_paper(given) or named)
        described = bool(found.href and DESCRIBED.match(read.text[found.end :]) and len(found.title.split()) < 6)
        yield Candidate(line, Record(work, span, Authority.LISTING, None, groups), section, certain, described, remark)


def _links(read: Entry, found: Found | None) -> list[Link]:
    title = links.link(found.href) if found and found.href else None
    return [*([title] if title else []), *read.labelled]


def _is_published(found: Found) -> bool:
    """Whether a venue or a date stands before a title."""
    return any(list_words.date(said) or list_words.venue(said) for said in found.before)


def _is_own(item: Block) -> bool:
    """Whether an item within another one is a paper of its own: with a title of several words, and a link."""
    if any(map(_is_own, item.items)):
        return True
    read, found = item.entry, item.found
    if found is None or list_words.label(found.title) or len(found.title.split()) < 3:
        return False
    leads = bool(found.href or found.before or found.authors) or not read.text[: found.start].strip()
    below = found.href.startswith("#") and YEAR.search(read.text)  # more of the paper stands further down
    return bool(below or (leads and list_links.is_paper(_links(read, found))))


def _named(item: Block) -> list[Block]:
    """The papers in an item that are called by one or two words, each with links of its own; none if there are not
    several, or all the links are one paper's."""
    titles = [inner for inner in item.items if inner.found and not _is_label(inner.found.title)]
    named = [inner for inner in titles if inner.found and not _is_name(inner.found.title)]
    papers = [inner for inner in named if inner.found and list_links.is_paper(_links(inner.entry, inner.found))]
    return papers if len(papers) > 1 and 2 * len(papers) > len(item.items) else []


def _is_label(title: str) -> bool:
    """Whether a title is none, but tells what a link leads to, or where or when: `Code: None`, `ICLR 2020`."""
    said = re.split("[:：]", title)[0]
    published = len(title.split()) < 4 and (list_words.venue(title) or list_words.date(title))
    return bool(list_words.label(said) or published) or list_words.is_address(title)


def _is_name(title: str) -> bool:
    return list_names.are_names(title) or bool(list_names.lone(title))


def _reading(
    source: Source,
    format: str,
    candidates: list[Candidate],
    cited: Cited,
    sections: Sections,
    missed: Iterable[Dropped],
) -> Reading:
    """Which candidates are taken, and why the others are not, nor what was `missed`."""
    choice = chosen(candidates)
    remarks = [f"line {one.line}: {one.remark}" for one in candidates if one.remark]
    if choice.announced:
        remarks.append(
            f"{counted(choice.announced, 'paper')} announced as news stand in the list itself and are read there"
        )
    return Reading(
        source.path,
        format,
        tuple(sorted((*choice.records, *cited.records), key=lambda record: record.span)),
        cited.mistakes,
        tuple(sorted((*choice.dropped, *cited.dropped, *missed), key=lambda one: one.span)),
        (*cited.remarks, *remarks),
        sections.title,
    )
