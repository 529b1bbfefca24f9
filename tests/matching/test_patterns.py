"""Which regular expressions rules may use."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        r"lamp(?=\s+oil)",
        r"\d+\s*-?\s*bit",
        r"\w+ \w+ lamp",
        r"lamp.*oil",
        r"(?:oil|gas|sun|tide|arc) (?:lamp|valve|burner|light)s?",
        r"lamp.{0,30}oil.{0,30}wick",
    ],
)
def test_an_ordinary_pattern_is_taken(source: str) -> None:
    assert compiled(source)


@pytest.mark.parametrize(
    "source",
    [
        r"(a+)+b",
        r"(a*)*b",
        r"(?:a|aa)+b",
        r"((a+)b)*c",
        r"(?:a{1,9}){1,9}b",
        r"(?:a?b?)+c",
        r".*a.*b.*c.*d.*e",
        r"a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?x",
        r".*.*x",
        r"[^b]*[^c]*x",
        r"\w*\w*\w*\w*x",
        "(a|aa)" * 30,
        "a" * 201,
    ],
)
def test_a_pattern_that_may_run_for_ever_is_refused(source: str) -> None:
    with pytest.raises(BrokenPattern) as refused:
        compiled(source)
    assert refused.value.hint


@pytest.mark.parametrize(
    "source", ["(", "[a", "*", "a**", r"\q", "(?P<a", "[[a]", "a{99999999999}", "(?x)a #)", "(?x:a #)\n)"]
)
def test_what_is_no_pattern_is_refused_with_the_reason(source: str) -> None:
    with pytest.raises(BrokenPattern) as refused:
        compiled(source)
    assert str(refused.value)


@pytest.mark.parametrize("source", ["a*", "", "|", "(?:lamp)?", "^"])
def test_a_pattern_that_is_met_everywhere_is_refused(source: str) -> None:
    with pytest.raises(BrokenPattern, match="also matches empty text"):
        compiled(source)


def test_case_does_not_matter() -> None:
    assert compiled("gas.?light").search("GasLight")


@given(st.text(alphabet="ab(|)*+?{},0123456789[]\\^$.:-", max_size=30))
def test_whatever_is_taken_is_done_with_a_text_at_once(source: str) -> None:
    try:
        pattern = compiled(source)
    except BrokenPattern:
        return
    start = time.perf_counter()
    pattern.search(f"{'ab' * 50} {'a' * 100} " * 3)  # words are cut after 100 characters
    assert time.perf_counter() - start < 10


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


def test_a_comment_hides_no_repetition() -> None:
    with pytest.raises(BrokenPattern, match="a repetition or alternatives inside"):
        compiled("(a+)(?# twice)+b")


@given(PATTERNS, TEXTS)
def test_whatever_a_pattern_meets_has_one_of_them(source: str, text: str) -> None:
    try:
        met = compiled(source).search(text)
    except BrokenPattern:
        return
    for runs in (required(source), beginnings(source)):
        if met and runs:
            assert any(run in spell(text).apart for run in runs)
    if met and beginnings(source) and text.isascii():
        assert met[0].lower().startswith(beginnings(source))


@given(PATTERNS, TEXTS)
def test_a_pattern_is_met_wherever_it_is_found(source: str, text: str) -> None:
    try:
        found = compiled(source).search(text)
    except BrokenPattern:
        return
    assert matcher(f"/{source}/").matches(FieldText.of(text)) == bool(found)
