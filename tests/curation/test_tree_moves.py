"""A category moves with its comments, indented as its new place asks for; all else stays as it is written."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conspectus.curation.tree_moves import Spot, below, beside, moved, planted, taken
from conspectus.yaml_edit import EditError, Sheet
from conspectus.yaml_edit.sheet import plain, read

BEFORE = """\
# All of it.
facet: topic
categories:
  # On light.
  - id: light
    about: >-
      Words
      folded.
    children:
      - id: oil   # burns
        title: Oil
      # On gas.
      - id: gas
        match:
          any: [gas]
        # gas ends

  - id: watch
    title: Watch
"""


def text(category: str, **where: str) -> str:
    sheet = read(BEFORE, "topic.yaml")
    if "below" in where:
        return moved(sheet, category, lambda sheet: below(sheet, where["below"] or None)).text
    ((side, sibling),) = where.items()
    return moved(sheet, category, lambda sheet: beside(sheet, sibling, after=side == "after")).text


def test_below_another_with_comments_and_indentation() -> None:
    assert text("gas", below="watch") == BEFORE.replace(
        "      # On gas.\n      - id: gas\n        match:\n          any: [gas]\n        # gas ends\n", ""
    ) + (
        "    children:\n"
        "      # On gas.\n      - id: gas\n        match:\n          any: [gas]\n        # gas ends\n"
    )  # fmt: skip


def test_to_the_top() -> None:
    after = text("gas", below="")
    assert after.endswith(
        "    title: Watch\n\n  # On gas.\n  - id: gas\n    match:\n      any: [gas]\n    # gas ends\n"
    )


def test_with_all_below_it() -> None:
    after = text("light", below="watch")
    assert after.startswith(
        "# All of it.\nfacet: topic\ncategories:\n  - id: watch\n    title: Watch\n    children:\n      # On"
    )
    assert "          - id: oil   # burns\n            title: Oil\n          # On gas.\n" in after
    assert "        about: >-\n          Words\n          folded.\n" in after


def test_before_and_after_another() -> None:
    assert text("gas", before="oil").index("# On gas.") < text("gas", before="oil").index("id: oil")
    assert text("oil", after="gas").index("- id: oil") > text("oil", after="gas").index("# gas ends")
    assert text("watch", after="oil").count("      - id: watch\n        title: Watch\n      # On gas.") == 1


def test_a_list_that_empties_goes() -> None:
    sheet = read("categories:\n- id: a\n  children:\n  - id: b\n- id: c\n", "t.yaml")
    assert (
        moved(sheet, "b", lambda sheet: below(sheet, "c")).text
        == "categories:\n- id: a\n- id: c\n  children:\n  - id: b\n"
    )


@pytest.mark.parametrize("empty", ["children:", "children: []", "children:   # none", "children: []  # none"])
def test_an_empty_list_is_filled(empty: str) -> None:
    sheet = read(f"categories:\n  - id: a\n    {empty}\n  - id: b\n", "t.yaml")
    after = moved(sheet, "b", lambda sheet: below(sheet, "a")).text
    assert after.endswith("\n      - id: b\n") and after.count("# none") == empty.count("# none")


def test_where_it_stands_already_nothing_changes() -> None:
    assert text("gas", below="light") == text("gas", after="oil") == text("oil", before="gas") == BEFORE


@pytest.mark.parametrize("target", ["light", "gas"])
def test_nothing_stands_below_itself(target: str) -> None:
    with pytest.raises(EditError, match="light cannot be moved below itself"):
        text("light", below=target)


def test_what_is_written_in_braces_is_left_to_a_hand() -> None:
    sheet = read("categories:\n  - {id: a}\n  - id: b\n", "t.yaml")
    for category, parent in (("a", "b"), ("b", "a")):
        with pytest.raises(EditError, match=r"t\.yaml:2 cannot be edited in place: the category is written in braces"):
            moved(sheet, category, partial(below, parent=parent))


@st.composite
def trees(draw: Any) -> str:
    """A facet's file of up to a dozen categories in some layout."""
    step, offset = draw(st.sampled_from([(2, 2), (2, 0), (4, 2)])), draw(st.sampled_from(["\n", "\r\n"]))
    ids = iter(range(100))

    def level(depth: int, indent: int) -> list[str]:
        lines = []
        for _ in range(draw(st.integers(1, 3 if depth < 2 else 2))):
            pad = " " * indent
            lines += draw(st.sampled_from([[], [f"{pad}# above"], [""], ["", f"{pad}# above"]]))
            lines.append(f"{pad}- id: c{next(ids)}{draw(st.sampled_from(['', '  # beside']))}")
            lines += draw(st.sampled_from([[], [f"{pad}  about: >-", f"{pad}    folded", "", f"{pad}    words"]]))
            lines += draw(st.sampled_from([[], [f"{pad}  # inside"]]))
            if depth < 2 and draw(st.booleans()):
                lines.append(f"{pad}  children:")
                lines += level(depth + 1, indent + 2 + step[1])
                lines += draw(st.sampled_from([[], [f"{pad}  # last"], ["", f"{pad}  # last"]]))
        return lines

    return offset.join(["facet: topic", "categories:", *level(0, step[1]), *draw(st.sampled_from([[""], []]))])


def ids(sheet: Sheet) -> list[str]:
    def walk(categories: Any) -> list[str]:
        return [id for each in categories for id in (each["id"][1], *walk(each.get("children", [])))]

    return walk(plain(sheet.root).get("categories", []))  # type: ignore[union-attr]


@given(trees(), st.data())
def test_any_move_in_any_layout_changes_the_tree_and_nothing_else(file: str, data: Any) -> None:
    sheet = read(file, "t.yaml")
    category = data.draw(st.sampled_from(ids(sheet)))
    other = data.draw(st.sampled_from([*ids(sheet), None]))
    how = data.draw(st.sampled_from(["below", "before", "after"]))
    assume(other != category and (other or how == "below"))

    def spot(sheet: Sheet) -> Spot:
        return below(sheet, other) if how == "below" else beside(sheet, other, after=how == "after")

    try:
        after = moved(sheet, category, spot)
    except EditError as error:
        assume("below itself" not in str(error))
        raise
    assert sorted(ids(after)) == sorted(ids(sheet))
    assert sorted(after.comments()) == sorted(sheet.comments())
    lines = [line.strip() for line in file.splitlines() if line.strip() not in ("", "children:")]
    assert sorted(line.strip() for line in after.text.splitlines() if line.strip() not in ("", "children:")) == sorted(
        lines
    )
    assert not [line for line in after.text.split("\n") if line.rstrip("\r") != line.rstrip()]


@given(trees(), trees(), st.data())
def test_what_one_facet_loses_another_gains(one: str, other: str, data: Any) -> None:
    origin, target = read(one, "one.yaml"), read(other.replace("id: c", "id: d"), "other.yaml")
    category = data.draw(st.sampled_from(ids(origin)))
    parent = data.draw(st.sampled_from([*ids(target), None]))
    without, block = taken(origin, category)
    after = planted(target, block, below(target, parent))
    assert sorted([*ids(without), *ids(after)]) == sorted([*ids(origin), *ids(target)])
    assert ("\r\n" in after.text) <= ("\r\n" in target.text)
    assert sorted([*without.comments(), *after.comments()]) == sorted([*origin.comments(), *target.comments()])
