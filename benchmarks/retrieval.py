"""How well questions find abstracts, beside BM25 in the same run: `benchmarks/retrieval.py FOLDER …`.

Each folder holds a collection of abstracts in the format of SMART, as Cranfield and CISI are published: documents in
`*.all*`, questions in `*.qry`, judgments in `*rel`. None of it comes with Conspectus. A document becomes a paper with
title, authors and abstract; the survey is built and asked through the site's own scripts. What counts is the order in
which the page shows papers: hits, then partial matches.

BM25 has k1 = 1.2 and b = 0.75, over the stems of Snowball (`pip install snowballstemmer`) of title and abstract, from
which stop words are left out; with them, it finds less in every collection that was tried.
"""

from __future__ import annotations

import json
import math
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import snowballstemmer  # type: ignore[import-not-found]
from known_items import asked

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

K1, B = 1.2, 0.75
STOP_WORDS = frozenset(
    """
    a about above after again against all am an and any are as at be because been before being below between both
    but by can cannot could did do does doing down during each few for from further had has have having he her
    here hers herself him himself his how i if in into is it its itself me more most my myself no nor not of off
    on once only or other ought our ours ourselves out over own same she should so some such than that the their
    theirs them themselves then there these they this those through to too under until up very was we were what
    when where which while who whom why will with would you your yours yourself yourselves
    """.split()
)

Judged = Mapping[str, set[str]]


def entries(path: Path) -> list[dict[str, str]]:
    """The entries of a file: for each mark (`I`, `T`, `W`, …) its text."""
    found: list[dict[str, str]] = []
    for part in re.split(r"^\.(?=I )", path.read_text("latin-1"), flags=re.MULTILINE)[1:]:
        fields: dict[str, str] = defaultdict(str)
        for field in re.split(r"^\.(?=[A-Z]\s)", part, flags=re.MULTILINE):
            fields[field[0]] += " ".join(field[1:].split()) + " "
        found.append({mark: text.strip() for mark, text in fields.items()})
    return found


def only(folder: Path, pattern: str) -> Path:
    """The file of a folder that a pattern names in any case."""
    (path,) = (path for path in folder.iterdir() if re.search(pattern, path.name, re.IGNORECASE))
    return path


def judgments(folder: Path, queries: list[dict[str, str]]) -> Judged:
    """The relevant documents of each query. Cranfield numbers queries by their places, CISI by their names."""
    rows = [line.split() for line in only(folder, r"rel$").read_text("latin-1").splitlines() if line.strip()]
    names = [query["I"] for query in queries]
    if not {row[0] for row in rows} <= {*names}:
        names = [str(at + 1) for at in range(len(queries))]
    relevant: dict[str, set[str]] = {query["W"]: set() for query in queries}
    text = {name: query["W"] for name, query in zip(names, queries, strict=True)}
    for query, document, grade, *_ in rows:
        if int(grade) >= 0:
            relevant[text[query]].add(document)
    return {query: documents for query, documents in relevant.items() if documents}


def bm25(documents: Mapping[str, str]) -> Callable[[str], list[str]]:
    """What ranks documents for a query."""
    stem = snowballstemmer.stemmer("english").stemWord
    postings: dict[str, dict[str, int]] = defaultdict(dict)
    lengths = {}

    def stems(text: str) -> list[str]:
        return [stem(word) for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in STOP_WORDS]

    for name, text in documents.items():
        words = stems(text)
        lengths[name] = len(words)
        for word, count in Counter(words).items():
            postings[word][name] = count
    mean = sum(lengths.values()) / len(lengths)

    def ranked(query: str) -> list[str]:
        scores: dict[str, float] = defaultdict(float)
        for word in stems(query):
            found = postings.get(word, {})
            rarity = math.log(1 + (len(documents) - len(found) + 0.5) / (len(found) + 0.5))
            for name, count in found.items():
                scores[name] += rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[name] / mean))
        return sorted(scores, key=lambda name: (-scores[name], name))

    return ranked


def ndcg(ranking: list[str], relevant: set[str], most: int = 10) -> float:
    gain = sum(1 / math.log2(at + 2) for at, name in enumerate(ranking[:most]) if name in relevant)
    return gain / sum(1 / math.log2(at + 2) for at in range(min(most, len(relevant))))


def recall(ranking: list[str], relevant: set[str], most: int = 20) -> float:
    return len(relevant & {*ranking[:most]}) / len(relevant)


def record(document: Mapping[str, str]) -> dict[str, str]:
    """A document as the record of a paper."""
    title = document.get("T", "").removesuffix(" .") or "Without a title"
    abstract = document.get("W", "").removeprefix(document.get("T", "")).strip()
    fields = {"id": f"document-{document['I']}", "title": title, "abstract": abstract}
    return {name: text for name, text in fields.items() if text}


def site_of(documents: Iterable[Mapping[str, str]], folder: Path) -> Path:
    """The site of a survey that has documents as papers."""
    papers = folder / "content" / "papers"
    papers.mkdir(parents=True)
    (folder / "content" / "survey.yaml").write_text("title: A benchmark\n", "utf-8")
    records = [json.dumps(record(document)) for document in documents]
    (papers / "documents.jsonl").write_text("\n".join(records) + "\n", "utf-8")
    site = folder / "site"
    build(Project(folder), Cache(None), site, pagefind=False)
    return site


def main(folder: Path) -> None:
    documents = [*{document["I"]: document for document in entries(only(folder, r"\.all"))}.values()]
    judged = judgments(folder, entries(only(folder, r"qry$")))
    ranked = bm25({document["I"]: f"{document.get('T', '')} {document.get('W', '')}" for document in documents})
    with tempfile.TemporaryDirectory() as place:
        answers = asked(site_of(documents, Path(place)), list(judged))
    shown = [[name.removeprefix("document-") for name in answer["results"] + answer["partial"]] for answer in answers]
    for name, rankings in {"BM25": [ranked(query) for query in judged], "the page": shown}.items():
        pairs = list(zip(rankings, judged.values(), strict=True))
        gain, found = (sum(measure(*pair) for pair in pairs) / len(pairs) for measure in (ndcg, recall))
        print(f"{folder.name}, {len(judged)} questions, {name}: nDCG@10 {gain:.3f}, recall@20 {found:.3f}", flush=True)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        main(Path(argument))
