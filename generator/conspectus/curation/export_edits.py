"""A newer export in place of an older one, with what the curator changed in the file by hand.

Texts are compared entry by entry. `base` is the file as the last import wrote it, `ours` as it is now, `theirs` the
newer export. A line that the curator changed stays; all others follow the export.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from conspectus.model.paper import Reading

COMMENT = ("#", "%")
"""What a line of a comment begins with, in YAML and in BibTeX."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A file cut at its entries: what stands before the first, and each with all that follows up to the next one.
    Comments right above an entry belong to it.

    `entries`: by the names of their records; two records on one line are one piece, under the first one's name.
    """

    head: str
    entries: Mapping[str, str]

    @classmethod
    def of(cls, data: bytes, reading: Reading, names: Sequence[str]) -> Pieces | None:
        """The pieces of a file; None where it is not UTF-8, or is not written with a line for each entry at least."""
        try:
            lines = data.decode("utf-8").splitlines(keepends=True)
        except UnicodeDecodeError:
            return None
        is_list = reading.path.lower().endswith((".yaml", ".yml"))
        starts: dict[int, str] = {}
        for name, record in zip(names, reading.records, strict=True):
            at = record.span.line - 1
            while is_list and at > 0 and not lines[at].startswith("-"):
                at -= 1
            while at > 0 and lines[at - 1].startswith(COMMENT):
                at -= 1
            if at in starts or at >= len(lines):
                return None
            starts[at] = name
        ends = [*sorted(starts), len(lines)]
        return cls("".join(lines[: ends[0]]), {starts[a]: "".join(lines[a:b]) for a, b in pairwise(ends)})

    def alone(self, name: str) -> str:
        """An entry without what follows it that is no part of it: macros, comments of other programs."""
        lines = self.entries[name].splitlines(keepends=True)
        first = next((number for number, line in enumerate(lines) if not line.startswith(COMMENT)), 0)
        following = (number for number, line in enumerate(lines) if number > first and line.startswith("@"))
        return "".join(lines[: next(following, len(lines))]).rstrip() + "\n"


def combined(base: Pieces, ours: Pieces, theirs: Pieces, earlier: Mapping[str, str], missing: Sequence[str]) -> str:
    """The newer export with the curator's edits, and at its end the entries that it lacks.

    `earlier`: the names that entries of the newer export have in the file; `missing`: the names in the file of those
    that it lacks. An entry that the curator deleted from the file stays out.
    """
    parts = [three_way(base.head, ours.head, theirs.head)]
    for name, text in theirs.entries.items():
        before = earlier.get(name, name)
        if name not in earlier and name in ours.entries:  # another work of that key
            parts.append(text)
        elif before in ours.entries:
            now = ours.entries[before]
            # an entry without a key goes by its title, which the curator may have edited
            parts.append(three_way(base.entries.get(before, base.entries.get(name, now)), now, text))
        elif before not in base.entries:
            parts.append(text)
    text = "".join(parts)
    for name in missing:
        gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
        text += f"{gap}{ours.alone(name)}"
    return text


def three_way(base: str, ours: str, theirs: str) -> str:
    """Their text with our changes of the base. Where both changed the same lines, ours stay."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    base_lines, our_lines, their_lines = (text.splitlines(keepends=True) for text in (base, ours, theirs))
    out: list[str] = []
    at, our_at, their_at = 0, 0, 0
    for start, our_start, their_start, size in _agreed(base_lines, our_lines, their_lines):
        old, our, their = base_lines[at:start], our_lines[our_at:our_start], their_lines[their_at:their_start]
        out += _settled(old, our, their)
        out += base_lines[start : start + size]
        at, our_at, their_at = start + size, our_start + size, their_start + size
    return "".join(out)


def _settled(old: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """What becomes of lines that differ: where each begins with a name of its own, each is taken by itself."""
    if ours == old or theirs == old:
        return theirs if ours == old else ours
    was, own, new = map(_by_name, (old, ours, theirs))
    if was is None or own is None or new is None:
        return ours
    lines = []
    for name, line in new.items():
        if name in own:
            lines.append(line if own[name] == was.get(name) else own[name])
        elif name not in was:
            lines.append(line)
    return lines + [line for name, line in own.items() if name not in new and line != was.get(name)]


def _by_name(lines: list[str]) -> dict[str, str] | None:
    """The lines by the words that they begin with, such as `title`; None where a line has none, or two have one."""
    named = {found[0]: line for line in lines if (found := re.match(r"\s*[\w-]+", line))}
    return named if len(named) == len(lines) else None


def _agreed(base: list[str], ours: list[str], theirs: list[str]) -> list[tuple[int, int, int, int]]:
    """The stretches of lines that all three have: where each begins in them, and its length; last an empty one."""
    found = []
    blocks = SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    others = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    a, b = 0, 0
    while a < len(blocks) and b < len(others):
        start = max(blocks[a].a, others[b].a)
        end = min(blocks[a].a + blocks[a].size, others[b].a + others[b].size)
        if start < end:
            ours_at, theirs_at = blocks[a].b + start - blocks[a].a, others[b].b + start - others[b].a
            found.append((start, ours_at, theirs_at, end - start))
        if blocks[a].a + blocks[a].size <= others[b].a + others[b].size:
            a += 1
        else:
            b += 1
    return [*found, (len(base), len(ours), len(theirs), 0)]
