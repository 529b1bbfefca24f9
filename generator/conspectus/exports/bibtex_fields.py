"""Values of fields as every dialect of BibTeX reads them: text and names as TeX that no program takes apart wrongly.

BibTeX counts escaped braces as if they were braces, so those are written as macros. What biblatex reads verbatim
(addresses, DOIs, eprints) needs none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from conspectus.exports.entry import one_line
from conspectus.model.people import Authors, Person
from conspectus.text import Text
from conspectus.text.tex.nodes import Chars
from conspectus.text.tex.writing import tex

LIGATURE = re.compile(r"([-',<>`])(?=\1)|[?!](?=`)")
WORDS = re.compile(r"[A-Za-z0-9]+(?:[ .-][A-Za-z0-9]+)*\.?")
"""Text that TeX takes as it is, as most names and keywords are."""

DASH = re.compile(r"\s*[-–—]+\s*")
BRACE = re.compile(r"\\([{}])|\\.|\$", re.DOTALL)
DIVIDING = re.compile(r"(?i),|\band\b|\bothers\b")
"""What has a meaning between names."""


def written(type: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry, from its fields' names and what `=` is followed by: `{a value in braces}`, or `jan`."""
    lines = "".join(f"  {name:<13} = {value},\n" for name, value in fields)
    return f"@{type}{{{key},\n{lines}}}"


def title(text: Text) -> str:
    """A title whose capitals stay as they are."""
    return _braced(_braced(_closed(text.as_tex())))


def plain(text: str) -> str:
    """Plain text."""
    return _braced(_typed(text))


def pages(text: str) -> str:
    """Page numbers, with two hyphens between the first and the last."""
    return _braced(_typed(DASH.sub("-", text)).replace("-", "--"))


def names(authors: Authors) -> str:
    """Who wrote it, divided by `and`."""
    return _braced(" and ".join([*map(_name, authors.people), *(["others"] if authors.others else [])]))


def orcids(authors: Authors) -> str:
    """The authors' ORCIDs, as biblatex annotates names by their numbers; empty where none is known."""
    known = [f'{number}="{person.orcid}"' for number, person in enumerate(authors.people, 1) if person.orcid]
    return _braced("; ".join(known)) if known else ""


def words(texts: Iterable[str]) -> str:
    """A list divided by commas, such as keywords."""
    return _braced(", ".join(map(_protected, texts)))


def _braced(source: str) -> str:
    return f"{{{source}}}"


def _name(person: Person) -> str:
    """`Family, Given`; in braces what readers might take apart: a name in one piece, `{Silva Santos}, Ana Maria`."""
    if not person.given:
        return _braced(_typed(person.family))
    family, *others = (_protected(part) for part in (person.family, person.suffix, person.given) if part)
    if " " in person.given and " " in family and person.family[0].isupper() and not family.startswith("{"):
        family = _braced(family)
    return ", ".join([family, *others])


def _protected(text: str) -> str:
    """As TeX; in braces if something in it would divide a list."""
    return _braced(_typed(text)) if DIVIDING.search(text) else _typed(text)


def _typed(text: str) -> str:
    """Plain text as TeX, which would make one dash or quote of two characters; those of the text itself stay two."""
    if WORDS.fullmatch(text):
        return text
    pieces = LIGATURE.sub("\\g<0>\0", one_line(text)).split("\0")
    return "{}".join(_closed(tex((Chars(piece),))) for piece in pieces)


def _closed(source: str) -> str:
    """TeX without escaped braces."""
    if "\\{" not in source and "\\}" not in source:
        return source
    inside = False

    def macro(found: re.Match[str]) -> str:
        nonlocal inside
        if found[0] == "$":
            inside = not inside
        if not found[1]:
            return found[0]
        side = "l" if found[1] == "{" else "r"
        return f"\\{side}brace{{}}" if inside else f"\\textbrace{'left' if side == 'l' else 'right'}{{}}"

    return BRACE.sub(macro, source)
