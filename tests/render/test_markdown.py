"""The curator's Markdown: what it may say, where its links lead, and what never gets through."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.render.markdown import Markdown, label
from conspectus.text import Citation, Image, Prose
from conspectus.text.headings import SECTION_IDS
from conspectus.text.prose import cited

LAMP = Citation("lamp", "papers/lamp/", 'Lamp: "Bright" <Light>', 2024)
MARKDOWN = Markdown("/repo/")


def block(source: str, level: int = 2) -> str:
    return MARKDOWN.block(Prose(source, (LAMP,)), level)


def inline(source: str) -> str:
    return MARKDOWN.inline(Prose(source, (LAMP,)))


def test_paragraphs_lists_tables_and_code_come_out() -> None:
    assert block("a *b* **c** `d`") == "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"
    assert "<ol>" in block("1. a\n2. b") and "<ul>" in block("- a\n- b")
    assert '<td class="align-right">2</td>' in block("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert block("```python\nif a < b:\n```") == '<pre><code class="language-python">if a &lt; b:\n</code></pre>'
    assert "<dl>" in block("Lamp\n:   gives light")


def test_footnotes_lead_there_and_back() -> None:
    html = block("Lamp[^1].\n\n[^1]: A note.")
    assert 'href="#fn:1"' in html and 'id="fn:1"' in html and 'href="#fnref:1"' in html and 'id="fnref:1"' in html


def test_a_citation_leads_to_its_paper() -> None:
    html = inline("see [@lamp].")
    title = "Lamp: &quot;Bright&quot; &lt;Light&gt; (2024)"
    assert html.startswith(f'see <a class="citation" href="/repo/papers/lamp/" title="{title}">Lamp ')
    assert html.endswith("2024</span></a>.")


def test_several_papers_can_be_cited_at_once() -> None:
    html = inline("see [@lamp; @bell, @lamp]")
    assert html.count('href="/repo/papers/lamp/"') == 2 and "[@bell]" in html


def test_an_unknown_citation_stays_as_it_is_written() -> None:
    assert inline("see [@bell]") == 'see <span class="citation missing">[@bell]</span>'


def test_code_cites_nothing() -> None:
    assert inline("`[@lamp]`") == "<code>[@lamp]</code>"
    assert "citation" not in block("```\n[@lamp]\n```")


def test_citations_are_found_once_and_in_order() -> None:
    assert cited("[@b] and [@a], [@b]; no [b] [@] [@-x]") == ("b", "a")


@pytest.mark.parametrize(
    "title, short",
    [
        ("Lamp: A Bright Light", "Lamp"),
        ("A Bright Light", "A Bright Light"),
        ("word " * 20, "word word word word word word word word word word word word…"),
        ("x" * 80, "x" * 60 + "…"),
    ],
)
def test_a_citation_shows_a_short_title(title: str, short: str) -> None:
    assert label(title) == short


@pytest.mark.parametrize(
    "level, source, tags",
    [
        (2, "# a\n## b\n# c", ["h2", "h3", "h2"]),
        (3, "## a\n### b", ["h3", "h4"]),
        (2, "###### a", ["h2"]),
        (5, "# a\n## b\n### c", ["h5", "h6", "h6"]),
    ],
)
def test_headings_begin_at_their_level(level: int, source: str, tags: list[str]) -> None:
    assert re.findall(r"<(h\d)", block(source, level)) == tags


def test_headings_have_ids_of_their_own() -> None:
    assert re.findall(r'id="([^"]+)"', block("# Lämps & Öil\n# Lamps\n# Lamps\n# 灯\n# `code`")) == [
        "lamps-oil",
        "lamps",
        "lamps-2",
        "section",
        "code",
    ]


@pytest.mark.parametrize(
    "written, href",
    [
        ("topics/wicks/", "/repo/topics/wicks/"),
        ("/topics/wicks/", "/repo/topics/wicks/"),
        ("../../../etc/", "/repo/etc/"),
        ("topics/?q=a&b=c#d", "/repo/topics/?q=a&amp;b=c#d"),
        ("#top", "#top"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://a.example/b_c?d=e", "https://a.example/b_c?d=e"),
        ("HTTP://A.example", "http://a.example"),
    ],
)
def test_a_link_leads_where_it_may(written: str, href: str) -> None:
    rel = ' rel="noopener"' if href.startswith("http") else ""
    assert inline(f"[x]({written})") == f'<a href="{href}"{rel}>x</a>'


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//a.example/b",
        "https://user:pass@a.example",
        "file:///etc/passwd",
        "vbscript:x",
        "http://",
        "\\\\a.example",
    ],
)
def test_a_link_that_leads_elsewhere_keeps_its_words_alone(written: str) -> None:
    assert "href" not in inline(f"[words]({written})")
    assert "words" in inline(f"[words]({written})")


def test_a_scheme_cannot_be_hidden() -> None:
    assert 'href="/repo/java' in inline("[x](java&#115;cript:alert(1))")
    assert 'href="/repo/java' in inline("[x](<java\tscript:alert(1)>)")


def test_images_are_the_sites_own() -> None:
    assert inline("![a lamp](figures/a.png)") == '<img alt="a lamp" loading="lazy" src="/repo/figures/a.png">'
    assert inline("![a lamp](https://a.example/b.png)") == "<span>a lamp</span>"
    assert inline("![a lamp](data:image/png;base64,xx)") == "<span>a lamp</span>"


def test_an_image_of_the_survey_has_its_size_and_its_version() -> None:
    prose = Prose("![a lamp](../images/a.png)", images=(Image("images/a.png", 320, 200, "1a2b"),))
    made = Markdown("/repo/").inline(prose)
    assert made == '<img alt="a lamp" height="200" loading="lazy" src="/repo/images/a.png?1a2b" width="320">'


def test_html_loses_its_tags_and_keeps_its_words() -> None:
    assert block("a <b onclick='x'>b</b> <i>c</i>") == "<p>a b c</p>"
    assert block("<div class='x'>\nlamp\n</div>").split() == ["<p>", "lamp", "</p>"]
    assert block("a\n\n<!-- not\n\nseen -->\n\nb") == "<p>a</p>\n<p>b</p>"
    assert "script" not in block("<script>\nlet a = 1\n\nlet b\n</script>")
    assert block("1 < 2 and a<b") == "<p>1 &lt; 2 and a&lt;b</p>"


def test_inline_prose_is_one_run_of_text() -> None:
    assert inline("a *b*") == "a <em>b</em>"
    assert inline("a\n\n- b\n- c") == "a b c"
    assert inline("# a\n\n> b") == "a b"
    assert inline("") == ""


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            """
            # ## - * ** _ ` ``` > | |-- [ ] ( ) ]( [@lamp] [@x] [^1] [^1]: ![ javascript: https://a.example
            <script> </script> <style> <img onerror=x src=x> <a href='javascript:x'> <svg onload=x> <!-- -->
            &lt; &#x6a; \\ : : *[HTML]: <b style="x" {: onclick=x } 1. <https://a.example> <javascript:x> </p>
            <math>
            """.split()
        ),
        st.sampled_from(["\n", "\n\n", " ", "    "]),
        st.text(max_size=4),
    ),
    max_size=20,
).map("".join)


@settings(max_examples=300, deadline=2000)
@given(PIECES)
def test_whatever_is_written_is_safe(source: str) -> None:
    for html in (block(source), inline(source)):
        root = html5lib.parseFragment(html, namespaceHTMLElements=False)
        assert isinstance(root, ElementTree.Element)
        for element in root.iter():
            assert element.tag not in ("script", "style", "svg", "math", "iframe", "form", "input")
            assert not any(name.startswith("on") or name == "style" for name in element.attrib)
            for name in ("href", "src"):
                address = element.get(name, "")
                assert re.match(r"/repo/|#|https?://|mailto:", address) or not address


@given(st.text(alphabet="aB1 .,:;()/%'\"+–’é-", max_size=30))
def test_a_plain_line_comes_out_as_markdown_would_have_it(source: str) -> None:
    assert block(source) == block(f"{source}\n")


def test_the_same_prose_is_rendered_the_same_after_others() -> None:
    first = block("# a\n\nb[^1] *[HTML]: x\n\n[^1]: c")
    block("# a\n\nz[^2]\n\n[^2]: y\n\n*[b]: abbreviated\n\n[a]: https://a.example")
    fresh = Markdown("/repo/").block(Prose("# a\n\nb[^1] *[HTML]: x\n\n[^1]: c", (LAMP,)))
    assert block("# a\n\nb[^1] *[HTML]: x\n\n[^1]: c") == first == fresh
    assert block("b [a]") == "<p>b [a]</p>"


@pytest.mark.parametrize(
    "piece", ["[", "![a", "[a](", "<!--\n", "<script\n", "<style>\n", "*a ", "`a``b```c ", "<a b='", "[@a; @b "]
)
def test_what_nobody_closes_takes_no_longer_than_its_length(piece: str) -> None:
    """Without limits each of these takes minutes: the end is looked for from each beginning."""
    assert block(piece * 20_000)


def test_what_is_hidden_ends_where_it_is_closed() -> None:
    assert (
        block("<!-- a\nb -->\nshown\n\n<SCRIPT>\nhidden\n</script >\n\nalso shown") == "<p>shown</p>\n<p>also shown</p>"
    )
    assert "after" in block("<!-- never closed\n\nafter")


def test_lists_in_one_another_without_end_are_shown_as_they_are_written() -> None:
    assert block("a\n: b\n" * 1500).startswith("<p>a\n: b")


def test_many_headings_of_one_name_have_ids_of_their_own() -> None:
    ids = re.findall(r'id="([^"]*)"', block("# Lamp\n\n# Lamp 2\n\n# Lamp\n\n# Lamp\n\n"))
    assert ids == ["lamp", "lamp-2", "lamp-3", "lamp-4"]


def test_a_heading_has_no_id_that_its_page_has() -> None:
    html = block("## Abstract\n\n## Conspectus live\n\n## Abstract\n\n## Tip\n")
    assert re.findall(r'id="([^"]*)"', html) == ["abstract-2", "section-conspectus-live", "abstract-3", "tip-2"]


def test_every_id_of_a_template_is_one_that_headings_leave_alone() -> None:
    templates = Path(__file__).parents[2] / "templates"
    ids = {id for file in templates.rglob("*.html") for id in re.findall(r'\sid="([a-z-]+)"', file.read_text("utf-8"))}
    assert ids <= SECTION_IDS
