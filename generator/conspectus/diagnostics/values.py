"""The values with which every stage reports what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from conspectus.diagnostics.check_names import CheckName
from conspectus.diagnostics.quoting import brief


class Severity(StrEnum):
    """How much a mistake matters: an error stops the build from publishing, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A piece of one line of a file below the project's folder.

    `file` is written with forward slashes and relative to the project, so that a message reads the same on
    every machine. `line` and `column` count from 1; `width` is how many characters the piece is wide.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in the content, as the stage that found it reports it.

    `check` is the name of the check that gives it a code and a severity. `message` states the fact, `help` says what to
    do about it; neither ends with a period. Long values that they quote are cut.
    """

    check: CheckName
    message: str
    span: Span
    help: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", brief(self.message))
        object.__setattr__(self, "help", brief(self.help))


class HintedError(Exception):
    """Why something that was asked for cannot be done, and what to do about it, if anything can be."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(brief(message))
        self.hint = brief(hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic(Mistake):
    """A mistake with the code and the severity of its check."""

    code: str
    severity: Severity

    @classmethod
    def of(cls, code: str, severity: Severity, mistake: Mistake) -> Diagnostic:
        return cls(mistake.check, mistake.message, mistake.span, mistake.help, code=code, severity=severity)


@dataclass(frozen=True, slots=True)
class Report:
    """All diagnostics of one run, sorted by file, line, column and code."""

    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        """The diagnostics sorted, without duplicates."""
        return cls(tuple(sorted(set(diagnostics), key=lambda d: (d.span, d.code, d.message))))

    def count(self, severity: Severity) -> int:
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    def joined(self, other: Report) -> Report:
        """The diagnostics of both."""
        return Report.of((*self.diagnostics, *other.diagnostics))

    def without_notes(self) -> Report:
        """Its errors and warnings only."""
        return Report(tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity is not Severity.NOTE))

    def fails(self, *, strict: bool = False) -> bool:
        """Whether the content must not be published: an error, or under `strict` a warning too."""
        return bool(self.count(Severity.ERROR) or (strict and self.count(Severity.WARNING)))
