"""What the columns of a table are called, and the keys of lists that conferences publish: fields by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from conspectus.model.people import Person
from conspectus.model.work import WORK_TYPES, Link
from conspectus.sources import openalex, orcids, ris, web_of_science, zotero_extra, zotero_rdf
from conspectus.sources.citation_cells import NOTHING, cited_in
from conspectus.sources.endnote_tagged import KINDS as ENDNOTE
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.json_items import object_in, objects_in, text_of, texts
from conspectus.sources.name_lists import UNKNOWN, Habits, names_in, split_names
from conspectus.sources.names import authors_of, person_of, person_of_parts
from conspectus.text.folding import folded

NAMES = {
    "title": "title, document title, article title, item title, paper title, papertitle, name, ti, dc title, "
    "title primary, "
    "titel, titre, titulo, titolo, 标题, 题名, タイトル",
    "subtitle": "subtitle",
    "authors": "author full names, full author names, af, authors, author, author names, author s, au, creator, "
    "creators, authors primary, authorships author display name, autor, autoren, autorin, auteur, auteurs, autore, "
    "autori, autores, 作者, 著者",
    "editors": "editor, editors, book editors",
    "date": "date, publication date, published, date published, published date, pub date, issue date, "
    "publication date print",
    "online": "online publication date, publication date online, online date, early access date, ea",
    "year": "year, publication year, pub year, py, pubyear, published year, yr, jahr, annee, ano, anno, 年份, 年",
    "month": "month, publication month, published month, pd, pub month day",
    "abstract": "abstract, abstract note, ab, summary text, tldr",
    "arxiv": "arxiv, arxiv id, eprint, arxivid",
    "identifier": "id, entry id",
    "doi": "doi, di, item doi, digital object identifier, doi link",
    "venue": "publication title, full journal, journal, source title, source title anthology title, venue, booktitle, "
    "book title, proceedings title, conference name, conference, journal name, journal book, anthology title, "
    "container title, so, source, publication name, publication, "
    "zeitschrift, revue, revista, rivista, venue journal, journal venue, conference journal, journal conference, "
    "journal title, "
    "periodical full, primary location source display name, 期刊",
    "kind": "item type, kind, document type, type, content type, document identifier, dt, entry type, entrytype, "
    "publication type, pt, reference type, doctype",
    "volume": "volume, journal volume, vl, biblio volume",
    "issue": "issue, number, no, issue number, journal issue, is, biblio issue",
    "pages": "pages, page, page range, pagination, pp",
    "first_page": "page start, start page, bp, first page, startpage, start page, biblio first page",
    "last_page": "page end, end page, ep, last page, endpage, other pages, biblio last page",
    "number": "art no, article number, ar",
    "publisher": "publisher, pu, primary location source host organization name",
    "language": "language, languages, la, language of original document",
    "organization": "organization, organisation",
    "keywords": "keywords, author keywords, de, manual tags, tags, automatic tags, index keywords, "
    "ieee terms, keywords plus, subject areas, mesh terms, keywords display name",
    "url": "url, link, urls, paper url, article url, openreview, forum url, abs url, paper link, website, "
    "external url, source urls, source linkout, full text url, plink, primary location landing page url",
    "pdf": "pdf, pdf url, pdf link, paper pdf, pdflink, link to pdf, primary location pdf url",
    "code": "code, code url, github, repository, code link",
    "project": "project, project page, project url",
    "video": "video, video url",
    "key": "key, citation key, bibtex key, citekey, bibkey, citationkey",
    "extra": "extra",
    "orcids": "orcids, orcid, oi",
    "citation": "citation",
    "pubmed": "pmid, pubmed id, pm",
}
"""The fields, and what columns with them are called, the fullest first; without case and signs."""

ROLES = {name.strip(): role for role, names in NAMES.items() for name in names.split(",")}
RANKS = {name.strip(): rank for names in NAMES.values() for rank, name in enumerate(names.split(","))}

SPACED = re.compile(r"[\W_]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])(?!(?<=[aA]r)Xiv)")
"""Where a word begins within a name, but in none that has arXiv's own spelling."""

