"""Near-duplicates: papers whose titles are nearly the same. They are reported, never merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

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
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class NearDuplicates:
    """The near-duplicates among some papers, and what the next search for them may reuse.

    Only titles within one block are compared: those that share one of their rarest words, or their beginning or end
    (“blocking” in record linkage), and no crowds. So the time grows with the number of papers and not with its square.
    Titles with other numbers (`Qwen2`, `Qwen3`) are not alike, nor are papers that identifiers tell apart.

    `titles`: by paper, as they are compared. `words`: by paper. `having`: the papers whose title has a word.
    `keys`: of the blocks a paper is in. `blocks`: the papers in each. `pairs`: found in each block, if any.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    having: Index[str, str] = field(default_factory=Index)
    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    blocks: Index[str, str] = field(default_factory=Index)
    pairs: Mapping[str, tuple[Alike, ...]] = field(default_factory=dict)

    @property
    def all(self) -> set[Alike]:
        """Each pair once."""
        return {pair for found in self.pairs.values() for pair in found}

    def after(self, papers: Papers, delta: Delta[str]) -> NearDuplicates:
        """The near-duplicates among these papers, which differ from those before by `delta`."""
        if delta.is_empty:
            return self
        changed = delta.keys
        plain = {id: papers[id].title.as_text() for id in delta.present}
        fresh = {id: frozenset(WORD.findall(title.casefold())) for id, title in plain.items()}
        titles = _patched(self.titles, delta, {id: normal_title(title) for id, title in plain.items()})
        words = _patched(self.words, delta, fresh)
        having = self.having.after(delta, inverted(fresh), _terms(self.words, changed))
        affected = changed | _sharing_rare_words(self, words, having, changed)
        renewed = {id: _block_keys(titles[id], words[id], having) for id in affected if id in titles}
        stale = Delta(changed=affected)
        keys, blocks = (
            _patched(self.keys, stale, renewed),
            self.blocks.after(stale, inverted(renewed), _terms(self.keys, affected)),
        )
        pairs = dict(self.pairs)
        for key in _changed_blocks(self.keys, keys, affected, changed):
            pairs.pop(key, None)
            if found := tuple(_in_block(blocks[key], titles, papers)):
                pairs[key] = found
        return NearDuplicates(titles, words, having, keys, blocks, pairs)


def _patched(table: Mapping[str, V], delta: Delta[str], fresh: Mapping[str, V]) -> dict[str, V]:
    patched = {**table, **fresh}
    for id in delta.keys - fresh.keys():
        patched.pop(id, None)
    return patched


def _terms(table: Mapping[str, frozenset[str]], ids: Set[str]) -> set[str]:
    return {term for id in ids for term in table.get(id, ())}


def _sharing_rare_words(
    before: NearDuplicates, words: Mapping[str, frozenset[str]], having: Index[str, str], changed: Set[str]
) -> set[str]:
    """The papers with a word that came to be rare by the changed papers, or more or less so."""
    none: frozenset[str] = frozenset()
    recounted = {word for id in changed for word in before.words.get(id, none) ^ words.get(id, none)}
    rare = (word for word in recounted if min(len(before.having[word]), len(having[word])) <= CROWD)
    return {id for word in rare for id in having[word]}


def _block_keys(title: str, words: frozenset[str], having: Index[str, str]) -> frozenset[str]:
    """The blocks of a paper: its rarest words that others have as well, and its title's beginning and end."""
    if len(title) < SHORTEST:
        return frozenset()
    counted = ((len(having[word]), word) for word in words)
    shared = sorted((count, word) for count, word in counted if 1 < count <= CROWD)
    return frozenset([*(word for _, word in shared[:RARE]), f"^{title[:SHORTEST]}", f"{title[-SHORTEST:]}$"])


def _changed_blocks(
    before: Mapping[str, frozenset[str]], now: Mapping[str, frozenset[str]], affected: Set[str], changed: Set[str]
) -> set[str]:
    """The blocks that an affected paper has joined or left, and all blocks of those that changed themselves."""
    blocks: set[str] = set()
    for id in affected:
        old, new = before.get(id, frozenset()), now.get(id, frozenset())
        blocks |= old | new if id in changed else old ^ new
    return blocks


def _in_block(block: Set[str], titles: Mapping[str, str], papers: Papers) -> Iterator[Alike]:
    if len(block) > CROWD:
        return
    for first, second in combinations(sorted(block), 2):
        one, other = titles[first], titles[second]
        if abs(len(one) - len(other)) <= len(one) // 6:
            similarity = ratio(one, other, score_cutoff=NEAR)
            same_numbers = 0 < similarity < 100 and re.findall(r"\d+", one) == re.findall(r"\d+", other)
            if same_numbers and not _differ(papers[first], papers[second]):
                yield Alike(first, second, f"{similarity:.0f} % similar titles")


def _differ(first: Paper, second: Paper) -> bool:
    return bool(Profile.of(first.records).differs(Profile.of(second.records)))
