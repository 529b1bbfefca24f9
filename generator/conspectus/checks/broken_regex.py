"""A regular expression in a rule is broken, or could take for ever.

    any: [/gas(light/]      # a parenthesis is never closed
    any: [/(a+)+b/]         # a repetition inside a repetition

Between slashes stands a regular expression as Python writes it; upper and lower case don't matter. It may not be long,
repeat what already repeats, or match the empty text. Plain words without slashes do for most: case, hyphens, accents
and plurals don't matter to them.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "T003"
SEVERITY = Severity.ERROR
