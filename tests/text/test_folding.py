"""One folding for rules, merging and the search, in Python and in a browser."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from conspectus.components.word_index import BRITISH
from conspectus.matching.phrases import FieldText, matcher
from conspectus.text.folding import folded, terms, transcribed, undoubled

SCRIPTS = Path(__file__).parents[2] / "templates" / "assets" / "js"

TWIN = """
import fs from "node:fs";
const { folded, spell, terms } = await import(process.argv[2]);
const { texts, british } = JSON.parse(fs.readFileSync(0, "utf8"));
spell(british);
const rows = (text) => terms(text).map(({ word, at, span }) => [word, at, span]);
console.log(JSON.stringify(texts.map((text) => [folded(text), rows(text)])));
"""

PIECES = [
    *"abcXYZ019 -.,'’+#^×∞²½αβσςΣßéüÖÅđŁøçñ\u0308한국어中文かがไทยकि/()·ﬁ\xad\u200b\u200c\u200dन्दँةىیکـأئ",
    *("two", "one-", "Ten-", "++", "FlashAttention", "LLMs", "80GB", "1,024", "C#", ".NET", "∞Bench", " "),
    *("constructor", "toString", "__proto__"),
    *("Grey", "colour", "-modelled", "analysed", "haema", "Ångstroem", "ise", "centre"),
]


def words(text: str) -> list[str]:
    return [term.word for term in terms(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "Łukasz Søren": ["lukasz", "soren", "soeren"],
        "Müller-Lyer": ["muller", "lyer", "mullerlyer", "mueller", "muellerlyer"],
        "ÅNGSTRÖM Mu\u0308ller": ["angstrom", "aangstroem", "muller", "mueller"],
        "Bauer Zoë": ["bauer", "zoe"],
        "grey-scale Modelling": ["grey", "scale", "greyscale", "gray", "grayscale", "modelling", "modeling"],
        "Angstroem": ["angstroem", "angstrom"],
        "5 Å": ["5", "a"],
        "FlashAttention": ["flash", "attention", "flashattention"],
        "flash-attention": ["flash", "attention", "flashattention"],
        "FPGAs and LLMs": ["fpga", "and", "llm"],
        "MoE DiT": ["moe", "dit"],
        "W4A8": ["w4a8"],
        "C++, C# and .NET": ["cplusplus", "csharp", "and", "dotnet"],
        "(DAP).Methods [1].Results": ["dap", "methods", "1", "results"],
        "O(n²) O(n^2)": ["o", "n2", "o", "n2"],
        "∞": ["infinity"],
        "β-VAE": ["beta", "vae", "betavae"],
        "TNFα NFκB ΛCDM 5 μm": ["tnfalpha", "nfkappab", "lambdacdm", "5", "mum"],
        "λόγος": ["λογοσ"],
        "quan\u00adtized la\u200bmp": ["quan", "tized", "quantized", "la", "mp", "lamp"],
        "علی\u200cرضا": ["علي", "رضا", "عليرضا"],
        "الأمين المدينة العـــربية": ["الامين", "المدينه", "العربيه"],
        "هند کتاب ى": ["هند", "كتاب", "ي"],
        "हिन्दी हिंदी हाँ": ["हिंदी", "हिंदी", "हां"],
        "Ελληνικά": ["ελληνικα"],
        "3.6× of 1,024": ["3.6", "x", "3.6x", "of", "1024"],
        "RealCustom++": ["real", "custom", "realcustom", "realcustomplusplus"],
        "Two-Bit one-shot": ["two", "bit", "twobit", "2bit", "one", "shot", "oneshot", "1shot"],
        "the one of two": ["the", "one", "of", "two"],
        "two-3x eleven-bit two-s++": [
            *("two", "3", "x", "3x", "two3x", "eleven", "bit", "elevenbit", "two", "s", "twosplusplus"),
        ],
        "中文文本": ["中文", "文文", "文本"],
        "基于FlashAttention的文本": ["基于", "flashattention", "的文", "文本"],
        "한국어": ["한국", "국어"],
        "الصُّور": ["الصور"],
        "שָׁלוֹם־עוֹלָם": ["שלום", "עולם"],
        "the lamp's wick": ["the", "lamp", "wick"],
        "a constructor": ["a", "constructor"],
    }.items(),
)
def test_a_text_comes_to_the_words_that_people_look_for(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_the_parts_of_a_compound_stand_side_by_side_and_the_whole_for_both() -> None:
    assert [tuple(term) for term in terms("a flash-attention kernel")] == [
        ("a", 0, 1),
        ("flash", 1, 1),
        ("attention", 2, 1),
        ("flashattention", 1, 2),
        ("kernel", 3, 1),
    ]


def test_a_browser_folds_as_the_build_does(missing: Callable[[str], None], tmp_path: Path) -> None:
    node = shutil.which("node")
    if not node:
        missing("Node was not found, which runs the browser's folding")
    assigned = (chr(code) for code in range(0x20, 0x2FFFF))
    letters = [c for c in assigned if unicodedata.category(c)[0] != "C" and "CHEROKEE" not in unicodedata.name(c, "")]
    chance = random.Random(19)  # noqa: S311
    texts = letters + ["".join(chance.choices(PIECES, k=chance.randint(1, 14))) for _ in range(5000)]
    script = tmp_path / "twin.mjs"
    script.write_text(TWIN, "utf-8")
    module = (SCRIPTS / "folding.js").as_uri()
    said = json.dumps({"texts": texts, "british": BRITISH})
    done = subprocess.run([node or "", str(script), module], input=said, capture_output=True, text=True, check=True)
    for text, (plain, found) in zip(texts, json.loads(done.stdout), strict=True):
        assert (plain, found) == (folded(text), [list(term) for term in terms(text)]), text


@pytest.mark.parametrize("seed", range(200))
def test_words_that_a_rule_meets_are_words_of_the_index(seed: int) -> None:
    """Case, accents and hyphens make no difference to rules, nor to the search."""
    chance = random.Random(seed)  # noqa: S311
    row = chance.choices(["flash", "Attention", "kv", "Łukasz", "prénom", "wick", "4bit"], k=3)
    text = "".join(word + chance.choice([" ", "-"]) for word in row).strip("- ")
    phrase = " ".join(chance.choice([word, word.lower(), word.upper()]) for word in row)
    assert matcher(phrase).matches(FieldText.of(text))
    assert {folded(word) for word in row} <= set(words(text))


@pytest.mark.parametrize("word", ["Müller", "Ångström", "Søren", "Đorđević", "Käthe", "BJÖRK-Lü"])
def test_rules_search_and_merging_agree_on_what_is_one_word(word: str) -> None:
    """Rules and search tell `Muller` from `Mueller`; for merging, which has more to go by, they are the same."""
    for asked in (word, folded(word), transcribed(word)):
        for text in (word, folded(word), transcribed(word)):
            is_same = word in (asked, text) or asked == text
            assert matcher(asked).matches(FieldText.of(f"by {text}, again")) == is_same, (asked, text)
            assert bool({*words(asked)} & {*words(text)}) == is_same, (asked, text)
            assert undoubled(folded(asked)) == undoubled(folded(text))


@pytest.mark.parametrize(
    ("one", "other"), [("Bauer", "Baur"), ("aa", "5 Å"), ("Israel", "Isral"), ("adjoint", "adoint")]
)
def test_two_letters_that_nobody_wrote_for_one_stay_two(one: str, other: str) -> None:
    for asked, text in ((one, other), (other, one)):
        assert not matcher(asked).matches(FieldText.of(text))
        assert not {*words(asked)} & {*words(text)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(
            ("quantisation", "quantization"),
            ("tokenisers", "tokenizer"),
            ("analysed", "analyzed"),
            ("colours", "color"),
            ("grey-scale", "gray scale"),
            ("modelling", "modeling"),
            ("centre", "centers"),
            ("β-VAE", "beta VAE"),
        ),
        *(
            ("O(n²)", "O(n^2)"),
            ("H₂O", "H2O"),
            ("Flash-Attention", "flash attention"),
            ("LLMs", "LLM"),
            ("naïve", "naive"),
            ("ﬁne", "fine"),
        ),
    ],
)
def test_what_is_one_word_for_the_search_is_one_for_rules(one: str, other: str) -> None:
    for asked, text in ((one, other), (other, one)):
        assert matcher(asked).matches(FieldText.of(text))


@pytest.mark.parametrize(("one", "other"), [("prise", "prize"), ("size", "sise"), ("disable", "dizable")])
def test_short_words_in_ise_and_ize_are_different_ones(one: str, other: str) -> None:
    assert not matcher(one).matches(FieldText.of(other))
