"""The papers of a made-up survey as a Hugo site: a page and a list of its topic for each, and as little else."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from made_up import TOPICS, sentence

PORT = 13131

BASE = "<!doctype html><html><head><title>{{ .Title }} | {{ site.Title }}</title></head><body>%s</body></html>\n"
SINGLE = "<h1>{{ .Title }}</h1><p>{{ .Params.topics }}</p>{{ .Content }}"
LIST = "<h1>{{ .Title }}</h1><ul>{{ range first 50 .Pages }}<li>{{ .Title }}</li>{{ end }}</ul>"
HOME = "<h1>{{ site.Title }}</h1><ul>{{ range site.Taxonomies.topics }}<li>{{ .Count }}</li>{{ end }}</ul>"
LAYOUTS = {"_default/single.html": SINGLE, "_default/list.html": LIST, "index.html": HOME}

ALIKE = {
    "record: its summary": "text",
    "record: its title": "title",
    "record: its place, on a new line": "topic",
    "taxonomy: a phrase": "topic",
    "prose": "text",
    "template": "template",
    "survey.yaml": "config",
}
"""Which of Hugo's edits is nearest to each of ours. It has no rules: what a phrase places, a page says itself."""


def write(root: Path, papers: int) -> None:
    """A site of so many papers."""
    chance = random.Random(papers)  # noqa: S311 - made-up words need no secrets
    (root / "hugo.toml").write_text('title = "A made-up survey"\n[taxonomies]\ntopic = "topics"\n', "utf-8")
    for name, text in LAYOUTS.items():
        (root / "layouts" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "layouts" / name).write_text(BASE % text, "utf-8")
    folder = root / "content" / "papers"
    folder.mkdir(parents=True)
    for number in range(papers):
        head = f'title: "{sentence(chance, 9)} {number}"\ntopics: [topic-{number % TOPICS}]'
        (folder / f"paper-{number}.md").write_text(f"---\n{head}\n---\n{sentence(chance, 60)}.\n", "utf-8")


def command(root: Path) -> list[str]:
    """What starts Hugo's server."""
    return ["hugo", "server", "--source", str(root), "--port", str(PORT), "--bind", "127.0.0.1"]


def edits(papers: int) -> list[tuple[str, str, Callable[[str, int], str], str]]:
    """The kinds of edits: a name, the file, the change, and a page that it changes."""
    paper = f"paper-{papers // 2 + 3}"
    file, page = f"content/papers/{paper}.md", f"/papers/{paper}/"
    return [
        ("text", file, lambda text, number: f"{text}Edited {number}.\n", page),
        ("title", file, lambda text, number: text.replace('title: "', f'title: "Edited {number} ', 1), page),
        ("topic", file, lambda text, number: text.replace("topics: [", f"topics: [edited-{number}, ", 1), page),
        (
            "template",
            "layouts/_default/single.html",
            lambda text, number: text.replace("<h1>", f"<h1>Edited {number} ", 1),
            page,
        ),
        ("config", "hugo.toml", lambda text, number: text.replace("A made-up", f"Edited {number}, a made-up", 1), "/"),
    ]
