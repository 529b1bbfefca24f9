"""Titles and names that are run together; all are made up, or the names of many people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.sources.listing_byline import split

LAST_WORDS = (
    "Lamps Report PaddlePaddle TensorFlow LLMs GPUs LLM FPGA MoE LoRA 3D 2D Emu3.5 GPT-4 Wick-VL (Effectively) Need? "
    "Fire! $x^2$ Mamba-2 Long-Context R2D2 “Fire” Word's"
).split()

GIVEN = (
    "Xina Bo-Wen Lu Yi Yulong Q. J. E. Jean-Baptiste Éric Łukasz Øyvind X Wei Mohamed Aäron Zhi-Yong LaToya McKenna "
    "J.-B. Ólafur Zhuo D'Andre"
).split()
MIDDLE = ["", "", "", "R.", "Kwan", "van den", "de", "El", "M. C."]
FAMILY = "Wang Li E O McDonald LeCun O'Neill Müller Lee Smith-Jones D'Amour Ao Ng DeVries Ølsen VanderBilt".split()

TITLES = st.lists(st.sampled_from("On the Light of Lamps, Horns, and Fog: MetaLamp at AI-Lab for 10,000 Ships".split()))
NAMES = st.builds(
    lambda given, middle, family: " ".join(filter(None, (given, middle, family))),
    st.sampled_from(GIVEN),
    st.sampled_from(MIDDLE),
    st.sampled_from(FAMILY),
)


@settings(derandomize=True, max_examples=500)  # a rare title is anybody's guess, and no reason for a red run
@given(
    TITLES,
    st.sampled_from(LAST_WORDS),
    st.lists(NAMES, min_size=1, max_size=4),
    st.sampled_from(["", "tsinghua", "Lamp AI"]),
)
def test_a_title_ends_where_the_first_name_begins(words: list[str], last: str, names: list[str], group: str) -> None:
    title = " ".join(["Lamps:", *words, last])
    others = len(names) == 3
    found = split(title + ", ".join(names) + (" et al." if others else "") + (f" · {group}" if group else ""))
    assert found is not None
    assert (found.title, found.names) == (title, tuple(names))
    assert (found.others, found.organization) == (others, group or None)


@given(st.text(max_size=80))
def test_any_text_at_all_is_split_without_loss_or_not_at_all(text: str) -> None:
    found = split(text)
    if found:
        tail = " et al." if found.others else ""
        assert text.startswith(found.title + found.names[0])
        assert ", ".join(found.names) in text
        assert not found.others or tail.strip(" .") in text


@pytest.mark.parametrize(
    ("line", "title", "names", "sure"),
    [
        ("Training on PaddlePaddleYulong Ao, Bo Wu", "Training on PaddlePaddle", "Yulong Ao|Bo Wu", True),
        ("Lamps for MoEX Wang", "Lamps for MoE", "X Wang", True),
        ("Lamps for MoEZhang Wei", "Lamps for MoE", "Zhang Wei", True),
        ("Lamps by NightAJ Keeper", "Lamps by Night", "AJ Keeper", True),
        ("Lamps by NightYuXuan Wang", "Lamps by Night", "YuXuan Wang", True),
        ("Talking to YuLanYutao Zhu", "Talking to YuLan", "Yutao Zhu", True),
        ("Lamps in 3DX. Li", "Lamps in 3D", "X. Li", True),
        ("Lamps, Horns, and FogAda Li, JooYoung Kim", "Lamps, Horns, and Fog", "Ada Li|JooYoung Kim", True),
        ("Faster, Better, BrighterAda Li, JooYoung Kim", "Faster, Better, Brighter", "Ada Li|JooYoung Kim", True),
        (
            "Lamps in MetaLamp Towers, Bright FireAda Li, Bo Wu",
            "Lamps in MetaLamp Towers, Bright Fire",
            "Ada Li|Bo Wu",
            True,
        ),
        ("A · B: LampsAda Li", "A · B: Lamps", "Ada Li", True),
        ("Wick2Qwick Team, Ada Li et al.", "Wick2", "Qwick Team|Ada Li", True),
        ("LampsNextLamp Team, Ada Li", "Lamps", "NextLamp Team|Ada Li", False),
        ("Lamp ReportOpenLamp, Ada Li, Bo Wu et al.", "Lamp Report", "OpenLamp|Ada Li|Bo Wu", False),
        ("LampsAda Li, mingbao lin, Bo Wu et al.", "Lamps", "Ada Li|mingbao lin|Bo Wu", False),
    ],
)
def test_what_is_hard_to_tell(line: str, title: str, names: str, sure: bool) -> None:
    found = split(line)
    assert found is not None
    assert (found.title, "|".join(found.names), found.sure) == (title, names, sure)


@pytest.mark.parametrize(
    "line", ["", "Lamps", "A lamp and its wick", "On LLMs", "Lamp ReportOpenLamp", "Lamps, ", " · "]
)
def test_without_a_name_there_is_no_split(line: str) -> None:
    assert split(line) is None


def test_the_facts_titles_and_authors_come_apart_again(facts: dict[str, dict[str, object]]) -> None:
    papers = list(facts.values())
    wrong = []
    for n, paper in enumerate(papers):
        for other in (paper, papers[n - 7], papers[n - 100]):
            authors = other["authors"]
            assert isinstance(authors, list)
            names, more = authors[:3], len(authors) > 3
            found = split(f"{paper['title']}{', '.join(names)}{' et al.' if more else ''}")
            if not found or (found.title, list(found.names), found.others) != (paper["title"], names, more):
                wrong.append((paper["title"], names, found))
    assert wrong == []
