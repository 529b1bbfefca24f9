"""Authors in lists of papers: names between commas, and those that a citation begins with."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from conspectus.model.people import EAST_ASIAN, PARTICLES, Authors
from conspectus.sources import list_journals, list_words
from conspectus.sources.list_name_parts import SHORTENED, given_first, split_names, stripped
from conspectus.sources.list_words import NOT_IN_NAMES, VENUE_NAMES, VENUES
from conspectus.sources.listing_names import GROUP, cost_of_name
from conspectus.sources.name_lists import GIVEN, PARTICLED, first_inverted
from conspectus.sources.name_lists import split_names as names_of
from conspectus.sources.names import authors_of

SURNAME = re.compile(r"[A-Z][^\W\d_]+(?:[-'’][A-Z][^\W\d_]+)?")
WORD_END = re.compile(r"(?<=[^\W\d_A-Z])(?<!\bJr)(?<!\bSr)\.$")
OTHERS = re.compile(r"(?i)[,\s]*(?:and\s+)?(?:et\.?\s?al\b\.?|others|\.\.\.|…|等)[\s.,:]*$")
MORE = re.compile(r"(?i)(?P<comma>,?)[,\s]*(?:and\s+)?(?:et al\.|others|\.\.\.|…)$")
BETWEEN = re.compile(r",?\s*(?:…|\. ?\. ?\.)\s*(?:(?:and|&)\s+)?(?=\S)")
INVERTED_FIRST = re.compile(r"(?P<first>[^,]+,[^,]+),\s*(?:(?:and|&)\s+)?(?P<others>\S.*)")
"""`Wick, Ada, Bo Oil, and Cy Fay`: of the first name alone the family's comes first."""

INITIAL = re.compile(r"(?:^|[\s-])[^\W\d_a-z]\.")
BY = re.compile(r"(?i)(?:(?:written )?by|authors?:)\s+(?:by\s+)?(?=\S)")
FAMILY = r"(?:(?:[a-z]{2,3}|[Dd]e|[Vv]an|[Vv]on) ){0,2}(?:[^\W\d_a-z]['’])?[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)?"
FAMILIES = re.compile(
    rf"(?P<names>{FAMILY}(?:(?:, {FAMILY}){{0,4}},? & {FAMILY}|,? et\.? al\b\.?))[\s.,]*(?P<behind>(?<=[\s.,])\S.*)?"
)
"""`Wick & Oil, ICLR 2013`, `Wick et al.`"""

AUTHOR_YEAR = re.compile(
    rf"(?P<names>{FAMILY}(?:,? et\.? al\.?|(?:, {FAMILY})*,? (?:and|&) {FAMILY})?),? ?"
    r"[(\[]?(?P<year>(?:19|20)\d\d)[a-z]?[)\]]?"
)
"""`Wick et al., 2022`, `Wick and Oil (2022)`, as texts point to their references."""

REFERENCE = re.compile(
    rf"(?P<names>{FAMILY}(?:, {FAMILY}){{0,9}}(?:,? (?:and|&) {FAMILY}|,? et\.? al\.?)?),? ?"
    r"[(\[](?P<year>(?:19|20)\d\d)[a-z]?[)\]]"
)
"""`Wick, Oil, Fay (2003)`, `Wick (2003)`: all that a link says, or stands before a title."""

NO_NAME = re.compile(r"\b(?:[Tt]hesis|for|from|in|of|on|the|to|using|via|with)\b")
BODY = re.compile(rf"{list_words.VENUE_WORD.pattern}|\b(?:ACM|IEEE|USENIX|University)\b")
"""What stands in titles, in the names of venues and of places, and not in those of people."""

MONTH = re.compile(list_words.MONTH, re.I)

PIECE = re.compile(r"(?:Mc|Mac|De|La|Le|Di|Du|Van|Von)(?=[^\W\d_a-z])|[ \-'’]")
"""What family names are joined of, besides words with one capital."""

KNOWN_VENUES = frozenset(name.casefold() for name in VENUE_NAMES.split(", "))

