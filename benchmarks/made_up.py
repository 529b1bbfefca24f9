"""A made-up survey of any size: the same number gives the same files."""

from __future__ import annotations

import json
import random
from pathlib import Path

WORDS = (
    "amber basin cinder delta ember fathom gantry hollow island jetty kelp lantern marrow needle orchard pebble quarry "
    "ripple saddle timber umber valley willow yonder zephyr anchor beacon canopy drift estuary ferry glacier harbour"
).split()
SURNAMES = (
    "Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Larch Maple Nettle Oak Pine Rowan Sorrel Yew".split()
)
TOPICS = 70


def sentence(random: random.Random, words: int) -> str:
    """So many words drawn from the list, as a sentence."""
    return " ".join(random.choice(WORDS) for _ in range(words)).capitalize()


def record(number: int, random: random.Random) -> str:
    """One paper as a YAML record with a title, authors, a date, an arXiv id, keywords and a summary of 60 words."""
    names = [f"{chr(65 + random.randrange(26))}. {random.choice(SURNAMES)}" for _ in range(random.randint(1, 6))]
    month, serial = random.randint(1, 12), 90_000 + number % 10_000
    year = 10 + number // 10_000 * 2 % 15
    return "\n".join(
        [
            f"- id: paper-{number}",
            f"  title: {json.dumps(sentence(random, 9) + f' {number}')}",
            f"  authors: [{', '.join(names)}]",
            f"  date: 20{year}-{month:02}-{random.randint(1, 28):02}",
            f'  arxiv: "{year}{month:02}.{serial:05}"' if year > 14 else f"  doi: 10.99999/paper.{number}",
            f"  keywords: [topic{number % TOPICS}word, {random.choice(WORDS)} {random.choice(WORDS)}]",
            f"  summary: {json.dumps(sentence(random, 60) + '.')}",
        ]
    )


def write(root: Path, papers: int) -> None:
    """Write a survey of so many papers in 70 topics below `root`, 500 papers to a file."""
    random_ = random.Random(papers)  # noqa: S311 - made-up words need no secrets
    for folder in ("papers", "taxonomy"):
        (root / "content" / folder).mkdir(parents=True, exist_ok=True)
    (root / "content" / "survey.yaml").write_text("title: A made-up survey\ntagline: For measuring\n", "utf-8")
    for start in range(0, papers, 500):
        records = [record(number, random_) for number in range(start, min(start + 500, papers))]
        (root / "content" / "papers" / f"{start:06}.yaml").write_text("\n".join(records) + "\n", "utf-8")
    lines = ["facet: topic", "title: Topics", "categories:"]
    for number in range(TOPICS):
        indent = "  " if number % 7 == 0 else "      "
        lines += [
            f"{indent}- id: topic-{number}",
            f"{indent}  title: Topic {number}",
            f"{indent}  about: {sentence(random_, 30)}.",
            f"{indent}  match: {{any: [topic{number}word, {random_.choice(WORDS)} {random_.choice(WORDS)}]}}",
        ]
        if number % 7 == 0:
            lines.append(f"{indent}  children:")
    (root / "content" / "taxonomy" / "topic.yaml").write_text("\n".join(lines) + "\n", "utf-8")
