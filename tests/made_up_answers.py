"""Papers that are made up, and how services tell of them: the shapes are those of their public documentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

THINGS = "Wicks Mirrors Lenses Mantles Burners Reflectors Fog-Bells Horns Signals Buoys".split()
DEEDS = "Trimming Polishing Grinding Measuring Counting Hoisting Painting Mending Timing Sorting".split()
PLACES = ("Harbors", "Narrow Straits", "Long Nights", "Heavy Weather", "Polar Winters")
PEOPLE = ("Ada Lampe", "Bo Sternlicht", "Jo van der Glas", "Mira Öl", "Iku Hikari")


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up paper."""

    number: int

    @property
    def title(self) -> str:
        return f"{DEEDS[self.number % 10]} {THINGS[self.number // 10 % 10]} in {PLACES[self.number // 100 % 5]}"

    @property
    def arxiv(self) -> str:
        return f"2511.{self.number + 1:05}"

    @property
    def doi(self) -> str:
        return f"10.99999/lamps.{self.number}"

    @property
    def day(self) -> str:
        return f"2026-{11 - self.number // 28 % 11:02}-{28 - self.number % 28:02}"

    @property
    def authors(self) -> list[str]:
        return [PEOPLE[self.number % 5], PEOPLE[(self.number + 1) % 5]]

    @property
    def abstract(self) -> str:
        return f"We show how {self.title.lower()} is done with less oil, number {self.number}."


def feed(papers: list[Made], total: int) -> str:
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/{p.arxiv}v1</id><updated>{p.day}T01:00:00Z</updated>"
        f"<published>{p.day}T00:00:00Z</published><title>{p.title}</title><summary>{p.abstract}</summary>"
        + "".join(f"<author><name>{name}</name></author>" for name in p.authors)
        + '<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.LA"/></entry>'
        for p in papers
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        '<link href="http://arxiv.org/api/query?search_query" rel="self"/><title>ArXiv Query</title>'
        f'<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">{total}'
        f"</opensearch:totalResults>{entries}</feed>"
    )


def openalex(p: Made) -> dict[str, Any]:
    index: dict[str, list[int]] = {}
    for place, word in enumerate(p.abstract.split()):
        index.setdefault(word, []).append(place)
    return {
        "id": f"https://openalex.org/W{p.number + 1}", "doi": f"https://doi.org/{p.doi}", "title": p.title,
        "display_name": p.title, "publication_date": p.day, "publication_year": int(p.day[:4]), "type": "article",
        "authorships": [{"author": {"display_name": name}} for name in p.authors],
        "primary_location": {
            "landing_page_url": f"https://doi.org/{p.doi}",
            "source": {"display_name": "Imaginary Lights", "type": "journal"},
        },
        "locations": [{"landing_page_url": f"https://arxiv.org/abs/{p.arxiv}"}],
        "biblio": {"volume": "7", "issue": None, "first_page": "1", "last_page": "9"}, "keywords": [],
        "abstract_inverted_index": index,
    }  # fmt: skip


def crossref(p: Made) -> dict[str, Any]:
    return {
        "DOI": p.doi, "title": [p.title], "type": "journal-article", "container-title": ["Imaginary Lights"],
        "author": [dict(zip(("given", "family"), name.split(" ", 1), strict=True)) for name in p.authors],
        "issued": {"date-parts": [[int(part) for part in p.day.split("-")]]}, "reference-count": 3,
        "abstract": f"<jats:p>{p.abstract}</jats:p>", "URL": f"https://doi.org/{p.doi}",
    }  # fmt: skip


def semantic_scholar(p: Made) -> dict[str, Any]:
    return {
        "paperId": f"{p.number:040x}", "externalIds": {"ArXiv": p.arxiv, "DOI": p.doi}, "title": p.title,
        "abstract": p.abstract, "venue": "Imaginary Lights", "year": int(p.day[:4]), "publicationDate": p.day,
        "authors": [{"name": name} for name in p.authors],
    }  # fmt: skip


def hf(p: Made, day: str) -> dict[str, Any]:
    paper = {
        "id": p.arxiv, "title": p.title, "summary": p.abstract, "publishedAt": f"{p.day}T00:00:00.000Z",
        "submittedOnDailyAt": f"{day}T03:00:00.000Z", "authors": [{"name": name} for name in p.authors],
    }  # fmt: skip
    return {"paper": paper, "numComments": 2, "title": p.title}


def zotero(p: Made) -> dict[str, Any]:
    csl = {
        "id": f"1/{p.number:08}", "type": "article-journal", "title": p.title, "container-title": "Imaginary Lights",
        "DOI": p.doi, "abstract": p.abstract, "issued": {"date-parts": [p.day.split("-")]},
        "author": [dict(zip(("given", "family"), name.split(" ", 1), strict=True)) for name in p.authors],
    }  # fmt: skip
    return {
        "key": f"{p.number:08}",
        "data": {"itemType": "journalArticle", "dateAdded": f"{p.day}T01:02:03Z"},
        "csljson": csl,
    }
