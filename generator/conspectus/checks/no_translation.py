"""The survey's language has no translation of the pages' own strings.

    language: fr

The pages then say in English what is not the curator's, and declare so; the curator's words are declared to be in
their language. `conspectus translate fr` writes the file to translate, content/locale/fr.po.
"""

from conspectus.diagnostics import Severity

CODE = "W005"
SEVERITY = Severity.NOTE
