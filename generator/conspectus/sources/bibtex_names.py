"""Authors as BibTeX writes them: `First von Last`, `von Last, Jr, First`, `{Organisation}`, biblatex's `given=…`."""

from __future__ import annotations

import re

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from conspectus.model.people import NOISE, Authors, Person, without_orcid
from conspectus.sources.fields import clean
from conspectus.sources.names import OTHERS, person_of_parts
from conspectus.text import Text

OPTION = re.compile(r"\{?\s*(?:xdata|useprefix|nosort|hash|id)\s*=", re.I)
"""What biblatex writes among names that is none."""

PART = re.compile(r'"?(?<![A-Za-z])(given|family|prefix|suffix|orcid)(?:-i)?\s*=\s*((?:\{[^{}]*\}|[^,"{}])*)"?', re.I)


def authors_of(field: str) -> Authors | None:
    """The people an `author` field names; None if it names nobody.

    Names between commas with one `and` before the last, which BibTeX would take for one name, are taken apart.
    """
    field = clean(field)
    names = [piece for name in split_multiple_persons_names(field) for piece in _apart(name)]
    others = bool(names) and bool(OTHERS.fullmatch(names[-1].strip("{} ")))
    people = tuple(person for name in (names[:-1] if others else names) if (person := _person(name)))
    return Authors(people, others) if people else None


def _apart(name: str) -> list[str]:
    inner = name[1:-1] if name.startswith("{") and name.endswith("}") else None
    pieces = re.split(r",?\s+and\s+|,", inner if inner is not None else name.strip(" ,"))
    pieces = [piece.strip() for piece in pieces if piece.strip()]
    joined = len(pieces) > 2 if inner is None else len(pieces) > 2 and " and " in inner
    if (joined or (name.rstrip().endswith(",") and len(pieces) > 1)) and all(" " in piece for piece in pieces):
        return pieces
    return [name.strip(" ,")]


def _person(name: str) -> Person | None:
    if PART.match(name):
        given = {key.lower(): _plain(value) for key, value in PART.findall(name)}
        return person_of_parts(
            given.get("family", ""),
            given.get("given", ""),
            particle=given.get("prefix", ""),
            suffix=given.get("suffix", ""),
            orcid=given.get("orcid", ""),
        )
    if OPTION.match(name):
        return None
    name, orcid = without_orcid(name)
    name = NOISE.sub("", name)
    parts = parse_single_name_into_parts(name, strict=False)
    first, von, last, junior = (_plain(" ".join(part)) for part in (parts.first, parts.von, parts.last, parts.jr))
    return person_of_parts(last, first, particle=von, suffix=junior, orcid=orcid)


def _plain(tex: str) -> str:
    text = re.sub(r"(?<!\\)~", " ", tex).replace("{-}", "-")
    return clean(Text(text).as_text() if re.search(r"[\\{}$]", text) else text)
