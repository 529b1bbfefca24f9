"""A made-up survey of any size whose papers have abstracts, with words as frequent as in English: the same number gives
the same files.

The word of rank k has a frequency of 1 / (k + 2.7) (B. Mandelbrot, An informational theory of the statistical structure
of language, 1953). The first ranks are stop words of English; the others are made of syllables, the rarer the longer.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from math import log
from pathlib import Path
from typing import Any

from made_up import SURNAMES

STOP_WORDS = (
    "the of and to in a is that for it as was with be by on not this but from or have an they which one were all her "
    "she there would their we him been has when who will no more if out so up said what its about than into them can"
).split()
ONSETS = (
    "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p ph pl pr qu r s sc sh sk sl sp st str t th tr v w z".split()
)
NUCLEI = "a a a e e e i i o o u ai ea ee ie io oo ou".split()
CODAS = ["", "", "", *"n n r r s l t m ct nd ng nt rd rm st tion al er ing ic".split()]
WORDS, SHIFT = 60_000, 2.7
TITLE, ABSTRACT = 9, 170
"""How many words they have."""

PER_FILE = 20_000
"""How many papers there are in a file, which may not be too large to be read."""

TOPICS = 24


@cache
def words() -> Sequence[str]:
    """All words, the most frequent first."""
    chance = random.Random(7)  # noqa: S311 - made-up words need no secrets
    found = dict.fromkeys(STOP_WORDS)
    while len(found) < WORDS:
        syllables = max(1, round(chance.gauss(log(len(found)) / 3.6, 0.6)))
        found.setdefault(
            "".join(chance.choice(ONSETS) + chance.choice(NUCLEI) for _ in range(syllables)) + chance.choice(CODAS)
        )
    return [*found]


@cache
def weights() -> Sequence[float]:
    """The frequencies of the words, summed up."""
    return [*accumulate(1 / (rank + SHIFT) for rank in range(1, WORDS + 1))]


def text(chance: random.Random, many: int) -> str:
    """So many words."""
    return " ".join(chance.choices(words(), cum_weights=weights(), k=many)).capitalize()


def fields(number: int, chance: random.Random) -> dict[str, Any]:
    """One paper as the keys of a record. Its id is made of its title, as that of an imported paper without identifiers
    is: one like `paper-7` would be searched as a name, and every paper would have words that no other has."""
    title = text(chance, TITLE)
    return {
        "id": f"{'-'.join(title.lower().split()[:4])}-{number}",
        "title": title,
        "authors": [
            f"{chr(65 + chance.randrange(26))}. {chance.choice(SURNAMES)}" for _ in range(chance.randint(1, 6))
        ],
        "date": f"{2010 + chance.randrange(16)}-{chance.randint(1, 12):02}",
        "abstract": text(chance, ABSTRACT) + ".",
    }


def write(root: Path, papers: int) -> None:
    """Write a survey of so many papers below `root`, with topics by rules."""
    chance = random.Random(papers)  # noqa: S311
    for folder in ("papers", "taxonomy"):
        (root / "content" / folder).mkdir(parents=True, exist_ok=True)
    (root / "content" / "survey.yaml").write_text("title: A made-up survey with abstracts\n", "utf-8")
    for start in range(0, papers, PER_FILE):
        lines = [f"{json.dumps(fields(number, chance))}\n" for number in range(start, min(start + PER_FILE, papers))]
        file = root / "content" / "papers" / f"papers-{start // PER_FILE + 1}.jsonl"
        file.write_text("".join(lines), "utf-8")
    topics = [f"  - {{id: {word}, match: {{any: [{word}]}}}}" for word in words()[200 : 200 + 20 * TOPICS : 20]]
    lines = ["facet: topic", "title: Topics", "categories:", *topics]
    (root / "content" / "taxonomy" / "topic.yaml").write_text("\n".join(lines) + "\n", "utf-8")
