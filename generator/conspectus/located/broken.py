"""What a person has to know of a file that is not YAML: where the mistake was made, which is seldom where it shows."""

from __future__ import annotations

import re
from typing import Any

import yaml

from conspectus.diagnostics import Mistake, Span

CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
TABS = re.compile(r"[ -]*\t")
QUOTES = ("'", '"')
CLOSING = {"[": "]", "{": "}"}
QUOTE = "add the quote where the text ends; put text with an apostrophe in double quotes"


def mistake(error: yaml.MarkedYAMLError, text: str, path: str, before: int) -> Mistake:
    """The mistake in a text that has so many lines before it in its file."""
    lines = text.split("\n")
    mark, opened = error.problem_mark or error.context_mark, error.context_mark

    def at(line: int, column: int, message: str, help: str) -> Mistake:
        return Mistake("broken-yaml", message, Span(path, before + line + 1, column + 1), help)

    if conflict := CONFLICT.search(text):
        help = "keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>"
        return at(text.count("\n", 0, conflict.start()), 0, "two versions of the file were never merged", help)
    if mark and mark.line < len(lines) and (tab := TABS.match(lines[mark.line])):
        return at(mark.line, tab.end() - 1, "a tab stands in the indentation", "indent with spaces")
    if "quoted scalar" in (error.context or "") and opened:
        return at(opened.line, opened.column, "this quote is never closed", QUOTE)
    if mark and (quote := _late_quote(text, mark.line)):
        return at(*quote, f"this quote is closed in line {before + mark.line + 1} only, by the next quote", QUOTE)
    if "flow" in (error.context or "") and opened and mark and mark.line != opened.line:
        sign = lines[opened.line][opened.column : opened.column + 1]
        if sign in CLOSING:
            help = f"add `{CLOSING[sign]}` where it ends, or put text with brackets in quotes"
            return at(opened.line, opened.column, f"this `{sign}` is never closed", help)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return at(line, column, _said(error), _hint(str(error)))


def _late_quote(text: str, line: int) -> tuple[int, int] | None:
    """Where a quoted text begins that ends in this line and began in an earlier one; None if there is none."""
    found: Any = None
    parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            is_quoted = isinstance(event, yaml.ScalarEvent) and event.style in QUOTES
            if is_quoted and event.end_mark.line == line:
                found = event.start_mark
    except yaml.YAMLError:
        pass
    return (found.line, found.column) if found and found.line < line else None


def _said(error: yaml.MarkedYAMLError) -> str:
    parts = [part for part in (error.problem, error.context) if part]
    return f"this is not YAML: {', '.join(parts)}"


def _hint(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "put text that contains a colon in quotes, and check the indentation"
    if "cannot start any token" in problem:
        return "indent with spaces, and put text that starts with @, `, % or a tab in quotes"
    if "could not find expected ':'" in problem:
        return "check the indentation and that every key ends in a colon"
    return "check indentation, quotes and brackets"
