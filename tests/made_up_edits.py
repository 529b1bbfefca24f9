"""Edits of any kind of file of the made-up survey, to be made in any order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path, int], None]


def replaced(file: str, old: str, new: str) -> Edit:
    """An edit of a text that is in a file; if it is not, because it was edited before, it is put back."""

    def edit(root: Path, choice: int) -> None:
        path = root / file
        if path.is_file():
            text, wanted = path.read_text("utf-8"), new.format(choice)
            path.write_text(text.replace(old, wanted) if old in text else text.replace(wanted, old), "utf-8")

    return edit


def added(folder: str, name: str, text: str) -> Edit:
    """A file that comes, changes, or goes."""

    def edit(root: Path, choice: int) -> None:
        path = root / folder / name.format(choice % 2)
        path.parent.mkdir(parents=True, exist_ok=True)
        if choice == 3:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text.format(choice), "utf-8")

    return edit


def renamed(file: str, other: str) -> Edit:
    def edit(root: Path, choice: int) -> None:
        one, two = root / file, root / other
        if one.exists() != two.exists():
            (one if one.exists() else two).rename(two if one.exists() else one)

    return edit


def saved_again(root: Path, choice: int) -> None:
    """Everything written anew, as a checkout does."""
    for path in (root / "content").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes())


RECORDS, TOPIC, SETTINGS = "content/papers/records.yaml", "content/taxonomy/topic.yaml", "content/survey.yaml"

EDITS = [
    replaced(RECORDS, "Bell Wrote", "Bell Rang {}"),
    replaced(RECORDS, "- id:", "# one more line {}\n- id:"),
    replaced(RECORDS, "\n  date:", "\n\n  date:"),
    replaced(RECORDS, "title:", "titel{}:"),
    replaced(RECORDS, "- id: wick", '- id: "wick'),
    replaced(TOPIC, "any: [lens", "any: [carriage{}, lens"),
    replaced(TOPIC, "  - id: ", "\n  - id: "),
    replaced(TOPIC, "title: Lenses", "title: Lenses {}"),
    replaced(TOPIC, "id: lenses", "id: glasses"),
    replaced(TOPIC, "categories:", "categories: ]"),
    replaced(SETTINGS, "title: ", "title: A {}"),
    added("content/papers", "extra-{}.yaml", "- id: extra-{0}\n  title: An Extra Fog Bell {0}\n  date: 2024\n"),
    added("content/papers", "alike-{}.yaml", "- title: An Extra Fog Bel {0}\n  arxiv: '2401.0000{0}'\n  code: true\n"),
    added(
        "content/papers", "more-{}.jsonl", '{{"title": "A Lamp of Oil", "date": "202{0}", "authors": ["Ada Lampe"]}}\n'
    ),
    added("content/papers", "export-{}.bib", "@article{{key{0}, title={{An Extra Fog Bell {0}}}, year=2024}}\n"),
    added("content/papers", "broken.yaml", "- id: [{0}\n"),
    added("content/notes", "wick.md", "A note, {0}. See [@sun-valve].\n"),
    added("content/pages", "later-{}.md", "# Later {0}\n\n[@extra-{0}] and\n\n[flow]\n"),
    added("content/taxonomy", "fuel2-{}.yaml", "categories:\n  - id: oil{0}\n    match: {{any: [oil, bell]}}\n"),
    added("templates/assets/css", "own-{}.css", "p {{ order: {0} }}\n"),
    added(
        "templates/pages", "prose.html", "{{% extends 'layouts/base.html' %}}{{% block content %}}{0}{{% endblock %}}\n"
    ),
    renamed("content/papers/records.yaml", "content/papers/renamed.yaml"),
    renamed("content/papers", "content/moved"),
    renamed("content/pages/about.md", "content/pages/on-us.md"),
    saved_again,
]
