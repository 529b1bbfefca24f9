"""What services and programs answer and save, in their own layouts; every work is made up."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conspectus import sources
from conspectus.model.paper import Reading, Record, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.sources import biorxiv, dblp, europe_pmc, pubmed_xml, zotero_json
from conspectus.text import Text

ARTICLE: dict[str, Any] = {
    "itemID": 7,
    "key": "WICK2345",
    "itemType": "journalArticle",
    "citationKey": "wick2021lamps",
    "title": "Lamps of <i>Lux</i>",
    "creators": [
        {"creatorType": "editor", "firstName": "Cy", "lastName": "Fay"},
        {"creatorType": "author", "firstName": "Ada", "lastName": "van Wick"},
        {"creatorType": "author", "name": "Salt Study Group"},
    ],
    "publicationTitle": "Journal of Light",
    "volume": "45",
    "issue": "3",
    "pages": "1309–1348",
    "date": "2021-09-01",
    "DOI": "10.99999/Lamp.1",
    "url": "https://press.example/lamp",
    "abstractNote": "They burn.",
    "tags": [{"tag": "oil"}, {"tag": "/unread"}],
    "attachments": [{"itemType": "attachment", "title": "PDF"}],
}
BOOK: dict[str, Any] = {
    "itemID": 8,
    "key": "BOOK2345",
    "itemType": "book",
    "title": "Wicks",
    "creators": [{"creatorType": "editor", "firstName": "Cy", "lastName": "Fay"}],
    "date": "2020",
    "publisher": "Salt Press",
    "extra": "Citation Key: fay2020\nDOI: 10.99999/wicks",
}
PREPRINT: dict[str, Any] = {
    "itemID": 9,
    "itemType": "preprint",
    "title": "Oil",
    "repository": "arXiv",
    "archiveID": "arXiv:2404.14469",
    "date": "2024-04",
}
NOTE = {"itemID": 10, "itemType": "note", "note": "Read this."}
COLLECTIONS = {
    "AAAA2345": {"key": "AAAA2345", "name": "Light", "parent": "", "items": [8]},
    "BBBB2345": {"key": "BBBB2345", "name": "Oil", "parent": "AAAA2345", "items": [7, 8]},
}
BETTER_BIBTEX = {
    "config": {"id": "0-0", "label": "BetterBibTeX JSON", "preferences": {"keyScope": "library"}},
    "version": {"zotero": "7.0", "bbt": "7.0"},
    "collections": COLLECTIONS,
    "items": [ARTICLE, BOOK, PREPRINT, NOTE],
}
LAMPS = Work(
    title=Text("Lamps of \\emph{Lux}"),
    authors=Authors((Person("van Wick", "Ada"), Person("Salt Study Group"))),
    date=Date(2021, 9, 1),
    abstract=Text("They burn."),
    doi="10.99999/lamp.1",
    venue="Journal of Light",
    kind="article-journal",
    volume="45",
    issue="3",
    pages="1309-1348",
    keywords=("oil",),
    urls=(Link("other", "https://press.example/lamp"),),
)


def read(format: sources.Format, name: str, text: str) -> Reading:
    source = Source(name, text.encode(), "d")
    assert next(module.NAME for module in sources.FORMATS if module.sniff(source)) == format.NAME
    reading = format.parse(source)
    assert (reading.mistakes, reading.remarks) == ((), ())
    return reading


def in_json(format: sources.Format, value: object) -> tuple[Record, ...]:
    return read(format, "x.json", json.dumps(value, indent=1)).records


def test_better_bibtex_with_its_citation_keys_and_collections() -> None:
    lamps, wicks, oil = in_json(zotero_json, BETTER_BIBTEX)
    assert (lamps.id, lamps.work, lamps.groups) == ("wick2021lamps", LAMPS, (("Light", "Oil"),))
    assert (wicks.id, wicks.work.doi, wicks.work.publisher) == ("fay2020", "10.99999/wicks", "Salt Press")
    assert wicks.groups == (("Light",), ("Light", "Oil"))
    assert wicks.work.authors == Authors((Person("Fay", "Cy"),))
    assert (oil.work.arxiv, oil.work.kind, oil.work.publisher) == ("2404.14469", "article", None)
    assert lamps.span.line < wicks.span.line < oil.span.line


def test_the_answer_of_zoteros_api() -> None:
    value = [{"key": "WICK2345", "version": 3, "library": {"type": "user"}, "data": ARTICLE}]
    (record,) = in_json(zotero_json, value)
    assert (record.id, record.work) == ("wick2021lamps", LAMPS)


HIT: dict[str, Any] = {
    "@score": "5",
    "@id": "1",
    "info": {
        "authors": {"author": [{"@pid": "1/2", "text": "Ada van Wick 0001"}, {"@pid": "3/4", "text": "Bo Oil"}]},
        "title": "Lamps &amp; Wicks.",
        "venue": "Light",
        "volume": "45",
        "number": "3",
        "pages": "1309-1348",
        "year": "2021",
        "type": "Journal Articles",
        "key": "journals/light/WickO21",
        "doi": "10.99999/LAMP.1",
        "ee": "https://doi.org/10.99999/LAMP.1",
        "url": "https://dblp.org/rec/journals/light/WickO21",
    },
    "url": "URL#1",
}
DBLP_XML = """<?xml version="1.0"?>
<dblpperson name="Ada van Wick 0001" n="2">
<r><article key="journals/light/WickO21" mdate="2021-10-01">
<author pid="1/2">Ada van Wick 0001</author><author pid="3/4">Bo Oil</author>
<title>Lamps &amp; Wicks.</title><pages>1309-1348</pages><year>2021</year><volume>45</volume><journal>Light</journal>
<number>3</number><ee type="oa">https://doi.org/10.99999/LAMP.1</ee><url>db/light/45.html#WickO21</url>
</article></r>
<r><article publtype="informal" key="journals/corr/abs-2404-14469">
<author>Ada van Wick 0001</author><title>Oil?</title><year>2024</year><volume>abs/2404.14469</volume>
<journal>CoRR</journal><ee type="oa">https://doi.org/10.48550/arXiv.2404.14469</ee></article></r>
</dblpperson>
"""


def test_dblp_in_json_and_xml() -> None:
    one = {**HIT, "info": {**HIT["info"], "authors": {"author": {"@pid": "1/2", "text": "Ada van Wick 0001"}}}}
    first, second = in_json(dblp, {"result": {"query": "x", "hits": {"@total": "2", "hit": [HIT, one]}}})
    (third, preprint) = read(dblp, "x.xml", DBLP_XML).records
    for record in (first, third):
        work = record.work
        assert (record.id, work.title, work.doi) == (
            "DBLP:journals/light/WickO21",
            Text("Lamps & Wicks"),
            "10.99999/lamp.1",
        )
        assert work.authors == Authors((Person("van Wick", "Ada"), Person("Oil", "Bo")))
        assert (work.venue, work.volume, work.issue, work.pages) == ("Light", "45", "3", "1309-1348")
        assert (work.date, work.kind) == (Date(2021), "article-journal")
    assert second.work.authors == Authors((Person("van Wick", "Ada"),))
    assert (preprint.work.title, preprint.work.arxiv, preprint.work.venue) == (Text("Oil?"), "2404.14469", None)
    assert (preprint.work.kind, preprint.work.volume, preprint.span.line) == ("article", None, 8)


PUBMED = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2019//EN" "https://dtd.example/pubmed.dtd">
<PubmedArticleSet>
<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">99900001</PMID>
<Article><Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>45</Volume><Issue>3</Issue>
<PubDate><Year>2021</Year><Month>Sep</Month><Day>01</Day></PubDate></JournalIssue>
<Title>Journal of light</Title><ISOAbbreviation>J Light</ISOAbbreviation></Journal>
<ArticleTitle>Lamps of <i>Lux</i>.</ArticleTitle><Pagination><MedlinePgn>1309-48</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">10.99999/Lamp.1</ELocationID>
<Abstract><AbstractText Label="AIM">To burn.</AbstractText><AbstractText>They burn.</AbstractText></Abstract>
<AuthorList><Author><LastName>van Wick</LastName><ForeName>Ada</ForeName><Initials>A</Initials>
<Identifier Source="ORCID">0000-0002-1825-0097</Identifier></Author>
<Author><LastName>King</LastName><ForeName>Martin</ForeName><Suffix>Jr</Suffix></Author>
<Author><CollectiveName>Salt Study Group</CollectiveName></Author></AuthorList>
<Language>eng</Language><PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList>
</Article><KeywordList><Keyword>oil</Keyword></KeywordList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">99900001</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.99999/other</ArticleId></ArticleIdList></Reference>
</ReferenceList></PubmedData></PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>99900002</PMID><ArticleIdList><ArticleId IdType="doi">10.99999/book</ArticleId>
</ArticleIdList><Book><Publisher><PublisherName>Salt Press</PublisherName></Publisher>
<BookTitle>The Book of Oil</BookTitle><PubDate><Year>2020</Year></PubDate><AuthorList Type="editors"><Author>
<LastName>Fay</LastName><Initials>C</Initials></Author></AuthorList></Book>
<ArticleTitle>Wicks</ArticleTitle><AuthorList Type="authors"><Author><LastName>Oil</LastName>
<ForeName>Bo</ForeName></Author></AuthorList></BookDocument></PubmedBookArticle>
</PubmedArticleSet>
"""


