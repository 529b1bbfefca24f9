"""A key has a new name in this version; the old one still works.

    colour: true    # now: color

`conspectus fmt` writes the new name and changes nothing else. A later version may not accept the old name.
"""

from conspectus.diagnostics import Severity

CODE = "S015"
SEVERITY = Severity.WARNING
