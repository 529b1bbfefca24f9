"""A saved listing page cannot be read to its end.

Reading stopped at the reported line, and nothing is taken from the file: half a listing would look like a whole one.
Save the complete page as text again. If the site has changed its layout, add the papers as BibTeX or YAML instead.
"""

from conspectus.diagnostics import Severity

CODE = "S011"
SEVERITY = Severity.ERROR
