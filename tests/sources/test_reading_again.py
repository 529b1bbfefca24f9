"""Reading a file again: by way of what it said before, it says just what it would say to one who never saw it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conspectus import located
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.sources import read
from conspectus.sources.records_yaml import parse, reparse

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
    return reparse(new, old, parse(old))


@given(TEXTS, TEXTS)
@example("- title: A\n", "- title: A\n")
@example("- title: A\n", "- title: Twice\n  title: Again\n- *anchor\n- title: A\n\x07\n")
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
    readings: Mapping[Source, Reading] = {}
    for text in states:
        readings = read([source(text)], Cache(None), readings)
        assert readings == read([source(text)], Cache(None))


def test_items_that_did_not_change_keep_what_they_say() -> None:
    text = "".join(f"- id: p{number}\n  title: Lamp {number}\n" for number in range(20))
    old = source(text)
    reading = parse(old)
    edited = source(text.replace("Lamp 7\n", "Lantern 7\n  date: 2024\n"))
    found = reparse(edited, old, reading)
    assert [record.work is known.work for record, known in zip(found.records, reading.records, strict=True)] == [
        number != 7 for number in range(20)
    ]
    assert [record.span.line for record in found.records[7:9]] == [15, 18]


def test_a_file_with_a_mistake_is_not_read_whole_either(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "- id: a\n  title: Lamp\n- id: b\n  titel: Wick\n  title: Wick\n"
    before = read([source(text)], Cache(None))
    monkeypatch.setattr(located, "read", None)
    (after,) = read([source("# one more line\n" + text + "- id: c\n  title: Lens\n")], Cache(None), before).values()
    assert [record.id for record in after.records] == ["a", "b", "c"]
    assert [(mistake.check, mistake.span.line) for mistake in after.mistakes] == [("unknown-key", 5)]
    (broken,) = read([source(text + "- id: [\n")], Cache(None), before).values()
    assert [mistake.check for mistake in broken.mistakes] == ["broken-yaml"]


def test_a_file_that_did_not_change_keeps_its_reading() -> None:
    first, second = source("- id: a\n  title: Lamp\n"), Source("content/papers/b.yaml", b"- id: b\n", "b")
    before = read([first, second], Cache(None))
    after = read([source("- id: a\n  title: Lantern\n"), second], Cache(None), before)
    assert after[second] is before[second]
    assert list(after) != list(before)