def test_pubmed_in_xml() -> None:
    lamps, wicks = read(pubmed_xml, "x.xml", PUBMED).records
    people = (Person("van Wick", "Ada", orcid="0000-0002-1825-0097"), Person("King", "Martin", "Jr"))
    assert lamps.work == Work(
        title=Text("Lamps of Lux"),
        authors=Authors((*people, Person("Salt Study Group"))),
        date=Date(2021, 9, 1),
        abstract=Text("AIM: To burn. They burn."),
        doi="10.99999/lamp.1",
        venue="Journal of light",
        kind="article-journal",
        volume="45",
        issue="3",
        pages="1309-48",
        language="en",
        keywords=("oil",),
        urls=(Link("other", "https://pubmed.ncbi.nlm.nih.gov/99900001/"),),
    )
    assert (wicks.work.title, wicks.work.venue, wicks.work.doi) == (Text("Wicks"), "The Book of Oil", "10.99999/book")
    assert wicks.work.authors == Authors((Person("Oil", "Bo"),))
    assert (wicks.work.date, wicks.work.publisher, wicks.span.line) == (Date(2020), "Salt Press", 20)


RESULT: dict[str, Any] = {
    "id": "99900001",
    "source": "MED",
    "pmid": "99900001",
    "doi": "10.99999/Lamp.1",
    "title": "Lamps of <i>Lux</i>.",
    "authorString": "van Wick A, Oil BC, Salt Study Group.",
    "journalInfo": {
        "volume": "45",
        "issue": "3",
        "dateOfPublication": "2021 Sep",
        "journal": {"title": "Journal of light"},
    },
    "pubYear": "2021",
    "pageInfo": "1309-1348",
    "firstPublicationDate": "2021-09-01",
    "abstractText": "<h4>Aim</h4>They burn.",
    "pubTypeList": {"pubType": ["research-article", "Journal Article"]},
}


