"""What the columns of a table are called, and the keys of lists that conferences publish: fields by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from conspectus.model.people import Person
from conspectus.model.work import WORK_TYPES, Link
from conspectus.sources import openalex, ris, zotero_extra, zotero_rdf
from conspectus.sources.endnote_tagged import KINDS as ENDNOTE
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.json_items import object_in, objects_in, text_of, texts
from conspectus.sources.name_lists import UNKNOWN, Habits, names_in, split_names
from conspectus.sources.names import authors_of, person_of, person_of_parts
from conspectus.text.folding import folded

NAMES = {
    "title": "title, document title, article title, paper title, papertitle, name, ti, dc title, "
    "titel, titre, titulo, titolo, 标题, 题名, タイトル",
    "subtitle": "subtitle",
    "authors": "author full names, full author names, af, authors, author, author names, author s, au, creator, "
    "creators, autor, autoren, autorin, auteur, auteurs, autore, autori, autores, 作者, 著者",
    "editors": "editor, editors, book editors",
    "date": "date, publication date, published, date published, published date, pub date, online publication date",
    "year": "year, publication year, pub year, py, pubyear, published year, yr, jahr, annee, ano, anno, 年份, 年",
    "month": "month, publication month, pd",
    "abstract": "abstract, abstract note, ab, summary text, tldr",
    "arxiv": "arxiv, arxiv id, eprint, arxivid",
    "doi": "doi, di, digital object identifier, doi link",
    "venue": "publication title, journal, source title, venue, booktitle, book title, proceedings title, "
    "conference name, conference, journal name, journal book, container title, so, source, publication name, "
    "zeitschrift, revue, revista, rivista, venue journal, journal venue, conference journal, journal conference, 期刊",
    "kind": "item type, kind, document type, type, publication type, dt, entry type, entrytype",
    "volume": "volume, vl",
    "issue": "issue, number, no, issue number, is",
    "pages": "pages, page, page range, pp",
    "first_page": "page start, start page, bp, first page, startpage",
    "last_page": "page end, end page, ep, last page, endpage",
    "number": "art no, article number, ar",
    "publisher": "publisher, pu",
    "language": "language, languages, la, language of original document",
    "organization": "organization, organisation",
    "keywords": "keywords, author keywords, de, manual tags, tags, automatic tags, index keywords, "
    "ieee terms, keywords plus, subject areas",
    "url": "url, link, urls, paper url, article url, openreview, forum url, abs url, paper link, website",
    "pdf": "pdf, pdf url, pdf link, paper pdf, pdflink, link to pdf",
    "code": "code, code url, github, repository, code link",
    "project": "project, project page, project url",
    "video": "video, video url",
    "key": "key, citation key, bibtex key, citekey, bibkey, citationkey",
    "extra": "extra",
}
"""The fields, and what columns with them are called, the fullest first; without case and signs."""

ROLES = {name.strip(): role for role, names in NAMES.items() for name in names.split(",")}
RANKS = {name.strip(): rank for names in NAMES.values() for rank, name in enumerate(names.split(","))}

SPACED = re.compile(r"[\W_]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

KINDS: dict[str, str | None] = {
    **{name: name for name in WORK_TYPES},
    **{name.lower(): kind for name, kind in (*zotero_rdf.KINDS.items(), *ris.KINDS.items(), *openalex.KINDS.items())},
    **ENDNOTE,
    "article": "article-journal", "conference paper": "paper-conference", "review": "article-journal",
    "book chapter": "chapter", "proceedings paper": "paper-conference", "ieee conferences": "paper-conference",
    "ieee journals": "article-journal", "inproceedings": "paper-conference", "phdthesis": "thesis",
    "incollection": "chapter", "techreport": "report", "letter": "article-journal",
}  # fmt: skip
"""Types of works in the words of reference managers and indexes, as CSL names them."""

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
    people = next((value for role in ("authors", "editors") for value in by_role.get(role, ())), None)
    start, end = first("first_page"), first("last_page")
    kind = first("kind")
    return EntryFields(
        title=first("title"),
        subtitle=first("subtitle"),
        authors=authors_of(people_in(people, by_semicolon, habits)),
        untold=_untold(people, by_semicolon, habits),
        dates=tuple(filter(None, [*all("date"), f"{month} {year}".strip()])),
        abstract=first("abstract"),
        doi=first("doi") or zotero_extra.doi(first("extra")),
        arxiv=first("arxiv"),
        identifiers=tuple(all("url")),
        mentions=(*all("venue"), first("extra")),
        venue=first("venue"),
        kind=None if kind in ("", "document") else KINDS.get(kind.lower(), KINDS.get(kind.split(";")[0].lower())),
        volume=first("volume"),
        issue=first("issue"),
        pages=first("pages") or (f"{start}-{end}" if end and end != start else start or first("number")),
        publisher=first("publisher"),
        language=first("language"),
        organization=first("organization"),
        keywords=tuple(word for text in all("keywords") for word in _words(text, by_semicolon)),
        urls=(
            *(address for text in all("url") for address in text.split()),
            *(Link(kind, text) for kind in ("pdf", "code", "project", "video") for text in all(kind)),
        ),
    )


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


def _words(text: str, by_semicolon: bool) -> Iterable[str]:
    return re.split(r"[;|\n]" if by_semicolon or ";" in text or "|" in text else r"[,\n]", text)
