"""A report for people: each mistake with its line, the place in it marked, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from conspectus.diagnostics.excerpt import excerpt, on_terminal, visible
from conspectus.diagnostics.values import Diagnostic, Report, Severity

COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
"""The ANSI codes for red, yellow and cyan."""

DIM = "2"


def render(report: Report, read: Callable[[str], str | None], color: bool = False) -> str:
    """All mistakes, errors first, for warnings and notes may come of them; and a last line that counts them.

    `read` returns a file's text. `color`: with ANSI escapes.
    """
    once = lru_cache(maxsize=2)(read)  # mistakes come file by file
    order = list(Severity)
    worst_first = sorted(report.diagnostics, key=lambda diagnostic: order.index(diagnostic.severity))
    shown = [_shown(diagnostic, once, color) for diagnostic in worst_first]
    return "\n".join([*shown, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """`1 error, 2 warnings`; `no mistakes` if there are none."""
    counts = [(report.count(severity), str(severity)) for severity in Severity]
    return ", ".join(f"{n} {name}{'' if n == 1 else 's'}" for n, name in counts if n) or "no mistakes"


def _shown(diagnostic: Diagnostic, read: Callable[[str], str | None], color: bool) -> str:
    def painted(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if color else text

    loud = f"1;{COLORS[diagnostic.severity]}"
    head = painted(f"{diagnostic.severity}[{diagnostic.code}]", loud)
    help = f"help: {visible(diagnostic.help)}" if diagnostic.help else ""
    number = str(diagnostic.span.line)
    margin = " " * (len(number) + 1)
    bar = painted(f"{margin} |", DIM)
    lines = [
        f"{head} {diagnostic.check}: {visible(diagnostic.message)}",
        f"{margin}{painted('-->', DIM)} {visible(str(diagnostic.span))}",
    ]
    found = excerpt(read(diagnostic.span.file), diagnostic.span)
    if found:
        before, indent = on_terminal(found.before)
        marked, end = on_terminal(found.marked, indent)
        after, _ = on_terminal(found.after, end)
        marks = painted("^" * max(end - indent, 1), loud)
        lines += [bar, f"{painted(f' {number} |', DIM)} {f'{before}{marked}{after}'.rstrip()}"]
        lines.append(f"{bar} {' ' * indent}{marks}{f' {help}' if help else ''}")
    elif help:
        lines.append(f"{margin} {help}")
    return "\n".join(lines) + "\n"
