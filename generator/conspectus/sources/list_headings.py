"""What the headings of lists of papers say: a category, how old papers are, or that the list speaks of itself."""

from __future__ import annotations

import re

from conspectus.sources.list_words import YEAR, without_emoji

CONTENTS = re.compile(r"(?:table of )?contents?|toc|catalogu?e?|目录", re.I)
"""Headings above a table of contents, which ends with whatever heading comes next."""

OTHER = "(?:related|other|similar|more|useful)"
LEFT_OUT = re.compile(
    r"(?:table of )?contents?|toc|catalogu?e?|contribut(?:ing|ors?|ions? guide(?:lines)?|e)|how to contribute.*|"
    r"licen[cs]e.*|(?:how to )?cit(?:e|ations?|ing)(?: [^:]{0,40})?|bibtex|acknowledg.*|star history|contact(?: us)?|"
    rf"(?:{OTHER} )?awesome.?lists?(?: .*)?|{OTHER} (?:lists?|repos(?:itor(?:y|ies))?)|"
    r"related (?:awesome|projects|work|resources).*|badge.*|legend|join us|sponsors?|disclaimer|star(?:gazers)?|"
    r"目录|引用|贡献|致谢|联系.*",
    re.I,
)
"""Headings under which a list speaks of itself."""

ANNOUNCING = re.compile(r"(?:latest |recent |what.?s )?(?:news?|updates?|change ?log)(?: .*)?|更新.*|新闻", re.I)
"""Headings under which a list announces papers that it files elsewhere."""

FOLDED = re.compile(
    r"(?:click|press)\b.*|(?:show|see|view|read|expand|open)(?: (?:more|all|the|full|list|details?|papers?)\b.*)?|"
    r"(?:for )?more|details?|\d+ (?:papers|entries|items|works)|"
    r"展开.*|更多.*",
    re.I,
)
"""What the head of something that folds says, where it does not say what is in it."""

PLAIN_HEADING = re.compile(
    r"(?:list of |all |awesome |must.read |the |full )?(?:papers?|paper ?list|list|reading list|collection)s?", re.I
)
"""Headings that say nothing but that papers follow."""

AGE = re.compile(
    rf"(?:(?:{YEAR}|now|present|today|until|till|since|from|in|before|after|and|or|to|earlier|older|later|newer|beyond|"
    r"onwards?|previous|prior|years?|the|papers?|works?|entries|publications|以前|之前|以后|至今|年|[-–—~&+/,()])\s*)+",
    re.I,
)
"""Headings that say nothing but how old the papers are: `2021 – 2023`, `2020 and before`, `Older papers`."""

NUMBERING = re.compile(rf"^(?:[IVX]+\.|[A-Z]\.|(?!{YEAR}\b(?!\.))\d+(?:\.\d+)*[.):]?)\s+(?=\S)")
NOTE_BEHIND = re.compile(
    r"\((?:click|tap|press|expand|show|hide|collapse)\b[^()]*\)$|\(\W*back\W*\)$|\(\s*\[.*?\]\s*\)$|"
    r"\[?\(?(?:back to (?:top|contents?)|⬆.*|top)\)?\]?$",
    re.I,
)


def is_age(text: str) -> bool:
    """Whether a heading says nothing but how old the papers under it are; `Papers` alone does not."""
    return bool(AGE.fullmatch(text) and re.search(rf"{YEAR}|older|earlier|previous|prior", text, re.I))


def heading(text: str) -> str:
    """A heading as a category is called: without pictures, numbers, links back and what is only decoration."""
    text = " ".join(without_emoji(text).split())
    text = NOTE_BEHIND.sub("", text.rstrip(" .:…")).strip(" -–—:|*_#•·.")
    return NUMBERING.sub("", text).strip(" -–—:|*_#•·")
