"""A file of imported papers was renamed, moved or deleted, so the ids of its entries have no effect; or the ids were.

    content/imported/refs.bib.ids.yaml      # but there is no content/papers/refs.bib

The ids of a file in `content/papers/` are written down in `content/imported/`, under the same name. If you renamed the
file of papers, rename what `content/imported/` has of it in the same way, and the papers keep their addresses. If you
deleted it, delete that too.

Where `content/imported/` has the copy of a file and no ids, its papers have the ids that they would have without an
import, and old addresses lead nowhere: restore the ids, such as with `git restore content/imported`.
"""

from conspectus.diagnostics import Severity

CODE = "S017"
SEVERITY = Severity.WARNING
