"""The awesome list, read back by markdown-it, which is how code hosts read Markdown."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from conspectus.exports import Entry, awesome, markdown
from conspectus.exports.awesome import Chapter
from conspectus.model.work import Link


def tree(text: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(MarkdownIt("commonmark").parse(text))


def plain(node: SyntaxTreeNode) -> str:
    return "".join(leaf.content for leaf in node.walk() if leaf.type in ("text", "code_inline", "html_inline"))


def headings(text: str) -> list[tuple[str, str]]:
    return [(node.tag, plain(node)) for node in tree(text).children if node.type == "heading"]


def test_chapters_are_headings_and_those_without_papers_are_left_out(article: Entry) -> None:
    inner = Chapter("Burners", (article,))
    text = awesome.write(
        "Lamps", "From wick to watch", [Chapter("Light", (), (inner, Chapter("Idle", ()))), Chapter("No", ())]
    )
    assert headings(text) == [("h1", "Lamps"), ("h2", "Contents"), ("h2", "Light"), ("h3", "Burners")]
    assert "> From wick to watch\n" in text


def test_contents_lead_to_the_anchors_a_host_gives(article: Entry) -> None:
    same = [Chapter("A & B", (article,), (Chapter("A & B", (article,)),)), Chapter("Contents", (article,))]
    links = [node.attrs["href"] for node in tree(awesome.write("T", "", same)).walk() if node.type == "link"]
    assert links[:3] == ["#a--b", "#a--b-1", "#contents-1"]


def test_a_paper_is_an_item_of_its_chapters_list(article: Entry) -> None:
    text = awesome.write("T", "", [Chapter("C", (article,))])
    assert text.endswith(f"## C\n\n- {markdown.written(article)}\n")


def test_a_hostile_title_is_text_and_no_markup(hostile: str, make_entry) -> None:  # type: ignore[no-untyped-def]
    entry = make_entry("first", hostile, (Link("paper", "https://host.example/"),), authors=[hostile])
    text = awesome.write(hostile, hostile, [Chapter(hostile, (entry,))])
    kinds = {node.type for node in tree(text).walk()}
    assert not kinds & {"html_block", "html_inline", "code_inline", "strong", "image", "code_block", "fence"}
    last = [node for node in tree(text).walk() if node.type == "list_item"][-1]
    assert [node.attrs["href"] for node in last.walk() if node.type == "link"] == ["https://host.example/"]
    assert plain(last).startswith(entry.title)
