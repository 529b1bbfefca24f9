"""Two things have one id, or an earlier id is in use again.

    - id: lenses
      was: [prisms]
    - id: prisms       # its address already leads to lenses

An id is an address: of a paper below `papers/`, of a category below its facet's folder. So no two papers and no two
categories of one facet share one, present or earlier (`was`), not even in another case. Rename one of them, or delete
one. Two records of one paper are told apart from two papers by their arXiv ids, DOIs and titles: one record is enough.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S009"
SEVERITY = Severity.ERROR
