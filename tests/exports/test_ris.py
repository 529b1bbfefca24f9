"""RIS, read back by rispy."""

from __future__ import annotations

import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.exports import Entry, ris, write
from conspectus.exports.entry import one_line
from conspectus.model.people import Authors, Person
from conspectus.model.work import Work
from conspectus.text import Text


def test_another_library_reads_every_fact(article: Entry) -> None:
    assert rispy.loads(write(ris, [article])) == [
        {
            "type_of_reference": "JOUR",
            "id": "wick2023",
            "title": "Trimming the Wick in O(log n) Nights: 50% & more",
            "authors": ["Sternlicht, Bo", "van der Glas, Jo", "O'Löwe-Ní, Åsa", "Drøbak"],
            "year": "2023",
            "date": "2023/05/04/",
            "secondary_title": "Lights & Shadows",
            "volume": "7",
            "number": "2",
            "start_page": "11",
            "end_page": "29",
            "publisher": "Salt_Press #1",
            "doi": "10.99999/wick_2023",
            "accession_number": "arXiv:2305.99901",
            "urls": ["https://doi.org/10.99999/wick_2023"],
            "keywords": ["oil, lamp", "burner"],
        }
    ]


def test_each_line_is_a_tag_and_ends_as_dos_ends_it(article: Entry) -> None:
    text = write(ris, [article, article])
    assert text.startswith("TY  - JOUR\r\n")
    assert text.endswith("\r\nER  - \r\n\r\n")
    lines = text.split("\r\n")
    assert all(not line or line[2:6] == "  - " for line in lines)
    assert "\n" not in "".join(lines)


def test_page_numbers_with_hyphens_are_no_span(make_entry) -> None:  # type: ignore[no-untyped-def]
    (found,) = rispy.loads(write(ris, [make_entry(pages="12-1–12-9")]))
    assert found["start_page"] == "12-1–12-9"
    assert "end_page" not in found


def test_dates_are_no_more_exact_than_known(make_entry) -> None:  # type: ignore[no-untyped-def]
    months, years = (rispy.loads(write(ris, [make_entry(date=date)]))[0] for date in ("2020-03", "2020"))
    assert (months["year"], months["date"]) == ("2020", "2020/03//")
    assert years["year"] == "2020" and "date" not in years


def test_a_hostile_title_breaks_nothing(hostile: str, make_entry) -> None:  # type: ignore[no-untyped-def]
    first = make_entry("first", hostile, venue=hostile, keywords=(hostile,), authors=[hostile])
    found = rispy.loads(write(ris, [first, make_entry("last", "Calm")]))
    assert [(entry["id"], entry.get("title", "")) for entry in found] == [("first", first.title), ("last", "Calm")]


@settings(deadline=None)
@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_titles_and_names_come_back_as_they_were(title: str, name: str) -> None:
    entry = Entry("key", Work(title=Text(title), authors=Authors((Person(name),))))
    (found,) = rispy.loads(write(ris, [entry]))
    assert found.get("title", "") == entry.title
    assert "".join(found.get("authors", [])) == one_line(name)
