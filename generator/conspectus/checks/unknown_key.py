"""A key is none that is read here, so what stands behind it would be lost.

    titel: Lenses    # title

Most often it is a slip; the message names the key that comes nearest. A word of your own that is to be shown belongs
under `facts:` of a paper; one that is not, into a comment.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S004"
SEVERITY = Severity.ERROR
