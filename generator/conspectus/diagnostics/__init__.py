"""Mistakes as values: where they are, what they say, and what to do about them."""

from conspectus.diagnostics.meant import did_you_mean, nearest
from conspectus.diagnostics.rules import RULE_NAMES, RuleName
from conspectus.diagnostics.values import Diagnostic, Mistake, Report, Severity, Span

__all__ = [
    "RULE_NAMES",
    "Diagnostic",
    "Mistake",
    "Report",
    "RuleName",
    "Severity",
    "Span",
    "did_you_mean",
    "nearest",
]
