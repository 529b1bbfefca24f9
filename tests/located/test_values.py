"""Looking into a mapping: known keys by their names, all else a mistake."""

from __future__ import annotations

import pytest

from conspectus import located
from conspectus.diagnostics import Mistake

SPELLINGS = {"color": "color", "size": "size", "colour": "color"}


def entries(text: str) -> tuple[dict[str, str], list[Mistake]]:
    root, found = located.read(text.encode(), "x.yaml")
    assert root is not None and not found
    mistakes: list[Mistake] = []
    nodes = located.entries(root, "a lamp", SPELLINGS, mistakes)
    return {name: located.text(node, mistakes) for name, node in nodes.items()}, mistakes


def test_a_former_name_is_read_and_the_present_one_told() -> None:
    values, (mistake,) = entries("size: 3\ncolour: red\n")
    assert values == {"size": "3", "color": "red"}
    assert (mistake.check, mistake.message, mistake.span.line) == ("renamed-key", "the key `colour` is now `color`", 2)


@pytest.mark.parametrize("text", ["colour: red\ncolor: blue\n", "color: red\ncolour: blue\n"])
def test_of_both_names_the_first_counts(text: str) -> None:
    values, mistakes = entries(text)
    assert values == {"color": "red"}
    assert mistakes[-1].check == "duplicate-key" and mistakes[-1].span.line == 2


def test_help_names_present_names_alone() -> None:
    _, (unknown,) = entries("weight: 1\n")
    assert unknown.help == "the keys are color, size"
    _, (near,) = entries("colouur: red\n")
    assert near.help == "did you mean `color`?"
