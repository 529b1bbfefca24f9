"""Citations in prose."""

from __future__ import annotations

from conspectus.text.prose import cited, words_of


def test_papers_are_cited_one_by_one_and_together() -> None:
    assert cited("As [@one] and [@two; @three.v2] say, and [@one] again.") == ("one", "two", "three.v2")


def test_what_only_looks_like_a_citation_is_none() -> None:
    assert cited("[x](mailto:a@b.example), [@], @name, [see @one]") == ()


def test_what_stands_beside_the_words_of_a_text_is_left_out() -> None:
    said = "A [lamp](https://a.example/b_(c)) of <em>oil</em> [@one; @two], 1 < 2 [@ no end"
    assert words_of(said).split() == "A [lamp] of oil , 1 < 2 [@ no end".split()
