"""The search's index beside libraries that might stand in its place, in one run: `engines.py SOURCE …`, as tables.

A source is `rules` (which of our rules each engine follows), a number of made-up papers, a folder with papers (JSON
Lines), or one with a collection of abstracts, as `retrieval.py` reads it. `benchmarks/README.md` says what to install.

`--modules` is where npm put the libraries; `--only` names engines; `--seconds` is the longest that making may take.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import made_up
from engine_makers import MAKERS, WEIGHTS, texts
from engine_rules import PAPERS, PROBES, follows

HERE = Path(__file__).resolve().parent
IN_MEMORY = ("minisearch", "flexsearch", "lunr", "elasticlunr", "orama")
ENGINES = ("conspectus", *(name for name in MAKERS if name != "conspectus"), *IN_MEMORY)
QUERIES = 12
"""How many queries there are of each kind."""

MEMORY = 16_000
"""MiB that Node may use."""

Queries = Mapping[str, Sequence[str]]


class FailedError(Exception):
    """An engine is not installed, or failed, or took too long."""


class Tried(NamedTuple):
    """Where to find libraries, and how long a step may take."""

    modules: Path
    seconds: int

    def run(self, command: Sequence[str], said: str = "") -> str:
        try:
            done = subprocess.run(command, input=said, capture_output=True, text=True, check=True, timeout=self.seconds)
        except subprocess.TimeoutExpired as error:
            raise FailedError(f"more than {self.seconds} s") from error
        except subprocess.CalledProcessError as error:
            lines = [line for line in error.stderr.splitlines() if re.search(r"error|memory", line, re.IGNORECASE)]
            raise FailedError((lines or [f"ended with {error.returncode}"])[-1].strip()[:120]) from error
        return done.stdout

    def make(self, name: str, papers: Path, folder: Path) -> tuple[float, float]:
        """Seconds of the processor and MiB that an index takes."""
        if name in MAKERS:
            command = [sys.executable, str(HERE / "engine_makers.py"), name, str(papers), str(folder)]
        else:
            command = self._node("make", name, papers, folder)
        seconds, memory = map(float, self.run(command).split())
        return seconds, memory

    def ask(self, name: str, papers: Path, folder: Path, queries: Queries) -> dict[str, Any]:
        command = self._node("ask", name, papers, folder)
        if name == "tantivy":
            command = [sys.executable, str(HERE / "engine_makers.py"), "ask", str(papers), str(folder)]
        answers: dict[str, Any] = json.loads(self.run(command, json.dumps(queries)))
        return answers

    def _node(self, task: str, name: str, papers: Path, folder: Path) -> list[str]:
        command = ["node", f"--max-old-space-size={MEMORY}", str(HERE / "engine_scripts" / "engines.mjs"), task, name]
        return [*command, *map(str, (self.modules, papers, folder)), json.dumps(WEIGHTS)]


def queries(papers: Path) -> Queries:
    """Titles, and words by how many papers have them; the same for the same papers."""
    said = texts(papers)
    chance = random.Random(19)  # noqa: S311 - the same queries in every run
    having = Counter(
        word
        for paper in said
        for word in {*re.findall(r"[a-z]{4,}", f"{paper['title']} {paper['summary']} {paper['abstract']}".lower())}
    )

    def words(least: float, most: float, many: int) -> list[str]:
        fitting = sorted(word for word, papers in having.items() if least * len(said) <= papers <= most * len(said))
        return chance.sample(fitting, min(len(fitting), many))

    rare = words(0, 0.001, 2 * QUERIES) or words(0, 0.05, 2 * QUERIES)
    frequent = words(0.08, 0.5, 4 * QUERIES) or words(0.5, 1, 4 * QUERIES)
    alone, pairs, others = frequent[:QUERIES], frequent[QUERIES : 3 * QUERIES], frequent[3 * QUERIES :]
    long = [paper["title"] for paper in said if 6 <= len(paper["title"].split()) <= 10]
    kinds = {
        "a title": chance.sample(long, QUERIES),
        "rare": rare[:QUERIES],
        "frequent": alone,
        "two frequent": [f"{one} {other}" for one, other in zip(pairs[::2], pairs[1::2], strict=False)],
        "rare and frequent": [f"{one} {other}" for one, other in zip(rare[QUERIES:], others, strict=False)],
    }
    return {kind: some for kind, some in kinds.items() if some}


def edited(papers: Path, folder: Path) -> Path:
    """The same papers with another word in one title."""
    lines = papers.read_text("utf-8").splitlines()
    at = len(lines) // 3
    record = json.loads(lines[at])
    record["title"] = " ".join(["Sundial", *record["title"].split()[1:]])
    changed = folder / "edited.jsonl"
    changed.write_text("\n".join([*lines[:at], json.dumps(record), *lines[at + 1 :]]) + "\n", "utf-8")
    return changed


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def changed(before: Path, after: Path) -> str:
    """How many files of an index differ, of how many, and their kB, packed."""
    old, new = contents(before), contents(after)
    differing = [data for name, data in new.items() if old.get(name) != data]
    kilobytes = sum(len(gzip.compress(data, 6)) for data in differing) / 1000
    return f"{len(differing):,} of {len(new):,}; {kilobytes:,.0f}"


def median(values: Sequence[float]) -> str:
    return f"{statistics.median(values):,.0f}" if values else ""


def figure(value: float) -> str:
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def row(name: str, made: tuple[float, float], ours: float, answer: Mapping[str, Any], edit: str) -> str:
    answers = answer["answers"]
    loaded = {kind: said["loaded"] for kind, said in answers.items()}
    first, *titles = loaded["a title"] or [{"kB": 0, "requests": 0}]
    rest = [titles, *(each for kind, each in loaded.items() if kind != "a title")]
    cells = [
        name,
        f"{made[0]:.2f}",
        f"{made[0] / ours:.1f}",
        f"{made[1]:,.0f}",
        f"{first['kB']:,.0f} ({first['requests']})",
        f"{answer['opening']:,.0f}",
        "; ".join(median([one["kB"] for one in each]) for each in rest),
        "; ".join(figure(said["milliseconds"]) for said in answers.values()),
        edit,
    ]
    return f"| {' | '.join(cells)} |"


def measure(tried: Tried, names: Sequence[str], papers: Path, folder: Path, *, edit: bool) -> None:
    """Print what each engine takes for some papers, and what changes with an edit."""
    asked = queries(papers)
    kinds = "; ".join(asked)
    many = len(papers.read_text("utf-8").splitlines())
    print(f"\n{many:,} papers; queries: {kinds}\n")
    print(f"| by | index: CPU s | × ours | MiB | first query: kB (requests) | ms to be ready | later: kB | ms "
          f"| an edit: files; kB |\n|---|{'---:|' * 8}")  # fmt: skip
    ours, other = 0.0, edited(papers, folder)
    for name in names:
        try:
            made = tried.make(name, papers, folder / name)
            ours = ours or made[0]
            answer = tried.ask(name, papers, folder / name, asked)
            after = ""
            if edit:
                tried.make(name, other, folder / f"{name}-edited")
                after = changed(folder / name, folder / f"{name}-edited")
            line = row(name, made, ours, answer, after)
        except FailedError as error:
            line = f"| {name} | {error} |"
        print(line, flush=True)


def followed(tried: Tried, name: str, folder: Path) -> list[bool]:
    """Whether an engine follows each rule of PROBES."""
    papers = folder / "papers.jsonl"
    papers.write_text("".join(json.dumps(paper) + "\n" for paper in PAPERS), "utf-8")
    tried.make(name, papers, folder / name)
    shown = tried.ask(name, papers, folder / name, {probe.rule: [probe.query] for probe in PROBES})["answers"]
    return [follows(probe, shown[probe.rule]["shown"][0]["every"]) for probe in PROBES]


def judge_rules(tried: Tried, names: Sequence[str], folder: Path) -> None:
    columns: dict[str, list[bool]] = {}
    for name in names:
        try:
            columns[name] = followed(tried, name, folder)
        except FailedError as error:
            print(f"{name}: {error}")
    print(f"\n| rule | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
    for probe, *does in zip(PROBES, *columns.values(), strict=True):
        print(f"| {probe.rule} | {' | '.join('yes' if each else '–' for each in does)} |")


def judge_collection(tried: Tried, names: Sequence[str], collection: Path, folder: Path) -> None:
    """Print how well each engine finds what is judged relevant."""
    import retrieval

    documents = {document["I"]: document for document in retrieval.entries(retrieval.only(collection, r"\.all"))}
    judged = retrieval.judgments(collection, retrieval.entries(retrieval.only(collection, r"qry$")))
    papers = folder / "papers.jsonl"
    papers.write_text("".join(json.dumps(retrieval.record(each)) + "\n" for each in documents.values()), "utf-8")
    print(f"\n{collection.name}, {len(judged)} questions\n\n| by | nDCG@10 | recall@20 |\n|---|---:|---:|")
    for name in names:
        try:
            tried.make(name, papers, folder / name)
            shown = tried.ask(name, papers, folder / name, {"questions": [*judged]})["answers"]["questions"]["shown"]
        except FailedError as error:
            print(f"| {name} | {error} |")
            continue
        found = [[id.removeprefix("document-") for id in each["every"] + each["any"]] for each in shown]
        pairs = list(zip(found, judged.values(), strict=True))
        figures = [sum(by(*pair) for pair in pairs) / len(pairs) for by in (retrieval.ndcg, retrieval.recall)]
        print(f"| {name} | {figures[0]:.3f} | {figures[1]:.3f} |", flush=True)


def lines(source: str) -> Iterator[str]:
    """The papers of a source, each as JSON."""
    if source.isdigit():
        chance = random.Random(int(source))  # noqa: S311 - made-up words need no secrets
        yield from (made_up.line(number, chance) for number in range(int(source)))
        return
    for file in sorted(Path(source).rglob("*.jsonl")):
        yield from file.read_text("utf-8").splitlines()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sources", nargs="+", metavar="SOURCE")
    options.add_argument("--modules", type=Path, required=True)
    options.add_argument("--only", nargs="+", choices=ENGINES, default=ENGINES)
    options.add_argument("--seconds", type=int, default=1800)
    options.add_argument("--no-edit", dest="edit", action="store_false", help="make each index once")
    chosen = options.parse_args()
    tried = Tried(chosen.modules.resolve(), chosen.seconds)
    for source in chosen.sources:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            if source == "rules":
                judge_rules(tried, chosen.only, folder)
            elif Path(source).is_dir() and any(re.search(r"\.all", file.name, re.I) for file in Path(source).iterdir()):
                judge_collection(tried, chosen.only, Path(source), folder)
            else:
                papers = folder / "papers.jsonl"
                papers.write_text("".join(f"{line}\n" for line in lines(source)), "utf-8")
                measure(tried, chosen.only, papers, folder, edit=chosen.edit)


if __name__ == "__main__":
    main()
