"""A made-up survey of any size: the same number gives the same files."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

from conspectus.project import Project

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


def fields(number: int, random: random.Random, topics: int = TOPICS) -> dict[str, Any]:
    """One paper as the keys of a record: title, authors, organisation, date, an arXiv id or DOI, keywords, a summary of
    60 words; of each five one with a place of its own, and of each ten one with a figure and a link to code."""
    names = [f"{chr(65 + random.randrange(26))}. {random.choice(SURNAMES)}" for _ in range(random.randint(1, 6))]
    month, serial = random.randint(1, 12), 90_000 + number % 10_000
    year = 10 + number // 10_000 * 2 % 15
    paper = {
        "id": f"paper-{number}",
        "title": sentence(random, 9) + f" {number}",
        "authors": names,
        "organization": f"{random.choice(SURNAMES)} Works",
        "date": f"20{year}-{month:02}-{random.randint(1, 28):02}",
        **({"arxiv": f"{year}{month:02}.{serial:05}"} if year > 14 else {"doi": f"10.99999/paper.{number}"}),
        "keywords": [f"topic{number % topics}word", f"{random.choice(WORDS)} {random.choice(WORDS)}"],
        "summary": sentence(random, 60) + ".",
    }
    if number % 5 == 0:
        paper["place"] = {"era": [f"era-{number % 8}"]}
    if number % 10 == 0:
        paper["facts"] = {"speedup": f"{random.randint(1, 90)}x"}
        paper["urls"] = [{"code": f"https://code.example/{number}"}]
    return paper


QUOTED = ("title", "arxiv", "summary")


def record(number: int, random: random.Random, topics: int = TOPICS) -> str:
    """The same as a YAML record, as people write it."""
    said = {
        key: json.dumps(value) if key in QUOTED else _flow(value)
        for key, value in fields(number, random, topics).items()
    }
    if "urls" in said:
        said["urls"] = f"\n    - code: https://code.example/{number}"
    lines = (f"{key}:{'' if value.startswith(chr(10)) else ' '}{value}" for key, value in said.items())
    return "- " + "\n  ".join(lines)


def line(number: int, random: random.Random, topics: int = TOPICS) -> str:
    """The same as a line of JSON."""
    return json.dumps(fields(number, random, topics))


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else str(value)


PER_FILE = 500
PER_FILE_OF_LINES = 50_000


def file_of(number: int, per_file: int = PER_FILE, *, jsonl: bool = False) -> str:
    """The file below `content/` that a record stands in."""
    per_file = PER_FILE_OF_LINES if jsonl else per_file
    return f"papers/{number // per_file * per_file:06}.{'jsonl' if jsonl else 'yaml'}"


def write(root: Path, papers: int, per_file: int = PER_FILE, *, jsonl: bool = False) -> None:
    """Write a survey of so many papers below `root`: 70 topics with rules and a few pins, a facet of rules, one that
    the records decide about, notes on one paper in fifty, and a page of prose. `jsonl`: the papers as JSON Lines."""
    random_ = random.Random(papers)  # noqa: S311 - made-up words need no secrets
    content = root / "content"
    for folder in ("papers", "taxonomy", "notes", "pages"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    columns = "columns: {speedup: {title: Speed-up, type: figure}}\ntables: {topic-0: [speedup]}\n"
    (content / "survey.yaml").write_text(f"title: A made-up survey\ntagline: For measuring\n{columns}", "utf-8")
    written = line if jsonl else record
    for file, numbers in groupby(range(papers), lambda number: file_of(number, per_file, jsonl=jsonl)):
        with (content / file).open("w", encoding="utf-8") as records:
            records.writelines(f"{written(number, random_)}\n" for number in numbers)
    for number in range(7, papers, 50):
        words = f"See [@paper-{number - 1}]: {sentence(random_, 20)}.\n"
        (content / "notes" / f"paper-{number}.md").write_text(words, "utf-8")
    (content / "pages" / "method.md").write_text(f"# Method\n\n{sentence(random_, 80)}.\n", "utf-8")
    _write_taxonomy(content / "taxonomy", random_, papers)


def _write_taxonomy(folder: Path, random: random.Random, papers: int) -> None:
    lines = ["facet: topic", "title: Topics", "categories:"]
    for number in range(TOPICS):
        indent = "  " if number % 7 == 0 else "      "
        lines += [
            f"{indent}- id: topic-{number}",
            f"{indent}  title: Topic {number}",
            f"{indent}  about: {sentence(random, 30)}.",
            f"{indent}  match: {{any: [topic{number}word, {random.choice(WORDS)} {random.choice(WORDS)}]}}",
            f"{indent}  papers: [paper-{random.randrange(papers)}]",
        ]
        if number % 7 == 0:
            lines.append(f"{indent}  children:")
    (folder / "topic.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    lines = ["facet: matter", "title: Matters", "categories:"]
    lines += [f"  - id: {word}\n    match: {{title: [{word}], none: [{random.choice(WORDS)}]}}" for word in WORDS[:12]]
    (folder / "matter.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    lines = ["facet: era", "title: Eras", "categories:", *(f"  - id: era-{number}" for number in range(8))]
    (folder / "era.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def add_templates(root: Path) -> None:
    """A template of the survey's own: the one for prose as it is."""
    own = root / "templates" / "pages" / "prose.html"
    own.parent.mkdir(parents=True)
    own.write_text((Project(root).templates[-1] / "pages" / "prose.html").read_text("utf-8"), "utf-8")


