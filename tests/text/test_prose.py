"""Citations in prose."""

from __future__ import annotations

from conspectus.text.prose import cited


def test_papers_are_cited_one_by_one_and_together() -> None:
    assert cited("As [@one] and [@two; @three.v2] say, and [@one] again.") == ("one", "two", "three.v2")


def test_what_only_looks_like_a_citation_is_none() -> None:
    assert cited("[x](mailto:a@b.example), [@], @name, [see @one]") == ()
