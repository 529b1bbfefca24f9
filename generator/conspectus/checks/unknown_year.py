"""A listing leaves out the year of a date, and nothing tells which it is.

    May 28 2

The year is known from a line `retrieved: 2026-06-12` at the file's top, from the page's head, the file's name, or from
the other dates. Here it is from none of them, and the papers have no date. Write the day you saved the page into its
first line, or into the file's name.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S013"
SEVERITY = Severity.WARNING
