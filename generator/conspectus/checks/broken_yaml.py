"""A file is not valid YAML, or uses more of YAML than plain data.

    summary: a fast method: three times    # a second colon

A file with a syntax error is not read at all. Put text in quotes if it contains a colon or a `#`, or starts with `@`,
`%`, `*`, `&`, `!`, `[` or `{`. Indent with spaces, and end every key with a colon. Aliases (`*name`), tags (`!name`)
and several documents in one file are not supported: write the values out.
"""

from conspectus.diagnostics import Severity

CODE = "S002"
SEVERITY = Severity.ERROR
