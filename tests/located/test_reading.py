"""YAML with positions. All texts here are made up."""

from __future__ import annotations

import gc

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from conspectus import located
from conspectus.diagnostics import Mistake, Span
from conspectus.located import Mapping, Node, Scalar, Sequence, reading

PATH = "content/x.yaml"


def read(text: str) -> tuple[Node | None, tuple[Mistake, ...]]:
    return located.read(text.encode(), PATH)


def plain(node: Node | None) -> object:
    """The values alone, as `yaml.safe_load` would give them."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if node else None


def wrong(text: str | bytes) -> list[tuple[str, int, int]]:
    _, mistakes = located.read(text.encode() if isinstance(text, str) else text, PATH)
    return [(mistake.check, mistake.span.line, mistake.span.column) for mistake in mistakes]


def test_everything_knows_where_it_is_written() -> None:
    root, mistakes = read("a: [one, 'two']\nb:\n  - {c: 3}\n")
    assert mistakes == ()
    assert root == Mapping(
        (
            (
                Scalar("a", "a", Span(PATH, 1, 1, 1)),
                Sequence(
                    (Scalar("one", "one", Span(PATH, 1, 5, 3)), Scalar("two", "two", Span(PATH, 1, 10, 5))),
                    Span(PATH, 1, 4, 12),
                ),
            ),
            (
                Scalar("b", "b", Span(PATH, 2, 1, 1)),
                Sequence(
                    (
                        Mapping(
                            ((Scalar("c", "c", Span(PATH, 3, 6, 1)), Scalar(3, "3", Span(PATH, 3, 9, 1))),),
                            Span(PATH, 3, 5, 6),
                        ),
                    ),
                    Span(PATH, 3, 3, 1),
                ),
            ),
        ),
        Span(PATH, 1, 1, 1),
    )


def test_a_mapping_finds_its_keys_and_values() -> None:
    root, _ = read("a: 1\nb: 2\n")
    assert isinstance(root, Mapping)
    assert root.get("b") == Scalar(2, "2", Span(PATH, 2, 4, 1))
    assert root.entries[1][0] == Scalar("b", "b", Span(PATH, 2, 1, 1))
    assert root.get("c") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", True),
        ("Off", False),
        ("~", None),
        ("12", 12),
        ("-1.5", -1.5),
        ("2024-04-22", "2024-04-22"),
        ("2404.10000", 2404.1),
        ("0x1F", "0x1F"),
        ("12:30", "12:30"),
        ("1_000", 1000),
        (".inf", ".inf"),
        ("'12'", "12"),
        ("<<", "<<"),
    ],
)
def test_a_value_is_what_yaml_says_and_its_text_what_is_written(text: str, value: object) -> None:
    root, _ = read(text)
    assert isinstance(root, Scalar)
    assert root.value == value
    assert type(root.value) is type(value)
    assert root.text == text.strip("'")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: [1, 2\nb: 3\n", ("broken-yaml", 1, 4)),
        ("a: b: c\n", ("broken-yaml", 1, 5)),
        ("a: 1\n\tb: 2\n", ("broken-yaml", 2, 1)),
        ("a: 'x\n", ("broken-yaml", 1, 4)),
        ("a: &x [1]\nb: *x\n", ("broken-yaml", 2, 4)),
        ("a: !!python/object:os.system x\n", ("broken-yaml", 1, 4)),
        ("? [a]\n: b\n", ("broken-yaml", 1, 3)),
        ("a: 1\n---\nb: 2\n", ("broken-yaml", 2, 1)),
        ("a: \x07\n", ("broken-yaml", 1, 1)),
        (b"a: 1\nb: \xff\n", ("unreadable-file", 2, 1)),
        ("[" * 60 + "]" * 60, ("broken-yaml", 1, 41)),
        ("[" * 100_000, ("broken-yaml", 1, 41)),
        ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1)),
    ],
)
def test_what_cannot_be_read_is_a_mistake_at_its_place(text: str | bytes, found: tuple[str, int, int]) -> None:
    assert wrong(text) == [found]


def test_of_a_key_written_twice_the_first_stands() -> None:
    root, (mistake,) = read("a: 1\na: 2\n")
    assert plain(root) == {"a": 1}
    assert mistake.help == "delete one; the first is on line 1"


def test_a_file_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 3)
    assert wrong("a: 1") == [("unreadable-file", 1, 1)]


def test_an_empty_file_is_nothing() -> None:
    assert read("") == read("# only a comment\n") == (None, ())


def test_the_cycle_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    read("a: [")
    assert gc.isenabled()
    gc.disable()
    try:
        read("a: 1")
        assert not gc.isenabled()
    finally:
        gc.enable()


SCALARS = st.one_of(
    st.booleans(),
    st.integers(),
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Mapping):
        return [found for key, value in node.entries for found in (key, *scalars(value))]
    if isinstance(node, Sequence):
        return [found for item in node.items for found in scalars(item)]
    return [node] if node else []


@given(VALUES, st.sampled_from([None, True, False]), st.sampled_from([20, 80, 1000]))
def test_any_data_is_read_as_yaml_reads_it_and_every_word_stands_where_its_span_says(
    value: object, flow: bool | None, width: int
) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=width)
    root, mistakes = read(text)
    assert mistakes == ()
    assert plain(root) == yaml.safe_load(text)
    lines = text.split("\n")
    for scalar in scalars(root):
        written = lines[scalar.span.line - 1][scalar.span.column - 1 :]
        piece = written[: scalar.span.width]
        assert written
        if piece == scalar.text or (piece[0] == piece[-1] == "'" and piece[1:-1].replace("''", "'") == scalar.text):
            continue
        assert piece[0] in "\"'|>" or scalar.span.width == 1 or scalar.text == "", (piece, scalar)


def nodes(node: Node | None) -> list[Node]:
    """A value and all in it, keys too, in the order they are written."""
    below: list[Node] = []
    if isinstance(node, Mapping):
        below = [found for key, value in node.entries for found in (key, *nodes(value))]
    elif isinstance(node, Sequence):
        below = [found for item in node.items for found in nodes(item)]
    return [node, *below] if node else []


def test_with_extents_everything_knows_its_characters() -> None:
    text = "# c\na: >-  # d\n  one\n  two\n\n\nb:  # e\n- {c: 'x',\n   d: [y]}  # f\n- \n# g\n"
    root, _ = located.read(text.encode(), PATH, extents=True)
    assert [(text[node.extent.start : node.extent.end], node.extent.style) for node in nodes(root)] == [
        ("a: >-  # d\n  one\n  two\n\n\nb:  # e\n- {c: 'x',\n   d: [y]}  # f\n-", ""),
        ("a", ""),
        (">-  # d\n  one\n  two", ">"),
        ("b", ""),
        ("- {c: 'x',\n   d: [y]}  # f\n-", ""),
        ("{c: 'x',\n   d: [y]}", "{"),
        ("c", ""),
        ("'x'", "'"),
        ("d", ""),
        ("[y]", "["),
        ("y", ""),
        ("", ""),
    ]


@given(VALUES, st.sampled_from([None, True, False]), st.sampled_from([20, 80, 1000]))
def test_what_is_written_in_an_extent_is_the_value(value: object, flow: bool | None, width: int) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=width)
    root, _ = located.read(text.encode(), PATH, extents=True)
    assert plain(root) == plain(read(text)[0])
    for node in nodes(root):
        written = text[node.extent.start : node.extent.end]
        margin = " " * (node.span.column - 1)
        assert yaml.safe_load(f"{margin}{written}") == plain(node)


@given(st.text(max_size=60) | st.text(st.sampled_from("ab:-[]{}&*!'\"|>\n #,?\t"), max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    assume("\ud800" not in text)
    root, mistakes = located.read(text.encode("utf-8", "surrogatepass"), PATH)
    assert root is not None or mistakes or not yaml.safe_load(text.replace("\ufeff", "")) or "\ufeff" in text
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 1
    assert all(mistake.span.line <= lines + 1 for mistake in mistakes)
