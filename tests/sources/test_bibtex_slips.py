"""Slips, odd keys and odd values in BibTeX, as hand-made files and databases have them; every entry is made up."""

from __future__ import annotations

import pytest

from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Work
from conspectus.sources import bibtex
from conspectus.text import Text


def parse(text: str) -> Reading:
    return bibtex.parse(Source("refs.bib", text.encode(), "d"))


def work(text: str) -> Work:
    reading = parse(text)
    assert reading.mistakes == ()
    return reading.records[0].work


def test_a_slip_in_one_field_costs_that_field() -> None:
    reading = parse(
        """@article{a,
  keywords = {lamps, @type:Wick}, oil, {},
  title = {A},
  note = "open,
  year = 1990
}
@misc{b, title = {B}}
"""
    )
    first, second = reading.records
    assert (first.id, first.work.title, first.work.date) == ("a", Text("A"), Date(1990))
    assert second.work.title == Text("B")
    (mistake,) = reading.mistakes
    assert (mistake.check, mistake.span.line) == ("broken-entry", 2)
    assert mistake.message.startswith("a part of the entry `a` cannot be read")


def test_backslashes_before_braces_are_read_either_way() -> None:
    assert work(r"@misc{k, title = {A \} B}, year = 1990}").date == Date(1990)
    assert work("@misc{k, file = {C:\\lamps\\}, title = {A}}").title == Text("A")
    assert work('@misc{k, title = "a \\"b\\" c", year = 1990}').date == Date(1990)


def test_keys_need_no_comma_and_may_be_odd() -> None:
    reading = parse(
        "@misc{k title = {A}}\n@misc{doi:10.1/a*b, title = {B}}\n@misc{two words, title = {C}}\n@misc{bare}"
    )
    assert [record.id for record in reading.records] == ["k", "doi:10.1/a*b", "two words", "bare"]


def test_strings_that_double_are_not_followed() -> None:
    text = '@string{a0 = "aaaaaaaaaa"}\n' + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 60))
    reading = parse(text + "@misc{k, title = {A}, note = a59}")
    assert reading.records[0].work.title == Text("A")
    assert reading.mistakes[0].message == "the string `a14` comes to more than 100,000 characters"


def test_parents_that_are_missing_or_go_round_are_told_of() -> None:
    reading = parse(
        "@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}\n"
        "@book{c, title = {C}, xdata = {nobody}}"
    )
    assert reading.remarks == (
        "line 2: `b` and `a` refer to each other under crossref",
        "line 3: `c` refers to `nobody` under xdata, which is not in this file",
    )


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = {{\\noopsort{1973c}}1981}", Date(1981)),
        ("year = 2019, month = {Dec/Jan}", Date(2019)),
        ("year = 2023, month = 2, day = 30", Date(2023, 2)),
        ("date = {-0044}", None),
        ("year = 99999", None),
        ("date = {2019-21}", Date(2019)),
    ],
)
def test_no_date_is_made_up(fields: str, date: Date | None) -> None:
    assert parse(f"@misc{{k, title = {{A}}, {fields}}}").records[0].work.date == date


@pytest.mark.parametrize(
    ("written", "venue"),
    [
        ("tods", "ACM Transactions on Database Systems"),
        ("ApJ", "The Astrophysical Journal"),
        ("jacm # { A}", "Journal of the ACM A"),
        ("{jacm}", "jacm"),
    ],
)
def test_strings_of_the_usual_styles_are_journals(written: str, venue: str) -> None:
    reading = parse(f"@article{{k, title = {{A}}, journal = {written}}}")
    assert (reading.records[0].work.venue, reading.remarks) == (venue, ())


def test_a_file_may_define_the_strings_of_styles_anew() -> None:
    assert work("@string{tog = {Lamps}}\n@article{k, title = {A}, journal = tog}").venue == "Lamps"


def test_journals_of_astronomers_and_libraries_private_words() -> None:
    (record,) = parse(
        "@article{k, journal = {\\aap}, keywords = {/unread, oil}, groups = {Lamps, Wicks}, title = {A}}"
    ).records
    assert (record.work.venue, record.work.keywords) == ("Astronomy and Astrophysics", ("oil",))
    assert record.groups == (("Lamps",), ("Wicks",))
    assert work("@misc{k, title = {A}, author = {xdata=house and Ada Wick}}").authors == Authors(
        (Person("Wick", "Ada"),)
    )


JABREF = r"""@misc{a, title = {A}, groups = {Wicks, Oil}}
@misc{b, title = {B}, groups = {Lost}}
@misc{c, title = {C}}
@Comment{jabref-meta: databaseType:bibtex;}
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Lamps\;0\;1\;0x8a8a8aff\;\;\;;
2 StaticGroup:Wicks\;0\;0\;\;\;\;;
2 KeywordGroup:Words\;0\;keywords\;oil\;0\;0\;1\;\;\;\;;
1 ExplicitGroup:Old\;0\;c\;nobody\;;
}
"""


def test_groups_of_jabref_stand_where_their_tree_has_them() -> None:
    reading = parse(JABREF)
    assert reading.mistakes == ()
    assert [record.groups for record in reading.records] == [
        (("Lamps", "Wicks"), ("Oil",)),
        (("Lost",),),
        (("Old",),),
    ]


def test_folders_and_tags_of_mendeley_are_groups_and_keywords() -> None:
    fog, brass = parse(
        "@misc{a, title = {A}, keywords = {fog}, mendeley-groups = {Legal/Contracts,Fog \\& Tin}}\n"
        "@misc{b, title = {B}, keywords = {brass, tin}, mendeley-tags = {tin,lamps}}"
    ).records
    assert (fog.groups, fog.work.keywords) == ((("Legal", "Contracts"), ("Fog & Tin",)), ("fog",))
    assert (brass.groups, brass.work.keywords) == ((), ("brass", "tin", "lamps"))


def test_a_key_given_twice_is_told_of() -> None:
    reading = parse("@misc{a, title = {A}}\n@misc{a, title = {B}}\n@misc{, title = {C}}\n@misc{, title = {D}}")
    assert [record.id for record in reading.records] == ["a", "a", None, None]
    assert reading.remarks == ("line 2: the key `a` stands at line 1 already; give this entry another",)


def test_a_string_made_of_nothing_is_told_of() -> None:
    reading = parse("@string{a = b}\n@string{b = a}\n@misc{k, title = {A}, journal = a}")
    assert reading.remarks == (
        "line 1: no @string defines `b`, so a is read as written; define it with @string{b = {…}}, or put the value in "
        "braces",
    )


def test_names_of_fields_may_have_words_between_them_as_in_indexes() -> None:
    read = work(
        "@article{a,\n title = {A},\nEarly Access Date = {{MAY 2020}},\nfunding_text 1={Salt},\n doi={10.1000/x}}"
    )
    assert (read.date, read.doi) == (Date(2020, 5), "10.1000/x")
    (mistake,) = parse("@article{a,\n note = {x},\n and more title = {A}\n}").mistakes
    assert mistake.check == "broken-entry"


@pytest.mark.parametrize(("date", "read"), [("Mar 3", Date(2015, 3, 3)), ("Jan", Date(2015, 1)), ("soon", Date(2015))])
def test_a_date_without_a_year_is_of_the_year_beside_it(date: str, read: Date) -> None:
    assert work(f"@article{{a, title = {{A}}, date = {{{date}}}, year = {{2015}}}}").date == read
