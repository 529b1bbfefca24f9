"""Papers as Markdown, read back by markdown-it, which is how code hosts read it."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from conspectus.exports import Entry, markdown, write
from conspectus.model.work import Link


def tree(text: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(MarkdownIt("commonmark").parse(text))


def plain(node: SyntaxTreeNode) -> str:
    return "".join(leaf.content for leaf in node.walk() if leaf.type in ("text", "code_inline", "html_inline"))


def test_a_paper_is_a_line_with_its_links(article: Entry) -> None:
    read = tree(write(markdown, [article]))
    assert plain(read) == (
        "Trimming the Wick in O(log n) Nights: 50% & more - Bo Sternlicht et al., Lights & Shadows, 2023. [PDF] [code]"
    )
    assert [node.attrs["href"] for node in read.walk() if node.type == "link"] == [
        "https://doi.org/10.99999/wick_2023",
        "https://host.example/wick_%281%29.pdf",
        "https://code.example/wick",
    ]


def test_one_paper_fits_into_any_text_and_several_are_a_list(article: Entry, make_entry) -> None:  # type: ignore[no-untyped-def]
    assert [node.type for node in tree(write(markdown, [article])).children] == ["paragraph"]
    (list_,) = tree(write(markdown, [article, make_entry()])).children
    assert (list_.type, len(list_.children)) == ("bullet_list", 2)
    assert write(markdown, []) == ""


def test_up_to_three_authors_are_named(make_entry) -> None:  # type: ignore[no-untyped-def]
    three = ["Ada Lampe", "Bo Sternlicht", "Cy Klang"]
    assert markdown.written(make_entry(authors=three)) == "A Lamp - Ada Lampe, Bo Sternlicht, Cy Klang."
    assert markdown.written(make_entry(authors=[*three, "Di Nebel"])) == "A Lamp - Ada Lampe et al."


def test_a_year_is_said_once(make_entry) -> None:  # type: ignore[no-untyped-def]
    assert markdown.written(make_entry(venue="NeurIPS 2023", date="2023-12-01")) == "A Lamp - *NeurIPS 2023*."


def test_a_hostile_title_is_text_and_no_markup(hostile: str, make_entry) -> None:  # type: ignore[no-untyped-def]
    entry = make_entry("first", hostile, (Link("paper", "https://host.example/"),), authors=[hostile])
    read = tree(write(markdown, [entry]))
    kinds = {node.type for node in read.walk()}
    assert not kinds & {"html_block", "html_inline", "code_inline", "strong", "image", "code_block", "fence"}
    assert [node.attrs["href"] for node in read.walk() if node.type == "link"] == ["https://host.example/"]
    assert plain(read).startswith(entry.title)
