"""Content with many mistakes: one run reports them all, each at its line and column. All content is made up.

A mistake is marked by its check in double angle brackets, right before the place where it must be reported.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.cache import Cache
from conspectus.diagnostics import Severity
from conspectus.pipeline import compile
from conspectus.project import Project

MARK = re.compile("«([a-z-]+)»")

Place = tuple[str, str, int, int]
"""A check, a file, a line and a column."""


def unmarked(path: str, text: str) -> tuple[str, set[Place]]:
    """The text without its marks, and the places they stand for."""
    places = set()
    while found := MARK.search(text):
        before = text[: found.start()]
        places.add((found[1], path, before.count("\n") + 1, len(before) - before.rfind("\n")))
        text = before + text[found.end() :]
    return text, places


def reported(files: Mapping[str, str]) -> tuple[set[Place], set[Place]]:
    """The errors and warnings of a survey of these files (below `content/`), and the mistakes marked in them."""
    marked: set[Place] = set()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"survey.yaml": "title: Lamps\n", **files}.items():
            path = Path(folder) / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            plain, places = unmarked(f"content/{name}", text)
            path.write_text(plain, "utf-8")
            marked |= places
        report = compile(Project(Path(folder)), Cache(None)).report
    found = {
        (diagnostic.check, diagnostic.span.file, diagnostic.span.line, diagnostic.span.column)
        for diagnostic in report.diagnostics
        if diagnostic.severity is not Severity.NOTE
    }
    return found, marked


SURVEY = """\
title: Lamps
«unknown-key»tagln: That mind themselves
newest: «bad-value»lots
repository: «bad-link»ftp://code.example/lamps
"""

TOPIC = """\
facet: topic
title: Topics
«unknown-key»catgories: []
categories:
  - id: light
    title: Making light
    children:
      - id: burners
        «unknown-key»titel: Burners
        match:
          any: [wick, «broken-regex»/gas(light/, burner]
          «unknown-key»every: [flame]
        papers: [wick, «unknown-paper»wikc]
        except: [«pinned-and-excepted»wick]
      - id: «duplicate-id»burners
        match: {any: [burner]}
      - id: lamps
        match: {any: [wick]}
        children:
          - id: «cycle»light
            match: {any: [wick]}
  - id: «bad-identifier»fog horns
    match: {any: [wick]}
  - id: «empty-category»watch
    match: «unused-rule»{any: [semaphore]}
    was: [«duplicate-id»light]
  - {id: both, match: {any: wick}, «duplicate-key»id: other, papers: «bad-value»{a: b}}
  - «bad-value»title: Nameless
"""

FUEL = """\
facet: fuel
categories:
  - id: oil
    match:
      title: [«broken-regex»'/(?>o)il/', wick]
"""

PAPERS = """\
- id: wick
  title: Trimming the Wick, a Burner's View
  date: «bad-date»2023-15-04
  place: {fuel: [oil, «unknown-category»oill]}
- id: bell
  title: What the Bell Wrote Down
  place: {topic: [«unknown-category»bells], «unknown-facet»flue: [oil]}
"""

NOTE = "One.\n\nSee [«unknown-citation»@wikc] and [@wick].\n"

FILES = {
    "survey.yaml": SURVEY,
    "taxonomy/topic.yaml": TOPIC,
    "taxonomy/fuel.yaml": FUEL,
    "papers/lamps.yaml": PAPERS,
    "notes/wick.md": NOTE,
    "notes/bellow.md": "«unknown-note»Lost.\n",
}


def test_one_run_reports_every_mistake_of_every_file_at_its_place() -> None:
    found, marked = reported(FILES)
    assert len(marked) == 25
    assert sorted(found) == sorted(marked)


CATEGORIES = [
    "  - id: good{n}\n    match: {{any: [wick]}}\n",
    "  - id: typo{n}\n    «unknown-key»titel: A Typo\n    match: {{any: [wick]}}\n",
    "  - id: «bad-identifier»not an id {n}\n    match: {{any: [wick]}}\n",
    "  - id: regex{n}\n    match:\n      any:\n        - wick\n        - «broken-regex»/(/\n",
    "  # a comment: ä, 灯\n  - id: pin{n}\n    papers: [wick, «unknown-paper»nobody-at-all]\n",
    "  - id: twice{n}\n    papers: [wick]\n    except: [ «pinned-and-excepted»wick ]\n",
    "  - id: outer{n}\n    children:\n    - id: «cycle»outer{n}\n    - {{id: inner{n}, papers: [wick]}}\n",
    "  - id: «empty-category»empty{n}\n",
    "  - {{id: «bad-identifier»'灯{n}', match: {{any: [wick]}}}}\n",
    "  - id: wide{n}\n    title: 灯 und Ä\n    match: {{any: ['ä 灯', «broken-regex»'/[/', wick]}}\n",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CATEGORIES), max_size=8))
def test_mistakes_keep_their_places_in_any_order_and_number(chosen: Sequence[str]) -> None:
    listed = "".join(category.format(n=n) for n, category in enumerate(chosen))
    files = {
        "taxonomy/topic.yaml": f"facet: topic\ntitle: Topics\ncategories:\n{listed}",
        "papers/lamps.yaml": "- id: wick\n  title: A Wick\n",
    }
    found, marked = reported(files)
    assert sorted(found) == sorted(marked)
