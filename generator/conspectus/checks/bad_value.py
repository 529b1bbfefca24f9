"""A value has the wrong type for its key.

    comments: many         # must be a whole number
    match: kv cache        # must be keys and values: {any: [kv cache]}

The message says what is expected. The value is ignored; everything else is read.
"""

from conspectus.diagnostics import Severity

CODE = "S005"
SEVERITY = Severity.ERROR
