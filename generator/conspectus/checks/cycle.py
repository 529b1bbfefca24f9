"""A category stands below itself.

    - id: watch
      children:
        - id: fog
          children:
            - id: watch      # again

A tree that comes back to where it began has no end. The inner one is left out, with what is below it. Give it an id of
its own, or move what is below it up.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "T001"
SEVERITY = Severity.ERROR
