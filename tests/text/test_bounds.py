"""Markdown that nobody writes by hand: rendered in seconds, or refused and shown as it is written."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest

from conspectus.model.paper import Source
from conspectus.prose_files import load
from conspectus.render.markdown import Markdown
from conspectus.text import Prose, Text
from conspectus.text.bounds import BOUNDS, excess
from conspectus.text.links import links
from conspectus.text.prose import cited, words_of
from conspectus.text.tex import LONGEST

LINES: dict[str, Callable[[int], str]] = {
    "fences": lambda n: "```x\na\n" * n,
    "fences in quotes": lambda n: "> ```x\n" * n,
    "abbreviations": lambda n: "".join(f"*[A{i}]: x\n" for i in range(n)) + "\nA1 A2",
    "footnotes": lambda n: "[^1]: x\n\n" + "a[^1]\n\n" * n,
    "definitions": lambda n: "a\n" + ": b\n" * n,
    "rules": lambda n: "- - -\n" * n,
    "headings": lambda n: "# a\n" * n,
    "quotes": lambda n: "> a\n\n" * n,
    "addresses": lambda n: "".join(f"[r{i}]: http://x.example/{i}\n" for i in range(n)),
    "emphasis": lambda n: "***a" * n,
    "nested quotes": lambda n: " >" * n,
    "a wide table": lambda n: "a|" * n + "\n" + "-|" * n + "\n" + "c|" * n,
}


@pytest.mark.parametrize("kind", LINES)
def test_text_of_any_size_takes_seconds_at_most(kind: str) -> None:
    for lines in (190, 1000, 500_000):
        start = time.perf_counter()
        Markdown("").block(Prose(LINES[kind](lines)))
        assert time.perf_counter() - start < 10


def test_what_a_text_has_too_much_of_is_named() -> None:
    assert excess("a\n" * 4000) == ""
    assert excess("a\n" * 4001) == "more than 4,000 lines"
    assert excess("a" * 200_001) == "more than 200,000 characters"
    assert excess("> *[A]: x\n" * 201) == "more than 200 abbreviations"
    assert excess(LINES["fences"](401)) == "more than 400 lines that begin or end code"
    assert len({bound.name for bound in BOUNDS}) == len(BOUNDS)


def test_it_is_shown_as_it_is_written() -> None:
    assert Markdown("").block(Prose("<b>\n" * 4001)).startswith("<p>&lt;b&gt;\n&lt;b&gt;")


OPENINGS = ("[a](", "[@a", "<a ", "[a](b) \n", "[", "[a][b] ")


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_text_of_millions_of_beginnings_is_read_in_seconds(opening: str) -> None:
    text = (opening * 1_000_000)[:1_000_000]
    start = time.process_time()
    words_of(text)
    cited(text)
    load(Source("content/notes/x.md", text.encode(), "d"))
    assert time.process_time() - start < 10


def test_a_text_of_one_long_paragraph_takes_little_memory() -> None:
    tracemalloc.start()
    Markdown("").inline(Prose("[" * 1_000_000))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_text_that_is_shown_as_it_is_written_has_no_links() -> None:
    link = "[a](b.md)\n"
    assert len(links(link * 100)) == 100
    assert links(link * 4001) == ()


@pytest.mark.parametrize("piece", ["$", "~", "\\'", "\\frac{"])
def test_tex_of_any_size_takes_seconds_at_most(piece: str) -> None:
    for size in (LONGEST, 2_000_000):
        text = Text((piece * size)[:size])
        start = time.process_time()
        text.as_html(), text.as_text(), text.as_tex()
        assert time.process_time() - start < 10


def test_a_text_too_long_for_tex_is_shown_as_it_is_written() -> None:
    text = Text("$x$ & " + "a" * LONGEST)
    assert text.as_html().startswith("$x$ &amp; a")
    assert text.as_text() == text.source
    assert text.as_tex().startswith(r"\$x\$ \& a")
