"""The headings of a list: which of them are categories, and what stands under none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from conspectus.model.when import Date
from conspectus.sources import list_headings, list_table, list_words
from conspectus.sources.list_block import Block

DEEPEST = 4
"""How many levels of headings become categories."""

FOLD, LINE, ROW = 100, 50, 60
"""The levels of what heads something without being a heading: what folds, a line in bold, a row of a table."""


@dataclass(frozen=True, slots=True)
class Section:
    """Where an entry stands: the categories from the top, the heading under which a list speaks of itself, whether it
    announces papers there, and the year that a heading gives them."""

    path: tuple[str, ...] = ()
    left_out: str = ""
    announcing: bool = False
    date: Date | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        """The categories, without one at the top that says nothing but that papers follow."""
        plain = len(self.path) > 1 and list_headings.PLAIN_HEADING.fullmatch(self.path[0])
        return self.path[1 if plain else 0 :][:DEEPEST]

    def below(self, title: str) -> Section:
        """The section under one heading more."""
        if date := list_words.date(title):
            return replace(self, date=date if not self.announcing else self.date)
        if list_headings.is_age(title):
            return replace(self, date=None)
        if not title or len(title) > 120 or list_headings.FOLDED.fullmatch(title):
            return self
        if list_headings.LEFT_OUT.fullmatch(title):
            return replace(self, left_out=self.left_out or title)
        if list_headings.ANNOUNCING.fullmatch(title):
            return replace(self, announcing=True)
        if self.path and self.path[-1].casefold() == title.casefold():
            return self
        return replace(self, path=(*self.path, title)[: DEEPEST + 1])


@dataclass(slots=True)
class Sections:
    """Follows the headings of a file. `title`: the heading of the whole file, which is no category."""

    headings: Sequence[Block]
    title: str = ""
    open: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        tops = [block for block in self.headings if block.level == 1]
        if self.headings and tops == self.headings[:1]:
            self.title = " ".join(list_words.without_emoji(self.headings[0].text).split())

    @property
    def present(self) -> Section:
        section = Section()
        for _, title in self.open:
            section = section.below(title)
        return section

    def enter(self, block: Block) -> None:
        """Take note of a block that heads others, or ends what folds."""
        if block.kind == "heading":
            self._push(block.level, _name(block))
            if len(self.open) == 1 and block.level == 1 and self.title:
                self.open = []
        elif block.kind == "summary":
            self.open = [one for one in self.open if one[0] < LINE or one[0] >= FOLD]
            self.open.append((FOLD, _name(block)))
        elif block.kind == "fold":
            self._close_fold()
        elif block.kind == "row" and list_table.is_heading(block):
            self._push(ROW, _name(block))
        elif block.kind == "paragraph" and _is_line(block):
            self._push(LINE, _name(block))

    def _push(self, level: int, title: str) -> None:
        self.open = [one for one in self.open if not list_headings.CONTENTS.fullmatch(one[1])]
        if level in (LINE, ROW):
            self.open = [one for one in self.open if one[0] not in (LINE, ROW) or one[0] < level]
        else:
            self.open = [one for one in self.open if one[0] < level]
        self.open.append((level, title))

    def _close_fold(self) -> None:
        at = max((n for n, (level, _) in enumerate(self.open) if level == FOLD), default=None)
        if at is not None:
            del self.open[at:]


def _name(block: Block) -> str:
    """A heading as a category is called, without links that only say what is behind them."""
    runs = [run for run in block.runs if not run.image and not (run.href[:4] == "http" and list_words.label(run.text))]
    text = re.sub(r"[\[(]\s*[\])]", "", "".join(run.text for run in runs))
    return list_headings.heading(text) or list_headings.heading(block.text)


def _is_line(block: Block) -> bool:
    """Whether a paragraph is a heading in all but form: a few words, all in bold."""
    words = [run for run in block.runs if run.text.strip() and not run.image]
    text = block.text.strip()
    return (
        bool(words)
        and all(run.strong and not run.href for run in words)
        and len(text.split()) <= 8
        and not text.endswith(("!", "?", "."))
        and len(block.runs) < 4
    )
