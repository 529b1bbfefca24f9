"""Papers whose titles are nearly the same: reported, never merged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rapidfuzz.fuzz import ratio

from conspectus.library.profiles import Profile
from conspectus.model.identifiers import normal_title
from conspectus.model.paper import Alike, Paper

NEAR = 92.0
"""From this similarity in percent, titles without case, spaces and punctuation are alike: a slip or two apart."""

SHORTEST = 12
CROWD = 24
RARE = 4

WORD = re.compile(r"[^\W_]{3,}")


class Likeness:
    """Finds papers with nearly the same title and nothing that says they are two works.

    Only titles that share one of their rarest words, or their beginning or end, are compared, and no crowds: so the
    time grows with the number of papers and not with its square. Titles with other numbers (`Qwen2`, `Qwen3`) are not
    alike. What was found is kept; a paper that changes has those looked at again that share a rare word with it.
    """

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._having: dict[str, set[str]] = defaultdict(set)  # the papers whose title has a word
        self._keys: dict[str, frozenset[str]] = {}
        self._blocks: dict[str, set[str]] = defaultdict(set)  # the papers that have a key
        self._found: dict[str, tuple[Alike, ...]] = {}  # in each block, if any

    def among(self, papers: Mapping[str, Paper], changed: Iterable[str]) -> set[Alike]:
        """The pairs among these papers, of which all but the `changed` (some of them gone) are as they were."""
        renewed = set(changed)
        stale = renewed | self._sharing_rare_words(papers, renewed)
        blocks: set[str] = set()
        for id in stale:
            old, new = self._keys.pop(id, frozenset()), self._made_keys(id)
            for key in old - new:
                self._blocks[key].discard(id)
            for key in new - old:
                self._blocks[key].add(id)
            if new:
                self._keys[id] = new
            blocks |= old | new if id in renewed else old ^ new
        for key in blocks:
            self._found.pop(key, None)
            if found := tuple(self._in_block(self._blocks[key], papers)):
                self._found[key] = found
            elif not self._blocks[key]:
                del self._blocks[key]
        return {pair for found in self._found.values() for pair in found}

    def _sharing_rare_words(self, papers: Mapping[str, Paper], changed: set[str]) -> set[str]:
        """Take in the titles of the changed papers; the papers for which a word came to be rare, or more or less so."""
        before: dict[str, int] = {}
        for id in changed:
            paper = papers.get(id)
            plain = paper.title.as_text() if paper else ""
            old, new = self._words.pop(id, frozenset()), frozenset(WORD.findall(plain.casefold()))
            for word in old ^ new:
                before.setdefault(word, len(self._having[word]))
            for word in old - new:
                self._having[word].discard(id)
            for word in new - old:
                self._having[word].add(id)
            self._titles.pop(id, None)
            if paper:
                self._titles[id], self._words[id] = normal_title(plain), new
        found: set[str] = set()
        for word, count in before.items():
            if min(count, len(self._having[word])) <= CROWD:
                found |= self._having[word]
            if not self._having[word]:
                del self._having[word]
        return found

    def _made_keys(self, id: str) -> frozenset[str]:
        title = self._titles.get(id, "")
        if len(title) < SHORTEST:
            return frozenset()
        counted = ((len(self._having[word]), word) for word in self._words[id])
        shared = sorted((count, word) for count, word in counted if 1 < count <= CROWD)
        return frozenset([*(word for _, word in shared[:RARE]), f"^{title[:SHORTEST]}", f"{title[-SHORTEST:]}$"])

    def _in_block(self, block: set[str], papers: Mapping[str, Paper]) -> Iterator[Alike]:
        if len(block) > CROWD:
            return
        for first, second in combinations(sorted(block), 2):
            one, other = self._titles[first], self._titles[second]
            if abs(len(one) - len(other)) <= len(one) // 6:
                likeness = ratio(one, other, score_cutoff=NEAR)
                same_numbers = 0 < likeness < 100 and re.findall(r"\d+", one) == re.findall(r"\d+", other)
                if same_numbers and not _differ(papers[first], papers[second]):
                    yield Alike(first, second, f"titles alike by {likeness:.0f} %")


def _differ(first: Paper, second: Paper) -> bool:
    return bool(Profile.of(first.records).differs(Profile.of(second.records)))
