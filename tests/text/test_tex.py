"""TeX in titles and abstracts: how it reads on a page and in plain text, and typed again. All samples are made up."""

from __future__ import annotations

import re
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latexwalker import LatexWalker

from conspectus.text import Text
from conspectus.text.tex import to_html, to_tex, to_text

ALIKE = [  # what is typed, and how it reads as HTML and as plain text alike
    (r"$\infty$Lamp", "∞Lamp"),
    (r"a na\"ive wick", "a naïve wick"),
    (r"``quoted'' oil", "“quoted” oil"),
    (r"a `quoted' wick isn't", "a ‘quoted’ wick isn't"),
    (r"\color{ddtD}ecoupled \color{ddtL}amp (\color{ddtDL})", "Decoupled Lamp (DL)"),
    (r"\color{red}lamp", "lamp"),
    (r"\textcolor{red}{hot} lamp", "hot lamp"),
    (r"\model models, \system{} too", "model models, system too"),
    (r"by 21\%, \$5 \& \#1 a\_b", "by 21%, $5 & #1 a_b"),
    (r"4.95$\times$ brighter", "4.95× brighter"),
    (r"$\sim$10 lumen, $\pm$3", "∼10 lumen, ±3"),
    (r"{Braces} keep {BELL} and {L}amp", "Braces keep BELL and Lamp"),
    ("costs $5 and $10", "costs $5 and $10"),
    ("between $5-$10 and $1,000", "between $5-$10 and $1,000"),
    ("from $3M to 4M$ a year", "from $3M to 4M$ a year"),
    ("snake_case and kebab-case, a^b", "snake_case and kebab-case, a^b"),
    ("one -- two --- three, 1--10", "one – two — three, 1–10"),
    ("run it with --bright or ----", "run it with --bright or ----"),
    ("Lamps~--~and `wicks'~--- at~'24", "Lamps – and ‘wicks’ — at '24"),
    ("about ~10 lamps, 1~6 wicks, (~4.2 s)", "about ~10 lamps, 1~6 wicks, (~4.2 s)"),
    (r"\"said\" the keeper, today\'s lamp", '"said" the keeper, today\'s lamp'),
    (r"seen \cite{a,b} and \footnote{not} shown", "seen and shown"),
    (r"\footnotesize small {\bfseries}", "small"),
    (r"\unknown{kept words}", "kept words"),
    (r"deep \input{/lamps} and \write18 x", r"deep \input{/lamps} and \write18 x"),
    (r"a \begin{itemize}\item b\end{itemize}", "a • b"),
    (r"line\\break and \newline more", "line break and more"),
    (r"C:\0 ends in " + "\\", r"C:\0 ends in " + "\\"),
    ("```python code```", "```python code```"),
    ("5'' tall", "5'' tall"),
    (" spaces \n\t collapse\u2003here ", "spaces collapse here"),
    ("about \\ 0.3", "about 0.3"),
    ("^_^ or a_{b", "^_^ or a_{b"),
    ("stray } goes and open { stays", "stray goes and open { stays"),
    (r"lamp.example/a\_b", "lamp.example/a_b"),
    (r"$ $ and $$ and $$$$", "$ $ and $$ and $$$$"),
]


@pytest.mark.parametrize("source, reads", ALIKE)
def test_it_reads_right(source: str, reads: str) -> None:
    assert to_text(source) == reads
    plain = to_html(source).replace("\u00a0", " ").replace("&#x27;", "'").replace("&quot;", '"')
    assert plain == reads.replace("&", "&amp;")


def test_accents_are_letters() -> None:
    source = r"Schr\"{o}dinger, \v{S}koda, Erd\H{o}s, \L{}\'od\'z, gar\c{c}on, \O re, \^{\i}le, \~n, \aa"
    assert to_text(source) == "Schrödinger, Škoda, Erdős, Łódź, garçon, Øre, île, ñ, å"


