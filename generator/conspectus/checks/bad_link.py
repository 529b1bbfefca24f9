"""An address is no web address, or none that may be linked.

    code: github.com/ada/lamps           # https:// is missing
    code: javascript:alert(1)

Only http and https addresses with a host are linked, without spaces, quotes, or a name and password before the host.
Where a site stands (`base_url`) has neither `?` nor `#`.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S008"
SEVERITY = Severity.ERROR
