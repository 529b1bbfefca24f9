"""Papers as other programs read them: each format is one module, and one line in EXPORTS.

A format has `NAME`, `SUFFIX`, `MEDIA_TYPE` and `write(entries) -> str`, which writes values as text and knows nothing
of sites: the same entries give the same text, wherever and whenever.
"""

from conspectus.exports import bibtex, csl_json, csv, markdown, ris
from conspectus.exports.entry import Entry
from conspectus.exports.keys import CitationKeys

EXPORTS = (bibtex, markdown, ris, csl_json, csv)
"""In the order in which they are offered."""

__all__ = ["EXPORTS", "CitationKeys", "Entry"]
