"""How well records of one work are found, on a public benchmark: `benchmarks/merging.py FOLDER [--errors FILE]`.

The folder holds two CSV files of records (`id,title,authors,venue,year`) and one whose name has `Mapping` with the
pairs of ids that are one work, as the database group of Leipzig publishes DBLP-ACM. None of it comes with Conspectus.
The records become two files of JSON Lines in a new survey; `conspectus` reads and merges them as it does any others.
An exact repetition within one source, which is left out, counts as joined.
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
from conspectus.model.paper import Library
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
    if authors := [name for name in html.unescape(row["authors"] or "").split(", ") if name.strip(" ?")]:
        fields["authors"] = authors
    if venue := html.unescape(row["venue"] or "").strip():
        fields["venue"] = venue
    if (year := (row["year"] or "").partition(".")[0]).isdigit():
        fields["date"] = year.zfill(4)
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
    for drop in library.dropped:  # an exact repetition within a file
        repeated[drop.span.file, int(drop.why.rpartition(" ")[2])].append(drop.span)
    for paper in library.papers:
        spans = [record.span for record in paper.records]
        spans += [span for first in spans for span in repeated[first.file, first.line]]
        places = sorted((int(Path(span.file).stem), span.line - 1) for span in spans)
        names = [(str(table), tables[table][line]["id"]) for table, line in places]
        yield from combinations(names, 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=Path, help="write the pairs wrongly joined and wrongly left apart here")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.csv"))
    tables = [rows(path) for path in files if "mapping" not in path.name.lower()]
    with next(path for path in files if "mapping" in path.name.lower()).open(encoding="utf-8") as file:
        named = [tuple(line[:2]) for line in csv.reader(file)]
    ids = [{row["id"] for row in table} for table in tables]
    right: set[Pair] = {
        (("0", a), ("1", b))
        for one, other in named
        for a, b in ((one, other), (other, one))
        if a in ids[0] and b in ids[1]
    }
    with tempfile.TemporaryDirectory() as name:
        start = time.process_time()
        library = library_of(Path(name), tables)
        seconds = time.process_time() - start
    pairs = set(joined(library, tables))
    across = {pair for pair in pairs if pair[0][0] != pair[1][0]}
    hits = len(across & right)
    precision, recall = hits / max(1, len(across)), hits / max(1, len(right))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"records {' + '.join(str(len(table)) for table in tables)}, pairs {len(right)}")
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    print(f"joined within one source {len(pairs - across)}, seconds {seconds:.1f}")
    if options.errors:
        texts = {
            (str(n), row["id"]): " | ".join(map(str, row.values())) for n, table in enumerate(tables) for row in table
        }
        for kind, wrong in (("JOINED", across - right), ("APART", right - across)):
            for pair in sorted(wrong):
                with options.errors.open("a", encoding="utf-8") as out:
                    out.write(f"{kind}\n  " + "\n  ".join(texts[each] for each in pair) + "\n")


if __name__ == "__main__":
    main()
