"""Two things have the same id, or a former id is in use again.

    - id: lenses
      was: [prisms]
    - id: prisms       # its address already redirects to lenses

An id is an address: of a paper below `papers/`, of a category below its facet's folder. No two papers, and no two
categories of a facet, may share an id, present or former (`was`), not even in different case. Rename or delete one of
them. Records of the same paper are recognized by their arXiv ids, DOIs and titles: one record of your own is enough.
"""

from conspectus.diagnostics import Severity

CODE = "S009"
SEVERITY = Severity.ERROR
