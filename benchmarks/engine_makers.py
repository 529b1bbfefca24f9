"""Makes an index of papers: `engine_makers.py NAME PAPERS FOLDER`, of a file with a paper in each line, as JSON.

Prints seconds of the processor and MiB that this took beyond the papers themselves. SQLite's is one file, without the
texts; Pagefind reads a page for each paper, with weights of its fields; tantivy is not for browsers, and answers here
too: `engine_makers.py ask PAPERS FOLDER`, as `engines.mjs` does.
"""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from conspectus.cache import Cache
from conspectus.components.word_rows import FIELDS
from conspectus.pipeline import Compiled, compile
from conspectus.project import Project
from conspectus.render.assets import Assets

WEIGHTS = {name: FIELDS[name] for name in ("title", "authors", "keywords", "summary", "abstract")}
"""The fields that are searched, and what a word weighs in each, for all that can weigh them."""

FIRST_RESULTS = 20
TIMED = "words"
"""The page kind whose pages are the index; those of the others are written for the scripts to find."""

PER_FILE = 5000
"""Papers in each file of the survey: larger files than some are not read."""

Texts = Mapping[str, str]
Cost = tuple[float, float]


def texts(papers: Path) -> list[Texts]:
    """The fields of each paper, and its id."""

    def text(value: Any) -> str:
        return ", ".join(value) if isinstance(value, list) else value or ""

    records = map(json.loads, papers.read_text("utf-8").splitlines())
    return [{name: text(record.get(name)) for name in ("id", *WEIGHTS)} for record in records]


def cost(make: Callable[[], object], who: int = resource.RUSAGE_SELF) -> Cost:
    """Seconds of the processor, and MiB by which the peak grew."""
    before = resource.getrusage(who)
    make()
    after = resource.getrusage(who)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, (after.ru_maxrss - before.ru_maxrss) / 1024


def conspectus(papers: Path, folder: Path) -> Cost:
    root = folder / "survey"
    content = root / "content" / "papers"
    content.mkdir(parents=True)
    (root / "content" / "survey.yaml").write_text("title: A benchmark\n", "utf-8")
    lines = papers.read_text("utf-8").splitlines(keepends=True)
    for at in range(0, len(lines), PER_FILE):
        (content / f"{at:06}.jsonl").write_text("".join(lines[at : at + PER_FILE]), "utf-8")
    project = Project(root)
    compiled = compile(project, Cache(None))
    took = cost(lambda: written(compiled, folder, TIMED))
    written(compiled, folder, "finder")
    for output in Assets(project.templates).outputs():
        file = folder / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    shutil.rmtree(root)
    return took


def written(compiled: Compiled, folder: Path, kind: str) -> None:
    """Write the pages of a kind."""
    for pages in compiled.site.kinds:
        for page in pages.all() if pages.kind.name == kind else ():
            file = folder / page.url
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(compiled.renderer.page(page).data)


def pagefind(papers: Path, folder: Path) -> Cost:
    pages = folder / "pages"
    pages.mkdir()
    for paper in texts(papers):
        fields = (f"<p data-pagefind-weight={weight}>{escape(paper[name])}</p>" for name, weight in WEIGHTS.items())
        (pages / f"{paper['id']}.html").write_text(
            f"<html lang=en><title>{escape(paper['title'])}</title><body data-pagefind-body>{''.join(fields)}", "utf-8"
        )
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(pages), "--output-path", str(folder)]
    took = cost(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), resource.RUSAGE_CHILDREN)
    shutil.rmtree(pages)
    return took


def sqlite(papers: Path, folder: Path, page_size: int) -> Cost:
    records = texts(papers)
    columns = ", ".join(WEIGHTS)

    def make() -> None:
        database = sqlite3.connect(folder / "words.db")
        database.execute(f"PRAGMA page_size = {page_size}")
        options = "content='', prefix='3', tokenize='porter unicode61 remove_diacritics 2'"
        database.execute(f"CREATE VIRTUAL TABLE papers USING fts5({columns}, {options})")
        insert = f"INSERT INTO papers (rowid, {columns}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - names of ours
        database.executemany(insert, ((at + 1, *(paper[name] for name in WEIGHTS)) for at, paper in enumerate(records)))
        database.execute("INSERT INTO papers (papers) VALUES ('optimize')")
        database.commit()
        database.execute("VACUUM")
        database.close()

    return cost(make)


def tantivy(papers: Path, folder: Path) -> Cost:
    records = texts(papers)

    def make() -> None:
        writer = tantivy_index(folder, new=True).writer(heap_size=200_000_000, num_threads=1)
        document = tantivy_library().Document
        for paper in records:
            writer.add_document(document(**{name: paper[name] for name in ("id", *WEIGHTS)}))
        writer.commit()
        writer.wait_merging_threads()

    return cost(make)


def tantivy_library() -> Any:
    import tantivy  # type: ignore[import-not-found]

    return tantivy


def tantivy_index(folder: Path, *, new: bool = False) -> Any:
    """Its index with the stems of English; ids are stored."""
    library = tantivy_library()
    builder = library.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in WEIGHTS:
        builder.add_text_field(name, tokenizer_name="en_stem")
    return library.Index(builder.build(), path=str(folder), reuse=not new)


def ask_tantivy(folder: Path, kinds: Mapping[str, list[str]]) -> dict[str, Any]:
    began = time.process_time()
    index = tantivy_index(folder)
    searcher = index.searcher()
    opening = time.process_time() - began

    def ids(query: str, *, every: bool, fuzzy: bool = False) -> list[str]:
        plain = query if query.startswith('"') else "".join(one if one.isalnum() else " " for one in query)
        near = dict.fromkeys(WEIGHTS, (True, 1, True)) if fuzzy else {}
        parsed = index.parse_query(
            plain, [*WEIGHTS], field_boosts=WEIGHTS, fuzzy_fields=near, conjunction_by_default=every
        )
        found = searcher.search(parsed, FIRST_RESULTS).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    def answered(query: str) -> dict[str, list[str]]:
        hits = ids(query, every=True) or ids(query, every=True, fuzzy=True)
        some = ids(query, every=False) if len(hits) < FIRST_RESULTS else []
        return {"every": hits, "any": [one for one in some if one not in hits]}

    answers = {}
    for kind, queries in kinds.items():
        began = time.process_time()
        shown = [answered(query) for query in queries]
        milliseconds = (time.process_time() - began) * 1000 / len(queries)
        answers[kind] = {"loaded": [], "milliseconds": milliseconds, "shown": shown}
    return {"opening": opening * 1000, "answers": answers}


MAKERS: Mapping[str, Callable[[Path, Path], Cost]] = {
    "conspectus": conspectus,
    "pagefind": pagefind,
    "sqlite-4096": lambda papers, folder: sqlite(papers, folder, 4096),
    "sqlite-1024": lambda papers, folder: sqlite(papers, folder, 1024),
    "tantivy": tantivy,
}


def main(name: str, papers: str, folder: str) -> None:
    if name == "ask":
        print(json.dumps(ask_tantivy(Path(folder), json.load(sys.stdin))))
        return
    Path(folder).mkdir(parents=True)
    print(*MAKERS[name](Path(papers), Path(folder)))


if __name__ == "__main__":
    main(*sys.argv[1:])
