"""A regular expression in a rule is invalid, or could run forever.

    any: [/gas(light/]      # the parenthesis is never closed
    any: [/(a+)+b/]         # a repetition inside a repetition

Text between slashes is a regular expression in Python's syntax; case does not matter. It may not be long, repeat what
already repeats, or match the empty text. Plain words without slashes are usually enough: they match whatever the case,
hyphens, accents and plurals.
"""

from conspectus.diagnostics import Severity

CODE = "T003"
SEVERITY = Severity.ERROR