JOURNAL = re.compile(
    r"(?:.{2,}(?:ics|ing|ogy|phy|ica|ience|istry|ature|ity|ors|sis)|Cell|Neuron|Lancet|Brain|Entropy|Patterns)"
)
"""Journals with a name of one word: `Bioinformatics`."""


def names(text: str, *, lenient: bool = False) -> Authors | None:
    """The authors that a text names; None where it does not look like names. `lenient`: it stands where authors do."""
    text = stripped(" ".join(re.sub(r"[*†‡§¶\d]+(?=[,\s]|$)|\(.*?\)|<[^>]*>", " ", text).split()), " .,;:*_")
    text = re.sub(r"(?i)^(?:(?:authors?|by)\s*[:：]?\s+)+", "", text)
    parts, others = _parted(re.sub(r"(?i)\bet\.?\s?al\.?$", "et al.", text))
    if told := next((n for n, part in enumerate(parts) if BODY.search(part) or list_journals.whole(part)), None):
        parts = parts[:told] if all(map(lone, parts[:told])) else []  # behind them stands the venue, or where they work
    if told == 0 or not parts or any(MONTH.fullmatch(part) or NO_NAME.search(part) for part in parts):
        return None
    group, colon, first = parts[0].partition(": ")
    is_group = colon and (GROUP.search(group) or (len(parts) > 3 and " " not in group))
    if is_group:  # `Lamp Team: Ada Wick, Bo Oil`
        parts[0] = first
    likely = [part for part in parts if is_name(part)]
    is_family = others and len(parts) == 1 and SURNAME.fullmatch(parts[0]) and not is_about_a_field(parts[0])
    if not is_family and len(likely) < max(1, (0.2 if lenient else 0.8) * len(parts)):
        return None
    if len(parts) == 1 and not others and not lenient:
        return None
    if lenient and len(likely) < len(parts) and "," not in text and " & " in text:
        return None  # `Lamps & Wicks B` is a journal
    if lenient and len(likely) < len(parts) and all(" " not in part for part in parts if part not in likely):
        parts, others = likely, True  # names of accounts are no names
    people = [f"{{{part}}}" if GROUP.search(part) or (" " not in part and len(parts) == 1) else part for part in parts]
    people = [f"{{{group}}}", *people] if is_group else people
    return authors_of([*people, "et al."] if others else people)


@lru_cache(maxsize=8192)
def lone(text: str) -> str:
    """The one name that a text is, with an initial or after `by`, or of two to four words of which none is a
    journal's; else empty."""
    text = stripped(" ".join(text.split()), " .,;:*_")
    name = behind_by(text)
    words, family = name.replace(",", " ").split(), name.partition(",")[0]
    if not 1 < len(words) < 5 or name.count(",") > 1 or not is_name(name) or list_journals.whole(name):
        return ""
    if family != name and (INITIAL.search(family) or SHORTENED.fullmatch(family) or _are_two(*name.split(", ", 1))):
        return ""  # two names: `Wick A., Oil B.`, `Ada Wick, Bo Oil`
    if SHORTENED.fullmatch(name):
        return given_first([name])[0]
    if (name != text and not is_about_a_field(name)) or INITIAL.search(name) or EAST_ASIAN.search(name):
        return name
    plain = all(word.istitle() or word in PARTICLES for word in re.split(r"[\s\-'’]", name))
    return name if plain and "," not in name and not is_about_a_field(name) and not GROUP.search(name) else ""


def _are_two(first: str, second: str) -> bool:
    """Whether each of two pieces around a comma is a whole name, with a given one."""
    return len(first.split()) > 1 and len(second.split()) > 1 and not PARTICLED.match(first)


def behind_by(text: str) -> str:
    """A text without a `by` that it begins with."""
    by = BY.match(text)
    return text[by.end() :] if by else text


