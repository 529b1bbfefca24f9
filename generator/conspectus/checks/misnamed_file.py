"""A file of the taxonomy has the name of another facet.

    # content/taxonomy/topics.yaml
    facet: topic

Records say `place: {topic: [...]}`, so people look for the categories in `topic.yaml`. Rename the file or the facet.
"""

from conspectus.diagnostics import Severity

CODE = "T004"
SEVERITY = Severity.ERROR
