"""Tables in the columns of indexes, publishers and screening tools; every paper is made up."""

from __future__ import annotations

import pytest

from conspectus.model.paper import Source
from conspectus.model.work import Work
from conspectus.sources import columns, table

SPRINGER = (
    "Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,Item DOI,Authors,Publication Year,URL,"
    'Content Type\n"Lamps","Journal of Light","","45","3","10.99999/lamp.1","Ada WickBo R. McOil Jr.Émile Fay Ph.D.",'
    '"2021","https://press.example/1","Article"\n'
)
PUBMED = (
    "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
    '"9990001","Lamps.","Wick AB, van Oil C.","J Light. 2021 Sep 5;45(3):13-48. doi: 10.99999/lamp.1.",'
    '"Wick AB","J Light","2021","2021/02/01","PMC99","","10.99999/lamp.1"\n'
)
EMBASE = (
    "Title,Author Names,Source,Abstract,keywords\n"
    '"Lamps","Wick A., Oil B.C.","Journal of Light (2021) 45:3 (13-48). Date of Publication: 5 Sep 2021","They burn.",'
    '"lamp (diagnosis, surgery), oil"\n'
)
IEEE = (
    '"Document Title",Authors,"Publication Title",Date Added To Xplore,"Publication Year","Volume","Issue","Start '
    'Page","End Page","DOI",PDF Link,"Author Keywords",Online Date,Issue Date,"Publisher",Document Identifier\n'
    '"Lamps","A. Wick; B. Oil","Journal of Light","1 Jan 2020","2021","45","3","13","48","10.99999/lamp.1",'
    '"https://press.example/lamp.pdf","oil;salt","2 Feb 2020","Sept. 2021","Salt Press","Salt Journals & Magazines"\n'
)
WEB_OF_SCIENCE = (
    "Publication Type,Authors,Author Full Names,Article Title,Source Title,Document Type,ORCIDs,Publication Date,"
    "Publication Year,Volume,Issue,Start Page,End Page,DOI,Early Access Date,Pubmed Id\n"
    'J,"Wick, A; Oil, B","Wick, Ada; Oil, Bo",Lamps,JOURNAL OF LIGHT,Article; Early Access,'
    '"Oil, Bo/0000-0002-1825-0097",SEP 5,2021.0,45.0,3,13,48,10.99999/lamp.1,FEB 2020,9990001.0\n'
)
LENS = (
    "Lens ID,Title,Date Published,Publication Year,Publication Type,Source Title,Author/s,Volume,Issue Number,Start "
    "Page,End Page,Source URLs,External URL,DOI\n"
    "000-1,Lamps,2021-09-05,2021,journal article,Journal of Light,Ada Wick; Bo Oil,45,3,13,48,https://a.example/1 "
    "https://b.example/2,http://dx.doi.org/10.99999/lamp.1,10.99999/lamp.1\n"
)
DIMENSIONS = (
    "\"About the data: Exported on Sep 05, 2021. Criteria: 'lamps' in title.\"\n"
    "Rank,Publication ID,DOI,PMID,Title,Abstract,Source title/Anthology title,MeSH terms,Publication Date,PubYear,"
    "Publication Date (online),Publication Date (print),Volume,Issue,Pagination,Publication Type,Authors,"
    "Source Linkout\n"
    "500,pub.1,10.99999/lamp.1,,Lamps,They burn.,Journal of Light,oil; salt,2021-09,2021,2021-02-01,2021-09,45,3,13-48,"
    'Article,"Wick, Ada; Oil, Bo",https://press.example/1\n'
)
GOOGLE_SCHOLAR = (
    "Authors,Title,Publication,Volume,Number,Pages,Year,Publisher\n"
    '"Wick, Ada; Oil, Bo; ",Lamps,Journal of Light,45,3,13-48,2021,Salt Press\n'
)
PUBLISH_OR_PERISH = (
    "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,CitesURL,GSRank,QueryDate,Type,DOI,Volume,Issue,StartPage,"
    "EndPage,Abstract,FullTextURL\n"
    '5,"A Wick, B Oil",Lamps,2021,Journal of Light,press.example,https://press.example/1,https://index.example/1,1,'
    '"2021-09-05 10:00:00","HTML",10.99999/lamp.1,45,3,13,48,They burn.,https://press.example/lamp.pdf\n'
)
COVIDENCE = (
    "Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,DOI,Ref,"
    "Covidence #,Study,Notes,Tags\n"
    'Lamps,"Wick, A.; Oil, B.",They burn.,2021,Sep,Journal of Light,45,3,13-48,,10.99999/lamp.1,1,#1,Wick 2021,,\n'
)
RAYYAN = (
    "key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,location,abstract,"
    'notes,doi\nrayyan-1,Lamps,2021,9,,Journal of Light,,45,3,13-48,"Wick, Ada and Oil, Bo",https://press.example/1,eng,'
    ",,They burn.,,10.99999/lamp.1\n"
)
PAPERPILE = (
    '"Item type","Authors","Title","Journal","Publication year","Volume","Issue","Pages","Date published","URLs","DOI",'
    '"Keywords"\n"Journal Article","Wick AB,van Oil C,Fay D","Lamps","Journal of Light","2021","45","3","13–48",'
    '"2021-09","https://a.example/1;http://b.example/2","10.99999/lamp.1","oil, salt"\n'
)
PANDAS = (
    "title,authors,year,journal,volume,issue,pages,doi,abstract,keywords\n"
    'Lamps,"[\'Wick, Ada\', \'O\\\'Oil, Bo\']",2021.0,Journal of Light,45.0,3,13-48,10.99999/lamp.1,nan,"[""oil"", '
    '""salt""]"\n'
)

