"""Categories are nested too deeply.

Everything below the limit is left out. Two or three levels are usual: move the lower categories up, or make a facet of
what tells them apart.
"""

from conspectus.diagnostics import Severity

CODE = "T002"
SEVERITY = Severity.ERROR
