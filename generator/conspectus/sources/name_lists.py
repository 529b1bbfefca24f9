"""The names in one text, as tables and records write them: which of its signs stand between names, and which in them.

A text is judged by itself where it tells, else by the texts around it: `Silva Santos, Ana Maria` is one name beside
`Wick, Ada; Oil, Bo`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from conspectus.model.people import BODIES, EAST_ASIAN, SUFFIX, shortened

SURE = re.compile(r"\s*[;|\n]\s*")
"""Signs that stand between names alone."""

FULL_WIDTH = str.maketrans({"；": ";", "、": ";", "，": ", "})
"""The same signs as they stand in Chinese and Japanese."""

WORD = re.compile(r",?\s+(?:[Aa]nd|AND|\\?&)\s+")
MORE = re.compile(
    r"(?i)(?<![,;\s])(?:[,;\s]+(?:and\s+)?(?:et\.?\s*al\b\.?|…|\.\.\.)|[,;\s]+(?:and|&)\s+(?:\d+\s+)?(?:others|more))$"
)
LAST_PERIOD = re.compile(r"[^.,]*\s[A-Z]{2,4}\.|[^.,]*,[^.]*\s[A-Z]{1,4}\.")
"""The period at the end of PubMed's lists: `Wick AB, Oil C.`"""

INITIALS = re.compile(r"(?:[^\W\d_a-z]{1,3}\b[\s.-]*)+")
GIVEN = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)?(?: (?:[^\W\d_a-z]\.?-?){1,3})?")
"""`Ada`, `Ada B.`"""

PARTICLED = re.compile(r"(?:[Vv][ao]n|[Dd][ei]|[Ll][ae])(?: (?:[Dd]e[rn]?|[Ll]a))? \S+$")
"""A family's name alone, of two words."""

GIVEN_FIRST = re.compile(r"[^\W\d_a-z]\.\s*-?[^\W\d_].*[^\W\d_]{2}")
"""`A. Wick`, which no family's name begins like."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How the texts around write names. `inverted`: the family's first, behind which is a comma; `shortened`: as
    indexes do, `Wick A`; `always`: all that tell are inverted."""

    inverted: bool = False
    shortened: bool = False
    always: bool = False


UNKNOWN = Habits()

LONGEST = 1_000_000
"""How many characters a text of names may have; the longest byline that we know has 15,025 names. A longer one is taken
for one name, which is too long for any and told as such."""

UNTOLD = "it cannot be told where one name ends and another begins in"


def habits_of(texts: Iterable[str]) -> Habits:
    """What those of the texts that tell say of all."""
    inverted = initials = otherwise = False
    for text in texts:
        listed = [name for name in names_in(text) or () if name != "et al."]
        if listed and all("," in name for name in listed):
            pieces = _filled(re.split("[;,|]", MORE.sub("", text)))
            if all(map(shortened, pieces)):
                initials = True
            else:
                inverted = True
        elif any(" " in name for name in listed):
            otherwise = True
    return Habits(inverted, initials, inverted and not (initials or otherwise))


def split_names(text: str, habits: Habits = UNKNOWN) -> list[str]:
    """The names in one text, each so that it can be read alone; the text in braces, which is one name as it stands,
    where it cannot be told what of it belongs together."""
    found = names_in(text, habits)
    return [f"{{{text.strip()}}}"] if found is None else found


def names_in(text: str, habits: Habits = UNKNOWN) -> list[str] | None:
    """The same, and None where it cannot be told: `Wick, Ada, Oil, Bo`."""
    if len(text) > LONGEST or is_body(text):
        return [text.strip()]
    text = "\n".join(" ".join(line.split()) for line in text.translate(FULL_WIDTH).split("\n") if line.strip())
    if LAST_PERIOD.fullmatch(text) and all(map(shortened, _filled(text[:-1].split(",")))):
        text = text[:-1]
    bare = MORE.sub("", text)
    more = ["et al."] if bare != text else []
    if len(parts := _filled(SURE.split(bare))) > 1:
        names = [name for part in parts for name in ([part] if is_body(part) else _filled(WORD.split(f" {part}")))]
        return [*_family_first(names, habits), *more]
    listed = [_pieces(name) for part in parts for name in _filled(WORD.split(part))]
    found = _between_commas(listed, habits)
    return None if found is None else [*_family_first(found, habits), *more]


def is_body(text: str) -> bool:
    """Whether a text with an `and` in it names one organization, such as `Salt and Oil Group`."""
    words = text.split()
    return bool(words) and words[-1] in BODIES and words[1:2] in (["and"], ["&"]) and not re.search("[;,|]", text)


