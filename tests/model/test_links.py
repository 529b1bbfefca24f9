"""Links of a Markdown file, each with its place."""

from __future__ import annotations

from conspectus.model.links import of_text


def test_each_link_has_its_line_and_column() -> None:
    text = "[a](x) [b](y)\n\n  [c](z), and\n![d](w)"
    found = {linked.link.target: linked.span for linked in of_text(text, "a.md")}
    assert {target: (span.line, span.column) for target, span in found.items()} == {
        "x": (1, 5), "y": (1, 12), "z": (3, 7), "w": (4, 6),
    }  # fmt: skip
