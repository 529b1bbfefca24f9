"""The files of a whole survey, read back by libraries that did not write them: every fact of every paper is the same.

The survey of this repository is one of them: real titles with math in them, real names, real gaps.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.bibtex.utils import split_tex_string
from pybtex.database import Entry as BibEntry
from pybtex.database import parse_string

from conspectus.cache import Cache
from conspectus.catalog import Catalog
from conspectus.components.cards import card
from conspectus.exports import Entry
from conspectus.exports.kinds import issued, kind_of
from conspectus.pipeline import compile
from conspectus.project import Project
from reading_tex import decoded

ROOT = Path(__file__).resolve().parents[2]
SURVEYS = {"this repository's": ROOT, "made up": ROOT / "tests" / "survey"}

Facts = dict[str, Any]


class Files:
    """A survey's entries in the order of its files, and those files."""

    def __init__(self, root: Path) -> None:
        compiled = compile(Project(root), Cache(None), "https://keepers.example/lamps/")
        assert not compiled.report.fails(), compiled.report
        catalog = Catalog.of(compiled.survey)
        self.catalog = catalog
        self.entries = catalog.entries(catalog.newest)
        self.page = compiled.site.page
        self.render = compiled.renderer.page

    def text(self, url: str) -> str:
        page = self.page(url)
        assert page, url
        return self.render(page).data.decode()


@pytest.fixture(scope="module", params=SURVEYS.values(), ids=SURVEYS.keys())
def files(request: pytest.FixtureRequest) -> Files:
    return Files(request.param)


def facts(entry: Entry) -> Facts:
    """All that the formats can say of a paper, as texts; what is not known is left out."""
    work, date = entry.work, issued(entry.work)
    people = [(person.family, person.given) for person in work.authors.people] if work.authors else []
    said = {
        "key": entry.key,
        "title": entry.title,
        "authors": people,
        "year": str(date.year) if date else "",
        "month": date.month if date else None,
        "day": date.day if date else None,
        "venue": work.venue,
        "volume": work.volume,
        "issue": work.issue,
        "pages": re.sub(r"\s*[-–—]+\s*", "–", work.pages or ""),
        "publisher": work.publisher,
        "arxiv": work.arxiv,
        "doi": work.doi,
        "url": entry.url,
        "keywords": list(work.keywords),
    }
    return known(said)


def known(said: Facts) -> Facts:
    return {name: value for name, value in said.items() if value}


def compared(files: Files, found: list[Facts], differing: Callable[[Entry], Facts] = lambda entry: {}) -> None:
    """Hold what was read against what is known, but for what the format says in another way."""
    assert len(found) == len(files.entries) > 5
    for entry, read in zip(files.entries, found, strict=True):
        assert known(read) == known({**facts(entry), **differing(entry)}), entry.key


MONTHS = "January February March April May June July August September October November December".split()


def from_bibtex(key: str, read: BibEntry) -> Facts:
    fields = read.fields
    people = [
        (
            decoded(" ".join([*person.prelast_names, *person.last_names])),
            decoded(" ".join([*person.lineage_names, *person.first_names, *person.middle_names])),
        )
        for person in read.persons.get("author", ())
    ]
    venue = next((fields[name] for name in ("journal", "booktitle", "howpublished", "series") if name in fields), "")
    month = fields.get("month", "")
    title = fields["title"].removeprefix("{").removesuffix("}")
    return {
        "key": key,
        "title": title if "$" in title else decoded(title),
        "authors": people,
        "year": fields.get("year"),
        "month": MONTHS.index(month) + 1 if month else None,
        "day": int(fields.get("day", 0)),
        "venue": decoded(venue),
        "volume": decoded(fields.get("volume", "")),
        "issue": decoded(fields.get("number", "")),
        "pages": fields.get("pages", "").replace("--", "–"),
        "publisher": decoded(fields.get("publisher", fields.get("institution", fields.get("school", "")))),
        "arxiv": fields.get("eprint"),
        "doi": fields.get("doi"),
        "url": fields.get("url"),
        "keywords": list(map(decoded, filter(None, split_tex_string(fields.get("keywords", ""), ",")))),
    }


def test_bibtex_says_every_fact_to_pybtex(files: Files) -> None:
    read = parse_string(files.text("data/papers.bib"), "bibtex").entries

    def differing(entry: Entry) -> Facts:
        """An address is said where there is no identifier; math stays TeX."""
        tex = entry.work.title.as_tex() if entry.work.title else ""
        url = {"url": None} if entry.work.arxiv or entry.work.doi else {}
        return url | ({"title": tex} if "$" in tex else {})

    compared(files, [from_bibtex(key, entry) for key, entry in read.items()], differing)


