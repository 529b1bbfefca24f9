"""How long builds take and how much memory they need, beside Hugo, Eleventy and the limit, from the same papers.

Page sets are compared before time is taken, and nothing is measured of sets that differ. The builders take turns in
each round. `benchmarks/README.md` says what is compared and what the figures mean.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import builders
import made_up
import page_sets
import plot
from builders import FULL, LEAN, Builder, Ground
from measuring import FailedError, Run, measured
from results import LIMIT, MODES, Figures, Row, table

SETS = (FULL, LEAN)
PEERS = ("hugo", "eleventy")


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """What the command was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--papers", type=int, nargs="+", default=[300, 10_000], metavar="N", help="sizes (300 10000)")
    add("--input", choices=["yaml", "jsonl"], default="yaml", help="what the papers are kept in")
    add("--pages", choices=SETS, nargs="+", default=SETS, help="page sets (both)")
    add("--peers", choices=[*PEERS, "none"], nargs="+", default=PEERS, help="what to compare with (both)")
    add("--peers-most", type=int, default=100_000, metavar="N", help="no peers above so many papers (100000)")
    add("--eleventy", type=Path, metavar="FOLDER", help="where npm installed @11ty/eleventy")
    add("--modes", choices=list(MODES), nargs="+", default=list(MODES), help="ways of building (all)")
    add("--rounds", type=int, default=3, metavar="N", help="how often (3)")
    add("--cache", choices=["cold", "warm"], default="cold", help="Conspectus's cache where the folder is empty (cold)")
    add("--jobs", type=int, default=os.cpu_count(), metavar="N", help="processes of Conspectus (one a processor)")
    add("--by", choices=["seconds", "cpu"], default="seconds", help="what ratios are of; cpu on a busy machine")
    add("--folder", type=Path, metavar="FOLDER", help="where everything is written (a temporary folder)")
    add("--results", type=Path, metavar="FOLDER", help="write build.md, build.svg and build.json there too")
    return parser.parse_args(given)


MOST_ASIDE = 10_000
"""Of a survey of so many papers, disks have room for the sites of all rounds."""


def away(folder: Path, papers: int) -> None:
    """Have nothing at a folder. What was there is kept for later: for some minutes after a file is deleted, ext4 takes
    longer to make another one, and whoever builds next would pay for that."""
    if papers > MOST_ASIDE:
        shutil.rmtree(folder, ignore_errors=True)
    elif folder.exists():
        folder.rename(Path(tempfile.mkdtemp(dir=folder.parent), folder.name))


def emptied(builder: Builder, papers: int, cache: bool = False) -> None:
    """Have nothing in the folder that a builder writes into, nor in its cache."""
    away(builder.out, papers)
    if cache and builder.cache:
        away(builder.cache, papers)


def run(builder: Builder) -> Run:
    """Run a builder once, with a cache of its own; Python keeps its bytecode, as it does of what pip installs."""
    cache = builder.cache or builder.folder / "cache-of-peer"
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "ELEVENTY_TELEMETRY": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return measured(builder.command, environment, builder.folder).run


def limit(site: Path, folder: Path, papers: int) -> Run:
    """The limit: a site's files, written from memory."""
    command = [sys.executable, str(builders.HERE / "limit.py"), str(site), str(folder)]
    took = measured(command, os.environ, site)
    away(folder, papers)
    told = json.loads(took.said)
    return Run(told["seconds"], told["cpu"], took.run.mib)


def able(some: Sequence[Builder], papers: int, say: Callable[[str], None]) -> list[Builder]:
    """Build everything once; those that can. A peer that cannot, as memory does not suffice, is left out."""
    found = []
    for builder in some:
        emptied(builder, papers)
        try:
            run(builder)
        except FailedError as error:
            if builder is some[0]:
                raise
            say(f"- {builder.name}, {builder.pages} pages: left out. {error}")
        else:
            found.append(builder)
    return found


def compared(ground: Ground, some: Sequence[Builder]) -> Iterator[str]:
    """What each page set has, as it was built; SystemExit where two builders differ in it."""
    ours, *others = some
    there = page_sets.paths(ours.out)
    yield f"{ground.papers:,} papers, {ours.pages} pages: {_size(ours.out, there)}"
    for other in others:
        only = None
        if ours.pages == FULL:
            kinds = builders.kinds(ground)
            only = set(kinds.pop(""))
            rest = there - only
            yield f"- {other.name} makes {_share(ours.out, only, there)}; only Conspectus makes {_size(ours.out, rest)}"
            largest = sorted(kinds.items(), key=lambda kind: -_bytes(ours.out, set(kind[1])))
            yield from (f"  - {name}: {_share(ours.out, set(paths), there)}" for name, paths in largest)
        found = [*islice(page_sets.differences(ours.out, other.out, only), 10)]
        if found:
            raise SystemExit("\n".join([f"{other.name} makes other {ours.pages} pages:", *map(str, found)]))
        yield f"- {other.name}: the same paths; the same markup and text in all files that were compared"


