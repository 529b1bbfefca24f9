"""Exports in the layouts of indexes, publishers and reference managers; every paper is made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.model.work import Work


def read(name: str, text: str) -> Reading:
    reading = sources.parse(Source(name, text.encode(), "d"), Cache(None))
    assert reading.mistakes == ()
    return reading


def work(name: str, text: str) -> Work:
    reading = read(name, text)
    assert reading.remarks == ()
    (record,) = reading.records
    return record.work


def names(of: Work) -> list[str]:
    return [person.inverted for person in of.authors.people] if of.authors else []


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("PY  - 2021\nDA  - SEP 5", "2021-09-05"),
        ("PY  - 2021\nDA  - SEP", "2021-09"),
        ("DA  - 2021/09/05\nPY  - 2021", "2021-09-05"),
        ("PY  - 2021/02/01/\nDA  - SEP", "2021-02-01"),
        ("C6  - SEP 2021", "2021-09"),
    ],
)
def test_ris_has_a_day_beside_the_year(lines: str, date: str) -> None:
    assert str(work("x.ris", f"TY  - JOUR\nTI  - Lamps\n{lines}\nER  - \n").date) == date


@pytest.mark.parametrize(
    ("said", "kind"), [("Conference Paper", "paper-conference"), ("Article", "article-journal"), ("", "book")]
)
def test_scopus_says_what_a_paper_in_a_series_is(said: str, kind: str) -> None:
    paper = work("x.ris", f"TY  - SER\nTI  - Lamps\nAU  - Wick, A.\nT2  - Notes of Light\nM3  - {said}\nER  - \n")
    assert (paper.kind, paper.venue) == (kind, "Notes of Light")


@pytest.mark.parametrize(
    ("number", "pages"), [("e14035", "e14035"), ("116", "116"), ("Art. 7", "Art. 7"), ("in press", None)]
)
def test_an_article_number_stands_for_pages(number: str, pages: str | None) -> None:
    assert work("x.ris", f"TY  - JOUR\nTI  - Lamps\nC7  - {number}\nER  - \n").pages == pages
    assert work("x.ris", f"TY  - JOUR\nTI  - Lamps\nC7  - {number}\nSP  - 1\nEP  - 9\nER  - \n").pages == "1-9"


def test_what_stands_behind_a_record_is_none() -> None:
    first, second = "1.\nTY  - JOUR\nTI  - Lamps\nER  -\nNL  - J Light\n", "2.\nTY  - JOUR\nTI  - Oil\nER  -\n"
    text = f"Provider: Salt\nDatabase: Oil\n\n{first}\n{second}"
    reading = read("x.ris", text)
    assert [record.span.line for record in reading.records] == [5, 11]
    assert reading.remarks == ()


def test_keywords_in_one_line_are_several() -> None:
    assert work("x.ris", "TY  - JOUR\nTI  - Lamps\nKW  - oil; salt\nER  - \n").keywords == ("oil", "salt")
    assert work("x.enw", "%0 Journal Article\n%T Lamps\n%K oil, salt, wicks\n").keywords == ("oil", "salt", "wicks")
    two = "%0 Journal Article\n%T Lamps\n%K oil, refined\n%K salt\n"
    assert work("x.enw", two).keywords == ("oil, refined", "salt")


def test_an_address_may_lack_its_scheme_and_a_date_be_named() -> None:
    paper = work("x.ris", "TY  - JOUR\nTI  - Lamps\nPY  - Start date: 20170812\nUR  - //press.example/1\nER  - \n")
    assert ([link.url for link in paper.urls], str(paper.date)) == (["https://press.example/1"], "2017-08-12")


def test_a_conferences_name_is_no_issue() -> None:
    for name, issue in (("3", "3"), ("5th Meeting of Makers of Lamps", None)):
        assert work("x.ris", f"TY  - CPAPER\nTI  - Lamps\nCP  - {name}\nER  - \n").issue == issue


def test_signs_behind_keywords_and_between_addresses() -> None:
    text = "TY  - JOUR\nTI  - Lamps\nKW  - oil,\nKW  - salt;\nUR  - https://a.example/1;http://b.example/2\nER  - \n"
    paper = work("x.ris", text)
    assert paper.keywords == ("oil", "salt")
    assert [link.url for link in paper.urls] == ["https://a.example/1", "http://b.example/2"]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("The <it>oil</it> lamp", "The oil lamp"),
        ("The $<$I$>$oil$<$/I$>$ lamp", "The oil lamp"),
        ("An \\{LED\\} lamp", "An LED lamp"),
        ("A \\{0,1\\} lamp", "A {0,1} lamp"),
    ],
)
def test_markup_of_titles_in_bibtex(written: str, title: str) -> None:
    paper = work("x.bib", f"@article{{w, title = {{{written}}}}}\n")
    assert paper.title and paper.title.as_text() == title


def test_files_of_another_computer_are_counted() -> None:
    text = (
        "TY  - JOUR\nTI  - Lamps\nL1  - file:///C:/lamp.pdf\nL1  - internal-pdf://1/lamp.pdf\nUR  - <Go to ISI>://WOS:1\n"
        "UR  - https://press.example/1\nER  - \n"
    )
    reading = read("x.ris", text)
    assert reading.remarks == ("links to files on the computer of the export are left out: 3",)
    assert [link.url for link in reading.records[0].work.urls] == ["https://press.example/1"]


def test_mendeleys_endnote_xml() -> None:
    text = (
        '<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">0</ref-type><contributors>'
        "<authors><author>Wick, Ada</author></authors></contributors><titles><title>Lamps</title>"
        "<secondary-title>J Light</secondary-title></titles><pages>1-9</pages><volume>4</volume><issue>2</issue>"
        "<dates><year>2021</year></dates><urls><web-urls><url>https://a.example/1 https://b.example/2</url></web-urls>"
        "</urls></record></records></xml>"
    )
    paper = work("x.xml", text)
    assert (paper.volume, paper.issue, [link.url for link in paper.urls]) == (
        "4",
        "2",
        ["https://a.example/1", "https://b.example/2"],
    )


def test_a_series_and_chapters_in_web_of_science() -> None:
    def kind(publication: str, document: str) -> str | None:
        return work("x.txt", f"FN Clarivate\nVR 1.0\nPT {publication}\nTI Lamps\nDT {document}\nER\n\nEF\n").kind

    assert kind("S", "Proceedings Paper") == "paper-conference"
    assert kind("B", "Article; Book Chapter") == "chapter"
    assert (kind("B", "Book"), kind("J", "Article; Proceedings Paper")) == ("book", "article-journal")


def test_seasons_of_web_of_science_are_no_slips() -> None:
    for season in ("SPR", "SUM", "FAL", "WIN", "SPR-SUM", "FAL-WIN"):
        text = f"FN Clarivate\nVR 1.0\nPT J\nTI Lamps\nPD {season}\nPY 2006\nER\n\nEF\n"
        assert str(work("x.txt", text).date) == "2006"


def test_scopus_bibtex() -> None:
    text = (
        "@ARTICLE{Wick2021, author = {Wick, A.}, title = {Lamps}, year = {2021}, journal = {Notes of Light},\n"
        "author_keywords = {oil; salt}, keywords = {Lamp; Oils}, document_type = {Conference Paper},\n"
        "art_number = {116}}\n"
    )
    paper = work("x.bib", text)
    assert (paper.kind, paper.pages) == ("paper-conference", "116")
    assert paper.keywords == ("oil", "salt", "Lamp", "Oils")


def test_web_of_science_bibtex() -> None:
    text = (
        "@article{ WOS:000001,\nAuthor = {Wick, V, Ada and Oil, JR., Bo and Fay, I, K. A.},\nTitle = {Lamps},\n"
        "Year = {2021},\n"
        "Month = {SEP 5},\nArticle-Number = {112773},\nKeywords = {oil; salt},\nKeywords-Plus = {LIGHT},\n}\n"
    )
    paper = work("x.bib", text)
    assert names(paper) == ["Wick, Ada V", "Oil, Bo, JR.", "Fay, K. A. I"]
    assert (str(paper.date), paper.pages, paper.keywords) == ("2021-09-05", "112773", ("oil", "salt", "LIGHT"))


def test_mendeleys_line_ends_are_spaces() -> None:
    text = (
        "@article{Wick2021, title = {{Lamps of {\\{}Salt{\\}} at {\\{}0,1{\\}}}}, year = {2021},\n"
        "abstract = {They burn.$\\backslash$nThey shine.},\n"
        "url = {https://a.example/1$\\backslash$nhttps://b.example/2}}\n"
    )
    paper = work("x.bib", text)
    assert paper.title and paper.title.as_text() == "Lamps of Salt at {0,1}"
    assert paper.abstract and paper.abstract.as_text() == "They burn. They shine."
    assert [link.url for link in paper.urls] == ["https://a.example/1", "https://b.example/2"]


def test_the_page_of_a_record_in_astronomers_bibtex() -> None:
    paper = work("x.bib", "@article{w, title = {Lamps}, adsurl = {https://ads.example/abs/1}, articleno = {94}}\n")
    assert ([link.url for link in paper.urls], paper.pages) == (["https://ads.example/abs/1"], "94")


def test_one_odd_entry_does_not_leave_a_file_untold() -> None:
    many = "".join(f"@article{{k{n}, title = {{Lamps {n}}}, author = {{Wick, Ada and Oil, Bo}}}}\n" for n in range(40))
    odd = "@article{o, title = {Oil}, author = {Ada Wick and Bo Oil}}\n"
    doubtful = "@article{d, title = {Salt}, author = {De Luca, G. Bruno}}\n"
    reading = read("x.bib", many + odd + doubtful)
    assert reading.remarks == ()
    assert names(reading.records[-1].work) == ["De Luca, G. Bruno"]


@pytest.mark.parametrize(
    "address",
    [
        "https://press.example/doi/full/10.99999/lamp.1",
        "https://press.example/doi/10.99999/lamp.1/abstract",
        "https://press.example/articles/10.99999/lamp.1/full",
        "https://press.example/article/10.99999/lamp.1/tables/10",
        "https://press.example/content/pdf/10.99999/lamp.1.pdf",
    ],
)
def test_a_doi_ends_where_an_address_goes_on(address: str) -> None:
    assert work("x.ris", f"TY  - JOUR\nTI  - Lamps\nUR  - {address}\nER  - \n").doi == "10.99999/lamp.1"


@pytest.mark.parametrize(
    ("written", "keywords"),
    [
        ("oil; zero valent\n   iron; salt, refined", ("oil", "zero valent iron", "salt, refined")),
        ("oil, zero valent\n   iron", ("oil", "zero valent iron")),
        ("oil\nsalt", ("oil", "salt")),
        ("{oil; salt}", ("oil", "salt")),
        ("R&amp;D, oil", ("R&D", "oil")),
        ("oil, {salt, refined}, wicks", ("oil", "salt, refined", "wicks")),
        ("oil; {salt; pepper}", ("oil", "salt; pepper")),
        ("{Lamps}, oil", ("Lamps", "oil")),
        ("oil,salt; refined,wicks\n, lamp", ("oil", "salt; refined", "wicks", "lamp")),
        ("oil, ; salt, ; wicks", ("oil", "salt", "wicks")),
        ("{salt, refined}", ("salt, refined",)),
    ],
)
def test_a_keyword_goes_on_in_the_next_line(written: str, keywords: tuple[str, ...]) -> None:
    assert work("x.bib", f"@article{{w, title = {{Lamps}}, keywords = {{{written}}}}}\n").keywords == keywords


@pytest.mark.parametrize(
    ("day", "date"), [("2011-01-01", "2011"), ("2011-01-02", "2011-01-02"), ("2011-05-01", "2011-05-01")]
)
def test_openalex_writes_the_first_of_january_for_a_year(day: str, date: str) -> None:
    text = (
        f'{{"results": [{{"id": "https://openalex.org/W1", "title": "Lamps", "publication_year": 2011, '
        f'"publication_date": "{day}"}}]}}'
    )
    assert str(work("x.json", text).date) == date


CITATION = (
    "<MedlineCitation><PMID>9{0}</PMID><Article><ArticleTitle>Lamps {0}.</ArticleTitle></Article></MedlineCitation>"
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"<PubmedArticle>{CITATION.format(1)}</PubmedArticle>", 1),
        (f"<MedlineCitationSet>{CITATION.format(1)}{CITATION.format(2)}</MedlineCitationSet>", 2),
        (
            f"<PubmedArticleSet><PubmedArticle>{CITATION.format(1)}</PubmedArticle><PubmedArticle>{CITATION.format(2)}"
            "</PubmedArticle></PubmedArticleSet>",
            2,
        ),
    ],
)
def test_an_article_of_pubmed_is_one_whatever_is_around_it(text: str, count: int) -> None:
    assert [str(record.work.title) for record in read("x.xml", text).records] == [
        f"Lamps {number}" for number in range(1, count + 1)
    ]
