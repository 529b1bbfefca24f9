"""Names in one text, taken apart; all of them are made up, or of people long dead."""

from __future__ import annotations

import time

import pytest

from conspectus.model.paper import Source
from conspectus.model.people import Authors, Person
from conspectus.sources import table
from conspectus.sources.name_lists import UNTOLD, Habits, habits_of, names_in, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Wick, Bo Oil", ["Ada Wick", "Bo Oil"]),
        ("Ada Wick, Bo Oil and Cy Fay", ["Ada Wick", "Bo Oil", "Cy Fay"]),
        ("Ada Wick \\& Bo Oil", ["Ada Wick", "Bo Oil"]),
        ("A. Wick, B. Oil", ["A. Wick", "B. Oil"]),
        ("Wick, Ada; Oil, Bo", ["Wick, Ada", "Oil, Bo"]),
        ("Wick, Ada|Oil, Bo", ["Wick, Ada", "Oil, Bo"]),
        ("Wick, Ada, and Oil, Bo", ["Wick, Ada", "Oil, Bo"]),
        ("Wick Salt, Ada Bo and Oil Fay, Cy Di", ["Wick Salt, Ada Bo", "Oil Fay, Cy Di"]),
        ("Wick, Ada, Bo Oil, and Cy Fay", ["Wick, Ada", "Bo Oil", "Cy Fay"]),
        ("Wick, Ada B., Bo Oil, Cy Fay, et al.", ["Wick, Ada B.", "Bo Oil", "Cy Fay", "et al."]),
        ("Wick, Ada", ["Wick, Ada"]),
        ("van den Wick, Ada Bo", ["van den Wick, Ada Bo"]),
        ("Wick, A. B.", ["Wick, A. B."]),
        ("Wick, A., Oil, B. C.", ["Wick, A.", "Oil, B. C."]),
        ("Wick, A., Oil, B., & Fay, C.", ["Wick, A.", "Oil, B.", "Fay, C."]),
        ("Wick, A., Jr., Oil, B.", ["Wick, A., Jr.", "Oil, B."]),
        ("Wick, Ada, Oil, Bo C.", ["Wick, Ada", "Oil, Bo C."]),
        ("Wick A.B., Oil C.", ["Wick, A.B.", "Oil, C."]),
        ("van der Wick A.-B., O'Fay C., Oil D. E.", ["van der Wick, A.-B.", "O'Fay, C.", "Oil, D. E."]),
        ("Wick A, Oil B, Fay CD", ["Wick, A", "Oil, B", "Fay, CD"]),
        ("Wick A; Oil BC", ["Wick, A", "Oil, BC"]),
        ("JH WICK, SH LEE, C OIL", ["JH WICK", "SH LEE", "C OIL"]),
        ("灯芯油, 盐塔, 雾角声", ["灯芯油", "盐塔", "雾角声"]),
        ("灯芯油，盐塔明", ["灯芯油", "盐塔明"]),
        ("灯芯、盐塔；雾角", ["灯芯", "盐塔", "雾角"]),
        ("灯芯, 油盐", ["灯芯, 油盐"]),
        ("Malcolm X", ["Malcolm X"]),
        ("Malcolm X, Ada Wick", ["Malcolm X", "Ada Wick"]),
        ("Wick, A., et al.", ["Wick, A.", "et al."]),
        ("Ada Wick et al.", ["Ada Wick", "et al."]),
        ("Ada Wick, Bo Oil and 3 others", ["Ada Wick", "Bo Oil", "et al."]),
        ("Ada Wick; Salt and Oil Group", ["Ada Wick", "Salt and Oil Group"]),
        ("Ada Wick", ["Ada Wick"]),
        ("", []),
    ],
)
def test_names_in_one_text_are_taken_apart(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize("text", ["Wick, Ada, Oil, Bo", "Wick, Ada, Bo Oil", "Wick, Oil, Fay", "灯芯, 油, 雾角, 声"])
def test_what_cannot_be_told_stays_as_it_is(text: str) -> None:
    assert names_in(text) is None
    assert split_names(text) == [f"{{{text}}}"]


@pytest.mark.parametrize(
    ("texts", "habits"),
    [
        (["Wick, Ada; Oil, Bo", "Ada Wick"], Habits(inverted=True)),
        (["Wick, A., Oil, B."], Habits(inverted=True, always=True)),
        (["Wick, Ada"], Habits(inverted=True, always=True)),
        (["Wick A, Oil B", "Fay C"], Habits(shortened=True)),
        (["Ada Wick and Bo Oil", "Ada Wick, Bo Oil", "Silva Santos, Ana Maria", ""], Habits()),
    ],
)
def test_texts_that_tell_say_how_the_others_are_written(texts: list[str], habits: Habits) -> None:
    assert habits_of(texts) == habits


def test_a_list_with_commas_alone_is_read_as_those_around_it() -> None:
    text, always = "Wick, Ada, van Oil, Bo", Habits(inverted=True, always=True)
    assert names_in(text, Habits(inverted=True)) is None
    assert names_in(text, always) == ["Wick, Ada", "van Oil, Bo"]
    assert names_in("Wick, Ada, Oil", always) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wick AB, van Oil C.", ["Wick, AB", "van Oil, C"]),
        ("Wick AB.", ["Wick AB"]),
        ("Wick A.", ["Wick A."]),
        ("A. Wick, B. Oil.", ["A. Wick", "B. Oil."]),
    ],
)
def test_a_period_behind_pubmeds_list_is_none_of_a_name(text: str, names: list[str]) -> None:
    assert split_names(text) == names


