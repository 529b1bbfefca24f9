"""Categories are nested deeper than a reader could follow.

What is below is left out. Two or three levels are usual; move the lower ones up, or make a facet of their own of what
tells them apart.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "T002"
SEVERITY = Severity.ERROR
