"""A saved listing page cannot be read up to its end.

Reading stopped in the line named, and nothing is taken from the file: half a listing would pass for a whole one. Save
the page again, all of it, as text. If the site has changed its layout, give the papers as BibTeX or YAML for now.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S011"
SEVERITY = Severity.ERROR
