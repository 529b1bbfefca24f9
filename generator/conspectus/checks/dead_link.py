"""A link leads to a page that is gone, or to a host that does not exist; `conspectus check --links` asks for it.

    urls: [{code: https://github.com/ada/lamps}]      # 404: renamed, deleted or private

Look for the present address, or link to a copy at https://web.archive.org. An address that answers with an error now
may be back tomorrow: `--refresh` asks again for what was asked for in the last days.
"""

from conspectus.diagnostics import Severity

CODE = "W012"
SEVERITY = Severity.WARNING
