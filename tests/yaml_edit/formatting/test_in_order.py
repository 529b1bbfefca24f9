"""A file in order says what it said, has all its comments where they belong, and is in order for good."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.yaml_edit import EditError
from conspectus.yaml_edit.formatting import in_order
from conspectus.yaml_edit.sheet import plain, read
from conspectus.yaml_edit.styles import WIDTH

PAPERS, TOPIC, SURVEY = "content/papers/x.yaml", "content/taxonomy/topic.yaml", "content/survey.yaml"


def ordered(text: str, path: str = PAPERS) -> str:
    return in_order(read(text, path)).text


def test_keys_come_in_the_documented_order_and_comments_with_them() -> None:
    assert ordered(
        """\
# Ours.

-   title:   Wicks   # trimmed
    # why it is here
    place:   {topic: [burners]}
    id: wick
    # the authors
    authors:
    -   Ada Lampe   # first
    # and
    -   Bo Sternlicht


# The next one.
- keywords: [a,b]
  # last words
"""
    ) == """\
# Ours.

- id: wick
  title: Wicks   # trimmed
  # the authors
  authors:
    - Ada Lampe   # first
    # and
    - Bo Sternlicht
  # why it is here
  place: {topic: [burners]}

# The next one.
- keywords: [a,b]
  # last words
"""  # fmt: skip


def test_a_taxonomy_is_put_in_order_down_to_its_rules() -> None:
    assert ordered(
        """\
# yaml-language-server: $schema=x
facet: topic
categories:
- children:
  - {title: Gas, id: gas}
  # gas ends
  # it has children
  match:
    none: [stove]
    any:
    - lamp
  id: light
title: Topics
""",
        TOPIC,
    ) == """\
# yaml-language-server: $schema=x
facet: topic
title: Topics
categories:
  - id: light
    # gas ends
    # it has children
    match:
      any:
        - lamp
      none: [stove]
    children:
      - {title: Gas, id: gas}
