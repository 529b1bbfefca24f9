"""A report for programs: one JSON document, whose keys stay."""

from __future__ import annotations

import json
from collections.abc import Callable

from conspectus.diagnostics.values import Report, Severity


def render(report: Report, read: Callable[[str], str | None]) -> str:
    """`diagnostics`: a list of objects, each with the keys below; `counts`: how many there are of each severity.

    Lines and columns count from 1, columns and widths in characters; `help` may be empty. `read` is not used: a program
    finds the lines itself.
    """
    found = [
        {
            "code": diagnostic.code,
            "name": diagnostic.name,
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
    return json.dumps({"diagnostics": found, "counts": counts}, ensure_ascii=True, indent=2) + "\n"