def from_ris(read: Facts) -> Facts:
    year, month, day = (*read.get("date", "//").split("/"), "", "", "")[:3]
    assert not year or year == read["year"]
    family_given = (tuple(name.partition(", ")[::2]) for name in read.get("authors", ()))
    pages = filter(None, [read.get("start_page"), read.get("end_page")])
    return {
        "key": read["id"],
        "title": read["title"],
        "authors": list(family_given),
        "year": read.get("year"),
        "month": int(month or 0),
        "day": int(day or 0),
        "venue": read.get("secondary_title"),
        "volume": read.get("volume"),
        "issue": read.get("number"),
        "pages": "–".join(pages),
        "publisher": read.get("publisher"),
        "arxiv": read.get("accession_number", "").removeprefix("arXiv:"),
        "doi": read.get("doi"),
        "url": "".join(read.get("urls", ())),
        "keywords": read.get("keywords"),
    }


def test_ris_says_every_fact_to_rispy(files: Files) -> None:
    compared(files, [from_ris(read) for read in rispy.loads(files.text("data/papers.ris"))])


def name_parts(read: Facts) -> tuple[str, str]:
    return read.get("literal") or read["family"], read.get("given", "")


def from_csl(read: Facts) -> Facts:
    said = read.get("keyword", "")
    year, month, day = (*read.get("issued", {"date-parts": [[]]})["date-parts"][0], 0, 0, 0)[:3]
    return {
        "key": read["id"],
        "title": read["title"],
        "authors": [name_parts(name) for name in read.get("author", ())],
        "year": str(year or ""),
        "month": month,
        "day": day,
        "venue": read.get("container-title"),
        "volume": read.get("volume"),
        "issue": read.get("issue"),
        "pages": re.sub("-+", "–", read.get("page", "")),
        "publisher": read.get("publisher") if read.get("number") != f"arXiv:{read.get('archive_location')}" else None,
        "arxiv": read.get("archive_location"),
        "doi": read.get("DOI"),
        "url": read.get("URL"),
        "keywords": list(filter(None, re.split("; " if ";" in said else ", ", said))),
    }


def test_csl_json_says_every_fact(files: Files) -> None:
    read = json.loads(files.text("data/papers.csl.json"))
    assert [item["type"] for item in read] == [kind_of(entry.work) for entry in files.entries]
    compared(files, [from_csl(item) for item in read])


def test_a_citation_processor_takes_every_item_and_cites_it(files: Files) -> None:
    """citeproc-py turns items into a bibliography in a style of its own: nothing in them is unknown to it."""
    items = [
        {key: item[key] for key in item if key != "citation-key"}
        for item in json.loads(files.text("data/papers.csl.json"))
    ]
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for entry in files.entries:
        bibliography.register(Citation([CitationItem(entry.key)]))
    lines = list(map(str, bibliography.bibliography()))
    assert len(lines) == len(files.entries)
    for entry in files.entries:
        (line,) = [line for line in lines if entry.title in line]
        date = issued(entry.work)
        assert not date or str(date.year) in line


def test_a_feed_says_every_fact_to_feedparser(files: Files) -> None:
    read = feedparser.parse(files.text("feed.xml"))
    assert not read.bozo and read.version == "atom10"
    assert {link.rel: link.href for link in read.feed.links} == {
        "self": "https://keepers.example/lamps/feed.xml",
        "alternate": "https://keepers.example/lamps/",
    }
    papers = {f"https://keepers.example/lamps/papers/{id}/": paper for id, paper in files.catalog.papers.items()}
    assert len(read.entries) == min(len(papers), 50)
    for item in read.entries:
        paper = papers[item.link]
        shown = card(files.catalog, paper)
        assert item.title == paper.title.as_text()
        assert [author.name for author in item.get("authors", ()) if author] == list(shown.description.authors)
        assert [tag.term for tag in item.get("tags", ())] == list(dict.fromkeys(chip.category for chip in shown.chips))
        assert bool(item.get("summary")) == bool(paper.work.summary)
        date = paper.work.date
        assert item.get("published", "")[:10] == (
            f"{date.year}-{date.month or 1:02}-{date.day or 1:02}" if date else ""
        )
        assert item.id.startswith("urn:uuid:")
