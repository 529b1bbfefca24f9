"""What changed, as a comment on a pull request."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from conspectus.changes.comparing import Changes, ListedPaper
from conspectus.changes.markdown import MOST, code, escaped, render


@pytest.mark.parametrize(
    "title",
    [
        "<b>bold</b> & <img src=x onerror=alert(1)>",
        "[a link](https://evil.example) and ![image](https://evil.example/x.png)",
        "*stars*, _lines_, `code`, ~~gone~~ and $x^2$",
        "a | b",
        "Fine &lt;tune&gt; & co.",
    ],
)
def test_a_title_is_text_and_nothing_else(title: str) -> None:
    html = markdown(f"- {escaped(title)}")
    bare = html.replace("<ul>", "").replace("<li>", "").replace("</li>", "").replace("</ul>", "")
    assert "<" not in bare


def test_nobody_is_called_and_nothing_referred_to() -> None:
    said = escaped("@torvalds mends #12 and GH-7; see https://evil.example and www.evil.example")
    for link in ("@torvalds", "#12", "GH-7", "://", "www."):
        assert link not in said


@given(st.text())
def test_a_title_never_leaves_its_line_or_its_code(title: str) -> None:
    assert len(escaped(title).splitlines()) <= 1
    assert code(title).count("`") == 2


def test_long_lists_are_folded_and_cut() -> None:
    said = render(Changes(added=tuple(ListedPaper(f"lamp-{n}", "A lamp", ()) for n in range(MOST + 2))), "HEAD")
    assert "<details>" in said
    assert f"`lamp-{MOST - 1}`" in said
    assert f"`lamp-{MOST}`" not in said
    assert "and 2 more" in said


def test_a_short_list_stands_open(changes: Callable[[], Changes], edit: Callable[[str, str, str], None]) -> None:
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    said = render(changes(), "HEAD")
    assert "<details>" not in said
    assert "- `unplaced-tide` Tide Tables for the Impatient: topic: none → `lenses`" in said
    assert "  - now in `lenses`: matched “Tide Tables” in the title, `content/taxonomy/topic.yaml:" in said
