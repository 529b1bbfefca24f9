"""What a person has to know of a file that is not YAML: where the mistake was made, which is seldom where it shows."""

from __future__ import annotations

import re
from typing import Any

import yaml

from conspectus.diagnostics import Mistake, Span
from conspectus.located.indentation import misfit

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
    if "flow" in (error.context or "") and opened and mark and opened.line < min(mark.line, len(lines)):
        sign = lines[opened.line][opened.column : opened.column + 1]
        if sign in CLOSING:
            help = f"add `{CLOSING[sign]}` where it ends, or put text with brackets in quotes"
            return at(opened.line, opened.column, f"this `{sign}` is never closed", help)
    place = opened if "could not find expected ':'" in str(error) and opened else mark
    line, column = (min(place.line, len(lines) - 1), place.column) if place else (0, 0)  # YAML knows other line ends
    start, sign = lines[line][:column], lines[line][column : column + 1]
    if ": " not in start and (unfitting := misfit(lines, line, before)):
        return at(line, len(lines[line]) - len(lines[line].lstrip()), *unfitting)
    return at(line, column, *_explained(error, start, sign))


def _explained(error: yaml.MarkedYAMLError, start: str, sign: str) -> tuple[str, str]:
    """What the parser's words mean, and what to do. `sign`: what stands at the place; `start`: the line up to it."""
    problem, context = error.problem or "", error.context or ""
    is_first = not start.strip(" -")
    if sign in CLOSING.values():
        return f"this `{sign}` closes nothing", "delete it, or put text with brackets in quotes"
    if "cannot start any token" in problem:
        return f"text cannot begin with `{sign}`", "put it in quotes"
    if "could not find expected ':'" in problem:
        return "this line is no key with a colon", "write `key: value`, or put a text of several lines in quotes"
    if "mapping values are not allowed" in problem:
        if ": " in start:
            return "a second colon stands in this line", "put text that contains a colon in quotes"
        return "the line above this key is no key", "put a space behind its colon, as in `key: value`"
    if "expected key" in problem and is_first and sign == "-":
        return (
            "a list item stands among keys",
            "indent it as the items of its list, or write the key of the list above it",
        )
    if "expected key" in problem and start.rstrip().endswith(QUOTES):
        return "text follows a closing quote", 'put all of the text in quotes; inside of "…" a quote is written \\"'
    if "'-' indicator" in problem:
        return "this line stands among the items of a list", "begin it with `- `, or indent it as what it belongs to"
    said = ", ".join(part for part in (problem, context) if part)
    return f"this is not YAML: {said}", "check indentation, quotes and brackets"


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
