"""An entry of an export or a listing cannot be read, or has no title; the other entries are shown.

    @article{lampe2023, title = {Trimming the Wick, year = 2023}      % a brace is never closed

The survey is built without it. Usually a brace or a quotation mark is missing, in this entry or in the one above. In
JSON Lines, each line must be one complete object. Fix the entry in the program that exported it, or in the file; of a
saved page, the message says which lines are not read.
"""

from conspectus.diagnostics import Severity

CODE = "S012"
SEVERITY = Severity.WARNING
