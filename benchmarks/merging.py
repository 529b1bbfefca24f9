"""How well records of one work are found, on a public benchmark: `benchmarks/merging.py FOLDER [--errors FILE]`.

The folder holds one or two CSV files of records (`id,title,authors,venue,year`; also `pages,volume,issue,doi`) and one
whose name has `Mapping` with the pairs of ids that are one work, as the database group of Leipzig publishes DBLP-ACM.
Authors are divided by commas, or by semicolons, one behind the last too. None of it comes with Conspectus. Each file
becomes one of JSON Lines in a new survey; `conspectus` reads and merges them as it does any others. An exact repetition
within one file, which is left out, counts as joined. Of two files, the pairs across them are counted.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from conspectus import pipeline
from conspectus.cache import Cache
from conspectus.diagnostics import Span
from conspectus.model.paper import Exclusion, Library
from conspectus.project import Project

Pair = tuple[tuple[str, str], tuple[str, str]]


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table in UTF-8 or, as some of these are, Latin-1."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1").removeprefix("ï»¿")
    return list(csv.DictReader(text.splitlines()))


def record(row: dict[str, str]) -> str:
    """A row as a record of JSON Lines."""
    fields: dict[str, object] = {"title": html.unescape(row["title"])}
    people = html.unescape(row["authors"] or "")
    if authors := [name.strip() for name in people.split(";" if ";" in people else ", ") if name.strip(" ?")]:
        fields["authors"] = authors
    if venue := html.unescape(row["venue"] or "").strip():
        fields["venue"] = venue
    if (year := (row["year"] or "").partition(".")[0]).isdigit():
        fields["date"] = year.zfill(4)
    fields |= {name: value for name in ("pages", "volume", "issue", "doi") if (value := row.get(name))}
    return json.dumps(fields, ensure_ascii=False)


def library_of(folder: Path, tables: list[list[dict[str, str]]]) -> Library:
    """The library that `conspectus` makes of some tables."""
    papers = folder / "content" / "papers"
    papers.mkdir(parents=True)
    (folder / "content" / "survey.yaml").write_text("title: A benchmark\n", "utf-8")
    for number, table in enumerate(tables):
        (papers / f"{number}.jsonl").write_text("".join(record(row) + "\n" for row in table), "utf-8")
    return pipeline.survey(Project(folder), Cache(folder / "cache")).library


def joined(library: Library, tables: list[list[dict[str, str]]]) -> Iterator[Pair]:
    """The pairs of records, each a table's number and an id, that are one paper."""
    repeated: dict[tuple[str, int], list[Span]] = defaultdict(list)
    for drop in library.dropped:
        if drop.kind is Exclusion.REPEATED:  # within a file
            repeated[drop.span.file, int(drop.why.rpartition(" ")[2])].append(drop.span)
    for paper in library.papers:
        spans = [record.span for record in paper.records]
        spans += [span for first in spans for span in repeated[first.file, first.line]]
        places = [(Path(span.file).stem, span.line - 1) for span in spans]
        yield from combinations(sorted((table, tables[int(table)][line]["id"]) for table, line in places), 2)


def mapped(path: Path, tables: list[list[dict[str, str]]]) -> set[Pair]:
    """The pairs of records that a file says are one work."""
    places = defaultdict(list)
    for number, table in enumerate(tables):
        for row in table:
            places[row["id"]].append((str(number), row["id"]))
    with path.open(encoding="utf-8") as file:
        named = [line[:2] for line in csv.reader(file)]
    both = ((a, b) for one, other in named for a in places[one] for b in places[other] if a != b)
    return {(min(a, b), max(a, b)) for a, b in both}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=Path, help="write the pairs wrongly joined and wrongly left apart here")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.csv"))
    tables = [rows(path) for path in files if "mapping" not in path.name.lower()]
    right = mapped(next(path for path in files if "mapping" in path.name.lower()), tables)
    with tempfile.TemporaryDirectory() as name:
        start = time.process_time()
        library = library_of(Path(name), tables)
        seconds = time.process_time() - start
    pairs = set(joined(library, tables))
    within = {pair for pair in pairs if pair[0][0] == pair[1][0]} if len(tables) > 1 else set()
    hits = len(pairs & right)
    precision, recall = hits / max(1, len(pairs - within)), hits / max(1, len(right))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"records {' + '.join(str(len(table)) for table in tables)}, pairs {len(right)}")
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    print(f"joined within one of two sources {len(within)}, seconds {seconds:.1f}")
    if options.errors:
        texts = {
            (str(n), row["id"]): " | ".join(map(str, row.values())) for n, table in enumerate(tables) for row in table
        }
        for kind, wrong in (("JOINED", pairs - within - right), ("APART", right - pairs)):
            for pair in sorted(wrong):
                with options.errors.open("a", encoding="utf-8") as out:
                    out.write(f"{kind}\n  " + "\n  ".join(texts[each] for each in pair) + "\n")


if __name__ == "__main__":
    main()
