"""A record, category or file has the same key twice.

    title: SnapKV
    title: SnapKV, revised    # which one?

YAML does not define which of the two counts. Delete one of them.
"""

from conspectus.diagnostics import Severity

CODE = "S003"
SEVERITY = Severity.ERROR
