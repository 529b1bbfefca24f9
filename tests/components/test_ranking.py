"""The order in which a search shows papers, by the site's own scripts."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

PROGRAM = Path(__file__).resolve().parents[2] / "benchmarks" / "search.mjs"
PAPERS = {
    "apart": "The oil of a wick; a harbor has much of it, and of a wick again, for a lamp.",
    "near": "Much is of it, and much again: a lamp at the harbor. The oil stands by, and so does one wick.",
    "one-word": "Bells ring in the harbor.",
    "used": "Bells are used at sea.",
    "none": "Ropes and anchors.",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ranking")
    papers = root / "content" / "papers"
    papers.mkdir(parents=True)
    (root / "content" / "survey.yaml").write_text("title: Lamps\n", "utf-8")
    records = [
        {"id": f"{name}-1", "title": f"Number {at}", "abstract": text} for at, (name, text) in enumerate(PAPERS.items())
    ]
    (papers / "lamps.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    build(Project(root), Cache(None), root / "site", search=False)
    return root / "site"


def shown(site: Path, query: str) -> tuple[list[str], list[str]]:
    done = subprocess.run(
        ["node", PROGRAM, site], input=json.dumps([query]), capture_output=True, text=True, check=True
    )
    (answer,) = json.loads(done.stdout)
    return answer["results"], answer["partial"]


def test_words_that_stand_near_each_other_come_first(site: Path) -> None:
    assert shown(site, "lamp harbor") == (["near-1", "apart-1"], ["one-word-1"])


def test_what_has_one_word_of_a_question_is_a_partial_match(site: Path) -> None:
    results, partial = shown(site, "which lamp whistles, turns and gleams in a harbor")
    assert results == []
    assert {*partial} == {"near-1", "apart-1", "one-word-1"}


def test_words_of_a_question_are_looked_for_where_it_has_no_others(site: Path) -> None:
    assert shown(site, "lamps used in a harbor") == (["near-1", "apart-1"], ["one-word-1"])
    assert shown(site, "used") == (["used-1"], [])
