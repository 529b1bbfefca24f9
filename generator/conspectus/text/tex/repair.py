"""Formulas as they were typed, made so that a TeX document with amsmath takes them."""

from __future__ import annotations

import re
from functools import lru_cache

MAX_LENGTH = 1000

STRAY = re.compile(r"(?<!\\)((?:\\\\)*)([%#&$])")
MACRO = re.compile(r"\\([A-Za-z]+)")
MODES = re.compile(r"\\[()\[\]]")
PAIRS = re.compile(r"\\(left|right)(?![A-Za-z])")
STRUCTURE = frozenset("left right begin end middle limits nolimits text operatorname".split())
REFUSED = frozenset("def edef gdef xdef let newcommand renewcommand providecommand input include write csname".split())
"""Macros that define or read something: a title has no business doing so."""


@lru_cache(maxsize=4096)
def formula(tex: str) -> str | None:
    """The formula with stray signs escaped and unknown macros spelled out; None where it cannot be made whole."""
    pairs = PAIRS.findall(tex)
    if len(tex) > MAX_LENGTH or MODES.search(tex) or pairs.count("left") != pairs.count("right"):
        return None
    if "\\begin" not in tex:
        tex = STRAY.sub(r"\1\\\2", tex)
    tex = MACRO.sub(lambda found: found[0] if _known(found[1]) else f"\\mathrm{{{found[1]}}}", tex)
    from pylatexenc.latexwalker import LatexWalker

    try:
        LatexWalker(f"${tex}$", tolerant_parsing=False).get_latex_nodes()
    except Exception:  # a brace, an argument or an end is missing
        return None
    return tex


@lru_cache(maxsize=2048)
def _known(name: str) -> bool:
    if name in REFUSED:
        return False
    from latex2mathml import commands
    from latex2mathml.symbols_parser import convert_symbol
    from pylatexenc.latex2text import get_default_latex_context_db

    macro = f"\\{name}"
    return bool(
        name in STRUCTURE
        or convert_symbol(macro)
        or macro in commands.CONVERSION_MAP
        or macro in commands.FUNCTIONS
        or macro in commands.LOCAL_FONTS
        or macro in commands.GLOBAL_FONTS
        or get_default_latex_context_db().get_macro_spec(name)
    )
