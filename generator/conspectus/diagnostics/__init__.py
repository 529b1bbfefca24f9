"""Mistakes as values: where they are, what they say, and what to do about them."""

from conspectus.diagnostics.check_names import CHECK_NAMES, FORMER, CheckName
from conspectus.diagnostics.meant import did_you_mean, misspelled, nearest
from conspectus.diagnostics.values import Diagnostic, HintedError, Mistake, Report, Severity, Span
