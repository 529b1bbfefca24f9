"""How edits write values that nobody writes by hand."""

from __future__ import annotations

import pytest
import yaml

from conspectus.yaml_edit import styles


@pytest.mark.parametrize("text", ["[" * 60_000, "{" * 60_000, "[a" * 30_000, "a, b", "a]", "{a: b}"])
def test_a_value_with_brackets_is_quoted(text: str) -> None:
    """libyaml goes as deep as brackets do, and would end the program."""
    assert not styles.is_plain(text)
    assert yaml.safe_load(styles.inline(text)) == text
