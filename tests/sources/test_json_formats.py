"""CSL-JSON and the answers of indexes, as they write them; every work is made up."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conspectus import sources
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.sources import crossref, csl_json, json_items, openalex, publish_or_perish, semantic_scholar
from conspectus.text import Text

CSL = {
    "id": "http://zotero.example/users/1/items/ABCD",
    "citation-key": "wick2021lamps",
    "type": "article-journal",
    "title": "Lamps and <i>Wicks</i>",
    "author": [
        {"family": "Wick", "given": "Ada", "non-dropping-particle": "van"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
        {"literal": "Salt Study, Northern Group"},
    ],
    "issued": {"date-parts": [["2021", 9, 1], ["2022"]]},
    "container-title": "Journal of Light",
    "volume": 45,
    "issue": "3",
    "page": "1309–1348",
    "DOI": "10.99999/Lamp.1",
    "URL": "https://press.example/lamp",
    "abstract": "<jats:p>They burn.</jats:p>",
    "keyword": "oil, salt",
    "publisher": "Salt Press",
}
WORK = Work(
    title=Text("Lamps and \\emph{Wicks}"),
    authors=Authors((Person("van Wick", "Ada"), Person("King", "Martin", "Jr."), Person("Salt Study, Northern Group"))),
    date=Date(2021, 9, 1),
    abstract=Text("They burn."),
    doi="10.99999/lamp.1",
    venue="Journal of Light",
    kind="article-journal",
    volume="45",
    issue="3",
    pages="1309-1348",
    publisher="Salt Press",
    keywords=("oil", "salt"),
    urls=(Link("other", "https://press.example/lamp"),),
)

CROSSREF: dict[str, Any] = {
    "DOI": "10.99999/LAMP.1",
    "URL": "http://dx.doi.org/10.99999/lamp.1",
    "resource": {"primary": {"URL": "https://press.example/lamp"}},
    "type": "journal-article",
    "is-referenced-by-count": 3,
    "title": ["Lamps &amp; <i>Wicks</i>"],
    "subtitle": ["A Survey"],
    "author": [
        {"given": "Ada", "family": "van Wick", "sequence": "first", "ORCID": "http://orcid.org/0000-0002-1825-0097"},
        {"name": "Salt Study", "sequence": "additional"},
    ],
    "issued": {"date-parts": [[2021, 9]]},
    "published-online": {"date-parts": [[2021, 9, 1]]},
    "created": {"date-parts": [[2021, 8, 30]]},
    "container-title": ["Journal of Light"],
    "volume": "45",
    "issue": "3",
    "article-number": "e17",
    "publisher": "Salt Press",
    "abstract": "<jats:title>Abstract</jats:title><jats:p>They burn.</jats:p>",
    "subject": ["Optics"],
}

OPENALEX: dict[str, Any] = {
    "id": "https://openalex.org/W9999",
    "doi": "https://doi.org/10.99999/lamp.1",
    "title": "Lamps",
    "publication_year": 2021,
    "publication_date": "2021-09-01",
    "type": "article",
    "authorships": [{"author": {"display_name": "Ada van Wick"}}, {"author": {}, "raw_author_name": "Lampe, Bo"}],
    "primary_location": {
        "landing_page_url": "https://doi.org/10.99999/lamp.1",
        "pdf_url": None,
        "source": {"display_name": "Journal of Light", "type": "journal", "host_organization_name": "Salt Press"},
    },
    "locations": [
        {"landing_page_url": "http://arxiv.org/abs/2404.14469", "pdf_url": "https://arxiv.org/pdf/2404.14469"}
    ],
    "biblio": {"volume": "45", "issue": "3", "first_page": "1309", "last_page": "1348"},
    "abstract_inverted_index": {"They": [0], "burn": [1, 3], "and": [2]},
    "keywords": [{"display_name": "Oil"}],
}

SEMANTIC_SCHOLAR: dict[str, Any] = {
    "paperId": "0123456789abcdef0123456789abcdef01234567",
    "externalIds": {"ArXiv": "2404.14469", "DOI": "10.99999/lamp.1"},
    "url": "https://www.semanticscholar.org/paper/0123456789abcdef0123456789abcdef01234567",
    "title": "Lamps",
    "abstract": "They burn.",
    "venue": "Nothing",
    "year": 2021,
    "publicationDate": "2021-09-01",
    "publicationTypes": ["JournalArticle", "Conference"],
    "journal": {"name": "J. Light", "volume": "45", "pages": "1-2"},
    "openAccessPdf": {"url": "https://press.example/lamp.pdf"},
    "authors": [{"authorId": "1", "name": "Ada van Wick"}],
}

POP: dict[str, Any] = {
    "uid": "GS:1",
    "title": "Lamps in the …",
    "source": "J. Light",
    "year": 2021,
    "volume": 0,
    "startpage": 0,
    "cites": 9,
    "article_url": "https://press.example/lamp",
    "cites_url": "https://scholar.example/1",
    "authors": ["A Wick"],
}


def parse(format: sources.Format, value: object, *, lines: bool = False) -> Reading:
    text = "\n".join(map(json.dumps, value)) if lines and isinstance(value, list) else json.dumps(value, indent=1)
    source = Source("refs.json", text.encode(), "d")
    assert next(module.NAME for module in sources.FORMATS if module.sniff(source)) == format.NAME
    reading = format.parse(source)
    assert (reading.mistakes, reading.remarks) == ((), ())
    return reading


def only(format: sources.Format, value: object) -> Work:
    (record,) = parse(format, value).records
    return record.work


def test_csl_json_as_a_list_an_object_and_lines() -> None:
    other = {"id": "b", "type": "book", "title": "B", "issued": {"raw": "May 2020"}}
    for value, lines in (([CSL, other], False), ([CSL, other], True), ({"items": [CSL, other]}, False)):
        first, second = parse(csl_json, value, lines=lines).records
        assert (first.id, first.work) == ("wick2021lamps", WORK)
        assert (second.id, second.work.date, second.work.kind) == ("b", Date(2020, 5), "book")
        assert first.span.line < second.span.line
    assert only(csl_json, CSL) == WORK


def test_csl_in_yaml() -> None:
    text = """---
