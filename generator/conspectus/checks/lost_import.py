"""A file of imported papers was renamed, moved or deleted, so the ids of its entries have no effect.

    content/imported/refs.bib.ids.yaml      # but there is no content/papers/refs.bib

The ids of a file in `content/papers/` are written down in `content/imported/`, under the same name. If you renamed the
file of papers, rename what `content/imported/` has of it in the same way, and the papers keep their addresses. If you
deleted it, delete that too.
"""

from conspectus.diagnostics import Severity

CODE = "S017"
SEVERITY = Severity.WARNING