KINDS: dict[str, str | None] = {
    **{name: name for name in WORK_TYPES},
    **{name.lower(): kind for name, kind in (*zotero_rdf.KINDS.items(), *ris.KINDS.items(), *openalex.KINDS.items())},
    **ENDNOTE,
    "article": "article-journal", "conference paper": "paper-conference", "review": "article-journal",
    "book chapter": "chapter", "proceedings paper": "paper-conference", "proceeding": "paper-conference",
    "conference proceedings article": "paper-conference", "inproceedings": "paper-conference", "phdthesis": "thesis",
    "incollection": "chapter", "techreport": "report", "letter": "article-journal", "editorial": "article-journal",
    "note": "article-journal", "short survey": "article-journal", "data paper": "article-journal",
    "reference work": "book", "reference work entry": "entry",
}  # fmt: skip
"""Types of works in the words of reference managers and indexes, as CSL names them."""

LAST_WORDS = {
    "conferences": "paper-conference", "journals": "article-journal", "magazines": "article-journal",
    "early access articles": "article-journal", "chapters": "chapter", "books": "book", "standards": "standard",
}  # fmt: skip
"""What IEEE Xplore's documents are, whoever published them: `IEEE Conferences`, `MIT Press Journals`."""

BETWEEN_ADDRESSES = re.compile(r"\s+|;(?=https?://)")
BETWEEN_WORDS = re.compile(r",(?![^()]{0,200}\))|\n")
"""Commas, but none within brackets: `cyst (diagnosis, surgery), ultrasound`."""

WITHIN = re.compile(r"\b(?:Ma?c|D[ei]|L[ae]|Du|Van|Fitz|O|Ph\.)$")
"""How words begin that have a capital within."""

AT_ARXIV = re.compile(r"(?i)arxiv(?:\.org/|:)")
"""What makes an id in a column of that name one of arXiv; most are a program's own."""

SCOPUS_ID = re.compile(r"\s*\(\d{5,}\)")


@lru_cache(maxsize=4096)
def normal_name(name: str) -> str:
    """A column's name without case and signs."""
    return SPACED.sub(" ", folded(CAMEL.sub(" ", name))).strip()


def role_of(name: str) -> str | None:
    """Which field a column has; None if it is none of a paper's."""
    return ROLES.get(normal_name(name))


def fields_of(values: Mapping[str, object], *, by_semicolon: bool = False, habits: Habits = UNKNOWN) -> EntryFields:
    """The fields of a work from its columns, by their names. `by_semicolon`: names and keywords in one text are divided
    by semicolons alone; `habits`: how the other rows write names."""
    known = sorted(
        ((role, normal_name(name), value) for name, value in values.items() if (role := role_of(name)) and value),
        key=lambda entry: RANKS[entry[1]],
    )
    by_role: dict[str, list[object]] = {}
    for role, _, value in known:
        by_role.setdefault(role, []).append(value)

    def first(role: str) -> str:
        return next((text.strip() for value in by_role.get(role, ()) for text in texts(value) if text.strip()), "")

    def all(role: str) -> list[str]:
        return [text.strip() for value in by_role.get(role, ()) for text in texts(value) if text.strip()]

    year, month = first("year"), first("month")
    of_year = f"{year}-{int(month):02}" if re.fullmatch(r"1?\d", month) and year else f"{month} {year}".strip()
    people = next((value for role in ("authors", "editors") for value in by_role.get(role, ())), None)
    if isinstance(people, str) and any(normal_name(name) == "item title" for name in values):
        people, by_semicolon = apart(people), True
    start, end = first("first_page"), first("last_page")
    cited = cited_in(first("citation")) or cited_in(first("venue")) or NOTHING
    dates = (text if re.search(r"\d{4}", text) else f"{text} {year}".strip() for text in all("date"))
    pubmed, urls = first("pubmed"), all("url")
    return EntryFields(
        title=first("title"),
        subtitle=first("subtitle"),
        authors=orcids.named(authors_of(people_in(people, by_semicolon, habits)), ";".join(all("orcids"))),
        untold=_untold(people, by_semicolon, habits),
        dates=tuple(filter(None, [*dates, of_year, cited.date, *all("online")])),
        abstract=first("abstract"),
        doi=first("doi") or zotero_extra.doi(first("extra")),
        arxiv=first("arxiv"),
        identifiers=(*urls, *filter(AT_ARXIV.search, all("identifier"))),
        mentions=(*all("venue"), first("extra")),
        venue=cited.venue or first("venue"),
        kind=kind_in(all("kind")),
        volume=first("volume") or cited.volume,
        issue=first("issue") or cited.issue,
        pages=first("pages") or (f"{start}-{end}" if end and end != start else start or first("number")) or cited.pages,
        publisher=first("publisher"),
        language=first("language"),
        organization=first("organization"),
        keywords=tuple(word for value in by_role.get("keywords", ()) for word in _words(value, by_semicolon)),
        urls=(
            *(address for text in urls for address in BETWEEN_ADDRESSES.split(text)),
            *(
                [f"https://pubmed.ncbi.nlm.nih.gov/{pubmed}/"]
                if pubmed.isdecimal() and int(pubmed) and not urls
                else []
            ),
            *(Link(kind, text) for kind in ("pdf", "code", "project", "video") for text in all(kind)),
        ),
    )


