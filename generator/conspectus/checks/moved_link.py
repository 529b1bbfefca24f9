"""A link leads to a page that has moved for good; `conspectus check --links` asks for it.

    urls: [{code: https://github.com/ada/lamps}]      # now https://github.com/lamps/lamps

The old address still leads there, and may stop doing so. Write the new one, after a look at the page: some sites send
what they no longer have to their front page.
"""

from conspectus.diagnostics import Severity

CODE = "W013"
SEVERITY = Severity.NOTE
