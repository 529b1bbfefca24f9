"""Authors as BibTeX writes them: `First von Last`, `von Last, Jr, First`, `{Organisation}`, biblatex's `given=…`."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from conspectus.model.people import EAST_ASIAN, NOISE, SUFFIX, Authors, Person, is_group, shortened, without_orcid
from conspectus.sources.fields import clean
from conspectus.sources.name_lists import GIVEN_FIRST, INITIALS, LONGEST, is_body, names_in
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

MIDDLE = re.compile(r", ([IV]), ([^,]+)\Z")
"""An initial that Web of Science takes for a suffix: `Wick, V, Ada` is Ada V Wick."""

SUFFIX_IN_CAPITALS = re.compile(rf"(?:{SUFFIX.pattern}|[JS]R\.?)")

MORE = re.compile(r"(?i)\s*,?\s+et\.?\s+al\.?$")
SEMICOLONS = re.compile(r"(?<!&)(?<!&amp)\s*;\s*")
SIGN = re.compile(r"\s+\\?&\s+")


def authors_of(field: str, commas_inside: bool | None = None) -> tuple[Authors | None, str]:
    """The people an `author` field names, None if it names nobody; and what of it may be one name or several.

    Names between commas, which BibTeX would take for one name, are taken apart where they tell; else by the other names
    of the field, else by what `commas_inside` says of the file.
    """
    if len(field) > LONGEST:
        return Authors((Person(field),)), ""
    field = CHOICE_OF_MODE.sub(r"{\1}", clean(html.unescape(field)))
    field = COMMA.sub(", ", FOOTNOTE.sub("", STYLED.sub(r"\1", field)))
    field = BEFORE_MACRO.sub(r"\1{}", field)  # bibtexparser loses a macro that stands right behind `and`
    whole = (name.removeprefix("{}") for name in split_multiple_persons_names(field))
    names = [piece for name in whole for piece in _between_signs(name)]
    others = bool(names) and bool(OTHERS.fullmatch(names[-1].strip("{} ")))
    names = names[:-1] if others else names
    if names and (more := MORE.search(names[-1])):
        names[-1], others = names[-1][: more.start()], True
    inside = _inside(names)
    inside = commas_inside if inside is None else inside
    apart = [(name, _apart(name, inside, is_alone=len(names) == 1)) for name in names]
    untold = next((name for name, pieces in apart if pieces is None), "")
    listed = [piece for name, pieces in apart for piece in (pieces or [_as_one(name)])]
    if len(listed) > 1 and all(map(shortened, listed)):
        listed = [person.inverted for name in listed if (person := shortened(name))]
    people = tuple(person for name in listed if (person := _person(name)))
    return (Authors(people, others) if people else None), untold


def commas_inside(fields: Iterable[str]) -> bool | None:
    """Whether the names of a file have their commas inside, `Wick, Ada`, but for one in twenty; None where they do not
    tell, or differ."""
    told = Counter(_inside(re.split(r"\s+and\s+", clean(field))) for field in fields if len(field) <= LONGEST)
    del told[None]
    (most, count), *_ = told.most_common(1) or [(None, 0)]
    return most if count * 20 >= told.total() * 19 else None


def _inside(names: Sequence[str]) -> bool | None:
    """The same of the names of one field: those that can be one name alone tell of the others."""
    if len(names) > 1 and all(name.count(",") == 1 for name in names):
        return True
    told = {"," in name for name in names if " " in name.strip() and "{" not in name and not _is_doubtful(name)}
    return told.pop() if len(told) == 1 else None


def _is_doubtful(name: str) -> bool:
    """Whether a name may be two as well: `Silva Santos, Ana Maria` is one, `Ada Wick, Bo Oil` is not."""
    pieces = [piece.strip() for piece in name.strip(" ,").split(",")]
    return (
        len(pieces) == 2
        and all(" " in piece and not INITIALS.fullmatch(piece) for piece in pieces)
        and not re.search(r"[{\\=]", name)
        and not (pieces[0][0].islower() or GIVEN_FIRST.fullmatch(pieces[0]) or all(map(shortened, pieces)))
    )


def _between_signs(name: str) -> list[str]:
    """The names between `;` or `&`, where whole names stand on all sides of it."""
    if ";" in name and "{" not in name and all(re.search(r"[^\W\d_]", each) for each in SEMICOLONS.split(name)):
        return SEMICOLONS.split(name)
    sides = SIGN.split(name) if "{" not in name else [name]
    if len(sides) == 1:
        return sides
    return sides if all(" " in side.strip(" ,") for side in sides) and not is_body(name) else [f"{{{name}}}"]


def _apart(name: str, commas_inside: bool | None, *, is_alone: bool) -> list[str] | None:
    """The names that one text between `and` is; None where it cannot be told. In braces, only what stands there alone
    is more than one name, and no organization."""
    inner = name[1:-1] if name.startswith("{") and name.endswith("}") else None
    pieces = re.split(r",?\s+and\s+|,", inner if inner is not None else name.strip(" ,"))
    pieces = [piece.strip() for piece in pieces if piece.strip()]
    if inner is not None:
        several = is_alone and len(pieces) > 2 and " and " in inner and all(" " in each for each in pieces)
        return pieces if several and not any(is_group(each.split()) for each in pieces) else [name]
    one = [name.strip(" ,")]
    if len(pieces) < 2 or any(each.count("{") != each.count("}") for each in pieces) or PART.match(name):
        return one
    if name.rstrip().endswith(",") and all(" " in piece for piece in pieces):
        return pieces
    if len(pieces) < 4 and (MIDDLE.search(name) or any(map(SUFFIX_IN_CAPITALS.fullmatch, pieces[1:]))):
        return one
    if not _is_doubtful(name):
        several = len(pieces) > 2 or bool(GIVEN_FIRST.fullmatch(pieces[0])) or all(map(shortened, pieces))
        return names_in(one[0]) if several else one
    return one if commas_inside else pieces if commas_inside is False else None


def _as_one(name: str) -> str:
    """A name of which it cannot be told whether it is one: as BibTeX means it, if it can mean it, else as written."""
    return name if name.count(",") < 3 else f"{{{name}}}"


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
    name = MIDDLE.sub(r", \2 \1", NOISE.sub("", name))
    if name.endswith(".") and (person := shortened(name)):  # no family's name is an initial with a period
        name = person.inverted
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
