"""A listing leaves out the year of a date, and nothing says which year it is.

    May 28 2

The year is taken from a line `retrieved: 2026-06-12` at the file's top, the page's head, the file's name, or the other
dates. This file has none of them, so its papers have no date. Write the day you saved the page into the first line, or
into the file's name.
"""

from conspectus.diagnostics import Severity

CODE = "S013"
SEVERITY = Severity.WARNING
