"""MEDLINE, Web of Science, EndNote's and RefWorks' tags as databases write them; every record is made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conspectus import sources
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.sources import endnote_tagged, medline, refworks, web_of_science
from conspectus.text import Text

MEDLINE = """
PMID- 99999901
OWN - NLM
STAT- MEDLINE
VI  - 20
IP  - 4
DP  - 2009 Jan 5
TI  - Lamps and the health of keepers in the
      imaginary north.
PG  - 454-81
LID - 10.99999/lamp.1 [doi]
AB  - BACKGROUND: They burn.
FAU - van Wick, Ada
AU  - van Wick A
FAU - Lampe, Bo Jr
AU  - Lampe B Jr
CN  - Salt Study Group
PT  - Journal Article
TA  - J Light
JT  - Journal of light
OT  - oil
MH  - *Lamps
AID - 10.99999/lamp.1 [doi]

PMID- 99999902
TI  - Wicks
AU  - Oil CD
DP  - 2010
"""

WEB_OF_SCIENCE = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU van Wick, A
   Lampe, B
AF van Wick, Ada
   Lampe, Bo
TI Lamps in the
   north
SO JOURNAL OF LIGHT
DT Article
DE oil; salt
AB They burn.
PU SALT PRESS
PD SEP 1
PY 2021
VL 45
IS 3
BP 1309
EP 1348
DI 10.99999/lamp.1
UT WOS:000000000000001
ER

PT C
AU Oil, CD
TI Wicks
SO Proceedings of Nothing
PY 2020
AR 17
ER

EF
"""

ENDNOTE = """%0 Journal Article
%A van Wick, Ada
%A Lampe, Bo
%T Lamps
%J Journal of Light
%D 2021
%8 September 1
%V 45
%N 3
%P 1309-1348
%R 10.99999/lamp.1
%U https://press.example/lamp
%K oil
salt
%X They burn.

And burn.
%F wick2021

%T Wicks
%0 Book Section
%A Oil, Cy
%B Oils
%I Salt Press
%D 2020
"""

REFWORKS = """RT Journal Article
SR Electronic(1)
ID 4711
A1 van Wick, Ada;Lampe, Bo
T1 Lamps
JF Journal of Light
YR 2021
FD Sep 1
VO 45
IS 3
SP 1309
OP 1348
K1 oil
K1 salt
AB They burn.
PB Salt Press
DO 10.99999/lamp.1
LK https://press.example/lamp

RT Dissertation/Thesis
A1 Oil, Cy
T1 Wicks
YR 2020
PB University of Salt
"""

PEOPLE = Authors((Person("van Wick", "Ada"), Person("Lampe", "Bo")))
LAMPS = Work(
    title=Text("Lamps"),
    authors=PEOPLE,
    date=Date(2021, 9, 1),
    abstract=Text("They burn."),
    doi="10.99999/lamp.1",
    venue="Journal of Light",
    kind="article-journal",
    volume="45",
    issue="3",
    pages="1309-1348",
    keywords=("oil", "salt"),
    urls=(Link("other", "https://press.example/lamp"),),
)


def parse(format: sources.Format, text: str) -> Reading:
    source = Source("refs.txt", text.encode(), "d")
    assert next(module.NAME for module in sources.FORMATS if module.sniff(source)) == format.NAME
    reading = format.parse(source)
    assert (reading.mistakes, reading.remarks) == ((), ())
    return reading


def test_medline() -> None:
    first, second = parse(medline, MEDLINE).records
    assert (first.span.line, first.id) == (2, None)
    assert first.work == Work(
        title=Text("Lamps and the health of keepers in the imaginary north"),
        authors=Authors((Person("van Wick", "Ada"), Person("Lampe", "Bo", "Jr"), Person("Salt Study Group"))),
        date=Date(2009, 1, 5),
        abstract=Text("BACKGROUND: They burn."),
        doi="10.99999/lamp.1",
        venue="Journal of light",
        kind="article-journal",
        volume="20",
        issue="4",
        pages="454-81",
        keywords=("oil", "Lamps"),
        urls=(Link("other", "https://pubmed.ncbi.nlm.nih.gov/99999901/"),),
    )
    assert second.work.authors == Authors((Person("Oil", "CD"),))


def test_medline_without_numbers_is_divided_by_empty_lines() -> None:
    reading = medline.parse(Source("a.nbib", b"PMC -1\nTI-\nBTI - Lamps\n\nA line of notes.\n\nTI  - Wicks\n", "d"))
    assert [str(record.work.title) for record in reading.records] == ["Lamps", "Wicks"]
    assert reading.remarks == ("line 5: `A line of notes.` belongs to no record and is not read",)


def test_web_of_science() -> None:
    first, second = parse(web_of_science, WEB_OF_SCIENCE).records
    assert first.work == Work(
        title=Text("Lamps in the north"),
        authors=PEOPLE,
        date=Date(2021, 9, 1),
        abstract=Text("They burn."),
        doi="10.99999/lamp.1",
        venue="JOURNAL OF LIGHT",
        kind="article-journal",
        volume="45",
        issue="3",
        pages="1309-1348",
        publisher="SALT PRESS",
        keywords=("oil", "salt"),
    )
    assert (second.span.line, second.work.kind, second.work.pages) == (25, "paper-conference", "17")


def test_endnote_tagged() -> None:
    first, second = parse(endnote_tagged, ENDNOTE).records
    assert first.id == "wick2021"
    assert first.work == replace(LAMPS, abstract=Text("They burn. And burn."))
    assert (second.work.venue, second.work.kind) == ("Oils", "chapter")


def test_refworks() -> None:
    first, second = parse(refworks, REFWORKS).records
    assert (first.id, first.work.publisher) == (None, "Salt Press")
    assert first.work.title == LAMPS.title and first.work.authors == PEOPLE
    assert (first.work.date, first.work.pages, first.work.keywords) == (LAMPS.date, LAMPS.pages, LAMPS.keywords)
    assert (second.work.kind, second.work.publisher) == ("thesis", "University of Salt")


@pytest.mark.parametrize("format", [medline, web_of_science, endnote_tagged, refworks], ids=lambda module: module.NAME)
def test_nothing_is_read_from_nothing(format: sources.Format) -> None:
    assert format.parse(Source("a.txt", b"\n\nnotes\n", "d")).records == ()


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Lamps and health.", "Lamps and health"),
        ("[Lamps and health].", "Lamps and health"),
        ("[Lamps and health.]", "Lamps and health"),
        ("Do lamps burn?", "Do lamps burn?"),
        ("Lamps burn and burn...", "Lamps burn and burn..."),
        ("[Lamps] and [wicks].", "[Lamps] and [wicks]"),
    ],
)
def test_titles_of_medline_lose_what_it_adds(written: str, title: str) -> None:
    (record,) = parse(medline, f"PMID- 1\nOWN - NLM\nTI  - {written}\n").records
    assert record.work.title == Text(title)


def test_a_group_of_authors_is_no_person() -> None:
    (record,) = parse(medline, "PMID- 1\nTI  - Lamps\nFAU - Wick, Ada\nCN  - Evidence Based Lamp Clin\n").records
    assert record.work.people == (Person("Wick", "Ada"), Person("Evidence Based Lamp Clin"))
    text = "FN Clarivate\nPT J\nAU Wick, A\nCA Evidence based Lamp Clin\nTI Lamps\nER\nEF\n"
    (record,) = parse(web_of_science, text).records
    assert record.work.people == (Person("Wick", "A"), Person("Evidence based Lamp Clin"))