def _filled(parts: Iterable[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip(" ,")]


def _pieces(part: str) -> list[str]:
    """What stands between commas; a suffix stays with what it stands behind."""
    pieces: list[list[str]] = []
    for piece in _filled(part.split(",")):
        if pieces and SUFFIX.fullmatch(piece):
            pieces[-1].append(piece)
        else:
            pieces.append([piece])
    return list(map(", ".join, pieces))


def _between_commas(listed: list[list[str]], habits: Habits) -> list[str] | None:
    """The names in the pieces between commas of each part between words; None where it cannot be told."""
    pieces = [piece for part in listed for piece in part]
    whole = [" " in piece and not _is_initials(piece.partition(",")[0]) for piece in pieces]
    inverted = [", ".join(part) for part in listed]
    if len(pieces) == len(listed) or _are_apart(pieces, whole) or _are_east_asian(pieces):
        return pieces
    if pairs := _pairs(pieces):
        return pairs
    if all(len(part) == 2 for part in listed) and (len(listed) > 1 or not all(whole) or habits.inverted):
        return inverted
    if habits.always and len(listed) == 1 and (pairs := _families_and_given(pieces)):
        return pairs
    if all(whole):
        return inverted if len(pieces) == 2 and pieces[0][0].islower() else pieces
    if (len(listed) > 1 or len(pieces) > 3) and (joined := first_inverted(pieces)):
        return joined
    if len(pieces) > 3 and sum(whole) > len(pieces) / 2:
        return pieces
    return inverted if all(len(part) < 3 for part in listed) else None


def first_inverted(pieces: list[str]) -> list[str]:
    """`Wick, Ada, Bo Oil, and Cy Fay`, or `Wick, Ada B., Bo Oil`: the names, where the family's comes first in the
    first one alone; else nothing."""
    if len(pieces) < 3 or " " in pieces[0] or not (GIVEN.fullmatch(pieces[1]) or INITIALS.fullmatch(pieces[1])):
        return []
    whole = all(" " in name and not INITIALS.fullmatch(name) and not PARTICLED.match(name) for name in pieces[2:])
    return [", ".join(pieces[:2]), *pieces[2:]] if whole else []


def _is_initials(name: str) -> bool:
    """Whether there is no family's name, as `SH LEE` has one."""
    *_, last = name.split(" ")
    return bool(INITIALS.fullmatch(name)) and (last == name or len(last) < 3 or not last.isalpha())


def _are_apart(pieces: list[str], whole: list[bool]) -> bool:
    """Whether each piece is a name, since none has its given name behind a comma: `Wick A., Oil B.`, `A. Wick, Bo
    Oil`."""
    return all(map(shortened, pieces)) or (
        all(whole) and bool(GIVEN_FIRST.fullmatch(pieces[0]) or (pieces[0].endswith(".") and shortened(pieces[0])))
    )


def _are_east_asian(pieces: list[str]) -> bool:
    """Whether each piece is a name in Chinese, Japanese or Korean script with the family's and the given one: most are
    of three signs and more, `窦乾明, 宋聃, 王慧博`; half of those in `田中, 太郎, 鈴木, 花子` are a family's."""
    if any(len(piece) < 2 or not EAST_ASIAN.fullmatch(piece) for piece in pieces):
        return False
    return len(pieces) % 2 == 1 or 2 * sum(len(piece) > 2 for piece in pieces) > len(pieces)


def _pairs(pieces: list[str]) -> list[str]:
    """`Wick, A., Oil, B. C.`: each family name with what stands behind it, if that has initials; else nothing."""
    families, given = pieces[::2], [piece.partition(",")[0] for piece in pieces[1::2]]
    if len(pieces) < 4 or len(pieces) % 2 or any(map(INITIALS.fullmatch, families)):
        return []
    single = all(" " not in family for family in families)
    if all(map(INITIALS.fullmatch, given)) or (single and any(re.search(r"\b[^\W\d_a-z]\.", name) for name in given)):
        return [f"{family}, {name}" for family, name in zip(families, pieces[1::2], strict=True)]
    return []


def _families_and_given(pieces: list[str]) -> list[str]:
    """`Wick, Ada, Oil, Bo`, where other names are so: each family's with the given name behind it, if that can be."""
    families, given = pieces[::2], pieces[1::2]
    if len(pieces) < 4 or len(pieces) % 2 or any(len(family.split()) > 3 for family in families):
        return []
    if any(map(INITIALS.fullmatch, families)) or any(len(name.split()) > 3 for name in given):
        return []
    return [f"{family}, {name}" for family, name in zip(families, given, strict=True)]


def _family_first(names: list[str], habits: Habits) -> list[str]:
    """Shortened names with a comma behind the family's, where all of them are so, or the texts around are."""
    inverted = ["," in name for name in names]
    if any(inverted) and all(map(shortened, (name for name in names if "," not in name))):  # `Wick JA and Oil, Bo`
        people = ((name, None if "," in name else shortened(name)) for name in names)
        return [person.inverted if person else name for name, person in people]
    if all(map(shortened, names)) and (len(names) > 1 or habits.shortened):
        return [person.inverted for name in names if (person := shortened(name))]
    return names
