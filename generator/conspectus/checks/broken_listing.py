"""A saved listing page cannot be read to its end.

It is cut off at the reported line, or of another layout, and nothing is taken from it: half a listing would look like a
whole one. One paper that cannot be read costs only itself (`broken-entry`).
Save the complete page as text again. If the site has changed its layout, add the papers as BibTeX or YAML instead.
"""

from conspectus.diagnostics import Severity

CODE = "S011"
SEVERITY = Severity.ERROR
