"""What the preview says when pages ask it for what cannot be done."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from conspectus.cache import Cache
from conspectus.commands import serve
from conspectus.pipeline import read
from conspectus.preview import Preview
from conspectus.preview.actions import answered
from conspectus.preview.answers import file
from conspectus.preview.editor import Editor
from conspectus.preview.edits import Edits
from conspectus.project import Project

URL = "http://127.0.0.1:1/"

PLACE = {"do": "place", "paper": "bell-log", "facet": "topic", "category": "lenses"}

REQUESTS: tuple[tuple[str, object], ...] = (
    ("propose", {"do": "burn"}),
    ("propose", {"do": "place"}),
    ("propose", {**PLACE, "paper": 1}),
    ("propose", {**PLACE, "paper": "a\0b"}),
    ("propose", {**PLACE, "paper": "nobody"}),
    ("propose", {**PLACE, "category": "nothing"}),
    ("propose", {**PLACE, "category": "watch"}),
    ("propose", PLACE),
    ("propose", {**PLACE, "do": "only"}),
    ("propose", {**PLACE, "do": "remove", "category": "watch"}),
    ("propose", {"do": "summarize", "paper": "bell-log", "summary": "Unheard."}),
    ("save", {"request": PLACE}),
    ("save", {"request": PLACE, "fingerprint": "another"}),
    ("undo", {"fingerprint": "another"}),
)
"""What pages post, one after the other; the survey stays as it is."""


def said_by_the_preview(folder: Path) -> Iterator[str]:
    """Answers to requests, then what the pages on changes say, edit by edit."""
    project = Project(folder)
    edits = Edits(project, lambda state, previous: read(state, Cache(None), previous=previous))
    for name, data in REQUESTS:
        yield f"POST {name} {data!r}\n{answered(name, data, edits).data.decode()}"
    yield file("nothing", None).data.decode()
    yield from _changes(project)
    topic = project.content / "taxonomy" / "topic.yaml"
    text = topic.read_text("utf-8")
    topic.write_text(text.replace("id: lenses", "id: lenses\n        papers: {}"), "utf-8")
    yield "POST propose, with a mistake in the file\n" + answered("propose", PLACE, edits).data.decode()
    topic.write_text(text, "utf-8")
    (project.papers / "wrong.yaml").write_text("- {title: Wrong, date: soon}\n", "utf-8")
    yield "POST propose, with a mistake elsewhere\n" + answered("propose", PLACE, edits).data.decode()


def _changes(project: Project) -> Iterator[str]:
    def page(since: str = "") -> str:
        return f"GET /__changes/{since}\n{preview.show(f'__changes/{since}').data.decode()}"

    preview = Preview(serve.steps(project, URL, Editor("", project), why=True), serve.history(project, URL))
    preview.rebuild()
    yield _main(page())
    records = project.papers / "records.yaml"
    text = records.read_text("utf-8")
    records.write_text(text.replace("id: unplaced-tide", "id: tide"), "utf-8")
    preview.rebuild()
    yield from map(_main, (page(), page("start/"), page("head/")))
    records.write_text(text, "utf-8")
    preview.rebuild()
    shutil.rmtree(project.root / ".git")
    yield from map(_main, (page("start/"), page("head/")))


def _main(page: str) -> str:
    """The texts of a page's main part."""
    head, _, rest = page.partition("\n")
    main = re.search("<main.*</main>", rest, re.DOTALL)
    text = html.unescape(re.sub("<[^>]+>", " ", main[0] if main else rest))
    return f"{head}\n{' '.join(text.split())}\n"