# What an edit makes of a file's text; the number makes each edit another.


def with_phrase(text: str, number: int) -> str:
    return text.replace("any: [topic1word", f"any: [{WORDS[number]} {WORDS[number + 9]}, topic1word", 1)


def with_pattern(text: str, number: int) -> str:
    rule = f"any: ['/\\b{WORDS[number]} {WORDS[number + 9]}s?\\b/', topic1word"
    return text.replace("any: [topic1word", rule, 1)


def with_common_word(text: str, number: int) -> str:
    return text.replace("any: [topic1word", f"any: [{WORDS[number]}, topic1word", 1)


def with_refusal(text: str, number: int) -> str:
    return text.replace("match: {any: [topic1word", f"match: {{none: [{WORDS[number]}], any: [topic1word", 1)


def with_exception(text: str, number: int) -> str:
    excepted = f"        except: [paper-{1 + TOPICS * (1 + number % 3)}]\n"
    return text.replace("      - id: topic-2\n", f"{excepted}      - id: topic-2\n", 1)


def with_category(text: str, number: int) -> str:
    new = f"      - id: brand-new-{number}\n        match: {{any: [{WORDS[number]} {WORDS[number + 5]}]}}\n"
    return text.replace("      - id: topic-1\n", f"{new}      - id: topic-1\n", 1)


def with_category_moved(text: str, number: int) -> str:
    """Topic 1, each time in another branch."""
    start, end = text.index("      - id: topic-1\n"), text.index("      - id: topic-2\n")
    rest = text[:start] + text[end:]
    into = rest.index(f"      - id: topic-{9 + 7 * (number % 8)}\n")
    return rest[:into] + text[start:end] + rest[into:]


def with_categories_swapped(text: str, number: int) -> str:
    """Topic 1, each time further down among those beside it."""
    start, end = text.index("      - id: topic-1\n"), text.index("      - id: topic-2\n")
    rest = text[:start] + text[end:]
    into = rest.index(f"      - id: topic-{3 + number % 4}\n")
    return rest[:into] + text[start:end] + rest[into:]


def with_category_title(text: str, number: int) -> str:
    return text.replace("title: Topic 1\n", f"title: Topic 1, edited {number}\n", 1)


def with_pin(paper: int) -> Callable[[str, int], str]:
    def changed(text: str, number: int) -> str:
        at = text.index("papers: [", text.index(f"id: topic-{20 + number}\n")) + len("papers: [")
        return f"{text[:at]}\n          paper-{paper}, {text[at:]}"

    return changed


def with_summary(paper: int) -> Callable[[str, int], str]:
    return _in_record(paper, lambda said, number: said.replace('summary: "', f'summary: "Edited {number}. ', 1))


def with_summary_in_line(paper: int) -> Callable[[str, int], str]:
    """As `with_summary`, in JSON Lines."""

    def changed(text: str, number: int) -> str:
        at = text.index('"summary": "', text.index(f'{{"id": "paper-{paper}",'))
        return text[:at] + text[at:].replace('"summary": "', f'"summary": "Edited {number}. ', 1)

    return changed


def with_title(paper: int) -> Callable[[str, int], str]:
    return _in_record(paper, lambda said, number: said.replace('title: "', f'title: "Edited {number} ', 1))


def with_place(paper: int) -> Callable[[str, int], str]:
    return _in_record(paper, lambda said, number: f"{said}  place: {{era: [era-{number % 8}]}}\n")


def with_record(text: str, number: int) -> str:
    return f"{text}- id: brand-new\n  title: Brand new {number}\n"


def with_words(text: str, number: int) -> str:
    return f"{text}\nEdited {number}.\n"


def with_comment(text: str, number: int) -> str:
    return text.replace("<article", f"<!-- {number} --><article", 1)


def with_tagline(text: str, number: int) -> str:
    return text.replace("For measuring", f"For measuring, edited {number}", 1)


def _in_record(paper: int, change: Callable[[str, int], str]) -> Callable[[str, int], str]:
    def changed(text: str, number: int) -> str:
        start = text.index(f"- id: paper-{paper}\n")
        end = text.find("\n- id:", start) + 1 or len(text)
        return text[:start] + change(text[start:end], number) + text[end:]

    return changed
