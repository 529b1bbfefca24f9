"""A record has no title, and no other source gives the paper one.

    - arxiv: "2404.14469"
      summary: Mine.

A record needs no title if a saved listing or an export has the same arXiv id or DOI. Otherwise add `title:`.
"""

from conspectus.diagnostics import Severity

CODE = "P001"
SEVERITY = Severity.ERROR
