"""A value is not of the kind that belongs behind its key.

    comments: many         # a whole number
    match: kv cache        # keys and values: {any: [kv cache]}

The message says what is expected there. The value is passed over, the rest is read.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S005"
SEVERITY = Severity.ERROR
