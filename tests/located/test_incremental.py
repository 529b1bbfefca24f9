"""Reading YAML time after time: it comes to what it comes to when it is read alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conspectus import located
from conspectus.located import MAX_DEPTH, Mapping, Node, Sequence

PATH = "content/taxonomy/topic.yaml"

HEADS = st.sampled_from(
    [
        "facet: topic\ncategories:\n",
        "categories: # all of them\n\n  # the first\n",
        "about: |\n  Two lines\n  of it.\ncategories:\n",
        "categories:\ncategories:\n",
        "tags:\n  - a\ncategories:\n",
        "---\ncategories:\n",
        "\ufeffcategories:\n",
        "categories: []\n",
        "'categories':\n",
        "categories: &all\n",
        'title: "open\ncategories:\n',
        "",
    ]
)
ITEMS = st.sampled_from(
    [
        "  - id: light\n    title: Making light\n",
        "  - id: light # here\n    # and here\n\n",
        "  - id: lens\n    about: >-\n      Two lines\n\n      of it.\n\n",
        "  - id: lens\n    about: |+\n      - kept\n\n\n",
        "  - {id: lens, match: {any: [lens, 2024, true, ~]}}\n",
        "  - id: twice\n    id: again\n",
        "  - id: above\n    children:\n      - id: below\n      - id: beside\n",
        "  - a mere word\n",
        "  -\n    id: alone\n",
        '  - id: "open\n',
        '  - closed" # or not\n',
        "  - papers: [open,\n",
        "  - closed]\n",
        "  - &anchor title\n",
        "  - *anchor\n",
        "  - !tag {id: tagged}\n",
        "  # a comment\n",
        "# another\n",
        "- id: at the margin\n",
        " - id: between\n",
        "    - id: deeper\n",
        "title: a key\n",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\n",
        "  - id: windows\r\n    title: x\r\n",
        "  - id: separated\u2028    title: x\n",
        "  - id: no end",
        "\t- tab\n",
        "\x07\n",
    ]
)
FILES = st.builds(lambda head, items: "".join([head, *items]), HEADS, st.lists(ITEMS, max_size=5))


@given(st.lists(FILES, min_size=1, max_size=4))
@example(["categories:\n- id: a\n- id: b\n", "categories:\n- id: a\n- id: c\n"])
def test_it_is_read_as_it_is_read_alone(states: list[str]) -> None:
    before, root = b"", None
    for text in states:
        found = located.read_again(text.encode(), PATH, before, root)
        assert found == located.read(text.encode(), PATH)
        before, root = text.encode(), None if found[1] else found[0]


@given(st.lists(ITEMS, max_size=6), st.data())
def test_so_it_is_with_any_letter_changed(items: list[str], data: st.DataObject) -> None:
    text = "".join(["facet: topic\ncategories:\n", *items])
    root, mistakes = located.read(text.encode(), PATH)
    at = data.draw(st.integers(0, len(text)))
    changed = (
        text[:at] + data.draw(st.sampled_from(["", "\n", " ", "-", ":", '"', "#", "x", "\n  - "])) + text[at + 1 :]
    )
    again = located.read_again(changed.encode(), PATH, text.encode(), None if mistakes else root)
    assert again == located.read(changed.encode(), PATH)


@pytest.mark.parametrize("deep", [MAX_DEPTH - 4, MAX_DEPTH - 3, MAX_DEPTH - 2, MAX_DEPTH - 1])
def test_a_piece_is_nested_as_deep_as_it_is_in_the_file(deep: int) -> None:
    before, text = b"categories:\n  - []\n", f"categories:\n  - {'[' * deep}{']' * deep}\n".encode()
    assert located.read_again(text, PATH, before, located.read(before, PATH)[0]) == located.read(text, PATH)


def test_items_that_stand_where_they_stood_are_the_very_same() -> None:
    text = b"categories:\n  - id: a\n  - id: b\n  - id: c\n"
    root, _ = located.read(text, PATH)
    after, _ = located.read_again(text.replace(b"id: b", b"id: bb"), PATH, text, root)
    assert [one is other for one, other in zip(listed(root), listed(after), strict=True)] == [True, False, True]


def listed(root: Node | None) -> tuple[Node, ...]:
    assert isinstance(root, Mapping)
    categories = root.get("categories")
    assert isinstance(categories, Sequence)
    return categories.items
