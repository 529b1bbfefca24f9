"""What the scripts of a made-up survey's site find, by Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from conspectus.cache import Cache
from conspectus.components import word_index
from conspectus.pipeline import build
from conspectus.project import Project

PROGRAM = Path(__file__).resolve().parents[1] / "benchmarks" / "search.mjs"


def built(root: Path, records: Sequence[Mapping[str, Any]], settings: str = "title: Lamps\n") -> Path:
    papers = root / "content" / "papers"
    papers.mkdir(parents=True)
    (root / "content" / "survey.yaml").write_text(settings, "utf-8")
    (papers / "lamps.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    build(Project(root), Cache(None), root / "site", pagefind=False)
    return root / "site"


def spread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of words stand apart then, as in a large survey."""
    for name, most in {"IN_ONE": 0, "SHORT": 0, "ALONE": 20, "PAIRED": 0}.items():
        monkeypatch.setattr(word_index, name, most)


def replies(site: Path, *queries: str) -> list[dict[str, Any]]:
    said = json.dumps(queries)
    done = subprocess.run(["node", PROGRAM, site], input=said, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def answers(site: Path, *queries: str) -> list[tuple[list[str], list[str]]]:
    return [(answer["results"], answer["partial"]) for answer in replies(site, *queries)]


def notes(site: Path, *queries: str) -> list[str]:
    """What the page says of what could not be looked up."""
    return [answer["note"].removeprefix(" · ") for answer in replies(site, *queries)]


def shown(site: Path, query: str) -> tuple[list[str], list[str]]:
    (answer,) = answers(site, query)
    return answer
