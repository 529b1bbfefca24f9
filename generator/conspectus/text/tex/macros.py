"""What is done about the macros that have no character of their own."""

from __future__ import annotations

import re

STYLES = {
    "textbf": "strong",
    "textit": "em",
    "textsl": "em",
    "emph": "em",
    "texttt": "code",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
SWITCHES = {"bf": "strong", "bfseries": "strong", "it": "em", "itshape": "em", "em": "em", "sl": "em", "tt": "code"}
"""Macros that hold until their group ends."""

DROPPED = frozenset(
    """
    begin end cite citep citet citeauthor citeyear ref eqref cref autoref label vspace hspace footnote footnotemark
    thanks textcolor bibliography includegraphics usepackage vskip hskip phantom hphantom vphantom pagestyle
    """.split()
)
"""Macros that go with their argument."""

AS_WRITTEN = frozenset("include input read write".split())
"""Macros that read or write files, which are shown with their argument and do nothing: a title may be about them."""

SILENT = frozenset(
    """
    centering noindent small footnotesize scriptsize tiny large Large LARGE huge normalsize rm sc sf textnormal rmfamily
    sffamily ttfamily scshape upshape mdseries normalfont protect relax xspace maketitle smallskip medskip bigskip
    allowbreak nolinebreak nobreakdash leavevmode ignorespaces strut null string displaystyle underline overline uline
    """.split()
)
"""Macros that go; an argument in braces stays."""

FORMER = re.compile(r"\\(sp|sb|Bbb)(?![A-Za-z])\s*")
FORMER_NAMES = {"sp": "^", "sb": "_", "Bbb": "\\mathbb "}
"""What AMS-TeX had for signs and macros of today; exports of mathematicians' databases still write it."""

ESCAPED = {" ": " ", "\\": " ", ",": "\u202f", ";": " ", ":": " ", "\n": " ", "!": "", "-": "", "/": "", "@": ""}
COLOR_AND_WORD = re.compile(r"[a-z]+([A-Z]+)")
"""An argument of `\\color` that has swallowed the capitals behind it: saved listings lose a pair of braces."""

CONTRACTED = re.compile(r"(?:s|m|t|d|re|ll|ve)(?![A-Za-z])")
JSON_QUOTE = re.compile(r'\\"(?![A-Za-z{\\])')


def today(formula: str) -> str:
    """A formula with the signs and macros of today: `C\\sp *` → `C^*`."""
    return FORMER.sub(lambda found: FORMER_NAMES[found[1]], formula)