"""  # fmt: skip


def test_a_survey_keeps_the_order_of_its_tables_and_columns() -> None:
    assert ordered("tables:\n  b: [x]\n  a: [x]\ncolumns: {x: {type: text}}\ntitle: A\n", SURVEY) == (
        "title: A\ncolumns: {x: {type: text}}\ntables:\n  b: [x]\n  a: [x]\n"
    )


def test_what_is_too_long_is_broken_and_what_fits_is_left() -> None:
    words = "words that go on " * 12
    after = ordered(f"- summary: {words.strip()}\n  authors: [{', '.join(['Ada Lampe'] * 20)}]\n")
    assert max(map(len, after.splitlines())) <= WIDTH
    assert after.splitlines()[1].startswith("      Ada Lampe, Ada")
    assert "  summary: >-\n    words that go on" in after
    fits = "- authors: [Ada Lampe,\n      Bo Sternlicht]\n  summary: >-\n    short\n    lines\n"
    assert ordered(fits) == fits


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing but this\n",
        "[a, b]   # a list\n",
        "---\n# above\n- id: a\n",
        "- summary: |\n    # no comment\n\n      deeper  \n    end\n\n- id: b\n",
        "- summary: |\n    one\n\n\n\n    two   \n- id: b\n",
        "- summary: |2\n      deeper\n     less\n- id: b\n",
        "- facts: {a: [1,  # one\n      2]}\n",
        '- title: "two\n    lines"\n',
        "- id:   # named below\n    wick\n",
        "-\n  # inside\n  id: wick\n",
        "- - a\n  - b\n",
        "- id: a\n  urls:\n    # first\n    - code: https://a.example  # it\n      # second key\n      pdf: https://b.example\n",
        "- id: a\r\n  # c\r\n\r\n\r\n  title: b\r\n",
    ],
)
def test_whatever_is_written_stays_said(text: str) -> None:
    before = read(text, PAPERS)
    after = in_order(before)
    assert plain(after.root) == plain(before.root)
    assert sorted(after.comments()) == sorted(before.comments())
    assert in_order(after).text == after.text
    assert ("\r" in text) == ("\r" in after.text)


def test_what_is_neither_data_nor_comment_is_refused_with_its_file() -> None:
    with pytest.raises(EditError, match=r"content/papers/x\.yaml:1 cannot be edited in place: it has '\.\.\.'"):
        ordered("- id: a\n...\n")


def test_a_text_that_would_change_is_refused() -> None:
    with pytest.raises(EditError, match="formatting it would change what it says"):
        ordered("- summary: |+\n    kept\n\n\n- id: b\n")


KEYS = ("id", "title", "authors", "urls", "keywords", "summary", "place")
"""In the documented order."""

LONG = "some words of prose with `code`, and a colon here and there " * 4


@st.composite
def values(draw: Any, key: str, pad: str) -> str:
    """What may stand behind a key: in brackets, in lines, folded."""
    if key in ("authors", "keywords"):
        names = draw(
            st.lists(st.sampled_from(["Ada", "'Bo, C.'", "long names of people " * 2]), min_size=1, max_size=6)
        )
        names = [name.strip() for name in names]
        if draw(st.booleans()):
            return f" [{', '.join(names)}]"
        step = draw(st.sampled_from(["", "  ", "    "]))
        return "".join(f"\n{pad}{step}- {name}" for name in names)
    if key == "place":
        block = f"\n{pad}    topic: [a, b]\n{pad}    fuel:\n{pad}    - oil"
        return str(draw(st.sampled_from([" {topic: [a]}", block, " {topic: [a],\n" + pad + "  fuel: oil}"])))
    if key == "urls":
        return f"\n{pad}  - code: https://a.example\n{pad}    pdf: https://b.example"
    if key == "summary":
        folded = f" >-\n{pad}   {LONG}\n\n{pad}   {LONG}"
        return str(draw(st.sampled_from([" short", f' "{LONG}"', folded, f" |\n{pad}  # text\n{pad}    deeper"])))
    return f" {key} of it"


@st.composite
def files(draw: Any) -> str:
    """A file of records in any order and layout; each comment says what it stands at."""
    lines = draw(st.sampled_from([[], ["# head", ""]]))
    for number in range(draw(st.integers(1, 3))):
        indent = draw(st.sampled_from(["- ", "-   "]))
        pad = " " * len(indent)
        keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, unique=True))
        for place, key in enumerate(keys):
            margin = indent if place == 0 else pad
            lines += draw(st.sampled_from([[], [""], ["", ""]]))
            if draw(st.booleans()):
                lines.append(f"{pad}# above {key} {number}" if place else f"# above record {number}")
            value = draw(values(key, pad))
            beside = f"  # beside {key} {number}" if "\n" not in value and draw(st.booleans()) else ""
            lines.append(f"{margin}{key}:{value}{beside}")
    return str(draw(st.sampled_from(["\n", "\r\n"]))).join([*"\n".join(lines).split("\n"), ""])


@given(files())
def test_any_file_is_put_in_order_without_loss_and_for_good(text: str) -> None:
    before = read(text, PAPERS)
    after = in_order(before)
    assert plain(after.root) == plain(before.root)
    assert sorted(after.comments()) == sorted(before.comments())
    assert in_order(after).text == after.text
    for record in plain(after.root):
        keys = list(record)  # type: ignore[arg-type]
        assert keys == sorted(keys, key=KEYS.index)


@given(files())
def test_every_comment_stands_where_it_stood(text: str) -> None:
    """Above its record, or its key, or the record that its key begins now; or in the line of its value."""
    lines = [line.strip() for line in ordered(text).splitlines()]
    for number, line in enumerate(lines):
        if found := re.fullmatch(r"# above (\w+) \d", line):
            following = next(each for each in lines[number + 1 :] if each and not each.startswith("#"))
            assert following.startswith("- " if found[1] == "record" else (f"{found[1]}:", f"- {found[1]}:"))
        elif found := re.search(r"# beside (id|title|place) \d", line):
            assert line.removeprefix("- ").startswith(f"{found[1]}:")
