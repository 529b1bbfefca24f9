"""Formulas as they were typed, made so that a TeX document with amsmath takes them."""

from __future__ import annotations

import re
from functools import lru_cache

STRAY = re.compile(r"(?<!\\)([%#&$])")
MACRO = re.compile(r"\\([A-Za-z]+)")
BRACES = re.compile(r"\\.|[{}]")
OPENINGS = re.compile(r"\\(left|right|begin|end)(?![A-Za-z])")
OUR_OWN_RISK = frozenset(
    "def edef gdef xdef let newcommand renewcommand providecommand input include write csname".split()
)
"""Macros that define or read something: a title has no business doing so."""


def formula(tex: str) -> str | None:
    """The formula with stray signs escaped and unknown macros spelled out; None where it cannot be made whole."""
    depth = 0
    for token in BRACES.findall(tex):
        depth += {"{": 1, "}": -1}.get(token, 0)
        if depth < 0:
            return None
    counts = [OPENINGS.findall(tex).count(name) for name in ("left", "right", "begin", "end")]
    if depth or counts[0] != counts[1] or counts[2] != counts[3] or tex.endswith("\\"):
        return None
    if counts[2] == 0:
        tex = STRAY.sub(r"\\\1", tex)
    tex = MACRO.sub(lambda found: found[0] if _known(found[1]) else f"\\mathrm{{{found[1]}}}", tex)
    return tex


@lru_cache(maxsize=2048)
def _known(name: str) -> bool:
    if name in OUR_OWN_RISK:
        return False
    from latex2mathml import commands
    from latex2mathml.symbols_parser import convert_symbol
    from pylatexenc.latex2text import get_default_latex_context_db

    macro = f"\\{name}"
    return bool(
        convert_symbol(macro)
        or macro in commands.CONVERSION_MAP
        or macro in commands.FUNCTIONS
        or macro in commands.LOCAL_FONTS
        or macro in commands.GLOBAL_FONTS
        or name in ("left", "right", "begin", "end", "middle", "limits", "nolimits", "text", "operatorname")
        or get_default_latex_context_db().get_macro_spec(name)
    )
