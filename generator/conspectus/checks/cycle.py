"""A category is below itself.

    - id: watch
      children:
        - id: fog
          children:
            - id: watch      # again

The tree would never end, so the inner category and everything below it are left out. Give it another id, or move its
subtopics up.
"""

from conspectus.diagnostics import Severity

CODE = "T001"
SEVERITY = Severity.ERROR
