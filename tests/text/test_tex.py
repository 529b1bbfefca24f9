"""TeX in titles and abstracts reads right on the page, in plain text, and as TeX again."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text import Text
from conspectus.text.formula import as_mathml, as_text

READS = {
    r"$\infty$Bench": "∞Bench",
    r"Video-Ma$^2$mba": "Video-Ma²mba",
    r"na\"ive": "naïve",
    "``quotes''": "“quotes”",
    r"\textbf{bold} and \emph{stressed}": "bold and stressed",
    r"a \color{ddtD}ecoupled (\color{ddtDDT}) thing": "a Decoupled (DDT) thing",
    r"our \model runs": "our model runs",
    r"21\% of $5": "21% of $5",
    r"the (K+1)^{th} token": "the (K+1)^th token",
    r"4.95$\times$ faster": "4.95× faster",
    r"\textless2MB": "<2MB",
    r"$O(n \log n)$": "O(n log n)",
    r"$\frac{a}{b+c}$": "a/(b+c)",
    r"costs \$2,000": "costs $2,000",
    "$5 and $10": "$5 and $10",
    "snake_case and ^_^": "snake_case and ^_^",
    "{K}eep {BERT} case": "Keep BERT case",
    "open {brace": "open {brace",
    r"\textbf{Positional \textbf{Encoding} lost a brace": "Positional Encoding lost a brace",
    r"{\bf all} of it": "all of it",
    r"\'{\i}, \c{c}, \v{s}, \o, Erd\H{o}s": "í, ç, š, ø, Erdős",
    "about ~4.2 s (~500), 1~6, Fig.~3": "about ~4.2 s (~500), 1~6, Fig. 3",
    "Vision--Language -- or not --- with --flag": "Vision–Language – or not — with --flag",
    r"about \ 0.3": "about 0.3",
    r"see \cite{x} there": "see there",
    r"H$_2$O": "H₂O",
    "a\\": "a\\",
}


@pytest.mark.parametrize("source, plain", READS.items())
def test_the_plain_twin_reads_right(source: str, plain: str) -> None:
    assert Text(source).as_text() == plain


def test_math_is_mathml_and_style_is_elements() -> None:
    assert Text(r"$O(n^2)$").as_html().startswith("<math><mrow><mi>O</mi>")
    assert Text(r"\textbf{a} x^{th}").as_html() == "<strong>a</strong> x<sup>th</sup>"


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", r"\textbf{<img src=x>}", '$<b onx="y">$', r"\<i>"])
def test_markup_in_a_text_is_text(hostile: str) -> None:
    page = html5lib.parse(Text(hostile).as_html(), namespaceHTMLElements=False)
    assert not [element for element in page.iter() if element.tag in ("script", "img", "b", "i")]


def test_a_formula_brings_no_style_with_it() -> None:
    assert "style=" not in as_mathml(r"\color{red}{x} \begin{matrix}a&b\end{matrix} \textcolor{blue}{y}")


def test_a_formula_that_cannot_be_converted_is_read_as_text() -> None:
    assert as_mathml("x" * 3000) == as_text("x" * 3000)
    assert "<script" not in as_mathml("<script>")


TEX = st.lists(
    st.sampled_from([*"ab1 \\{}$^_~`'\"-%&<>é\n", "\\textbf{", "$x", "^{", "\\'", "\\color{aB}", "\\frac{a}{b}"])
).map("".join)


@given(TEX)
def test_any_text_gives_well_formed_safe_html(source: str) -> None:
    html = Text(source).as_html()
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    parser.parseFragment(f"<p>{html}</p>")
    Text(source).as_text()


@given(TEX)
def test_tex_written_out_is_balanced(source: str) -> None:
    written = Text(source).as_tex().replace("\\\\", "").replace("\\{", "").replace("\\}", "")
    assert written.count("{") == written.count("}")
    assert written.replace("\\$", "").count("$") % 2 == 0


@given(st.text(alphabet="abc XYZ.,:()[]0189éß"))
def test_text_without_tex_is_left_as_it_is(source: str) -> None:
    assert Text(source).as_text() == " ".join(source.split())
    assert Text(source).as_tex() == source


def test_a_thousand_open_braces_are_survived() -> None:
    assert Text("{" * 1000 + "x" + "}" * 1000).as_text().strip("{}") == "x"
