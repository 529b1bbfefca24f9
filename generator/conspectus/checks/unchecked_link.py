"""A link could not be checked: its site does not answer programs, or did not answer this time.

    https://dl.acm.org/doi/10.1145/3731569      # 403: publishers often answer browsers alone

Open it in a browser if you want to be sure. What did not answer is asked for again by the next `conspectus check
--links`; what does not answer programs, after a week.
"""

from conspectus.diagnostics import Severity

CODE = "W014"
SEVERITY = Severity.NOTE
