"""How words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.matching.words import STOP, forms, plain, plurals, spell, written


@pytest.mark.parametrize(
    "text, apart",
    [
        ("KV-Caches", " kv caches "),
        ("Drøbak’s Café_Lamp", " drobak s cafe lamp "),
        ("na\u0131ve nai\u0308ve naïve", " naive naive naive "),
        ("Video-Ma²mba", " video ma2mba "),
        ("half-‐ twelve‑fold", " half twelve fold "),
        ("oil (or gas), 2.5 lamps", " oil or gas , 2 . 5 lamps "),
        ("Straße æther ﬁne", " strasse aether fine "),
        ("", "  "),
    ],
)
def test_words_are_plain_and_apart(text: str, apart: str) -> None:
    assert spell(text).apart == apart


def test_words_are_joined_over_their_hyphens_as_well() -> None:
    assert spell("Multi-modal pre\u2011training").joined == " multimodal pretraining "


@pytest.mark.parametrize(
    "one, many",
    [
        ("cache", "caches"),
        ("batch", "batches"),
        ("epoch", "epochs"),
        ("video", "videos"),
        ("hero", "heroes"),
        ("policy", "policies"),
        ("key", "keys"),
        ("lens", "lenses"),
        ("loss", "losses"),
        ("box", "boxes"),
        ("llm", "llms"),
        ("a100", "a100s"),
    ],
)
def test_a_plural_and_its_singular_are_forms_of_each_other(one: str, many: str) -> None:
    assert many in forms(one)
    assert one in forms(many)


@pytest.mark.parametrize("one, other", [("loss", "los"), ("a", "as"), ("key", "ke"), ("cached", "cache"), (".", ".s")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert other not in forms(one)
    assert one not in forms(other)


@given(st.text(alphabet="aeiousxzchyt", min_size=1, max_size=6))
def test_being_a_form_goes_both_ways(word: str) -> None:
    assert all(word in forms(form) for form in forms(word))
    assert set(plurals(word)) < set(forms(word))


@given(st.text())
def test_as_many_words_are_spelled_as_are_written(text: str) -> None:
    for number, line in enumerate(spell(text)):
        at, joined = 0, bool(number % 2)
        for word in line.split(" ")[1:-1] if line != "  " else ():
            piece = written(text, line, at, at + len(word) + 2, joined=joined)
            assert "".join(plain(part) for part in piece) or piece in STOP
            at += len(word) + 1


def test_what_was_met_is_told_as_it_is_written() -> None:
    text = "On *KV-Caches* and Pre‑Training, café"
    spelling = spell(text)
    assert written(text, spelling.apart, 3, 13, joined=False) == "KV-Caches"
    start = spelling.joined.index(" pretraining ")
    assert written(text, spelling.joined, start, start + 13, joined=True) == "Pre‑Training"
