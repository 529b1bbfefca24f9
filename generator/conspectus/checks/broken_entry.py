"""One entry of an export cannot be read; the others are.

    @article{lampe2023, title = {Trimming the Wick, year = 2023}      % a brace is never closed

Most often a brace or a quotation mark is missing, here or in the entry above; in JSON Lines, each line is one whole
object. Mend it where the file was exported from, or in the file.
"""

from __future__ import annotations

from conspectus.diagnostics import Severity

CODE = "S012"
SEVERITY = Severity.ERROR
