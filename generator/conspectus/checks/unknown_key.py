"""A key is not known, so its value would be ignored.

    titel: Lenses    # title

It is usually a typo; the message suggests the nearest known key. Put a value of your own under a paper's `facts:` to
show it, or in a comment to keep it to yourself.
"""

from conspectus.diagnostics import Severity

CODE = "S004"
SEVERITY = Severity.ERROR
