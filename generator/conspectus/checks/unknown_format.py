"""A file in `content/papers/` is in no format that is known.

Read are saved listing pages (as text), BibTeX and biblatex, YAML records and JSON Lines. A listing whose page has
changed beyond recognition ends up here too. Save it again as text, give the papers in another format, or move the file
out of `content/papers/`.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S010"
SEVERITY = Severity.ERROR
