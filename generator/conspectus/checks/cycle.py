"""A category is below itself, or `same_as` leads in a circle.

    - id: watch
      children:
        - id: fog
          children:
            - id: watch      # again

The tree would never end, so the inner category and everything below it are left out. Give it another id, or move its
subtopics up. Where papers are each said to be the next with `same_as`, delete it in the one whose id the paper keeps.
"""

from conspectus.diagnostics import Severity

CODE = "T001"
SEVERITY = Severity.ERROR
