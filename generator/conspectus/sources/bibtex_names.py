"""Authors as BibTeX writes them: `First von Last`, `von Last, Jr, First`, `{Organisation}`, biblatex's `given=…`."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from functools import lru_cache

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from conspectus.model.people import EAST_ASIAN, NOISE, SUFFIX, Authors, Person, without_orcid
from conspectus.sources.fields import clean
from conspectus.sources.names import OTHERS, person_of_parts
from conspectus.text import Text

OPTION = re.compile(r"\{?\s*(?:xdata|useprefix|nosort|hash|id)\s*=", re.I)
"""What biblatex writes among names that is none."""

PART = re.compile(
    r'"?(?<![A-Za-z])((?:given|family|prefix|suffix)(?:-i)?|orcid)\s*=\s*((?:\{[^{}]*\}|[^,"{}])*)"?', re.I
)

CHOICE_OF_MODE = re.compile(r"\\ifmmode\b.{0,200}?\\else\b\s*(.{0,200}?)\\fi\b(?:\{\})?")
"""`\\ifmmode \\check{Z}\\else \\v{Z}\\fi{}`, as physicists' databases write: what holds outside of formulas."""

STYLED = re.compile(
    r"\\(?:textbf|textit|textsc|textrm|emph|underline|uline|mbox)\s*\{((?:[^{}]|\{[^{}]{0,80}\}){0,200})\}"
)
"""A name set apart: `\\textbf{Wick, Ada}`, as authors write their own in a list of their works."""

FOOTNOTE = re.compile(r"\$\s*\^\s*(?:\{[^{}$]*\}|[^{}$\\]|\\[a-z]+)\s*\$|\\textsuperscript\{[\d,\s*†‡§¶a-z]{0,12}\}")
"""The mark of a footnote behind a name: `Wick$^{1,*}$`."""

BEFORE_MACRO = re.compile(r"(?i)(\sand\s+)(?=\\)")
COMMA = re.compile(r"\s*\{,\}\s*")

MORE = re.compile(r"(?i)\s*,?\s+et\.?\s+al\.?$")
SEMICOLONS = re.compile(r"(?<!&)(?<!&amp)\s*;\s*")
WITH_INITIALS = re.compile(r"([^\W\d_][\w'’ -]+) ((?:[A-Z]\.?[ -]?){1,3})")
"""`Wick A.`, without a comma before the initials."""


def authors_of(field: str) -> Authors | None:
    """The people an `author` field names; None if it names nobody.

    Names between commas with one `and` before the last, which BibTeX would take for one name, are taken apart.
    """
    field = CHOICE_OF_MODE.sub(r"{\1}", clean(html.unescape(field)))
    field = COMMA.sub(", ", FOOTNOTE.sub("", STYLED.sub(r"\1", field)))
    field = BEFORE_MACRO.sub(r"\1{}", field)  # bibtexparser loses a macro that stands right behind `and`
    whole = (name.removeprefix("{}") for name in split_multiple_persons_names(field))
    names = [piece for name in whole for piece in _apart(name)]
    others = bool(names) and bool(OTHERS.fullmatch(names[-1].strip("{} ")))
    names = names[:-1] if others else names
    if names and (more := MORE.search(names[-1])):
        names[-1], others = names[-1][: more.start()], True
    people = tuple(person for name in names if (person := _person(name)))
    return Authors(people, others) if people else None


def _apart(name: str) -> list[str]:
    if ";" in name and "{" not in name and all(re.search(r"[^\W\d_]", each) for each in SEMICOLONS.split(name)):
        return SEMICOLONS.split(name)
    inner = name[1:-1] if name.startswith("{") and name.endswith("}") else None
    pieces = re.split(r",?\s+and\s+|,", inner if inner is not None else name.strip(" ,"))
    pieces = [piece.strip() for piece in pieces if piece.strip()]
    short = [WITH_INITIALS.fullmatch(piece) for piece in pieces]
    if inner is None and len(pieces) > 1 and all(one and not SUFFIX.fullmatch(one[2]) for one in short):
        return [WITH_INITIALS.sub(r"\1, \2", piece) for piece in pieces]
    joined = len(pieces) > 2 if inner is None else len(pieces) > 2 and " and " in inner
    if (joined or (name.rstrip().endswith(",") and len(pieces) > 1)) and all(" " in piece for piece in pieces):
        return pieces
    return [name.strip(" ,")]


def _named_parts(name: str) -> Person | None:
    """A name as biblatex may write it: `given=Ada, family=Wick`. Initials count where there is no more."""
    given = {key.lower(): _plain(value) for key, value in PART.findall(name)}
    return person_of_parts(
        given.get("family") or given.get("family-i", ""),
        given.get("given") or given.get("given-i", ""),
        particle=given.get("prefix", ""),
        suffix=given.get("suffix", ""),
        orcid=given.get("orcid", ""),
    )


@lru_cache(maxsize=16384)
def _person(name: str) -> Person | None:
    if PART.match(name):
        return _named_parts(name)
    if OPTION.match(name):
        return None
    name, orcid = without_orcid(name)
    name = NOISE.sub("", name)
    parts = parse_single_name_into_parts(name, strict=False)
    first, von, last, junior = (_plain(" ".join(part)) for part in (parts.first, parts.von, parts.last, parts.jr))
    if first and (SUFFIX.fullmatch(last) or (EAST_ASIAN.fullmatch(first) and "," not in name)):
        return replace(Person.parse(f"{first} {von} {last}"), orcid=orcid)  # `Ada Wick Jr.`, `李 华`
    if SUFFIX.fullmatch(first) and not junior and " " in last:
        return replace(Person.parse(f"{last}, {first}"), orcid=orcid)  # `Ada M. Wick, Jr.`
    if SUFFIX.fullmatch(first) and not SUFFIX.fullmatch(junior):
        first, junior = junior, first  # `Wick, Ada, III`, where BibTeX has the suffix before the given name
    return person_of_parts(last, first, particle=von, suffix=junior, orcid=orcid)


def _plain(tex: str) -> str:
    text = re.sub(r"(?<!\\)~", " ", tex).replace("{-}", "-")
    return clean(Text(text).as_text() if re.search(r"[\\{}$]", text) else text)