def test_a_text_that_does_not_tell_is_read_as_those_around_it() -> None:
    one = "Silva Santos, Ana Maria"
    assert (split_names(one), split_names(one, Habits(inverted=True))) == (["Silva Santos", "Ana Maria"], [one])
    assert (split_names("Fay C"), split_names("Fay C", Habits(shortened=True))) == (["Fay C"], ["Fay, C"])


@pytest.mark.parametrize("piece", [" ", ", ", "\n ", "; ", "A.", "A. ", "Wick, A., ", " and ", "et al "])
def test_a_text_of_any_length_is_read_in_a_moment(piece: str) -> None:
    started = time.process_time()
    split_names(piece * 20_000 + "x")
    assert time.process_time() - started < 2


def test_each_cell_of_a_table_is_judged_by_itself() -> None:
    cells = {
        "Wick, Ada; Oil, Bo": [("Wick", "Ada"), ("Oil", "Bo")],
        "Ada Wick, Bo Oil and Cy Fay": [("Wick", "Ada"), ("Oil", "Bo"), ("Fay", "Cy")],
        "Wick, A., Oil, B., Fay, C.": [("Wick", "A."), ("Oil", "B."), ("Fay", "C.")],
        "Wick A, Oil B": [("Wick", "A"), ("Oil", "B")],
        "Wick A": [("Wick", "A")],
        "Silva Santos, Ana Maria": [("Silva Santos", "Ana Maria")],
        "Wick, Ada, Oil, Bo": [("Wick, Ada, Oil, Bo", "")],
    }
    rows = "".join(f'Lamps,"{cell}",2020\n' for cell in cells)
    reading = table.parse(Source("t.csv", f"Title,Authors,Year\n{rows}".encode(), "d"))
    read = [record.work.authors or Authors() for record in reading.records]
    assert [[(person.family, person.given) for person in authors.people] for authors in read] == list(cells.values())
    told = f"{UNTOLD} `Wick, Ada, Oil, Bo`; write `and` between the names"
    assert reading.remarks == reading.unread == (f"line 8: {told}",)


def test_a_table_of_scopus_without_full_names() -> None:
    rows = '"Wick A.B., Oil C.",1;2,Lamps,2020,J,2-s2.0-1\nWick A.B.,1,Wicks,2021,J,2-s2.0-2\n'
    heading = "Authors,Author(s) ID,Title,Year,Source title,EID\n"
    first, second = table.parse(Source("scopus.csv", f"{heading}{rows}".encode(), "d")).records
    assert first.work.authors == Authors((Person("Wick", "A.B."), Person("Oil", "C.")))
    assert second.work.authors == Authors((Person("Wick", "A.B."),))
