"""Reading a file again: by way of what it said before, it says just what it would say to one who never saw it."""

from __future__ import annotations

import hashlib

from hypothesis import example, given
from hypothesis import strategies as st

from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.sources import Reader, records_yaml
from conspectus.sources.records_yaml import known_of, parse, parse_again

PATH = "content/papers/lamps.yaml"

ITEMS = st.sampled_from(
    [
        "- id: wick\n  title: Trimming the Wick\n",
        "- id: wick\n  title: Trimming the Wick\n  place: {fuel: [oil], topic: [burners]}\n",
        "- title: A Sun Valve\n  summary: >-\n    Two lines\n\n    of it.\n",
        "- title: A Sun Valve # with a comment\n  # and another\n\n",
        "- {title: In Braces, date: 2024}\n",
        "- title: Twice\n  title: Again\n",
        "- titel: Unknown Key\n  date: soon\n",
        "- a mere word\n",
        "-\n  title: On a line of its own\n",
        '- title: "Open\n',
        '- closed" # or not\n',
        "- keywords: [open,\n",
        "- closed]\n",
        "- &anchor title\n",
        "- *anchor\n",
        "- !tag {title: Tagged}\n",
        "- title: |\n    kept\n\n",
        "- title: deep\n  place: [[[[[[]]]]]]\n",
        "# a comment\n",
        "title: no item\n",
        "---\n",
        "%YAML 1.1\n",
        "...\n",
        "\n",
        "- title: Windows\r\n  date: 2024\r\n",
        "- title: Old Macs\r  date: 2024\r",
        "- title: Separated\u2028- title: lines\n",
        "- title: no end",
        "\ufeff",
        "\x07\n",
        "\t- title: tab\n",
    ]
)
TEXTS = st.lists(ITEMS, max_size=6).map("".join)


def source(text: str) -> Source:
    data = text.encode()
    return Source(PATH, data, hashlib.sha256(data).hexdigest())


def again(new: Source, old: Source) -> Reading:
    reading, _ = parse_again(new, known_of(old, parse(old)))
    return reading


@given(TEXTS, TEXTS)
@example("- title: A\n", "- title: A\n")
def test_a_file_is_read_again_as_it_is_read_alone(before: str, after: str) -> None:
    old, new = source(before), source(after)
    assert again(new, old) == parse(new)


@given(st.lists(ITEMS, max_size=4), st.lists(ITEMS, max_size=4), st.lists(ITEMS, max_size=2))
def test_so_it_is_after_an_edit_in_its_middle(first: list[str], last: list[str], between: list[str]) -> None:
    old, new = source("".join([*first, *last])), source("".join([*first, *between, *last]))
    assert again(new, old) == parse(new)


@given(st.lists(TEXTS, min_size=1, max_size=5))
@example(["- id: wick\n  title: Wick\n", "- title: Twice\n  title: Again\n- id: wick\n  title: Wick\n\x07\n"])
def test_so_it_is_after_any_number_of_edits(states: list[str]) -> None:
    reader = Reader(Cache(None))
    for text in states:
        assert reader.all([source(text)]) == Reader(Cache(None)).all([source(text)])


def test_items_that_did_not_change_keep_what_they_say() -> None:
    text = "".join(f"- id: p{number}\n  title: Lamp {number}\n" for number in range(20))
    old = source(text)
    reading = parse(old)
    edited = source(text.replace("Lamp 7\n", "Lantern 7\n  date: 2024\n"))
    found, _ = parse_again(edited, known_of(old, reading))
    assert [record.work is known.work for record, known in zip(found.records, reading.records, strict=True)] == [
        number != 7 for number in range(20)
    ]
    assert [record.span.line for record in found.records[7:9]] == [15, 18]


def test_a_broken_file_that_is_mended_is_not_read_anew(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    reader = Reader(Cache(None))
    text = "- id: a\n  title: Lamp\n- id: b\n  title: Wick\n"
    reader.all([source(text)])
    (broken,) = reader.all([source(text + "- id: [\n")])
    assert [mistake.rule for mistake in broken.mistakes] == ["broken-yaml"]
    monkeypatch.setattr(records_yaml, "parse", None)
    (mended,) = reader.all([source(text + "- id: c\n  title: Lens\n")])
    assert [record.id for record in mended.records] == ["a", "b", "c"]