def begins_with_names(text: str, *, told: bool = False) -> bool:
    """Whether a text begins with names, behind which there is nothing or a venue or a date. `told`: what stands before
    them may go on there, as in `Lamps: Wicks, Dim Lights and Oil Wells`, so that an initial, a venue or a date is
    needed."""
    line = re.split(r"[\n\ue000(\[|]|(?<=[^\W\d_A-Z]{2})[.]\s", text, maxsplit=1)[0]
    sure = bool(BY.match(line))
    parts = [part for part in re.split(r",\s*(?:and\s+|&\s*)?|\s(?:and|&)\s", BY.sub("", line)) if part.strip(" .")]
    people = list(takewhile(lambda part: lone(part) or OTHERS.fullmatch(part) or _is_east_asian(part), parts))
    if not people or is_about_a_field(" ".join(people)) or OTHERS.fullmatch(people[0]):
        return False
    rest = ", ".join(parts[len(people) :]) or text[len(line) :][:40].strip(" .()[")
    dated = bool(re.match(r"(?:[^.\n]{0,60}\W)??(?:19|20)\d\d\b", rest)) or bool(VENUES.match(rest))
    if parts[len(people) :] and not dated:
        return False
    if told:
        return sure or dated or any(map(INITIAL.search, people)) or bool(OTHERS.fullmatch(people[-1]))
    return sure or len(people) > 1 or bool(INITIAL.search(people[0])) or dated


def families(text: str) -> tuple[list[str], str]:
    """The family names alone that a text begins with, joined by `&` or with `et al.`, and the venue or the year that
    stands behind them; none where it is anything else."""
    line = re.split(r"[\n\ue000(\[|]", text, maxsplit=1)[0]
    found = FAMILIES.fullmatch(line.strip())
    if not found or is_about_a_field(found["names"]):
        return [], ""
    behind, bare = found["behind"] or "", OTHERS.sub("", found["names"])
    people = re.split(r",? & |, ", bare)
    told = not behind or re.match(r"(?:[^\n]{0,60}\W)??(?:19|20)\d\d\b", behind) or VENUES.match(behind)
    is_all = told and all(map(_is_family, people)) and not any(map(JOURNAL.fullmatch, people))
    return ([*people, *(["et al."] if bare != found["names"] else [])], behind) if is_all else ([], "")


def venue_of_piece(text: str) -> tuple[str | None, int | None] | None:
    """The venue and the year that a piece of text is; only the year behind a word that is no known venue, nor a
    journal's by its form, for it may be a family's name: `Oil 2004`."""
    found = list_words.venue(text)
    name = (found and found[0]) or ""
    is_plain = name.istitle() and " " not in name and name.casefold() not in KNOWN_VENUES
    is_family = is_plain and not JOURNAL.fullmatch(name) and not is_about_a_field(name)
    return (None, found[1]) if found and found[1] and is_family else found


def _is_east_asian(text: str) -> bool:
    return bool(EAST_ASIAN.fullmatch(bare := text.strip(" ."))) and 1 < len(bare) < 5


def are_names(text: str) -> bool:
    """Whether a text is nothing but names, one with an initial or several, or with `et al.`"""
    parts = split_names(OTHERS.sub("", text))
    more = OTHERS.search(text) or INITIAL.search(text)
    return bool(parts and more and len(text.split()) < 40 and all(map(lone, parts)))


def is_about_a_field(text: str) -> bool:
    """Whether one of its words is a journal's or a field's, and hardly ever a person's."""
    return not NOT_IN_NAMES.isdisjoint(re.findall(r"[a-z]+", re.sub(r"\bAi\b", "", text).lower()))


def by_year(text: str) -> tuple[list[str], str] | None:
    """The authors and the year of a text that points to a reference, such as `Wick et al., 2022`."""
    text = " ".join(text.split()).strip(" .,;:()[]*_")
    found = AUTHOR_YEAR.fullmatch(text)
    if not found or is_about_a_field(found["names"]):
        return None
    bare = OTHERS.sub("", found["names"])
    families = re.split(r",? (?:and|&) |, ", bare)
    alone = families == [found["names"]]
    if not all(map(_is_family, families)) or (alone and (JOURNAL.fullmatch(bare) or "," not in text)):
        return None
    return [*families, *(["et al."] if bare != found["names"] else [])], found["year"]


