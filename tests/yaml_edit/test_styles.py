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


@pytest.mark.parametrize(
    "text", ["... and Other Glaciers", "---", "--- x", "...", "-", "?", "\ufeffIce", "a\u2028b", "%d of ice", "- a"]
)
def test_a_text_is_read_again_wherever_it_stands(text: str) -> None:
    """As a key at the beginning of a line, `...` would end the file, and its rest could not be read."""
    written = styles.inline(text)
    assert yaml.safe_load(f"{written}: {{id: x}}\nnext: {{id: y}}\n") == {text: {"id": "x"}, "next": {"id": "y"}}
    assert yaml.safe_load(f"- {written}\n- {{key: {written}}}\n") == [text, {"key": text}]
