"""Papers as other programs read them: each format is one module, and one line in EXPORTS.

A module has what `Format` (format.py) asks for and knows nothing of sites. From EXPORTS follow the files and links of
papers, categories, saved queries and the site, and what a browser makes of papers that a reader has found or chosen.
"""

from conspectus.exports import bibtex, csl_json, csv, markdown, ris
from conspectus.exports.entry import Entry
from conspectus.exports.format import Format, Layout, Note, Use, write
from conspectus.exports.keys import CitationKeys

EXPORTS: tuple[Format, ...] = (bibtex, markdown, ris, csl_json, csv)
"""In the order in which they are offered."""