@pytest.mark.parametrize(
    "source, html, text",
    [
        (r"Lamp-Wi$^2$ck", "Lamp-Wi<sup>2</sup>ck", "Lamp-Wi²ck"),
        ("the (K+1)^{th} lamp", "the (K+1)<sup>th</sup> lamp", "the (K+1)th lamp"),
        ("in O(N^2) and M^3Lamp", "in O(N<sup>2</sup>) and M<sup>3</sup>Lamp", "in O(N²) and M³Lamp"),
        ("10$^{-5}$ and H$_2$O", "10<sup>-5</sup> and H<sub>2</sub>O", "10⁻⁵ and H₂O"),
        (r"\textbf{a <b>} c", "<strong>a &lt;b&gt;</strong> c", "a <b> c"),
        (r"\emph{e} \textit{f} {\em g} \texttt{h}", "<em>e</em> <em>f</em> <em>g</em> <code>h</code>", "e f g h"),
        (r"\textbf{never \textbf{twice} closed", "never <strong>twice</strong> closed", "never twice closed"),
        (r"\textless2MB", "&lt;2MB", "<2MB"),
        ("Table~3", "Table\u00a03", "Table 3"),
        (
            r"$O(n^2)$",
            '<math><mrow><mi>O</mi><mo stretchy="false">(</mo><msup><mi>n</mi><mn>2</mn></msup>'
            '<mo stretchy="false">)</mo></mrow></math>',
            "O(n²)",
        ),
        (r"$\boldsymbol{\theta}$-Lamp", "<math><mrow><mrow><mi>𝜽</mi></mrow></mrow></math>-Lamp", "θ-Lamp"),
        (
            r"\(x\) and $$y$$",
            "<math><mrow><mi>x</mi></mrow></math> and <math><mrow><mi>y</mi></mrow></math>",
            "x and y",
        ),
    ],
)
def test_markup_is_markup(source: str, html: str, text: str) -> None:
    assert (to_html(source), to_text(source)) == (html, text)


@pytest.mark.parametrize(
    "formula, reads",
    [
        (r"\mathcal{O}(n\log n)", "O(n log n)"),
        (r"x \in \mathbb{R}^{d\times k}", "x ∈ ℝ^(d×k)"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\sqrt{d_k}", "√(d_k)"),
        (r"\alpha\leq 3", "α≤3"),
        (r"\mathrm{KL}(p\,\|\,q)", "KL(p ‖ q)"),
        (r"\text{if } x", "if x"),
        (r"\hat{y}_{1}", "ŷ₁"),
        (r"90^\circ", "90°"),
        (r"2^{10}", "2¹⁰"),
    ],
)
def test_formulas_read_in_plain_text(formula: str, reads: str) -> None:
    assert to_text(f"${formula}$") == reads


@pytest.mark.parametrize("source", [r"$\text{<script>}$", r"$\href{javascript:x}{y}$", r"$\style{color:red}{x}$"])
def test_a_formula_brings_no_markup_of_its_own(source: str) -> None:
    html = to_html(source)
    assert "<script" not in html and "javascript" not in html and "style=" not in html and "href" not in html


def test_addresses_are_links_and_nothing_else_is() -> None:
    assert (
        to_html(r"see https://lamp.example/a_b~c--d?x=1&y=2.")
        == 'see <a href="https://lamp.example/a_b~c--d?x=1&amp;y=2" rel="noopener">'
        "https://lamp.example/a_b~c--d?x=1&amp;y=2</a>."
    )
    assert to_html(r"\href{https://a.example}{\textbf{b}}") == (
        '<a href="https://a.example" rel="noopener"><strong>b</strong></a>'
    )
    assert to_html(r"\url{https://a.example/x\_y}").startswith('<a href="https://a.example/x_y"')
    for bad in (r"\href{javascript:alert(1)}{b}", r"\url{data:text/html,x}", r"\href{https://u:p@a.example}{b}"):
        assert "<a" not in to_html(bad)


def test_an_address_that_a_listing_shows_twice_is_shown_once() -> None:
    assert to_text("at https://a.example/b{https://a.example/b}.") == "at https://a.example/b."
    assert to_text("at https://a.example/b{here}.") == "at https://a.example/b here."


def test_a_title_has_no_links_in_a_template_and_an_abstract_may() -> None:
    text = Text(r"\textbf{See} https://a.example/b")
    assert text.__html__() == "<strong>See</strong> https://a.example/b"
    assert "<a href=" in text.as_html()
    assert str(text) == "See https://a.example/b"


@pytest.mark.parametrize(
    "source, typed",
    [
        ("AT&T 50% #1 a_b $5", r"AT\&T 50\% \#1 a\_b \$5"),
        (r"in $O(n^2)$ by 21\%", r"in $O(n^2)$ by 21\%"),
        (r"$50%$ of $a & b$", r"$50\%$ of $a \& b$"),
        (r"$\ours{x}$", r"$\mathrm{ours}{x}$"),
        (r"\model on \textbf{all", "model on all"),
        ("é “a” – b… α ×", r"é ``a'' -- b\ldots{} \ensuremath{\alpha} \texttimes{}"),
        (r"$\frac{a}{b$", "a/b"),
    ],
)
def test_tex_can_be_typed_again(source: str, typed: str) -> None:
    assert to_tex(source) == typed


TEX = st.lists(
    st.one_of(
        st.sampled_from(
            r"""
            $ $$ \( \) \[ \] { } {} ^ _ ^{ _{ ~ -- --- `` '' ` ' \" \' \^ \c \v \textbf{ \textbf \emph{ \bf \it
            \color{ \textcolor{ \url{ \href{ https://a.example/b http:// \foo \foo{ \frac \frac{ \sqrt[ \sqrt{ \left(
            \right) \begin{equation} \end{equation} \begin{matrix} \end{matrix} & \\ \times \alpha \infty \mathbb{
            \mathrm{ \text{ \unicode{ \hat{ \not \limits \over \def\x{ \newcommand{ \footnote{ \cite{ \item % # < >
            &amp; <b> 5 10 x n i th \i \substack{ \xrightarrow[ \overbrace{ \sum_ \hline \cr \rule{ \genfrac{ \skew{
            \tag{ \hspace{ 1em
            """.split()
        ),
        st.just(" "),
        st.text(max_size=3),
    ),
    max_size=25,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(TEX, st.text(max_size=80)))
def test_any_text_becomes_safe_well_formed_html(source: str) -> None:
    html = to_html(source)
    root = ElementTree.fromstring(f"<p>{html}</p>")  # noqa: S314 - our own output
    for element in root.iter():
        assert re.fullmatch("p|strong|em|code|sup|sub|a|m[a-z]+", element.tag), element.tag
        assert "style" not in element.attrib and not any(name.startswith("on") for name in element.attrib)
        if "href" in element.attrib:
            assert element.tag == "a" and re.match("https?://[A-Za-z0-9]", element.attrib["href"])
    assert not any(inner.tag == "a" for link in root.iter("a") for inner in link.iter() if inner is not link)
    assert "<a " not in to_html(source, links=False)
    html.encode()


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEX, st.text(max_size=80)))
def test_any_text_becomes_one_line_of_plain_text(source: str) -> None:
    plain = to_text(source)
    assert plain == " ".join(plain.split()) or "\n" not in plain
    plain.encode()


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEX, st.text(max_size=80)))
def test_any_text_becomes_tex_that_can_be_read(source: str) -> None:
    typed = to_tex(source)
    LatexWalker(typed, tolerant_parsing=False).get_latex_nodes()
    # \ensuremath{^4} is how a raised four is typed outside of dollars
    outside = re.sub(r"\\ensuremath\{(?:[^{}]|\{[^{}]*\})*\}|\\.|\$(?:\\.|[^$\\])*\$", "", typed)
    assert not re.search(r"[%&#_^]", outside)


