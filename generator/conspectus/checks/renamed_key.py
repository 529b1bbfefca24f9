"""A key has another name in this version; it is read as before.

    colour: true    # color

`conspectus fmt` writes the new name and leaves everything else as it is. A later version may read the old name no more.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S015"
SEVERITY = Severity.WARNING