def test_europe_pmc() -> None:
    people = {
        "author": [
            {"fullName": "van Wick A", "firstName": "Ada", "lastName": "van Wick", "initials": "A"},
            {"collectiveName": "Salt Study Group"},
        ]
    }
    core, lite = {**RESULT, "authorList": people}, {**RESULT, "journalInfo": None, "journalTitle": "J Light"}
    preprint = {**RESULT, "source": "PPR", "pmid": None, "doi": "10.1101/2021.09.01.433333"}
    first, second, third = in_json(europe_pmc, {"hitCount": 3, "resultList": {"result": [core, lite, preprint]}})
    work = first.work
    assert (work.title, work.doi, work.venue) == (Text("Lamps of \\emph{Lux}"), "10.99999/lamp.1", "Journal of light")
    assert (work.date, work.volume, work.issue, work.pages) == (Date(2021, 9, 1), "45", "3", "1309-1348")
    assert work.authors == Authors((Person("van Wick", "Ada"), Person("Salt Study Group")))
    assert second.work.authors == Authors((Person("van Wick", "A"), Person("Oil", "BC"), Person("Salt Study Group")))
    assert second.work.venue == "J Light"
    assert (third.work.kind, third.work.venue, third.work.doi) == ("article", None, "10.1101/2021.09.01.433333")


@pytest.mark.parametrize("prefix", ["", "preprint_", "rel_"])
def test_biorxiv(prefix: str) -> None:
    names = {"": "authors", "preprint_": "preprint_authors", "rel_": "rel_authors"}
    value: dict[str, Any] = {
        f"{prefix}doi": "10.1101/2021.09.01.433333",
        f"{prefix}title": "Lamps",
        names[prefix]: "van Wick, A.; Oil, B. C.; ",
        f"{prefix}date": "2021-09-01",
        "jatsxml": "https://press.example/lamp.xml",
    }
    if prefix == "rel_":
        value["rel_authors"] = [{"author_name": "van Wick, A."}, {"author_name": "Oil, B. C."}]
    (record,) = in_json(biorxiv, {"messages": [{"status": "ok"}], "collection": [value]})
    work = record.work
    assert (work.title, work.doi, work.kind) == (Text("Lamps"), "10.1101/2021.09.01.433333", "article")
    assert work.authors == Authors((Person("van Wick", "A."), Person("Oil", "B. C.")))
    assert work.date == Date(2021, 9, 1)