@given(
    st.text(alphabet=st.characters(exclude_characters="\\${}~^`-'", exclude_categories=["Cc", "Cs", "Z"]), max_size=60)
)
def test_text_without_tex_is_left_alone(source: str) -> None:
    if "\ufffe" not in source and "\uffff" not in source and "http" not in source:
        assert to_text(source) == source


def test_a_thousand_abstracts_are_written_in_a_second_or_two() -> None:
    abstract = (r"We light $\sim$10 lamps in $O(n^2)$ -- a na\"ive \textbf{wick} at 21\% of it. " * 15) + "No. "
    began = time.process_time()
    for number in range(1000):
        to_html(f"{abstract}{number}")
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "}",
        "{{}",
        r"\textbf{",
        "^{",
        "$",
        "$x",
        "`",
        "'",
        r"\url{",
        r"\href{a}{",
        r"\color{",
        r"\begin{equation}",
        "\\",
        "_",
        "~",
        "https://a.example/",
        r"$\frac{a}{",
        "${{",
        r"\'{",
        "$$ a ",
        r"\left(",
        "``",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    source = piece * 2000
    began = time.process_time()
    for write in (to_html, to_text, to_tex):
        write(source)
        write(f"${piece * 300}$")
    assert time.process_time() - began < 20


def test_no_tex_is_left_in_the_real_listings(listings: Path) -> None:
    lines = [line for file in sorted(listings.glob("*.txt")) for line in file.read_text("utf-8").splitlines()]
    assert len(lines) > 1000
    for line in lines:
        for written in (to_text(line), to_html(line, links=False)):
            words = re.sub(r"https?://\S+|<math>.*?</math>|<[^>]+>", "", written)
            left = re.findall(r"[\\{}]|``|\^\d|\$(?!\d)|.{9}\\w+\{.{9}", words)
            assert not left, f"{left} in a line of {len(line)} characters"
