"""A file is no YAML, or uses more of YAML than plain data.

    summary: a fast method: three times    # a second colon

What cannot be read up to its end is not read at all. Put text that contains a colon, a `#` or that begins with `@`,
`%`, `*`, `&`, `!`, `[` or `{` in quotes; indent with spaces; let every key end in a colon. Aliases (`*name`), tags
(`!name`) and several documents in one file are not read: write the values out.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S002"
SEVERITY = Severity.ERROR
