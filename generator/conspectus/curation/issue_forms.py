"""What somebody wrote into an issue form of a survey's repository: a paper to add, or a placement to correct.

GitHub puts a form into the issue's text: each field's label as a heading, and below it the answer. The labels are those
in `starter/dot-github/ISSUE_TEMPLATE/`, in any language that Conspectus is translated into. The text is a stranger's:
every value is cut to one line of limited length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from conspectus.curation.records import with_record
from conspectus.diagnostics.excerpt import visible
from conspectus.language import ENGLISH, load, shipped_tags
from conspectus.model.identifiers import arxiv_id, doi, http_url, is_safe_id, normal_title, slug
from conspectus.model.paper import Library, Paper
from conspectus.model.when import Date
from conspectus.sources import date_of, is_body, is_cut
from conspectus.text.folding import folded
from conspectus.yaml_edit import Draft
from conspectus.yaml_edit.styles import Value

SUGGESTED = "content/papers/suggested.yaml"
"""The file for records of suggested papers."""

HEADING = re.compile(r"^###[ \t]+(.+?)[ \t]*$", re.MULTILINE)
NOTHING = "_No response_"
AND = re.compile("(?:^| )(?:and|und|&|和|与|及) ")
"""What stands before the last of several names in the forms' languages; without spaces, `与` may be of a name."""

LONGEST, MOST_TEXT, MOST_VALUES = 500, 64 * 1024, 50

TITLE, LINK, AUTHORS, DATE, CATEGORIES = "Title", "Link", "Authors", "Date", "Categories"
PAPER, ADD, REMOVE = "Paper", "Add to", "Remove from"
REASON = "Reason"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A paper to add: the keys of its record, without its id, and the categories it should be in. `unread`: what was
    answered and cannot be taken, each as a sentence."""

    keys: Mapping[str, Value]
    categories: tuple[str, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A paper, by whatever names it, and the categories it should be in, and in no longer."""

    paper: str
    add: tuple[str, ...]
    remove: tuple[str, ...]


class FormError(ValueError):
    """The text is not that of a form, or lacks what the form requires."""


def parsed(text: str) -> Suggestion | Correction:
    """What a form says. FormError where it says nothing that could be changed."""
    answers = _answers(text[:MOST_TEXT])
    if PAPER in answers:
        add, remove = _list(answers.get(ADD, "")), _list(answers.get(REMOVE, ""))
        if not (add or remove):
            raise FormError(f"the form names no category under “{ADD}” or “{REMOVE}”")
        return Correction(_paper(_line(answers[PAPER])), add, remove)
    if not (title := _line(answers.get(TITLE, ""))):
        raise FormError(
            f"the text has no answer under “### {TITLE}” or “### {PAPER}”, so it is not one of the issue forms"
        )
    authors, date, link = _names(answers.get(AUTHORS, "")), _date(answers), _link(answers)
    keys: dict[str, Value] = {"title": title, **({"authors": authors} if authors else {})}
    unread = []
    if not date and (written := _line(answers.get(DATE, ""))):
        unread.append(f"`{written}` is not a valid date; add `date: YYYY-MM-DD` to the record")
    if not link and (written := _line(answers.get(LINK, ""))):
        unread.append(f"`{written}` is not an arXiv id, a DOI or a URL; add `arxiv`, `doi` or `urls` to the record")
    return Suggestion({**keys, **date, **link}, _list(answers.get(CATEGORIES, "")), tuple(unread))


def known(suggestion: Suggestion, library: Library) -> Paper | None:
    """The paper of the survey that is suggested, by arXiv id, DOI or title."""
    arxiv, digital = suggestion.keys.get("arxiv"), suggestion.keys.get("doi")
    title = normal_title(str(suggestion.keys["title"]))
    for paper in library.papers:
        is_same = (arxiv and paper.work.arxiv == arxiv) or (digital and paper.work.doi == digital)
        if is_same or (title and normal_title(str(paper.title)) == title):
            return paper
    return None


