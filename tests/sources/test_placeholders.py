"""What an index writes where it knows nothing is nobody's name, and no abstract, in any format."""

from __future__ import annotations

import time

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

FILES = {
    "BibTeX": (
        "x.bib",
        "@article{{k, title={{Lamps}}, year={{2020}}, author={{{who}}}, abstract={{{said}}}, journal={{{where}}}}}",
    ),
    "RIS": ("x.ris", "TY  - JOUR\nTI  - Lamps\nPY  - 2020\nAU  - {who}\nAB  - {said}\nT2  - {where}\nER  - \n"),
    "table": ("x.csv", 'Authors,Title,Year,Source title,Abstract\n"{who}",Lamps,2020,"{where}","{said}"\n'),
    "EndNote tagged": ("x.enw", "%0 Journal Article\n%T Lamps\n%D 2020\n%A {who}\n%X {said}\n%J {where}\n"),
}


def read(format: str, who: str, said: str, where: str) -> Reading:
    name, text = FILES[format]
    reading = sources.parse(Source(name, text.format(who=who, said=said, where=where).encode(), "d"), Cache(None))
    assert (reading.format, reading.mistakes, reading.remarks) == (format, (), ())
    return reading


@pytest.mark.parametrize("format", FILES)
@pytest.mark.parametrize(
    ("who", "said", "where"),
    [
        ("[No author name available]", "[No abstract available]", "[No source information available]"),
        ("[No authors listed]", "No abstract available.", "N/A"),
        ("[No author id available]", "Abstract not available", "Not available"),
        ("N/A", "n/a", "[no journal given]"),
    ],
)
def test_placeholders_are_left_out(format: str, who: str, said: str, where: str) -> None:
    (record,) = read(format, who, said, where).records
    assert (record.work.authors, record.work.abstract, record.work.venue) == (None, None, None)
    assert str(record.work.title) == "Lamps"


@pytest.mark.parametrize("format", FILES)
def test_words_like_them_are_kept(format: str) -> None:
    (record,) = read(format, "Anonymous", "No abstract argument is available here.", "Available Light").records
    assert record.work.authors and record.work.authors.people[0].name == "Anonymous"
    assert (str(record.work.abstract), record.work.venue) == (
        "No abstract argument is available here.",
        "Available Light",
    )


def test_a_placeholder_beside_names_and_keywords_goes_alone() -> None:
    names, words = "Wick, Ada; [No author name available]", "oil; N/A; [No keywords given]"
    text = f'Title,Year,Authors,Keywords\nLamps,2020,"{names}","{words}"\n'
    (record,) = sources.parse(Source("x.csv", text.encode(), "d"), Cache(None)).records
    assert record.work.authors and [person.name for person in record.work.authors.people] == ["Ada Wick"]
    assert (record.work.authors.count, record.work.keywords) == (1, ("oil",))


def test_a_title_is_a_placeholder_in_brackets_alone() -> None:
    text = "Title,Year,DOI\n[No title available],2020,10.99999/a\nNo title available,2020,10.99999/b\n"
    first, second = sources.parse(Source("x.csv", text.encode(), "d"), Cache(None)).records
    assert (first.work.title, str(second.work.title)) == (None, "No title available")


@pytest.mark.parametrize("piece", ["[", "{", " ", "[no ", "no author "])
def test_a_text_of_any_length_is_judged_in_a_moment(piece: str) -> None:
    text = f'Title,Year,Abstract\nLamps,2020,"{piece * 10_000}"\n'
    started = time.process_time()
    sources.parse(Source("x.csv", text.encode(), "d"), Cache(None))
    assert time.process_time() - started < 2
