"""A value is not a valid URL, or is one that must not be linked.

    code: github.com/ada/lamps           # https:// is missing
    code: javascript:alert(1)

Only http and https URLs are linked. They need a host, and may not contain spaces, quotes, or a user name and password.
The site's own address (`base_url`) may not contain `?` or `#`.
"""

from conspectus.diagnostics import Severity

CODE = "S008"
SEVERITY = Severity.ERROR
