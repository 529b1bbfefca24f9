"""Citation keys that are kept: one for each paper, and each for one."""

from __future__ import annotations

from conspectus.diagnostics import Span
from conspectus.model.ledger import Ledger
from conspectus.model.work import Reference

FILE = "content/citation-keys.yaml"


def kept(**keys: str) -> Ledger:
    return Ledger({id: Reference(key, Span(FILE, line)) for line, (id, key) in enumerate(keys.items(), 1)})


def test_one_key_on_two_papers_is_told_where_it_stands_again(made) -> None:  # type: ignore[no-untyped-def]
    survey = made.survey([made.paper("wick")], ledger=kept(wick="lampe23", gone="bell", valve="Lampe23"))
    (mistake,) = made.found("duplicate-citation-key", survey)
    assert (mistake.span.file, mistake.span.line) == (FILE, 3)
    assert "`valve`" in mistake.message and "`wick`" in mistake.message
    assert not made.found("duplicate-citation-key", made.survey([made.paper("wick")]))


def test_a_paper_without_a_kept_key_is_reported_where_others_have_one(made) -> None:  # type: ignore[no-untyped-def]
    papers = [made.paper("wick", 1), made.paper("valve", 5), made.paper("trim", 9, was=("bell",))]
    (mistake,) = made.found("missing-citation-key", made.survey(papers, ledger=kept(wick="a", bell="b")))
    assert (mistake.message, mistake.span.line) == ("`valve` has no permanent citation key", 5)
    assert not made.found("missing-citation-key", made.survey(papers))


def test_a_paper_that_got_another_id_is_told_by_the_key_it_had(made) -> None:  # type: ignore[no-untyped-def]
    ledger = kept(wick="a", valve="trim")
    (mistake,) = made.found(
        "missing-citation-key", made.survey([made.paper("wick"), made.paper("trim")], ledger=ledger)
    )
    assert (
        mistake.message == "`trim` has no permanent citation key; `valve`, which is gone, has the one that it would get"
    )
    assert (mistake.help or "").startswith("if it is the same paper, write `was: [valve]`")
    moved = made.survey([made.paper("wick"), made.paper("trim", was=("valve",))], ledger=ledger)
    assert not made.found("missing-citation-key", moved)
