"""A report as GitHub's workflow commands, which become annotations on the lines of a pull request."""

from __future__ import annotations

from conspectus.diagnostics.excerpt import visible
from conspectus.diagnostics.values import Diagnostic, Report, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """One `::error file=…,line=…,col=…,endColumn=…,title=…::message` a line; empty if there are no diagnostics."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in report.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties = {
        "file": visible(span.file),
        "line": span.line,
        "col": span.column,
        "endColumn": span.column + span.width,
        "title": f"{diagnostic.code} {diagnostic.check}",
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    lines = (diagnostic.message, diagnostic.help) if diagnostic.help else (diagnostic.message,)
    message = "\n".join(map(visible, lines))
    return f"::{COMMANDS[diagnostic.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    """Escaped as `@actions/core` does it; a line end would begin another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
