"""Reports as workflow commands. All texts here are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.diagnostics import Diagnostic, Mistake, Report, Severity, Span, github


def render(mistake: Mistake, severity: Severity = Severity.ERROR) -> str:
    return github.render(Report.of([Diagnostic.of("X012", severity, mistake)]))


def test_a_mistake_is_an_annotation_on_its_line() -> None:
    said = render(Mistake("made-up", "it is so", Span("content/papers/lamps.yaml", 7, 19, 6), "mend it"))
    place = "file=content/papers/lamps.yaml,line=7,col=19,endColumn=25,title=X012 made-up"
    assert said == f"::error {place}::it is so%0Amend it\n"


@pytest.mark.parametrize("severity, command", [(Severity.WARNING, "::warning "), (Severity.NOTE, "::notice ")])
def test_each_severity_has_its_command(severity: Severity, command: str) -> None:
    assert render(Mistake("made-up", "it is so", Span("x")), severity).startswith(command)


def test_a_file_name_cannot_add_properties() -> None:
    assert "file=a%2Cline=9%3A%3A.yaml,line=1," in render(Mistake("made-up", "it", Span("a,line=9::.yaml")))


def test_what_controls_a_terminal_is_not_in_the_log() -> None:
    said = render(Mistake("made-up", "it is \x1b[2J", Span("\x1b]0;x\x07\u202e.bib"), "\x9b"))
    assert "file=\ufffd]0;x\ufffd\ufffd.bib" in said and not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)


def test_percent_signs_stay_what_they_are() -> None:
    assert render(Mistake("made-up", "40% of it", Span("x"))).endswith("::40%25 of it\n")


@given(st.text(), st.text(), st.text())
def test_a_mistake_is_one_line_whatever_it_says(message: str, help: str, file: str) -> None:
    said = render(Mistake("made-up", message, Span(file), help))
    assert said.count("\n") == 1 and said.endswith("\n") and "\r" not in said


def test_without_mistakes_nothing_is_said() -> None:
    assert github.render(Report()) == ""
