"""A file in `content/papers/` has an unknown format.

Supported are saved listing pages (as text), exports of reference managers and indexes, YAML records and JSON Lines. A
listing page whose layout has changed beyond recognition is reported here too. Save it as text again, add the papers in
another format, or move the file out of `content/papers/`.
"""

from conspectus.diagnostics import Severity

CODE = "S010"
SEVERITY = Severity.ERROR
