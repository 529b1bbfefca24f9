"""The match language: whether a phrase matches a text, and with which words.

A phrase is whole words in a row, in any case, accent, hyphenation and number; or a regular expression between
slashes. It is looked for in the title, the keywords, the summary and the abstract.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from os.path import commonprefix
from typing import NamedTuple, Protocol

from conspectus.matching.linear import Expression, beyond_ascii
from conspectus.matching.patterns import compiled
from conspectus.matching.words import Spelling, forms, spell, written
from conspectus.model.paper import Paper
from conspectus.model.taxonomy import is_pattern
from conspectus.text.prose import words_of

FIELDS = ("title", "keywords", "summary", "abstract")
"""The fields that rules search, the most specific first."""

BETWEEN = " | "
"""Stands between keywords, so that no phrase reaches from one into the next."""

NEVER = "(?!)"
"""A pattern that nothing matches: a phrase of punctuation alone has no words to look for."""


class FieldText(NamedTuple):
    """A text in the ways it is looked at: as it is written, its characters beyond ASCII, and its spelling."""

    text: str
    beyond: str
    spelling: Spelling

    @classmethod
    def of(cls, text: str) -> FieldText:
        return cls(text, beyond_ascii(text), spell(text))


FieldTexts = tuple[FieldText, ...]
"""A paper's texts, in the order of FIELDS."""


class Matcher(Protocol):
    """Looks for a phrase in a text."""

    def matches(self, field: FieldText) -> bool: ...

    def words(self, field: FieldText) -> str:
        """What the phrase matches, as it is written; empty where it matches nothing."""


@dataclass(frozen=True, slots=True)
class WordMatcher:
    """Looks for words in a row, in any line of a spelling."""

    row: re.Pattern[str]

    def matches(self, field: FieldText) -> bool:
        return any(map(self.row.search, dict.fromkeys(field.spelling)))

    def words(self, field: FieldText) -> str:
        for at, line in enumerate(field.spelling):
            if found := self.row.search(line):
                return written(field.text, line, *found.span(), joined=bool(at % 2))
        return ""


@dataclass(frozen=True, slots=True)
class PatternMatcher:
    """Looks for a regular expression."""

    expression: Expression

    def matches(self, field: FieldText) -> bool:
        return bool(field.text) and self.expression.is_in(field.text, field.beyond)

    def words(self, field: FieldText) -> str:
        span = self.expression.search(field.text, field.beyond)
        return " ".join(field.text[slice(*span)].split()) if span else ""


@lru_cache(maxsize=4096)
def matcher(phrase: str) -> Matcher:
    """What looks for a phrase; BrokenPattern for a regular expression that cannot be used."""
    if is_pattern(phrase):
        return PatternMatcher(compiled(phrase[1:-1]))
    return WordMatcher(re.compile("|".join(map(_row, rows(phrase))) or NEVER))


@lru_cache(maxsize=65536)
def first_match(phrase: str, fields: FieldTexts) -> int | None:
    """The index of the first of these texts that a phrase matches; remembered, as `matched_words` are."""
    matches = matcher(phrase).matches
    return next((index for index, field in enumerate(fields) if field.text and matches(field)), None)


@lru_cache(maxsize=65536)
def matched_words(phrase: str, field: FieldText) -> str:
    """What a phrase matches in a text, as it is written there. A preview shows the same again and again."""
    return matcher(phrase).words(field)


def _row(words: Iterable[str]) -> str:
    return "".join(f" {_any_of(forms(word))}" for word in words) + " "


def _any_of(words: Collection[str]) -> str:
    """A pattern of these words with their common beginning first, which is found much faster."""
    same = commonprefix(list(words))  # noqa: RUF071 - letter by letter is what is wanted
    rests = "|".join(re.escape(word.removeprefix(same)) for word in words)
    return f"{re.escape(same)}(?:{rests})"


@lru_cache(maxsize=4096)
def rows(phrase: str) -> tuple[tuple[str, ...], ...]:
    """The words of a phrase, in each line of its spelling; of a regular expression, none."""
    if is_pattern(phrase):
        return ()
    spelling = spell(phrase, exact=True)
    return tuple(tuple(line.split()) for line in dict.fromkeys(spelling) if line.split())


def texts(paper: Paper) -> tuple[str, ...]:
    """A paper's plain texts, in the order of FIELDS: whole, for a value that is too long is not read."""
    work = paper.work
    summary = words_of(work.summary or "")
    abstract = work.abstract.as_text() if work.abstract else ""
    return (paper.title.as_text(), BETWEEN.join(work.keywords), summary, abstract)
