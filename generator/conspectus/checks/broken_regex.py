"""A regular expression in a rule is invalid, or cannot be searched for in linear time.

    any: [/gas(light/]      # the parenthesis is never closed
    any: [/lamp(?! oil)/]   # looking ahead; list `lamp oil` under `none` instead

Text between slashes is a regular expression in Python's syntax; case does not matter. It may not be longer than 200
characters, look ahead or behind, refer to a group, or match the empty text. Plain words without slashes are usually
enough: they match whatever the case, hyphens, accents and plurals.
"""

from conspectus.diagnostics import Severity

CODE = "T003"
SEVERITY = Severity.ERROR
