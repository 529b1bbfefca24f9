"""A template cannot be parsed, or fails when it renders a page.

    {{ page.titel }}

A template sees `page` (the fields of its page kind), `shell` (what all pages share) and `here` (its own address), and
nothing else. A template of your own in `templates/` replaces the one of the same name that comes with Conspectus:
compare the two.
"""

from conspectus.diagnostics import Severity

CODE = "W003"
SEVERITY = Severity.ERROR
