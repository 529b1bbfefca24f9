"""A translation of the pages' own strings cannot be read, or would lose or invent a value.

    msgid "%(num)s papers"
    msgstr "Arbeiten"           # %(num)s is missing

The string stays in English. A translation has the same `%(name)s` places as the English text, `%%` for a percent sign,
and as many plural forms as its language has.
"""

from conspectus.diagnostics import Severity

CODE = "W004"
SEVERITY = Severity.WARNING
