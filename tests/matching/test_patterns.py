"""Which regular expressions rules may use."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.matching.linear import beyond_ascii
from conspectus.matching.patterns import BrokenPattern, beginnings, compiled, required
from conspectus.matching.phrases import FieldText, matcher
from conspectus.matching.words import spell


@pytest.mark.parametrize(
    "source",
    [
        r"gas.?light",
        r"\bviT-\d+[a-z]*\b",
        r"(?:sun|moon) valve",
        r"(?:foo\s+)?bar",
        r"\(a+\)b+",
        r"[(a+)]+b",
        r"(?:ab)+",
        r"((a|b))+c",
        r"(?P<n>lamp)s?",
        r"a{2}b{1,3}",
        r"[]+]x",
        r"(?-i:ViT)-\d",
        r"大?语言模型",
        r"\bcafé[α-ω]",
        r"\d+\s*-?\s*bit",
        r"\w+ \w+ lamp",
        r"lamp.*oil",
        r"(?:oil|gas|sun|tide|arc) (?:lamp|valve|burner|light)s?",
        r"lamp.{0,30}oil.{0,30}wick",
    ],
)
def test_an_ordinary_pattern_is_taken(source: str) -> None:
    assert compiled(source)


SLOW = [
    r"[a-z ]+[a-z ]+!",
    r"(a+)+b",
    r"(a*)*b",
    r"(?:a|aa)+b",
    r"((a+)b)*c",
    r"(?:a{1,9}){1,9}b",
    r"(?:a?b?)+c",
    r".*a.*b.*c.*d.*e",
    r"(?:a?){30}a{30}!",
    r".*.*x",
    r"[^b]*[^c]*x",
    r"\w*\w*\w*\w*x",
    "(a|aa)" * 30 + "!",
]
"""Another engine tries these in so many ways that it comes to no end."""


@pytest.mark.parametrize("source", SLOW)
def test_no_pattern_takes_longer_for_a_text_made_for_it(source: str) -> None:
    expression = compiled(source)
    start = time.perf_counter()
    for text in ("a" * 20_000, "ab " * 7_000, "a é" * 7_000):
        expression.search(text, beyond_ascii(text))
        expression.is_in(text, beyond_ascii(text))
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    "source",
    [
        "a" * 201,
        "a{1001}",
        "(?:[ab]{1,90}){1,90}c",
        "(?:[ab]{1,900}c){1,9}",
        "".join(map(chr, range(0x4E00, 0x4E64))),
        r"\b" + "".join(map(chr, range(0x4E00, 0x4E20))),
    ],
)
def test_what_is_too_large_is_refused(source: str) -> None:
    with pytest.raises(BrokenPattern) as refused:
        compiled(source)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (r"lamp(?=\s+oil)", "look-ahead and look-behind are not supported"),
        (r"(?<!oil )lamp", "negative look-ahead and look-behind are not supported"),
        (r"(lamp)\1", "references to a group are not supported"),
        (r"(lamp)?(?(1)s|t)", "conditions on a group are not supported"),
        (r"(?>lamp)s", "atomic groups are not supported"),
        (r"(?:lam(?:p++))s", "possessive repetitions are not supported"),
    ],
)
def test_what_cannot_be_searched_in_linear_time_is_refused(source: str, what: str) -> None:
    with pytest.raises(BrokenPattern, match=what) as refused:
        compiled(source)
    assert refused.value.hint


@pytest.mark.parametrize(
    "source", ["(", "[a", "*", "a**", r"\q", "(?P<a", "[[a]", "a{99999999999}", "(?x)a #)", "(?x:a #)\n)", r"(?a)\w"]
)
def test_what_is_no_pattern_is_refused_with_the_reason(source: str) -> None:
    with pytest.raises(BrokenPattern) as refused:
        compiled(source)
    assert str(refused.value)


@pytest.mark.parametrize("source", ["a*", "", "|", "(?:lamp)?", "^", r"\B"])
def test_a_pattern_that_is_met_everywhere_is_refused(source: str) -> None:
    with pytest.raises(BrokenPattern, match="also matches empty text"):
        compiled(source)


def test_case_does_not_matter() -> None:
    assert compiled("gas.?light").search("A GasLight", "") == (2, 10)


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("gas.?light", "light"),
        (r"\bViT-\d+", "vit"),
        ("lamps?", "lamp"),
        ("lamps+", "lamp"),
        ("sun valve|tide bell", "sun valve,tide bell"),
        ("sun  valve ?x", "valve"),
        ("(?:sun|moon) valve", "valve"),
        ("(?:sun|moon)", "sun,moon"),
        ("sun|∞", ""),
        ("sun valve|sun bell", "sun valve,sun bell"),
        (r"\x41bc", "abc"),
        (r"(lamp)\1oil", "oil"),
        (r"\012lamp", "lamp"),
        (r"sun\nvalve", "valve"),
        ("[lamp]oil", "oil"),
        ("(?i)lamp(?=oil)", "lamp"),
        ("lamp{2}", "lam"),
        (r"lamp\s+oil_can", "lamp"),
        ("∞", ""),
        ("lamp(?# comments are none)?", "lam"),
    ],
)
def test_of_a_pattern_the_letters_are_known_that_it_cannot_do_without(source: str, runs: str) -> None:
    assert required(source) == tuple(runs.split(",") if runs else ())


ATOMS = st.sampled_from(
    [
        "lamp",
        "oil lamp",
        "K",
        "is",
        "oil",
        "ı",
        "é",
        "-",
        " ",
        r"\s",
        r"\b",
        ".",
        "[ks]",
        "(?:is|k)",
        "(k)?",
        "_",
        r"\-",
        r"\x6b",
        "9",
        "(is|oil)",
        "(?#k)",
    ]
)
ENDS = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "??"])
PIECES = st.lists(st.builds("{}{}".format, ATOMS, ENDS), min_size=1, max_size=4).map("".join)
PATTERNS = st.lists(PIECES, min_size=1, max_size=2).map("|".join)
UNICODE_ATOMS = st.sampled_from(
    r"""k K é É ß
     ẞ σ ς α İ ı [α-ω] [^α] [^a-z] [a-z] \w \W \d \D \s \S \b \B . ^ [ks] [^\W\d] (?-i:K) (?-i:é) - _ 大 [一-龥]
    ² ٣ ſ µ ﬁ ǅ (?m:^) (?m:$) (?s:.) (?:é|) (?:|k)""".split()
)
UNICODE_PIECES = st.lists(
    st.builds("{}{}".format, UNICODE_ATOMS, st.sampled_from(["", "", "?", "*", "+", "{2}", "+?"])),
    min_size=1,
    max_size=4,
).map("".join)
UNICODE_PATTERNS = st.builds("(?:{}|{}){}".format, UNICODE_PIECES, UNICODE_PIECES, UNICODE_PIECES)
UNICODE_TEXTS = st.text(
    alphabet="kKKsſİiıéÉßẞσςΣαω大语٣3²—- \u2003\u2028\x85\n_µμΜﬁǆǅaz!\u0301𝔸\U0001d7d8ªⅷ", min_size=1, max_size=12
)
TEXTS = st.lists(
    st.sampled_from(
        [
            "lamp",
            "Oil lamp",
            "LAMP",
            "oil",
            "k",
            "\u212a",
            "ſ",
            "İs",
            "ıs",
            "é",
            "e\u0301",
            "-",
            " ",
            "_",
            "9",
            "²",
            "\u00ad",
        ]
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("gas.?light", "gas"),
        (r"\bViT-\d+", "vit"),
        ("lamps?", "lamp"),
        ("sun valve|\\btide", "sun valve,tide"),
        (r"\b(?:sun|moon(?:s|beams))s? valve", "sun,moon"),
        ("((sun|moon)|oil) lamp|gas", "sun,moon,oil,gas"),
        ("(sun|moon)? valve", ""),
        ("(?:sun|moon){1,2} valve", ""),
        ("sun|∞", ""),
        ("sun|", ""),
        ("s?un", ""),
        ("(?i:lamp)", ""),
        ("(?P<n>lamp)s", "lamp"),
        (r"\Blamp", ""),
        ("[lamp]oil", ""),
        (r"\x41bc", "abc"),
        ("(?# comments are none)lamp", "lamp"),
        ("lamp(?# comments are none)?", "lam"),
        ("∞", ""),
    ],
)
def test_of_a_pattern_it_is_known_how_what_it_meets_begins(source: str, runs: str) -> None:
    assert beginnings(source) == tuple(runs.split(",") if runs else ())


@given(UNICODE_PATTERNS, UNICODE_TEXTS)
def test_it_matches_what_python_matches(source: str, text: str) -> None:
    try:
        expression = compiled(source)
    except BrokenPattern:
        return
    match = re.compile(source, re.IGNORECASE).search(text)
    assert expression.search(text, beyond_ascii(text)) == (match.span() if match else None)
    assert expression.is_in(text, beyond_ascii(text)) == bool(match)


@given(PATTERNS, TEXTS)
def test_whatever_a_pattern_meets_has_one_of_them(source: str, text: str) -> None:
    try:
        span = compiled(source).search(text, beyond_ascii(text))
    except BrokenPattern:
        return
    met = text[slice(*span)] if span else ""
    for runs in (required(source), beginnings(source)):
        if met and runs:
            assert any(run in spell(text).apart for run in runs)
    if met and beginnings(source) and text.isascii():
        assert met.lower().startswith(beginnings(source))


@given(PATTERNS, TEXTS)
def test_a_pattern_is_met_wherever_it_is_found(source: str, text: str) -> None:
    try:
        found = compiled(source).search(text, beyond_ascii(text))
    except BrokenPattern:
        return
    assert matcher(f"/{source}/").matches(FieldText.of(text)) == bool(found)
