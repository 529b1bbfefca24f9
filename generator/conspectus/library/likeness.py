"""Papers whose titles are nearly the same: reported, never merged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
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


def alike(papers: Sequence[Paper]) -> Iterator[Alike]:
    """Pairs of papers with nearly the same title and nothing that says they are two works.

    Only titles that share one of their rarest words, or their beginning or end, are compared, and no crowds: so the
    time grows with the number of papers and not with its square. Titles with other numbers (`Qwen2`, `Qwen3`) are not
    alike.
    """
    plain = [paper.title.as_text() for paper in papers]
    titles = [normal_title(title) for title in plain]
    for first, second in sorted(_candidates(plain, titles)):
        likeness = ratio(titles[first], titles[second], score_cutoff=NEAR)
        numbers = [re.findall(r"\d+", titles[place]) for place in (first, second)]
        if 0 < likeness < 100 and numbers[0] == numbers[1] and not _differ(papers[first], papers[second]):
            yield Alike(papers[first].id, papers[second].id, f"titles alike by {likeness:.0f} %")


def _differ(first: Paper, second: Paper) -> bool:
    return bool(Profile.of(first.records).differs(Profile.of(second.records)))


def _candidates(plain: Sequence[str], titles: Sequence[str]) -> set[tuple[int, int]]:
    words = [set(re.findall(r"[^\W_]{3,}", title.casefold())) for title in plain]
    having: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(words):
        for word in found:
            having[word].append(number)
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, title in enumerate(titles):
        if len(title) < SHORTEST:
            continue
        shared = sorted((len(having[word]), word) for word in words[number] if 1 < len(having[word]) <= CROWD)
        for key in (*(word for _, word in shared[:RARE]), f"^{title[:SHORTEST]}", f"{title[-SHORTEST:]}$"):
            blocks[key].append(number)
    return {
        (first, second)
        for block in blocks.values()
        if len(block) <= CROWD
        for first, second in combinations(block, 2)
        if abs(len(titles[first]) - len(titles[second])) <= len(titles[first]) // 6
    }
