"""A value is not a valid date.

    date: 22.4.2024
    date: 2024-02-30

Write as much of the date as you know: `2024`, `2024-04` or `2024-04-22`.
"""

from conspectus.diagnostics import Severity

CODE = "S007"
SEVERITY = Severity.ERROR