def _bytes(root: Path, paths: set[str]) -> int:
    return sum((root / path).stat().st_size for path in paths)


def _size(root: Path, paths: set[str]) -> str:
    return f"{len(paths):,} files, {_bytes(root, paths) / 2**20:.2f} MiB"


def _share(root: Path, paths: set[str], of: set[str]) -> str:
    files, size = len(paths) / len(of), _bytes(root, paths) / _bytes(root, of)
    return f"{_size(root, paths)} ({files:.1%} of the files, {size:.1%} of the bytes)"


def rounds(ground: Ground, some: Sequence[Builder], wanted: argparse.Namespace) -> Iterator[tuple[Row, Run]]:
    """Each builder in each mode, all of them once in each round."""
    for number in range(wanted.rounds):
        before: dict[Path, str] = {}
        for mode in (mode for mode in MODES if mode in wanted.modes or mode == "cold"):
            for builder in some:
                if mode == "cold":
                    emptied(builder, ground.papers, wanted.cache == "cold")
                elif mode in builder.edits:
                    file, change = builder.edits[mode]
                    before.setdefault(file, file.read_text("utf-8"))
                    file.write_text(change(file.read_text("utf-8"), number), "utf-8")
                elif mode != "again" or not builder.edits:
                    continue
                yield Row(ground.papers, builder.pages, builder.name, mode), run(builder)
                if mode == "cold" and builder.name == "Conspectus":
                    took = limit(builder.out, ground.folder / "limit", ground.papers)
                    yield Row(ground.papers, builder.pages, LIMIT, "cold"), took
        for file, text in before.items():
            file.write_text(text, "utf-8")


def of_size(papers: int, wanted: argparse.Namespace, say: Callable[[str], None]) -> Iterator[tuple[Row, Run]]:
    """Make up a survey, compare the page sets of its builders, and measure these."""
    with tempfile.TemporaryDirectory(dir=wanted.folder) as folder:
        ground = Ground(Path(folder, "survey"), Path(folder), papers, wanted.input == "jsonl", wanted.jobs)
        made_up.write(ground.survey, papers, jsonl=ground.jsonl)
        peers = [] if papers > wanted.peers_most else [peer for peer in wanted.peers if peer != "none"]
        sets = [builders.full(ground, peers)] if FULL in wanted.pages else []
        sets += [builders.lean(ground, peers, wanted.eleventy)] if LEAN in wanted.pages else []
        sets = [able(one_set, papers, say) for one_set in sets]
        for one_set in sets:
            for line in compared(ground, one_set):
                say(line)
        for row, took in rounds(ground, [builder for one_set in sets for builder in one_set], wanted):
            print(f"{row.name}, {row.pages}, {row.mode}: {took.seconds:.2f} s", file=sys.stderr, flush=True)
            yield row, took


def main(given: Sequence[str]) -> None:
    """Measure all sizes, and print what was compared, the table and the versions."""
    wanted = arguments(given)
    figures: dict[Row, list[Run]] = {}
    lines = [f"{line}. Left out." for line in builders.missing(wanted.peers, wanted.eleventy)]

    def say(line: str) -> None:
        lines.append(line)
        print(line, flush=True)

    print(*lines, sep="\n", flush=True)
    for papers in wanted.papers:
        for row, took in of_size(papers, wanted, say):
            figures.setdefault(row, []).append(took)
        if wanted.results:
            save(wanted, lines, figures)
    print("", *told(wanted, figures), sep="\n")


def told(wanted: argparse.Namespace, figures: Figures) -> list[str]:
    """The table, and under it what ran how."""
    ran = builders.versions({row.name for row in figures}, wanted.eleventy, wanted.jobs)
    how = f"{wanted.rounds} rounds; papers in {wanted.input}; {wanted.cache} cache"
    return [*table(figures, wanted.by), "", f"{ran}; {how}"]


def save(wanted: argparse.Namespace, lines: Sequence[str], figures: Figures) -> None:
    """Write what there is so far into the folder of results."""
    wanted.results.mkdir(parents=True, exist_ok=True)
    (wanted.results / "build.md").write_text("\n".join([*lines, "", *told(wanted, figures), ""]), "utf-8")
    (wanted.results / "build.svg").write_text(plot.drawn(figures, wanted.by), "utf-8")
    data = [{**row._asdict(), "runs": runs} for row, runs in figures.items()]
    (wanted.results / "build.json").write_text(json.dumps(data, indent=1), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
