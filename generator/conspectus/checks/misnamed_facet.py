"""A file of the taxonomy is named after another facet than the one it holds.

    # content/taxonomy/topics.yaml
    facet: topic

Records say `place: {topic: [...]}`, and whoever looks the category up opens `topic.yaml`. Rename the file or the facet.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "T004"
SEVERITY = Severity.ERROR
