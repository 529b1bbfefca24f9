"""A key that has another name now is read under the old one, with a warning. The keys here are made up."""

from __future__ import annotations

import dataclasses

import pytest

from conspectus.model.keys import Keys
from conspectus.model.paper import Reading, Source
from conspectus.model.work import RECORD
from conspectus.sources import records, records_jsonl, records_yaml


@pytest.fixture(autouse=True)
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """`venue` was `journal`, and `author_count`, which is read together with another key, was `authors_total`."""
    former = {"venue": ("journal",), "author_count": ("authors_total",)}
    rows = (dataclasses.replace(key, former=former.get(key.name, ())) for key in RECORD)
    monkeypatch.setattr(records, "RECORD", Keys.of(*rows))


def read(text: str) -> Reading:
    format = records_jsonl if text.startswith("{") else records_yaml
    return format.parse(Source("p.yaml", text.encode(), "d"))


BOTH = pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "- {title: T, journal: Lights, authors: [A B], authors_total: 3}\n",
            "- {title: T, venue: Lights, authors: [A B], author_count: 3}\n",
        ),
        (
            '{"title": "T", "journal": "Lights", "authors": ["A B"], "authors_total": 3}',
            '{"title": "T", "venue": "Lights", "authors": ["A B"], "author_count": 3}',
        ),
    ],
    ids=["YAML", "JSON Lines"],
)


@BOTH
def test_it_says_what_it_said(old: str, new: str) -> None:
    assert read(old).records[0].work == read(new).records[0].work
    assert read(new).mistakes == ()


@BOTH
def test_the_new_name_is_told(old: str, new: str) -> None:
    found = read(old).mistakes
    assert [mistake.check for mistake in found] == ["renamed-key", "renamed-key"]
    assert found[0].message == "the key `journal` is now `venue`"
    assert found[0].help == "rename it, or run `conspectus fmt`"


@pytest.mark.parametrize("text", ["- {venue: A, journal: B}\n", "- {journal: A, venue: B}\n"])
def test_a_key_under_both_its_names_is_written_twice(text: str) -> None:
    reading = read(text)
    assert "duplicate-key" in [mistake.check for mistake in reading.mistakes]
    assert reading.records[0].work.venue == "A"