references:
- id: wick2021lamps
  type: article-journal
  title: Lamps
  author:
  - family: Wick
    given: Ada
  issued:
  - year: 2021
    month: 9
  container-title: Journal of Light
- id: b
  type: book
  title: B
  issued: 2020-05
...
"""
    source = Source("refs.yaml", text.encode(), "d")
    assert [module.NAME for module in sources.FORMATS if module.sniff(source)] == [csl_json.NAME]
    first, second = csl_json.parse(source).records
    assert (first.id, first.work.date, first.work.venue) == ("wick2021lamps", Date(2021, 9), "Journal of Light")
    assert first.work.authors == Authors((Person("Wick", "Ada"),))
    assert (second.id, second.work.date, second.span.line) == ("b", Date(2020, 5), 13)


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [["2017", 15], ["2017", 16]]}, Date(2017)),
        ({"date-parts": [[2017, 0]]}, Date(2017)),
        ({"date-parts": [["-12", 13]]}, None),
        ({"literal": "Spring 2017"}, Date(2017)),
        ({"date-parts": [[]]}, None),
        ("2017-05", Date(2017, 5)),
    ],
)
def test_dates_of_csl(issued: object, date: Date | None) -> None:
    reading = csl_json.parse(Source("a.json", json.dumps([{**CSL, "issued": issued}]).encode(), "d"))
    assert reading.records[0].work.date == date


def test_a_slip_in_one_item_costs_that_item() -> None:
    text = json.dumps([CSL, CSL, CSL], indent=2).replace('"type": "article-journal",', '"type" "article-journal",', 1)
    reading = csl_json.parse(Source("a.json", text.encode(), "d"))
    assert [record.work for record in reading.records] == [WORK, WORK]
    (mistake,) = reading.mistakes
    assert (mistake.check, mistake.span.line) == ("broken-entry", 5)


def test_what_is_no_json_is_a_mistake_and_nothing_raises() -> None:
    for text in ("[" * 100_000, '{"a":' * 100_000, "[{", '[{"a": 1}, 7, "x"]', "{", '[{"n": ' + "9" * 5000 + "}]"):
        reading = csl_json.parse(Source("a.json", text.encode(), "d"))
        assert reading.mistakes and {mistake.check for mistake in reading.mistakes} <= {
            "broken-entry",
            "unreadable-file",
        }


@pytest.mark.parametrize(
    "value", [CROSSREF, {"message": CROSSREF}, {"message": {"items": [CROSSREF]}, "message-type": "work-list"}]
)
def test_crossref(value: object) -> None:
    assert only(crossref, value) == Work(
        title=Text("Lamps & \\emph{Wicks}: A Survey"),
        authors=Authors((Person("van Wick", "Ada", orcid="0000-0002-1825-0097"), Person("Salt Study"))),
        date=Date(2021, 9, 1),
        abstract=Text("Abstract They burn."),
        doi="10.99999/lamp.1",
        venue="Journal of Light",
        kind="article-journal",
        volume="45",
        issue="3",
        pages="e17",
        publisher="Salt Press",
        keywords=("Optics",),
        urls=(Link("other", "https://press.example/lamp"),),
    )


@pytest.mark.parametrize("value", [OPENALEX, {"meta": {"count": 1}, "results": [OPENALEX]}, [OPENALEX]])
def test_openalex(value: object) -> None:
    assert only(openalex, value) == Work(
        title=Text("Lamps"),
        authors=Authors((Person("van Wick", "Ada"), Person("Lampe", "Bo"))),
        date=Date(2021, 9, 1),
        abstract=Text("They burn and burn"),
        arxiv="2404.14469",
        doi="10.99999/lamp.1",
        venue="Journal of Light",
        kind="article-journal",
        volume="45",
        issue="3",
        pages="1309-1348",
        publisher="Salt Press",
        keywords=("Oil",),
        urls=(
            Link("paper", "https://doi.org/10.99999/lamp.1"),
            Link("pdf", "https://arxiv.org/pdf/2404.14469"),
            Link("other", "https://openalex.org/W9999"),
        ),
    )


@pytest.mark.parametrize(
    "value", [SEMANTIC_SCHOLAR, {"total": 1, "data": [SEMANTIC_SCHOLAR]}, {"data": [{"citedPaper": SEMANTIC_SCHOLAR}]}]
)
def test_semantic_scholar(value: object) -> None:
    work = only(semantic_scholar, value)
    assert (work.title, work.arxiv, work.doi) == (Text("Lamps"), "2404.14469", "10.99999/lamp.1")
    assert (work.date, work.venue, work.kind) == (Date(2021, 9, 1), "Nothing", "paper-conference")
    assert work.urls[1] == Link("pdf", "https://press.example/lamp.pdf")


def test_publish_or_perish() -> None:
    work = only(publish_or_perish, [POP])
    assert (work.title, work.date, work.volume, work.pages) == (Text("Lamps in the …"), Date(2021), None, None)
    assert work.authors == Authors((Person("Wick", "A"),))


@pytest.mark.parametrize("text", ["0", '"lamp"', "null", "true"])
def test_a_value_alone_has_no_records(text: str) -> None:
    assert json_items.read(Source("x.json", text.encode(), "d"), "items").items == []
