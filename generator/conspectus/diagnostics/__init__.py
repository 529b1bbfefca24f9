"""Mistakes as values: where they are, what they say, and what to do about them."""

from conspectus.diagnostics.meant import did_you_mean, nearest
from conspectus.diagnostics.values import Diagnostic, Mistake, Report, Severity, Span

__all__ = ["Diagnostic", "Mistake", "Report", "Severity", "Span", "did_you_mean", "nearest"]
