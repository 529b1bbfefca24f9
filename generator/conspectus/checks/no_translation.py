"""The survey's language has no translation of the pages' own strings.

    language: fr

Buttons, headings and other strings of the pages are in English then, and are declared as such; your own text is
declared to be in the survey's language. `conspectus translate fr` writes the file to translate,
content/locale/fr.po.
"""

from conspectus.diagnostics import Severity

CODE = "W005"
SEVERITY = Severity.NOTE
