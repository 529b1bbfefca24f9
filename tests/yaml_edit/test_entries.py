"""Small edits: exactly the intended value changes, and everything else stays as it was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from conspectus.yaml_edit import EditError, Sheet
from conspectus.yaml_edit.entries import with_entry, with_item, with_text, without_entry, without_item
from conspectus.yaml_edit.sheet import plain, read

Change = Callable[[Sheet], Sheet]
ORDER = ("id", "title", "papers", "except", "was")


def item(name: str) -> Change:
    return lambda sheet: with_item(sheet, (0,), "papers", name, ORDER)


def no_item(name: str) -> Change:
    return lambda sheet: without_item(sheet, (0,), "papers", name)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("- papers: [a]  # why\n", item("b"), "- papers: [a, b]  # why\n"),
        ("- papers: []\n", item("b"), "- papers: [b]\n"),
        ("- papers:\n", item("b"), "- papers: [b]\n"),
        ("- papers:   # none yet\n", item("b"), "- papers: [b]   # none yet\n"),
        ("- papers: ~\n", item("b"), "- papers: [b]\n"),
        ("- papers: a\n", item("b"), "- papers: [a, b]\n"),
        ("- papers: [a,\n    b,  # last\n  ]\n", item("c"), "- papers: [a,\n    b, c,  # last\n  ]\n"),
        ("- papers:\n  - a  # why\n\n- id: x\n", item("b"), "- papers:\n  - a  # why\n  - b\n\n- id: x\n"),
        ("- papers:\n    - a\n    # end\n", item("b"), "- papers:\n    - a\n    - b\n    # end\n"),
        ("- papers: [a]", item("b"), "- papers: [a, b]"),
        ("- papers:\n  - a", item("b"), "- papers:\n  - a\n  - b"),
        ("- papers: [a]\r\n", item("b"), "- papers: [a, b]\r\n"),
        ("- papers:\r\n  - a\r\n", item("b"), "- papers:\r\n  - a\r\n  - b\r\n"),
        ("- {id: x, papers: [a]}\n", item("b"), "- {id: x, papers: [a, b]}\n"),
        ("- id: x\n  was: [y]\n", item("b"), "- id: x\n  papers: [b]\n  was: [y]\n"),
        ("- id: x  # 1\n  # 2\n  was: [y]\n", item("b"), "- id: x  # 1\n  papers: [b]\n  # 2\n  was: [y]\n"),
        ("- title: >-\n    A\n\n\n- id: y\n", item("b"), "- title: >-\n    A\n  papers: [b]\n\n\n- id: y\n"),
        ("- papers: [a]\n", item("2404.14469"), '- papers: [a, "2404.14469"]\n'),
        ("- papers: [a]\n", item("yes"), '- papers: [a, "yes"]\n'),
        ("- papers: [a, b, c]\n", no_item("b"), "- papers: [a, c]\n"),
        ("- papers: [a, b, c]\n", no_item("a"), "- papers: [b, c]\n"),
        ("- papers: [a, b, c]\n", no_item("c"), "- papers: [a, b]\n"),
        ("- papers: [a,  # one\n    b]  # two\n", no_item("a"), "- papers: [  # one\n    b]  # two\n"),
        ("- papers: [a,  # one\n    b]  # two\n", no_item("b"), "- papers: [a  # one\n    ]  # two\n"),
        ("- id: x\n  papers: [a]\n  was: [y]\n", no_item("a"), "- id: x\n  was: [y]\n"),
        ("- id: x\n  papers: [a]  # why\n  was: [y]\n", no_item("a"), "- id: x\n  # why\n  was: [y]\n"),
        ("- id: x\n  papers: a\n", no_item("a"), "- id: x\n"),
        ("- papers: [a]\n  id: x\n", no_item("a"), "- id: x\n"),
        ("- papers:\n  - a\n  - b  # why\n  - c\n", no_item("b"), "- papers:\n  - a\n  # why\n  - c\n"),
        ("- papers:\n  - a\n  - b\n", no_item("b"), "- papers:\n  - a\n"),
        ("- papers:\n  - a\n  - b", no_item("b"), "- papers:\n  - a"),
        ("- {id: x, papers: [a]}\n", no_item("a"), "- {id: x}\n"),
        ("- papers: [a]\n", no_item("a"), "- {}\n"),
    ],
)  # fmt: skip
def test_only_the_lines_concerned_change(before: str, change: Change, after: str) -> None:
    assert change(read(before, "x.yaml")).text == after


def test_a_line_that_would_grow_too_long_is_broken() -> None:
    before = "- id: x\n  papers: [" + ", ".join(f"paper-number-{n}" for n in range(7)) + "]\n"
    after = item("one-more-paper")(read(before, "x.yaml")).text
    assert after == before.replace("]", ",\n      one-more-paper]")
    assert item("another")(read(after, "x.yaml")).text == after.replace("]", ", another]")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("- papers: {a: b}\n", "x.yaml:1 cannot be edited in place: expected a list"),
        ("- papers\n", "expected keys and values"),
        ("- papers: [a\n", "x.yaml:1:11: this `[` is never closed"),
        ("- papers: &a [b]\n  was: *a\n", "YAML aliases are not supported"),
        ("- papers: [a]\n  papers: [b]\n", "written twice"),
    ],
)
def test_what_cannot_be_edited_is_refused_with_its_place(before: str, words: str) -> None:
    with pytest.raises(EditError, match=words.replace("[", r"\[")):
        item("b")(read(before, "x.yaml"))


def text(words: str) -> Change:
    return lambda sheet: with_text(sheet, (0,), "title", words, ORDER)


LONG = "Words that go on and on, " * 8


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("- title: Old # c\n", "New", "- title: New # c\n"),
        ('- title: "Old"\n', "New", '- title: "New"\n'),
        ("- title: Old\n", "A: b", '- title: "A: b"\n'),
        ("- id: x\n  was: [y]\n", "New", "- id: x\n  title: New\n  was: [y]\n"),
        ("- title: >-\n    Old\n    words\n\n- id: y\n", "New", "- title: >-\n    New\n\n- id: y\n"),
        ("- title: |\n    Old\n- id: y\n", "New\n\n- list", "- title: |-\n    New\n\n    - list\n- id: y\n"),
        ("- title: Old\n", "One\n\n  two", "- title: |-\n    One\n\n      two\n"),
        ("- {title: Old, id: x}\n", "One\ntwo", '- {title: "One\\ntwo", id: x}\n'),
    ],
)
def test_prose_keeps_the_style_it_had(before: str, words: str, after: str) -> None:
    assert text(words)(read(before, "x.yaml")).text == after


def test_long_prose_is_folded() -> None:
    after = text(LONG.strip())(read("- title: Old\n", "x.yaml")).text
    assert after.startswith("- title: >-\n    Words that")
    assert max(map(len, after.splitlines())) <= 120


# What layouts there are is made up by writing the same value in every style, with comments in between.

NAMES = st.sampled_from("wick sun-valve bell-log fog 2404.14469 yes null 7 x'y".split()) | st.text(
    st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="\u2028\u2029\ufeff"),
    min_size=1,
    max_size=8,
).map(str.strip).filter(bool)
BESIDE = st.sampled_from(["", "  # beside"])
BETWEEN = st.sampled_from(["", "\n", "  # between\n", "# at the margin\n\n"])


def scalar(draw: Any, value: str) -> str:
    dumped = yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, width=10_000)[1:-2]
    double = yaml.safe_dump([value], default_style='"', default_flow_style=True, allow_unicode=True, width=10_000)[1:-2]
    return str(draw(st.sampled_from([dumped, double])))


@st.composite
def lists(draw: Any, names: list[str]) -> str:
    """A list as it may stand behind a key in column 2."""
    written = [scalar(draw, name) for name in names]
    style = draw(st.sampled_from(["flow", "tall", "block", "indented"]))
    if style == "flow" or not names:
        return f" [{', '.join(written)}]{draw(BESIDE)}\n"
    if style == "tall":
        lines = [f"      {each},{draw(BESIDE)}\n" for each in written]
        return f" [{draw(BESIDE)}\n{''.join(lines)}  ]{draw(BESIDE)}\n"
    indent = "  " if style == "block" else "      "
    return draw(BESIDE) + "\n" + "".join(f"{draw(BETWEEN)}{indent}- {each}{draw(BESIDE)}\n" for each in written)


@st.composite
def files(draw: Any) -> tuple[str, list[str]]:
    """A file of one record, and what it has under `papers`."""
    names = draw(st.lists(NAMES, max_size=5, unique=True))
    parts = [f"id: {scalar(draw, 'x')}{draw(BESIDE)}\n", f"papers:{draw(lists(names))}"]
    parts += draw(
        st.sampled_from([[], ["title: >-\n    Folded\n    words\n"], ["title: |\n    # no comment\n    b\n"]])
    )
    parts = draw(st.permutations(parts))
    body = "".join(f"{'- ' if n == 0 else draw(BETWEEN) + '  '}{part}" for n, part in enumerate(parts))
    following = draw(st.sampled_from(["", "\n# the next one\n- id: y\n"]))
    text = f"{draw(BETWEEN)}{body}{following}"
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), names


def untouched(before: Sheet, after: Sheet) -> None:
    """Comments and the lines that do not speak of papers are all there, in their order."""
    assert sorted(after.comments()) == sorted(before.comments())
    for word in ("Folded", "words", "# no comment", "- id: y"):
        assert (word in after.text) == (word in before.text)


@given(files(), NAMES)
def test_an_item_is_added_to_any_list_and_nothing_else_changes(file: tuple[str, list[str]], name: str) -> None:
    before, names = read(file[0], "x.yaml"), file[1]
    after = with_item(before, (0,), "papers", name, ORDER)
    untouched(before, after)
    wanted: Any = plain(before.root)
    wanted[0]["papers"] = [("str", each) for each in (*names, name)]
    assert plain(after.root) == wanted
    assert len(after.text) - len(before.text) <= len(name) * 10 + 30


@given(files(), st.data())
def test_an_item_is_taken_from_any_list_and_nothing_else_changes(file: tuple[str, list[str]], data: Any) -> None:
    before, names = read(file[0], "x.yaml"), file[1]
    assume(names)
    name = data.draw(st.sampled_from(names))
    after = without_item(before, (0,), "papers", name)
    untouched(before, after)
    wanted: Any = plain(before.root)
    wanted[0]["papers"] = [("str", each) for each in names if each != name]
    wanted[0] = {key: value for key, value in wanted[0].items() if value}
    assert plain(after.root) == wanted


@given(files(), NAMES)
def test_adding_and_taking_away_leaves_the_file_as_it_was(file: tuple[str, list[str]], name: str) -> None:
    before, names = read(file[0], "x.yaml"), file[1]
    assume(names and name not in names)
    added = with_item(before, (0,), "papers", name, ORDER)
    assert without_item(added, (0,), "papers", name).text == before.text


@given(files(), st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300))
def test_any_prose_can_be_written_into_any_record(file: tuple[str, list[str]], words: str) -> None:
    assume(words.strip())
    before = read(file[0], "x.yaml")
    after = with_text(before, (0,), "title", words.strip(), ORDER)
    wanted: Any = plain(before.root)
    wanted[0]["title"] = ("str", words.strip())
    assert plain(after.root) == wanted
    assert sorted(after.comments()) == sorted(before.comments())


@given(files())
def test_a_key_is_set_and_taken_away_again(file: tuple[str, list[str]]) -> None:
    before = read(file[0], "x.yaml")
    added = with_entry(before, (0,), "was", ["old"], ORDER)
    assert without_entry(added, (0,), "was").text == before.text