def with_paper(draft: Draft, suggestion: Suggestion, library: Library, added: Date) -> tuple[Draft, str]:
    """The draft with a record for a suggested paper, which is `added` on this day, and its id."""
    taken = {paper.id for paper in library.papers}
    plain = slug(str(suggestion.keys["title"]), 60)
    options = [plain if is_safe_id(plain) else "paper", *(f"{plain or 'paper'}-{number}" for number in range(2, 1000))]
    id = next(option for option in options if option not in taken and is_safe_id(option))
    keys = {"id": id, **suggestion.keys, "added": str(added)}
    return draft.edited(SUGGESTED, lambda sheet: with_record(sheet, keys)), id


@cache
def labels() -> Mapping[str, str]:
    """The labels of all fields in all languages of the forms, with the English ones."""
    english = (TITLE, LINK, AUTHORS, DATE, CATEGORIES, PAPER, ADD, REMOVE, REASON)
    languages = (ENGLISH, *(load(tag)[0] for tag in shipped_tags()))
    return {language.gettext(label): label for language in languages for label in english}


def _answers(text: str) -> dict[str, str]:
    """The answers by English labels; of two with one label the first, for an answer may have headings of its own."""
    parts = HEADING.split(text.replace("\r\n", "\n"))
    answers: dict[str, str] = {}
    for label, answer in zip(parts[1::2], parts[2::2], strict=True):
        if answer.strip() and answer.strip() != NOTHING:
            answers.setdefault(labels().get(label, label), answer.strip())
    return answers


def _line(text: str) -> str:
    """The text in one line; its own lines may be those of a long title."""
    return visible(" ".join(text.split()))[:LONGEST].strip()


def _names(text: str) -> tuple[str, ...]:
    """Names with a semicolon or a line between them, else a comma: `Red, Ann; Green, Bob` are two. A word may stand
    before the last."""
    mark = r"[;；\n]" if re.search(r"[;；\n]", text.strip()) else "[,，、]"
    parts = (re.sub(r"^[-*] ", "", " ".join(part.split())) for part in re.split(mark, text))
    names = (_line(name) for part in parts for name in ([part] if is_body(part) else AND.split(part)))
    return tuple(dict.fromkeys(filter(None, names)))[:MOST_VALUES]


def _list(text: str) -> tuple[str, ...]:
    """Values with a comma, a semicolon or a line between them, without the marks of a list. A title with commas is
    several; `in_full` puts it together."""
    return tuple(_values(text))[:MOST_VALUES]


def _values(text: str) -> Iterator[str]:
    for value in re.split(r"[,，、;；\n]", text):
        if plain := _line(re.sub(r"^\s*[-*]\s+", "", value)):
            yield plain


def in_full(values: Sequence[str], titles: Iterable[str]) -> list[str]:
    """The values of an answer, each once; those that are together one of the titles as this title, the longest first:
    `Size`, `Oil and Gas` are the category `Size, Oil and Gas`."""
    known = {tuple(map(folded, _values(title))): title for title in titles}
    longest = max(map(len, known), default=1)
    plain = list(map(folded, values))
    found: dict[str, None] = {}
    at = 0
    while at < len(values):
        lengths = (length for length in range(longest, 1, -1) if tuple(plain[at : at + length]) in known)
        length = next(lengths, 1)
        found[known[tuple(plain[at : at + length])] if length > 1 else values[at]] = None
        at += length
    return list(found)


def _date(answers: Mapping[str, str]) -> dict[str, Value]:
    written = _line(answers.get(DATE, ""))
    date = date_of(written) if written and not is_cut(written) else None
    return {"date": str(date)} if date else {}


def _link(answers: Mapping[str, str]) -> dict[str, Value]:
    """The arXiv id, the DOI or the URL of a suggested paper."""
    written = _line(answers.get(LINK, ""))
    for key, value in (("arxiv", arxiv_id(written)), ("doi", doi(written))):
        if value:
            return {key: value}
    url = http_url(written)
    return {"urls": {"paper": url}} if url else {}


def _paper(written: str) -> str:
    """A paper's id from the address of its page; anything else as it is."""
    page = re.search(r"/papers/([^/\s?#]+)/?(?:[?#]|$)", written)
    return page[1] if page else written