def kind_in(texts: Iterable[str]) -> str | None:
    """What a work is to CSL by the columns that say it: the first with a word that is known."""
    said = [text.lower() for text in texts if text.lower() != "document"]
    letter = next((text for text in said if text.upper() in web_of_science.KINDS), "")
    if letter:
        return web_of_science.kind_of(letter.upper(), " ".join(said))
    for text in said:
        for word in (text, *text.split(";")):
            if word.strip() in KINDS:
                return KINDS[word.strip()]
        if kind := next((LAST_WORDS[words] for words in LAST_WORDS if text.endswith(words)), None):
            return kind
    return None


def key_of(values: Mapping[str, object]) -> str:
    """The key a row has: the citation key in Zotero's field Extra, else the column's, which in Zotero's is its own."""
    roles = {role_of(name): value for name, value in values.items()}
    return zotero_extra.citation_key(text_of(roles.get("extra"))) or text_of(roles.get("key"))


def people_in(value: object, by_semicolon: bool, habits: Habits) -> Iterator[Person | str | None]:
    """The people in a value: names in one text, a list of names, or of names in parts."""
    if isinstance(value, str):
        text = SCOPUS_ID.sub("", value)
        yield from text.split(";") if by_semicolon else split_names(text, habits)
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, str):
                yield person_of(item)
            else:
                yield from map(_person_in_parts, objects_in([item]))


def apart(text: str) -> str:
    """Names as Springer's table has them, with nothing between: `Ada WickBo Oil`. A capital within a word begins
    another name, but not behind `Mc`."""
    starts = [
        at
        for at in range(1, len(text))
        if text[at].isupper()
        and (text[at - 1].islower() or (text[at - 1] == "." and text[at - 3 : at - 1].isalpha()))
        and WITHIN.search(text, max(0, at - 5), at) is None
    ]
    return ";".join(text[start:end] for start, end in zip([0, *starts], [*starts, len(text)], strict=True))


def _untold(people: object, by_semicolon: bool, habits: Habits) -> str:
    """A text of names of which it cannot be told what belongs together."""
    text = SCOPUS_ID.sub("", people) if isinstance(people, str) and not by_semicolon else ""
    return text if text and names_in(text, habits) is None else ""


def _person_in_parts(name: Mapping[str, object]) -> Person | None:
    parts = {normal_name(key): text_of(value) for key, value in object_in(name).items()}
    family = next(
        (parts[key] for key in ("last name", "last", "family", "family name", "surname") if parts.get(key)), ""
    )
    given = next(
        (parts[key] for key in ("first name", "first", "given", "given name", "given names") if parts.get(key)), ""
    )
    middle = parts.get("middle name", "")
    if family:
        return person_of_parts(
            family, f"{given} {middle}".strip(), suffix=parts.get("suffix", ""), orcid=parts.get("orcid", "")
        )
    whole = next(
        (parts[key] for key in ("name", "full", "fullname", "full name", "display name") if parts.get(key)), given
    )
    return person_of(whole)


def _words(value: object, by_semicolon: bool) -> Iterator[str]:
    """The keywords in a text, or in the texts of a list, in which a comma is one of a keyword: `wax, soft`."""
    found = list(texts(value))
    for text in found:
        if by_semicolon or ";" in text or "|" in text:
            yield from re.split(r"[;|\n]", text)
        else:
            yield from [text] if len(found) > 1 else BETWEEN_WORDS.split(text)
