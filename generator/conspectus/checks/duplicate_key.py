"""One record, category or file gives the same key twice.

    title: SnapKV
    title: SnapKV, revised    # which one?

YAML leaves open which one counts, so neither does. Delete one of them.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S003"
SEVERITY = Severity.ERROR
