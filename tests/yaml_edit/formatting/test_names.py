"""A file in order has the names that keys have now. The former ones here are made up."""

from __future__ import annotations

import dataclasses

import pytest

from conspectus.model.keys import Keys, Shape
from conspectus.yaml_edit import EditError
from conspectus.yaml_edit.formatting import in_order, keys
from conspectus.yaml_edit.sheet import read

FORMER = {"children": ("below",), "match": ("rule",), "any": ("some",), "queries": ("questions",), "since": ("from",)}


@pytest.fixture(autouse=True)
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_former(keys: Keys) -> Keys:
        return Keys.of(*(dataclasses.replace(key, former=FORMER.get(key.name, ())) for key in keys))

    monkeypatch.setattr(keys, "SURVEY", with_former(keys.SURVEY))
    monkeypatch.setattr(keys, "FILES", {folder: with_former(each) for folder, each in keys.FILES.items()})
    monkeypatch.setattr(keys, "WITHIN", {shape: with_former(each) for shape, each in keys.WITHIN.items()})


def ordered(text: str, path: str) -> str:
    return in_order(read(text, path)).text


def test_former_names_are_renamed_at_every_depth_and_comments_stay() -> None:
    assert keys.keys_at("content/taxonomy/topic.yaml", ("categories", "below", "rule")) is keys.WITHIN[Shape.MATCH]
    assert (
        ordered(
            """\
categories:
  - rule: {some: [wick]}   # the oldest rule
    id: a
    # what lies below
    below:
      - "rule":
          some: [lens]
          # none of these
          none: [rule]
        id: below
""",
            "content/taxonomy/topic.yaml",
        )
        == """\
categories:
  - id: a
    match: {any: [wick]}   # the oldest rule
    # what lies below
    children:
      - id: below
        "match":
          any: [lens]
          # none of these
          none: [rule]
"""
    )


def test_names_that_the_curator_gives_are_no_keys() -> None:
    text = "questions:\n  from:\n    from: 2020\n    in: {rule: [below]}\n"
    assert ordered(text, "content/survey.yaml") == "queries:\n  from:\n    in: {rule: [below]}\n    since: 2020\n"
    facts = "- id: a\n  facts: {rule: 1, below: 2}\n"
    assert ordered(facts, "content/papers/a.yaml") == facts


def test_a_key_under_both_its_names_is_left_alone() -> None:
    with pytest.raises(EditError, match="cannot be edited in place"):
        ordered("categories:\n  - id: a\n    rule: {any: [b]}\n    match: {any: [c]}\n", "content/taxonomy/topic.yaml")
