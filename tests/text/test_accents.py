"""Accents and macros as bibliographies write them; every line is made up."""

from __future__ import annotations

import pytest

from conspectus.text import Text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"Mu{\~n}oz, I{\~n}igo", "Muñoz, Iñigo"),
        (r"Nguy{\~\^e}n and Nguy\~{\^e}n", "Nguyễn and Nguyễn"),
        (r"B{\'\u a}c B\'{\u{a}}c", "Bắc Bắc"),
        (r"{\`\^a}", "ầ"),
        (r"Erd\H os", "Erdős"),
        (r"\'\i and \"{\i}", "í and ï"),
        (r"ski\u\i, {\u\i}, {\u \i} and \v\i{}", "skiĭ, ĭ, ĭ and ǐ"),
        (r"Lampwick\string: lit {\vphantom}again", "Lampwick: lit again"),
        (r"$C\sp *$-lamps in $L\sp{2}$, $x\sb 0$, $\Bbb R\sp n$", "C*-lamps in L², x₀, ℝⁿ"),
        (r"the (11\={2}2) face", "the (112\u03042) face"),
        (r"\ifmmode \check{Z}\else \v{Z}\fi{}umar", "Žumar"),
        (r"\texorpdfstring{$k$}{k}-wicks", "k-wicks"),
        (r"an \underline{old} lamp \nobreakdash-lit", "an old lamp -lit"),
        ("it's 't Hooft", "it's 't Hooft"),
    ],
)
def test_accents_in_every_spelling(tex: str, text: str) -> None:
    assert Text(tex).as_text() == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"S{\" u}d", "Süd"),
        (r"\textcommabelow{S}tefan", "Ștefan"),
        (r"\capitalacute{E}mile", "Émile"),
        (r"PM2\textperiodcentered{}5 of \textdoublebarpipe Oil", "PM2·5 of ǂOil"),
        (r"Ro\textcommabelow sia, {\textcommabelow S}tefan", "Roșia, Ștefan"),
        (r"Val{\a'a}th, \a`{e} \a la", "Valáth, è a la"),
        (r"20 \textdegree C", "20 °C"),
        (r"O\textquoteright Brien", "O’Brien"),
        (r"\guillemotleft Oil\guillemotright", "«Oil»"),
        (r"\textbeta-lamps", "β-lamps"),
        (r"\foreignlanguage{german}{\"Ol}", "Öl"),
        (r"\enquote{Oil} for all", "“Oil” for all"),
    ],
)
def test_spellings_of_converters_and_languages(tex: str, text: str) -> None:
    assert Text(tex).as_text() == text
