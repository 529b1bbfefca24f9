"""The match language. All papers here are made up."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conspectus.derived import Delta
from conspectus.matching import corpus
from conspectus.matching.corpus import Corpus, Term
from conspectus.matching.phrases import FIELDS, FieldText, first_match, matched_words
from conspectus.model.paper import Paper
from conspectus.model.taxonomy import is_pattern
from conspectus.model.work import Work
from conspectus.text import Text
from conspectus.text.folding import LONGEST


def paper(title: str = "A lamp", summary: str = "", abstract: str = "", keywords: tuple[str, ...] = ()) -> Paper:
    work = Work(title=Text(title), summary=summary or None, abstract=Text(abstract), keywords=keywords)
    return Paper("lamp", work, (), {})


def met(phrase: str, paper: Paper, *, title: bool = False) -> tuple[str, str] | None:
    """The field and the words that a phrase matches."""
    corpus, term = Corpus.of([paper]), Term(phrase, title)
    fields = corpus.fields(paper.id)
    index = first_match(phrase, fields) if paper.id in corpus.search([term])[term] else None
    return None if index is None else (FIELDS[index], matched_words(phrase, fields[index]))


@pytest.mark.parametrize(
    "phrase, title, words",
    [
        ("kv cache", "Fewer KV-caches at sea", "KV-caches"),
        ("KV-Caches", "a kv cache", "kv cache"),
        ("multi-modal", "Multimodal lamps", "Multimodal"),
        ("multimodal", "Multi-Modal lamps", "Multi-Modal"),
        ("multimodal pre-training", "Multi-modal pre training", "Multi-modal pre training"),
        ("pre-training policies", "A Pretraining-Policy", "Pretraining-Policy"),
        ("drobak lens", "On Drøbak lenses", "Drøbak lenses"),
        ("na\u00efve", 'A na\\"ive lamp', "naïve"),
        ("log n", "Wicks in $O(\\log n)$ Nights", "log n"),
        ("llama 3.1", "With Llama-3.1 oil", "Llama-3.1"),
        ("lamp", "lamp", "lamp"),
        ("/gas.?light/", "A Gas-Light", "Gas-Light"),
        ("/\\bv\\d+\\b/", "The V2 lamp", "V2"),
    ],
)
def test_a_phrase_is_met_and_told_as_it_is_written(phrase: str, title: str, words: str) -> None:
    assert met(phrase, paper(title)) == ("title", words)


@pytest.mark.parametrize(
    "phrase, title",
    [
        ("lamp", "Lamplight"),
        ("lamp", "Headlamp"),
        ("kv cache", "kv of a cache"),
        ("kv cache", "cache kv"),
        ("lamp oil", "The lamp. Oil it"),
        ("lamp oil", "Lamp, oil and wick"),
        ("pre training", "Pretraining"),
        ("∞", "∞Bench"),
        ("/lamp$/", "lamps"),
    ],
)
def test_other_words_are_not_met(phrase: str, title: str) -> None:
    assert met(phrase, paper(title)) is None


def test_the_most_telling_field_is_told_first() -> None:
    everywhere = paper("A wick", "On wicks.", "Wick!", ("a wick",))
    assert met("wick", everywhere) == ("title", "wick")
    assert met("wick", paper("A", "On wicks.", "Wick!", ("a wick",))) == ("keywords", "wick")
    assert met("wick", paper("A", "On wicks.", "Wick!")) == ("summary", "wicks")
    assert met("wick", paper("A", "", "Wick!")) == ("abstract", "Wick")


def test_a_title_rule_looks_at_titles_alone() -> None:
    assert met("wick", paper("A lamp", "Its wick."), title=True) is None
    assert met("wick", paper("A wick"), title=True) == ("title", "wick")


def test_no_phrase_reaches_from_one_keyword_or_field_into_the_next() -> None:
    assert met("oil lamp", paper("Fine oil", "", "", ("lamp", "oil", "lamp glass"))) is None


def test_citations_addresses_and_tags_are_not_words_of_a_summary() -> None:
    summary = "See [@wick; @oil-lamp] and [this](https://glass.example/valve) <span class='mantle'>one</span>"
    assert [met(word, paper("A", summary)) for word in ("wick", "oil lamp", "glass", "valve", "mantle")] == [None] * 5
    assert met("this", paper("A", summary)) == ("summary", "this")


@pytest.mark.parametrize("phrase", ["wick", "/wick/"])
def test_the_longest_text_is_looked_at_to_its_end(phrase: str) -> None:
    text = "x " * (LONGEST // 2 - 2) + "wick"
    assert len(text) == LONGEST
    assert met(phrase, paper(abstract=text)) == ("abstract", "wick")


WORDS = st.text(alphabet="abcdefghiklmnoprstuvwy", min_size=2, max_size=8)
PHRASES = st.lists(WORDS, min_size=1, max_size=4)


def plural(word: str) -> str:
    """As English writes most of them."""
    if word.endswith(("s", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"


@given(PHRASES, st.sampled_from([" ", "-", "\u2011"]), st.booleans(), st.booleans())
def test_a_phrase_meets_its_own_variants(words: list[str], between: str, many: bool, capital: bool) -> None:
    variant = [*words[:-1], plural(words[-1])] if many else words
    written = between.join(variant).upper() if capital else between.join(variant)
    # Beside it stand words of other letters, which no word here can be.
    assert met(" ".join(words), paper(f"Jxz {written} qxj")) == ("title", written)
    assert met(written, paper(f"Jxz {' '.join(words)} qxj")) == ("title", " ".join(words))


@given(PHRASES, st.text(alphabet="bdfgkmqr", min_size=1, max_size=4), st.booleans())
def test_a_phrase_is_never_met_inside_a_longer_word(words: list[str], more: str, front: bool) -> None:
    longer = [more + words[0], *words[1:]] if front else [*words[:-1], words[-1] + more]
    assert met(" ".join(words), paper(" ".join(longer))) is None


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_phrase_can_be_sought_in_any_text(phrase: str, text: str) -> None:
    assume(not is_pattern(phrase))
    found = met(phrase, paper("A", text))
    assert found is None or found[1]


def test_a_text_without_spaces_cannot_keep_a_pattern_busy() -> None:
    started = time.process_time()
    assert met(r"/\w+\w*x/", paper(abstract="a" * 15_000)) is None
    assert time.process_time() - started < 20


PIECES = st.lists(
    st.sampled_from(
        ["oil", "oils", "oil-lamp", "oil lamps", "Öl", "lamp", "wick", "wicks,", "/g.s/", "gas", "∞", "policies"]
    ),
    max_size=5,
).map(" ".join)


TERMS = st.lists(st.tuples(PIECES, st.booleans()), max_size=12).map(
    lambda asked: [Term(" ".join(phrase.split()), title) for phrase, title in asked if phrase.strip()]
)
PAPERS = st.lists(st.tuples(PIECES, PIECES), max_size=4).map(
    lambda texts: [
        Paper(f"p{number}", Work(title=Text(title or "none"), summary=summary), (), {})
        for number, (title, summary) in enumerate(texts)
    ]
)


@given(PAPERS, TERMS)
def test_a_phrase_matches_the_papers_of_which_it_matches_a_field(papers: list[Paper], terms: list[Term]) -> None:
    corpus = Corpus.of(papers)
    hits = corpus.search(terms)
    for term in terms:
        fields = {id: corpus.fields(id)[: 1 if term.title_only else None] for id in corpus.papers}
        assert hits[term] == {id for id, some in fields.items() if first_match(term.phrase, some) is not None}


@given(PAPERS, TERMS)
def test_so_it_is_with_more_words_than_there_are_signs(papers: list[Paper], terms: list[Term]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "SHARED", chr(3))
        hits = Corpus.of(papers).search(terms)
    assert hits == Corpus.of(papers).search(terms)


@given(PAPERS, PAPERS, TERMS)
def test_a_corpus_after_others_is_searched_as_one_from_scratch(
    before: list[Paper], now: list[Paper], terms: list[Term]
) -> None:
    old, new = ({paper.id: paper for paper in papers} for papers in (before, now))
    earlier = Corpus.of(before)
    found = earlier.search(terms)
    later = earlier.after(Delta.between(old, new), new)
    assert later.search(terms) == Corpus.of(now).search(terms)
    assert later.search(terms, list(new)[:1]) == Corpus.of(now[:1]).search(terms)
    assert earlier.search(terms) == found


@pytest.mark.parametrize(
    ("phrase", "found", "not_found"),
    [
        ("C++", ["Memory in C++", "C++-like lamps", "C++17 for lamps"], ["Lamps in C", "Lamps in C#", "Vitamin C"]),
        ("C#", ["Async in C# lamps"], ["Lamps in C++", "Lamps in C", "C#7"]),
        ("C", ["Pointers in C", "Vitamin C"], ["Memory in C++", "Async in C#"]),
        ("A*", ["Faster A* search", "A*-like search"], ["A lamp for search", "An *A* in italics"]),
        ("RRT*", ["RRT* and RRT"], ["RRT alone"]),
        (".NET", ["Lamps with .NET"], ["Net gains", "It ends. Net gains"]),
        ("AFL++", ["Fuzzing with AFL++"], ["Fuzzing with AFL"]),
        ("AFL", ["Fuzzing with AFL++", "Fuzzing with AFL"], []),
        ("lamp", ["The *lamp* in italics", "A lamp* with a note"], []),
        ("注意力", ["基于注意力机制的机器翻译"], ["注意", "力注意"]),
        ("機械翻訳", ["ニューラル機械翻訳の改良"], ["機械の翻訳"]),
        ("번역", ["신경망기계번역시스템"], ["번 안역"]),
        ("ภาษา", ["การประมวลผลภาษาธรรมชาติ"], ["ภาพ"]),
        ("Transformer", ["Transformer模型综述"], []),
        ("模型", ["Transformer模型综述", "Ｔransformer。模型"], ["模。型"]),
    ],
)
def test_signs_and_scripts_without_spaces_are_matched_as_written(
    phrase: str, found: list[str], not_found: list[str]
) -> None:
    texts = {text: matched_words(phrase, FieldText.of(text)) for text in (*found, *not_found)}
    assert [text for text, words in texts.items() if words] == found
