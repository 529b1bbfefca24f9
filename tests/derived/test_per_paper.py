"""Values of papers: made once, and again for the papers that changed."""

from __future__ import annotations

from conspectus.derived import Delta, PerPaper
from conspectus.diagnostics import Span
from conspectus.model.paper import Paper
from conspectus.model.work import Work


def paper(id: str) -> Paper:
    return Paper(id, Work(), (), {"title": Span("a")})


def test_a_value_is_made_when_it_is_asked_for_and_kept_while_its_paper_is_the_same() -> None:
    asked: list[str] = []
    values = PerPaper(lambda paper: asked.append(paper.id) or paper.id.upper())
    a, b = paper("a"), paper("b")

    assert asked == []
    assert [values.of(a), values.of(b), values.of(a)] == ["A", "B", "A"]
    later = values.after(Delta(changed=frozenset("b")))
    assert [later.of(a), later.of(b)] == ["A", "B"]
    assert asked == ["a", "b", "b"]


def test_values_that_were_given_out_stay_what_they_were() -> None:
    values = PerPaper(lambda paper: [paper.id])
    first = values.of(paper("a"))
    values.after(Delta(removed=frozenset("a")))

    assert values.of(paper("a")) is first
