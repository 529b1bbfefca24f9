"""Reports for programs. All texts here are made up."""

from __future__ import annotations

import json as standard

from conspectus.diagnostics import Diagnostic, Mistake, Report, Severity, Span, json

SPAN = Span("content/papers/lamps.yaml", 7, 19, 6)


def test_every_part_of_a_mistake_has_its_key() -> None:
    mistake = Mistake("made-up", "“it” is so\n", SPAN, "mend it")
    said = json.render(Report.of([Diagnostic.of("X012", Severity.WARNING, mistake)]))
    assert standard.loads(said) == {
        "diagnostics": [
            {
                "code": "X012",
                "name": "made-up",
                "severity": "warning",
                "message": "“it” is so\n",
                "help": "mend it",
                "file": "content/papers/lamps.yaml",
                "line": 7,
                "column": 19,
                "width": 6,
            }
        ],
        "counts": {"error": 0, "warning": 1, "note": 0},
    }
    assert said.isascii()


def test_a_report_without_mistakes_is_a_document_too() -> None:
    assert standard.loads(json.render(Report()))["diagnostics"] == []
