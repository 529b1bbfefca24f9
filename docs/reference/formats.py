"""Every format that is read, and every format that is written."""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import cast

from conspectus import exports, sources
from reference.text import first_sentence

INTRODUCTION = """\
# Formats

## Import { #import }

`conspectus import FILE` and the files in `content/papers/` may have any of these formats. It is recognized by what is
in the file, not by the file's name; where several fit, the first of this list is used.

"""

EXPORTS = """
## Export { #export }

A site has its papers in these formats: for all papers in `data/`, for each category and saved query in its folder.
Those for reference managers have a file for each paper too (`papers/<id>/cite.<suffix>`), and are offered for papers
that a reader has found or saved.

| format | file | media type | what it is |
|---|---|---|---|
"""


def page() -> str:
    """The reference of formats."""
    return INTRODUCTION + "".join(map(imported, sources.FORMATS)) + EXPORTS + "".join(map(exported, exports.EXPORTS))


def documentation(format: object) -> str:
    """What the module of a format says of itself."""
    return inspect.getdoc(cast(ModuleType, format)) or ""


def imported(format: sources.Format) -> str:
    text = documentation(format).replace("\n", "\n    ").replace("\n    \n", "\n\n")
    return f"**{format.NAME}**\n:   {text}\n\n"


def exported(format: exports.Format) -> str:
    file = f"`papers.{format.SUFFIX}`"
    return f"| {format.NAME} | {file} | `{format.MEDIA_TYPE}` | {first_sentence(documentation(format))} |\n"
