"""A report for programs: one JSON document, whose keys are stable."""

from __future__ import annotations

import json

from conspectus.diagnostics.values import Report, Severity


def render(report: Report) -> str:
    """`diagnostics`: a list of objects with the keys below; `counts`: how many there are of each severity.

    Lines and columns count from 1, columns and widths in characters; `help` may be empty.
    """
    diagnostics = [
        {
            "code": diagnostic.code,
            "name": diagnostic.check,
            "severity": str(diagnostic.severity),
            "message": diagnostic.message,
            "help": diagnostic.help,
            "file": diagnostic.span.file,
            "line": diagnostic.span.line,
            "column": diagnostic.span.column,
            "width": diagnostic.span.width,
        }
        for diagnostic in report.diagnostics
    ]
    counts = {str(severity): report.count(severity) for severity in Severity}
    return json.dumps({"diagnostics": diagnostics, "counts": counts}, ensure_ascii=True, indent=2) + "\n"
