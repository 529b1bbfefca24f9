"""Dates, numbers, lists, order and script, as the languages have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyuca.collator import Collator_10_0_0

from conspectus.language import Language, Written, sort_key, written_in
from conspectus.language.collation import _collator
from conspectus.model.when import Date

DAY, MONTH, YEAR = Date(2024, 4, 2), Date(2024, 4), Date(2024)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["April 2, 2024", "Apr 2, 2024", "April 2024", "2024", "1,234.5", "a, b, and c"]),
        ("en-GB", ["2 April 2024", "2 Apr 2024", "April 2024", "2024", "1,234.5", "a, b and c"]),
        ("de", ["2. April 2024", "2. Apr. 2024", "April 2024", "2024", "1.234,5", "a, b und c"]),
        ("zh-Hans", ["2024年4月2日", "2024年4月2日", "2024年4月", "2024年", "1,234.5", "a、b和c"]),
    ],
)
def test_dates_numbers_and_lists_are_the_languages_own(tag: str, expected: list[str]) -> None:
    own = Language(tag, tag)
    dates = [own.date(DAY), own.date(DAY, short=True), own.date(MONTH), own.date(YEAR)]
    assert [*dates, own.number(1234.5), own.list(["a", "b", "c"])] == expected


def test_direction_follows_the_language() -> None:
    assert [Language(tag, tag).direction for tag in ("en", "he", "ar")] == ["ltr", "rtl", "rtl"]


def test_accents_and_case_count_after_letters() -> None:
    names = "Zhu Öz oz Oz Łukasz Lukas de_Cruz Ärger Arger α Иванов".split()
    assert sorted(names, key=sort_key) == "Arger Ärger de_Cruz Lukas Łukasz oz Oz Öz Zhu α Иванов".split()


def test_chinese_is_sorted_by_pinyin_in_chinese() -> None:
    names = ["张伟", "李娜", "王芳", "阿明", "白雪", "Zhang"]
    assert sorted(names, key=lambda name: sort_key(name, "zh-Hans")) == [
        "Zhang",
        "阿明",
        "白雪",
        "李娜",
        "王芳",
        "张伟",
    ]
    assert sorted(names, key=sort_key) != sorted(names, key=lambda name: sort_key(name, "zh"))


PYUCA = Collator_10_0_0()
TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF, exclude_categories=("Cs", "Cn")), max_size=12)


@given(TEXTS)
def test_the_order_is_that_of_the_unicode_collation_algorithm(text: str) -> None:
    levels = sort_key(text).split("\0")[:3]
    assert [[ord(sign) for sign in level] for level in levels] == _levels(PYUCA.sort_key(text))


@given(TEXTS, TEXTS)
def test_texts_are_told_apart(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


def _levels(key: tuple[int, ...]) -> list[list[int]]:
    levels: list[list[int]] = [[]]
    for weight in key:
        if weight:
            levels[-1].append(weight)
        else:
            levels.append([])
    return levels[:3]


def test_a_collator_reads_only_the_lines_it_needs() -> None:
    _collator.cache_clear()
    sort_key.cache_clear()
    sort_key("é")
    assert len(_collator("en").unread) > 30_000


@pytest.mark.parametrize(
    ("text", "page", "expected"),
    [
        ("Attention with an α and a 注意", "en", Written()),
        ("למידה עמוקה of lamps", "en", Written("he", "rtl")),
        ("سلام دنیا", "de", Written("ar", "rtl")),
        ("深度学习综述", "en", Written("zh")),
        ("深度学习综述", "zh-Hans", Written()),
        ("日本語の研究", "zh-Hans", Written("ja")),
        ("한국어 논문", "en", Written("ko")),
        ("", "en", Written()),
        ("Attention with an α.", "he", Written(dir="ltr")),
        ("למידה עמוקה", "he", Written()),
    ],
)
def test_a_text_in_another_script_says_so(text: str, page: str, expected: Written) -> None:
    assert written_in(text, page) == expected


@pytest.mark.parametrize(
    ("text", "page", "known", "usual", "expected"),
    [
        ("Trimming the Wick", "de", "en", "", Written("en")),
        ("Trimming the Wick", "de", "", "en", Written("en")),
        ("Der Docht", "de", "de-AT", "en", Written()),
        ("Trimming the Wick", "de", "zh", "en", Written("en")),  # the paper is in Chinese, its title translated
        ("Trimming the Wick", "he", "en", "", Written("en", "ltr")),
        ("修剪灯芯", "en", "", "de", Written("zh")),
        ("東京", "en", "ja", "", Written("ja")),
        ("Обрізання ґноту", "en", "uk", "", Written("uk")),
        ("چراغ", "en", "fa", "", Written("fa", "rtl")),
    ],
)
def test_a_known_language_is_declared_where_the_letters_are_its_own(
    text: str, page: str, known: str, usual: str, expected: Written
) -> None:
    assert written_in(text, page, known, usual) == expected
