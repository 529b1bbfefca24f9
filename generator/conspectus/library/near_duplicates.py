"""Near-duplicates: papers whose titles are nearly the same. They are reported, never merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import chain, combinations

from rapidfuzz.fuzz import ratio

from conspectus.derived import Delta, Index, inverted
from conspectus.library.profiles import Profile
from conspectus.model.identifiers import normal_title
from conspectus.model.paper import Alike, Paper

NEAR = 92.0
"""From this similarity in percent, titles without case, spaces and punctuation are alike: a slip or two apart."""

SHORTEST = 12
"""Titles of fewer letters are not compared; the beginning and the end of a title are so long."""

CROWD = 24
"""A word that more titles have than this is not rare, and a block of more papers than this is not compared."""

RARE = 4
"""By so many of its rarest words a title is compared with others."""

WORD = re.compile(r"[^\W_]{3,}")

Papers = Mapping[str, Paper]
Terms = frozenset[str]
NONE: Terms = frozenset()


@dataclass(frozen=True, slots=True)
class NearDuplicates:
    """The near-duplicates among some papers, and what the next search for them may reuse.

    Only titles within one block are compared: those that share one of their rarest words, or their beginning or end
    (“blocking” in record linkage), and no crowds. So the time grows with the number of papers and not with its square.
    Titles with other numbers (`Qwen2`, `Qwen3`) are not alike, nor are papers that identifiers tell apart.

    `having`: the papers whose title has a word. `blocks`: the papers in each. `pairs`: found in each block, if any.
    """

    papers: Papers = field(default_factory=dict)
    having: Index[str, str] = field(default_factory=Index)
    blocks: Index[str, str] = field(default_factory=Index)
    pairs: Mapping[str, tuple[Alike, ...]] = field(default_factory=dict)

    @property
    def all(self) -> set[Alike]:
        """Each pair once."""
        return {pair for pairs in self.pairs.values() for pair in pairs}

    def after(self, papers: Papers, delta: Delta[str]) -> NearDuplicates:
        """The near-duplicates among these papers, which differ from those before by `delta`."""
        if delta.is_empty:
            return self
        changed = delta.keys
        old_words = {id: _words(self.papers[id]) for id in changed & self.papers.keys()}
        words = {id: _words(papers[id]) for id in delta.present}
        having = self.having.after(delta, inverted(words), chain.from_iterable(old_words.values()))
        recounted = {word for id in changed for word in old_words.get(id, NONE) ^ words.get(id, NONE)}
        rare = (word for word in recounted if min(len(self.having[word]), len(having[word])) <= CROWD)
        affected = changed.union(*(having[word] for word in rare))
        old_keys = {id: _block_keys(self.papers[id], self.having) for id in affected & self.papers.keys()}
        keys = {id: _block_keys(papers[id], having) for id in affected & papers.keys()}
        stale = chain.from_iterable(old_keys.values())
        blocks = self.blocks.after(Delta(changed=affected), inverted(keys), stale)
        changes = ((id, old_keys.get(id, NONE), keys.get(id, NONE)) for id in affected)
        stale_blocks = {key for id, old, new in changes for key in (old | new if id in changed else old ^ new)}
        pairs = dict(self.pairs) | {key: tuple(_in_block(blocks[key], papers)) for key in stale_blocks}
        return NearDuplicates(papers, having, blocks, {key: found for key, found in pairs.items() if found})


def _words(paper: Paper) -> Terms:
    return frozenset(WORD.findall(paper.title.as_text().casefold()))


def _title(paper: Paper) -> str:
    """The title as it is compared."""
    return normal_title(paper.title.as_text())


def _block_keys(paper: Paper, having: Index[str, str]) -> Terms:
    """The blocks of a paper: its rarest words that others have as well, and its title's beginning and end."""
    title = _title(paper)
    if len(title) < SHORTEST:
        return NONE
    counted = ((len(having[word]), word) for word in _words(paper))
    shared = sorted((count, word) for count, word in counted if 1 < count <= CROWD)
    return frozenset([*(word for _, word in shared[:RARE]), f"^{title[:SHORTEST]}", f"{title[-SHORTEST:]}$"])


def _in_block(block: Set[str], papers: Papers) -> Iterator[Alike]:
    if len(block) > CROWD:
        return
    titles = {id: _title(papers[id]) for id in sorted(block)}
    for (first, one), (second, other) in combinations(titles.items(), 2):
        if abs(len(one) - len(other)) <= len(one) // 6:
            similarity = ratio(one, other, score_cutoff=NEAR)
            same_numbers = 0 < similarity < 100 and re.findall(r"\d+", one) == re.findall(r"\d+", other)
            if same_numbers and not Profile.of(papers[first].records).differs(Profile.of(papers[second].records)):
                yield Alike(first, second, f"{similarity:.0f}% similar titles")
