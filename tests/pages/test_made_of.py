"""What pages are made of says all that they show: where it is the same after an edit, their views are too."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from conspectus.cache import Cache
from conspectus.components import by_month, results
from conspectus.derived import packed
from conspectus.model.work import FIELDS
from conspectus.pages import all_papers
from conspectus.pipeline import compile
from conspectus.project import Project

SURVEY = Path(__file__).parent.parent / "survey"
RECORDS, TOPIC, FUEL = "papers/records.yaml", "taxonomy/topic.yaml", "taxonomy/fuel.yaml"

Edit = Callable[[Path], None]


class Digests(NamedTuple):
    """Of each part of what a page is made of, and of its view."""

    parts: tuple[bytes, ...]
    view: bytes


VALUES = {
    "title": "What the Fog Bell Wrote Down",
    "authors": "[Cy Klang, Gustaf Dahlberg]",
    "date": "2022-02",
    "abstract": "Strokes of a lens, counted.",
    "arxiv": '"2402.99904"',
    "doi": "10.99999/bell.log",
    "venue": "Journal of Imaginary Lights",
    "kind": "article-journal",
    "organization": "Lamp Works",
    "subject": "CV",
    "score": "7.5",
    "comments": "3",
    "code": "true",
    "volume": "'7'",
    "issue": "'3'",
    "pages": "1-9",
    "publisher": "Keepers Press",
    "language": "de",
    "keywords": "[oil burner, acetylene]",
    "urls": "['https://bell.example/log']",
    "listed": "[daily]",
    "added": "2024-03-01",
    "summary": "Which weather goes unheard, after [@wick].",
    "facts": "{saved: '3%'}",
    "place": "{topic: [lenses]}",
    "was": "[log-of-bells]",
}
"""Another value of each field of a paper."""


def with_value(name: str) -> Edit:
    def edit(content: Path) -> None:
        head, record, rest = re.split(r"(?<=- id: bell-log\n)((?:  .*\n)*)", (content / RECORDS).read_text("utf-8"))
        lines = [line for line in record.splitlines(keepends=True) if not line.startswith(f"  {name}:")]
        (content / RECORDS).write_text(f"{head}  {name}: {VALUES[name]}\n{''.join(lines)}{rest}", "utf-8")

    return edit


def replaced(file: str, old: str, new: str) -> Edit:
    def edit(content: Path) -> None:
        text = (content / file).read_text("utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def added(file: str, text: str) -> Edit:
    def edit(content: Path) -> None:
        (content / file).parent.mkdir(exist_ok=True)
        (content / file).write_text(text, "utf-8")

    return edit


EDITS: dict[str, Edit] = {
    **{name: with_value(name) for name in VALUES},
    "a line above": replaced(RECORDS, "- id: wick", "# one more\n- id: wick"),
    "a title that others cite": replaced(RECORDS, 'title: "A Sun Valve', 'title: "Another Sun Valve'),
    "a record gone": replaced(
        RECORDS, '- id: unplaced-tide\n  title: "Tide Tables for the Impatient"\n  date: 2021\n', ""
    ),
    "a paper": added("papers/new.yaml", "- {title: A Lens of Ice, date: 2022-12, authors: [Ada Lampe]}\n"),
    "a paper of none of its names": added("papers/new.yaml", "- {title: A Lens of Ice, date: 2022-12}\n"),
    "a namesake": added("papers/new.yaml", "- {title: Tides, date: 2022-12, authors: [Ada Lampe]}\n"),
    "a colleague": added("papers/new.yaml", "- {title: Tides, organization: Drøbak Signal Works}\n"),
    "a version": added(
        "papers/new.yaml",
        "- {title: A Sun Valve for Unattended Lights and Buoys, authors: [Gustaf Dahlberg], date: 2023, "
        "venue: Sirens, doi: 10.9/x}\n",
    ),
    "a figure of another paper": replaced(
        RECORDS, "  date: 2021\n", "  date: 2021\n  facts: {saved: '1%'}\n  place: {topic: [watch]}\n"
    ),
    "a work of the same organization": replaced(
        RECORDS, "venue: Journal of Imaginary Lights", "organization: Drøbak Signal Works"
    ),
    "the venue of a version": replaced("papers/works.yaml", "Lamp Journal", "Siren Journal"),
    "a keyword in capitals": replaced("papers/works.yaml", "[Rain]", "[RAIN]"),
    "a keyword of an older paper": replaced(RECORDS, "keywords: [acetylene]", "keywords: [acetylene, rain]"),
    "a title that is a keyword of other papers": replaced(FUEL, "title: Electricity", "title: Rain"),
    "a pin that a category below has too": replaced(TOPIC, "papers: [bell-log]", "papers: []"),
    "an old paper": added("papers/new.yaml", "- {title: An Electric Eel, date: 1899}\n"),
    "a category moved": replaced(
        FUEL,
        "  - id: acetylene\n    title: Acetylene\n    match: {any: [acetylene]}\n",
        "    children:\n      - id: acetylene\n        title: Acetylene\n        match: {any: [acetylene]}\n",
    ),
    "a note": added("notes/wick.md", "A note that cites [@bell-log].\n"),
    "another note": replaced("notes/sun-valve.md", "\n", "\n\nMore.\n"),
    "a citation key": added("citation-keys.yaml", "wick: trimming2023\n"),
    "an image": replaced("images/lamp.svg", "320 200", "320 240"),
    "a rule": replaced(TOPIC, "any: [lens]", "any: [valve, lens]"),
    "a rule that matches other words": replaced(TOPIC, "any: [unattended, sun valve]", "any: [sun valve, unattended]"),
    "a refusal": replaced(TOPIC, "none: [stove]", "none: [stove, night]"),
    "a pin": replaced(TOPIC, "papers: [bell-log]", "papers: [bell-log, sun-valve, wick]"),
    "an exception": replaced(TOPIC, "papers: [bell-log]", "except: [bell-log, sun-valve]"),
    "a category's title": replaced(TOPIC, "title: Lenses", "title: Glasses"),
    "a title that another category has": replaced(FUEL, "title: Acetylene", "title: Lenses"),
    "a title in capitals": replaced(TOPIC, "title: Lenses", "title: LENSES"),
    "a title above": replaced(TOPIC, "title: Making light", "title: Lighting"),
    "a title that is a keyword": replaced(TOPIC, "title: Burners", "title: Oil burner"),
    "a facet's title": replaced(FUEL, "title: ", "title: The "),
    "what a category is about": replaced(TOPIC, "with little glass", "with much glass"),
    "an id": replaced(TOPIC, "id: lenses", "id: glasses"),
    "a category": replaced(TOPIC, "  - id: watch", "  - id: oil\n    match: {any: [oil]}\n  - id: watch"),
    "another order": replaced(FUEL, "categories:\n", "categories:\n  - id: wood\n    match: {any: [lens]}\n"),
}


MANY = "".join(f"- {{title: An Electric Buoy {number}, date: 1990}}\n" for number in range(110))
WORK = "- {{id: {}, title: Counting Lanterns, authors: [Ada Bee, Cy Dee], venue: {}, keywords: [Rain], date: 2024}}\n"


def survey(folder: Path) -> Path:
    """The made-up survey with a list of two pages, a work published twice, and a table."""
    content = shutil.copytree(SURVEY, folder / "survey") / "content"
    added("papers/many.yaml", MANY)(content)
    added("papers/works.yaml", WORK.format("one", "Lamp Conference") + WORK.format("two", "Lamp Journal"))(content)
    replaced("survey.yaml", "newest:", "columns: {saved: {title: Saved}}\ntables: {watch: [saved]}\nnewest:")(content)
    return content.parent


def digests(root: Path) -> dict[str, Digests]:
    """Of all pages that say what they are made of."""
    compiled = compile(Project(root), Cache(None))
    pages = (page for page in compiled.site.pages if page.made_of)
    return {page.url: Digests(tuple(map(packed, page.made_of())), packed(page.view)) for page in pages if page.made_of}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, dict[str, Digests]]:
    """The digests after each edit; under an empty name, without any. The survey has the pages of a large one."""
    with pytest.MonkeyPatch.context() as large:
        large.setattr(results, "MOST_BY_PAGEFIND", 0)
        large.setattr(by_month, "MOST_ON_ONE_PAGE", 20)
        large.setattr(all_papers, "MOST_ON_ONE_PAGE", 20)
        found = {"": digests(survey(tmp_path_factory.mktemp("survey")))}
        for name, edit in EDITS.items():
            root = survey(tmp_path_factory.mktemp("survey"))
            edit(root / "content")
            found[name] = digests(root)
    return found


def pairs(edited: Mapping[str, dict[str, Digests]], name: str) -> Iterator[tuple[str, Digests, Digests]]:
    before, after = edited[""], edited[name]
    return ((url, before[url], after[url]) for url in before.keys() & after.keys())


def test_each_field_of_a_paper_is_edited() -> None:
    assert VALUES.keys() == {field.name for field in FIELDS}


@pytest.mark.parametrize("name", EDITS)
def test_pages_made_of_the_same_show_the_same(edited: Mapping[str, dict[str, Digests]], name: str) -> None:
    same = [(url, before, after) for url, before, after in pairs(edited, name) if before.parts == after.parts]
    assert [url for url, before, after in same if before.view != after.view] == []


def test_all_kinds_of_pages_are_made(edited: Mapping[str, dict[str, Digests]]) -> None:
    for url in (
        "papers/wick/",
        "papers/wick/cite.bib",
        "topics/burners/",
        "overview/years/2021/",
        "data/results/0.json",
    ):
        assert url in edited[""]


@pytest.mark.parametrize("pattern", ["papers/[^/]+/", "(topics|fuel)/[^/]+/([0-9]+/)?"])
def test_no_part_could_be_left_out(edited: Mapping[str, dict[str, Digests]], pattern: str) -> None:
    """Each part is the only one that changes in some edit after which a page of the kind shows something else."""
    needed, parts = set[int](), 0
    for name in EDITS:
        for url, before, after in pairs(edited, name):
            if re.fullmatch(pattern, url) and before.view != after.view:
                parts = len(before.parts)
                differing = [at for at in range(parts) if before.parts[at] != after.parts[at]]
                needed |= set(differing if len(differing) == 1 else ())
    assert needed == set(range(parts))