def reference(text: str) -> tuple[list[str], str] | None:
    """The family names and the year in brackets that a text is; one name may be alone."""
    found = REFERENCE.fullmatch(" ".join(text.split()).strip(" .,;:*_"))
    if not found or is_about_a_field(found["names"]):
        return None
    bare = OTHERS.sub("", found["names"])
    people = re.split(r",? (?:and|&) |, ", bare)
    if not all(map(_is_family, people)) or any(map(JOURNAL.fullmatch, people)):
        return None
    return [*people, *(["et al."] if bare != found["names"] else [])], found["year"]


def pointed(text: str) -> tuple[list[str], str] | None:
    """The reference that a text begins with: `Wick et al., 2022`, `Wick, Oil (2020)`; one name may be anybody's."""
    first, several = AUTHOR_YEAR.match(text), REFERENCE.match(text)
    found = by_year(first[0]) if first else reference(several[0]) if several else None
    return found if found and (first or len(found[0]) > 1) else None


def _is_family(name: str) -> bool:
    """Whether the capitals of a name stand as in a family's, and not as in `NeurIPS`."""
    return all(word.istitle() or word in PARTICLES for word in PIECE.split(name) if word)


def _parted(text: str) -> tuple[list[str], bool]:
    """The names in a text, and whether it says that there are more."""
    more = MORE.search(text)
    text = (text[: more.start()] if more else text).strip(" ,")
    if not text.strip(" .*_;") or len(text) > 6000:
        return [], False
    parts = given_first(split_names(text))
    if more and more["comma"] and len(parts) == 2 and parts[0].istitle() and GIVEN.fullmatch(parts[1]):
        parts = [", ".join(parts)]  # `Wick, Ada, et al.`
    elif (more or len(parts) > 3 or re.search(r"\s(?:and|&)\s", text)) and not is_about_a_field(parts[0]):
        parts = first_inverted(parts) or parts
    if "," in parts[0] and f"{parts[0]}." in text and not parts[0].endswith("."):
        parts[0] += "."  # that of `Wick, Ada B.`
    return parts, bool(more)


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    family, comma, given = text.partition(", ")
    text = f"{given} {family}" if comma else text
    if re.search(r"[\u3040-\u9fff\uac00-\ud7af]", text):
        return len(text) <= 12
    cost = cost_of_name(" ".join(text.split()), stuck=False)
    return cost is not None and cost < 1.2 and len(text.split()) <= 6


def cited(text: str) -> list[str]:
    """The names that a citation begins with, of which each has to look like one, with `et al.` for more; else none."""
    whole = stripped(text, " ,:;*_([")
    bare = OTHERS.sub("", whole)
    others = ["et al."] if bare != whole else []
    bare = re.sub("[，、]", ", ", bare)
    if between := BETWEEN.search(bare):  # the last author behind those left out: `Wick, A., … Oil, B.`
        bare, others = f"{bare[: between.start()]}, {bare[between.end() :]}", ["et al."]
    if not bare or len(bare) > 2000:
        return []
    parts = bare.split(", ")
    ways = [parts if EAST_ASIAN.match(bare) or any(map(_is_east_asian, parts)) else names_of(bare)]
    if found := INVERTED_FIRST.fullmatch(bare):
        ways.append([found["first"], *names_of(found["others"])])
    for way in ways:
        listed = [stripped(WORD_END.sub("", name.strip(" ,;")), " ,;") for name in way]
        if all(map(SHORTENED.fullmatch, listed)):
            return [*given_first(listed), *others]
        if all(map(_is_cited, listed)) or (others and len(listed) == 1 and SURNAME.fullmatch(listed[0])):
            return [*listed, *others]
    return []


def _is_cited(name: str) -> bool:
    """Whether it is a name in two parts; initials may go without a family name's comma."""
    if EAST_ASIAN.fullmatch(name):
        return 1 < len(name) < 5
    if any(word.islower() and word not in PARTICLES for word in name.split()):
        return False  # `Our survey`
    return name.count(",") <= 1 and is_name(name.rstrip(".") if "," not in name else name) and len(name.split()) > 1