ALL = {
    "Springer": (SPRINGER, "Wick, Ada; McOil, Bo R., Jr.; Fay, Émile", "2021", None),
    "PubMed": (PUBMED, "Wick, AB; van Oil, C", "2021-09-05", "13-48"),
    "Embase": (EMBASE, "Wick, A.; Oil, B.C.", "2021-09-05", "13-48"),
    "IEEE": (IEEE, "Wick, A.; Oil, B.", "2021-09", "13-48"),
    "Web of Science": (WEB_OF_SCIENCE, "Wick, Ada; Oil, Bo", "2021-09-05", "13-48"),
    "Lens": (LENS, "Wick, Ada; Oil, Bo", "2021-09-05", "13-48"),
    "Dimensions": (DIMENSIONS, "Wick, Ada; Oil, Bo", "2021-09", "13-48"),
    "Google Scholar": (GOOGLE_SCHOLAR, "Wick, Ada; Oil, Bo", "2021", "13-48"),
    "Publish or Perish": (PUBLISH_OR_PERISH, "Wick, A; Oil, B", "2021", "13-48"),
    "Covidence": (COVIDENCE, "Wick, A.; Oil, B.", "2021-09", "13-48"),
    "Rayyan": (RAYYAN, "Wick, Ada; Oil, Bo", "2021-09", "13-48"),
    "Paperpile": (PAPERPILE, "Wick, AB; van Oil, C; Fay, D", "2021-09", "13-48"),
    "pandas": (PANDAS, "Wick, Ada; O'Oil, Bo", "2021", "13-48"),
}


TYPED = ("Springer", "IEEE", "Web of Science", "Lens", "Dimensions", "Paperpile")
"""Those that say what a work is."""


def read(text: str) -> Work:
    source = Source("papers.csv", text.encode("utf-8-sig"), "d")
    assert table.sniff(source)
    reading = table.parse(source)
    assert (reading.mistakes, reading.remarks) == ((), ())
    (record,) = reading.records
    return record.work


@pytest.mark.parametrize("name", ALL)
def test_each_column_is_the_field_that_it_names(name: str) -> None:
    text, people, date, pages = ALL[name]
    work = read(text)
    assert work.title and work.title.as_text().rstrip(".") == "Lamps"
    assert work.authors and "; ".join(person.inverted for person in work.authors.people) == people
    assert (str(work.date), work.pages, work.volume, work.issue) == (date, pages, "45", "3")
    assert work.venue and work.venue.lower() in ("journal of light", "j light")
    assert work.doi == (None if name in ("Embase", "Google Scholar") else "10.99999/lamp.1")
    assert work.kind == ("article-journal" if name in TYPED else None)


def test_what_else_indexes_tell() -> None:
    urls = {name: [link.url for link in read(ALL[name][0]).urls] for name in ALL}
    assert urls["PubMed"] == ["https://pubmed.ncbi.nlm.nih.gov/9990001/"]
    assert urls["Lens"][:2] == ["http://dx.doi.org/10.99999/lamp.1", "https://a.example/1"]
    assert urls["Dimensions"] == ["https://press.example/1"]
    assert urls["Publish or Perish"] == ["https://press.example/1", "https://press.example/lamp.pdf"]
    assert urls["Paperpile"] == ["https://a.example/1", "http://b.example/2"]
    assert read(PAPERPILE).keywords == ("oil", "salt")
    people = read(WEB_OF_SCIENCE).authors
    assert people and [person.orcid for person in people.people] == ["", "0000-0002-1825-0097"]
    assert read(EMBASE).keywords == ("lamp (diagnosis, surgery)", "oil")
    assert read(PANDAS).keywords == ("oil", "salt")
    assert read(PANDAS).abstract is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (["IEEE Conferences"], "paper-conference"),
        (["MIT Press eBook Chapters"], "chapter"),
        (["IEEE Early Access Articles"], "article-journal"),
        (["IEEE Standards"], "standard"),
        (["conference proceedings article"], "paper-conference"),
        (["Article; Book Chapter", "B"], "chapter"),
        (["Proceedings Paper", "C"], "paper-conference"),
        (["Article; Proceedings Paper", "J"], "article-journal"),
        (["Review", ""], "article-journal"),
        (["document"], None),
        (["something else"], None),
    ],
)
def test_kinds_in_the_words_of_indexes(said: list[str], kind: str | None) -> None:
    assert columns.kind_in(said) == kind


def test_a_capital_within_a_name_begins_none() -> None:
    assert columns.apart("Ada McWickBo DeOilCy FitzFayD. E. Lit") == "Ada McWick;Bo DeOil;Cy FitzFay;D. E. Lit"
    assert columns.apart("") == ""
