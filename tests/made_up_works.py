"""Works that Hypothesis makes up, by the rows of their fields: a field that is new tomorrow is in them too."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from conspectus.diagnostics import Span
from conspectus.model.keys import Shape
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import FIELDS, Link, Reference, Work
from conspectus.text import Text

CHARACTERS = st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff")
LINE = st.one_of(
    st.sampled_from(["null", "2024", "yes", "12-34", "a: b", "{x}", "Imaginary & Lights", "über"]),
    st.text(CHARACTERS, min_size=1, max_size=9).map(lambda text: " ".join(text.split())).filter(bool),
)
WORD = st.sampled_from("wick lens fog-horn x.1 Lamp".split())
MARKUP = st.one_of(
    st.sampled_from([r"Trimming in $O(\log n)$", "A {W}ick & more", "Plain", r"100\% of it", "Über α_i"]), LINE
).map(Text)
PEOPLE = st.lists(
    st.sampled_from(
        [
            Person("Wang", "Xinlong"),
            Person("van Beek", "Ada"),
            Person("Qwen Team"),
            Person("S", "Anandu A"),
            Person("Silva Santos", "Ana"),
            Person("Plato"),
        ]
    ),
    min_size=1,
    max_size=4,
).map(tuple)
DATES = st.sampled_from([Date(2024), Date(2024, 4), Date(2024, 4, 22)])
VALUES = st.one_of(LINE, st.booleans(), st.integers(-9, 10**6), st.floats(-1e6, 1e6))


def mapping(keys: Any, values: Any) -> Any:
    return st.dictionaries(keys, values, min_size=1, max_size=3).map(lambda found: tuple(found.items()))


def several(values: Any) -> Any:
    return st.lists(values, min_size=1, max_size=3, unique=True).map(tuple)


KNOWN: dict[Shape, st.SearchStrategy[Any]] = {
    Shape.LINE: LINE,
    Shape.LINES: several(LINE),
    Shape.TITLE: MARKUP,
    Shape.ABSTRACT: MARKUP,
    Shape.PROSE: st.one_of(LINE, st.just("Two\n\nparagraphs, *one* of them [@wick].")),
    Shape.KEYWORDS: several(LINE),
    Shape.AUTHORS: st.one_of(
        st.builds(Authors, PEOPLE, st.booleans()),
        PEOPLE.map(lambda people: Authors(people, True, len(people) + 3)),
        st.integers(1, 99).map(lambda number: Authors(count=number)),
    ),
    Shape.DATE: DATES,
    Shape.ARXIV: st.sampled_from(["2404.14469", "hep-th/9901001"]),
    Shape.DOI: st.sampled_from(["10.1145/abc", "10.99999/a_(b)"]),
    Shape.WORK_TYPE: st.sampled_from(["article", "article-journal", "paper-conference", "book", "thesis", "dataset"]),
    Shape.LANGUAGE: st.sampled_from(["en", "de", "pt-BR", "zh-Hans"]),
    Shape.IDS: several(WORD),
    Shape.NUMBER: st.floats(-1e6, 1e6),
    Shape.COUNT: st.integers(0, 99),
    Shape.FLAG: st.booleans(),
    Shape.LINKS: several(
        st.sampled_from(
            [
                Link("code", "https://github.com/a/b"),
                Link("other", "http://x.example/"),
                Link("pdf", "https://arxiv.org/pdf/2404.14469v2"),
                Link("project", "https://a.example/?b=(c)&d"),
            ]
        )
    ),
    Shape.FACTS: mapping(WORD, VALUES),
    Shape.PLACES: mapping(WORD, several(WORD.map(lambda word: Reference(word, Span("p.yaml"))))),
}
"""For each shape that a field may have, values that are known, as the readers make them."""

UNKNOWN = Work()


def works(whole: bool = False) -> st.SearchStrategy[Work]:
    """Works of which anything may be unknown; of `whole` ones nothing is."""
    return st.builds(
        Work,
        **{
            field.name: KNOWN[field.shape]
            if whole
            else st.one_of(st.just(getattr(UNKNOWN, field.name)), KNOWN[field.shape])
            for field in FIELDS
        },
    )


def inferred(work: Work) -> Work:
    """The work, its date known by the listing's name alone."""
    date = work.date and Date(work.date.year, work.date.month, work.date.day, "file name")
    return Work(**{field.name: date if field.name == "date" else getattr(work, field.name) for field in FIELDS})
