"""PubMed's records as XML, as it saves and sends them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Person
from conspectus.sources import medline, xml_tree
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.names import authors_of, person_of_parts
from conspectus.sources.xml_tree import Element, XmlError

NAME = "PubMed XML"

START = re.compile(r"<(?:PubmedArticleSet|PubmedArticle|MedlineCitationSet|PubmedBookArticle)\b")
ORCID = "ORCID"


def sniff(source: Source) -> bool:
    """By its outermost elements."""
    start = head(source)
    return start.lstrip().startswith("<") and bool(START.search(start))


def parse(source: Source) -> Reading:
    """A record for each article and each book."""
    try:
        root = xml_tree.read(source.data)
    except XmlError as error:
        help = "save it again, or in the format PubMed (.nbib)"
        mistake = Mistake("unreadable-file", str(error), Span(source.path, error.line), help)
        return Reading(source.path, NAME, mistakes=(mistake,))
    return reading_of(source.path, NAME, (_entry(*found, source.path) for found in _records(root)))


def _records(root: Element) -> Iterator[tuple[Element, Element]]:
    """Each citation, with the element that has what PubMed adds to it."""
    is_alone = bool(root.all("MedlineCitation") or root.all("BookDocument"))
    for child in [root] if is_alone else root.children:
        added = iter(child.all("PubmedData"))
        for citation in (*child.all("MedlineCitation"), *child.all("BookDocument")):
            yield citation, next(added, citation)


def _entry(citation: Element, data: Element, path: str) -> Exported:
    article = next(iter(citation.all("Article")), citation)
    journal = next(iter(article.all("Journal")), article)
    issue = next(iter(journal.all("JournalIssue")), journal)
    book = next(iter(citation.all("Book")), Element("", {}, citation.line))
    pubmed = citation.first("PMID")
    ids = [
        *article.all("ELocationID"),
        *data.all("ArticleIdList", "ArticleId"),
        *citation.all("ArticleIdList", "ArticleId"),
    ]
    dois = [each.text for each in ids if "doi" in (each.attributes.get("EIdType"), each.attributes.get("IdType"))]
    dates = [*issue.all("PubDate"), *article.all("ArticleDate"), *book.all("PubDate")]
    first, last = article.first("Pagination", "StartPage"), article.first("Pagination", "EndPage")
    title, in_book = article.first("ArticleTitle"), book.first("BookTitle")
    fields = EntryFields(
        title=medline.bare_title(title or in_book or article.first("VernacularTitle")),
        authors=authors_of(_people(article) or _people(book)),
        dates=tuple(filter(None, map(_date, dates))),
        abstract=" ".join(_abstract(article)),
        identifiers=tuple(dois),
        venue=journal.first("Title") or journal.first("ISOAbbreviation") or (in_book if title else ""),
        kind=medline.kind_of([each.text for each in article.all("PublicationTypeList", "PublicationType")]),
        volume=issue.first("Volume"),
        issue=issue.first("Issue"),
        pages=article.first("Pagination", "MedlinePgn") or (f"{first}-{last}" if last and last != first else first),
        publisher=book.first("Publisher", "PublisherName"),
        language=article.first("Language"),
        keywords=tuple(
            word.text
            for word in (
                *citation.all("KeywordList", "Keyword"),
                *citation.all("MeshHeadingList", "MeshHeading", "DescriptorName"),
            )
        ),
        urls=(f"https://pubmed.ncbi.nlm.nih.gov/{pubmed}/",) if pubmed.isdigit() else (),
    )
    return Exported(fields, citation.span(path))


def _people(article: Element) -> list[Person]:
    """The authors of an article; of a book's lists of people the one that has its authors."""
    lists = article.all("AuthorList")
    chosen = next((each for each in lists if each.attributes.get("Type") != "editors"), None) or next(iter(lists), None)
    return [person for author in (chosen.all("Author") if chosen else []) if (person := _person(author))]


def _person(author: Element) -> Person | None:
    if group := author.first("CollectiveName"):
        return Person(group)
    numbers = (each.text for each in author.all("Identifier") if each.attributes.get("Source") == ORCID)
    given = author.first("ForeName") or author.first("FirstName") or author.first("Initials")
    return person_of_parts(author.first("LastName"), given, suffix=author.first("Suffix"), orcid=next(numbers, ""))


def _abstract(article: Element) -> Iterator[str]:
    """The parts of an abstract, with what each is called."""
    for part in article.all("Abstract", "AbstractText"):
        label = part.attributes.get("Label", "")
        yield f"{label}: {part.text}" if label and label != "UNLABELLED" else part.text


def _date(date: Element) -> str:
    """`2021 Sep 1`, or what stands there in words, such as `2021 Sep-Oct`."""
    return date.first("MedlineDate") or " ".join(filter(None, map(date.first, ("Year", "Month", "Day"))))
