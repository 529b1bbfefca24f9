"""A template cannot be read, or fails while it writes a page.

    {{ page.titel }}

A template sees `page` (the fields of its page kind), `shell` (what all pages share) and `here` (its own address), and
nothing else. A template of your own in `templates/` stands for ours of the same name: compare the two.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "W003"
SEVERITY = Severity.ERROR
