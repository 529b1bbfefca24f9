"""Hugging Face's page of trending papers, saved as text without links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors
from conspectus.sources.decoding import head
from conspectus.sources.listing_entry import Entry, Gap, Listing, reading
from conspectus.sources.listing_page import Line, Page, Stop, is_prose
from conspectus.sources.listing_years import DAY, Written

# A card names who submitted the paper, then title, abstract, organization or number of authors, and the day; votes and
# the names of links follow. The page has each card twice, for wide windows and for narrow ones.

NAME = marked("trending listing")

HEADING = "Trending Papers"
SIGN = re.compile(rf"Published on {DAY}")
FOOT = re.compile(rf"(?:(?P<who>[^·]*)· ?)?(?:Published on )?{DAY}")
COUNT = re.compile(r"(?:[•·-] ?)?(\d{1,5}) authors?")
SUBMITTED = re.compile(r"Submitted by ?(?P<who>.*)")
NOISE = re.compile(
    r"[\W\d]*|\d[\d.,]*k?|(?:Upvote|GitHub|arXiv|Project|Paper|PDF)(?: Page)?(?: [\d.,]+k?)?|new|Subscribe|by ?(?:AK)?|"
    r"AK|Daily|Weekly|Monthly|(?:by ?AK )?and the research community|Get trending papers in your email inbox.*|"
    r"Trending Papers"
)
SENTENCE = re.compile(r".*[.!?…]$")


def sniff(source: Source) -> bool:
    """By its heading, with a day of publication below."""
    lines = [line.strip(" #*\t") for line in head(source).split("\n")]
    return HEADING in lines and any(SIGN.search(line[-40:]) for line in lines)


def parse(source: Source) -> Reading:
    """The papers of the page, each once, and what could not be read."""
    return reading(source, NAME, _listing)


def _listing(page: Page) -> Listing | Stop:
    start = max((n for n, line in enumerate(page.lines) if line.text == HEADING), default=-1) + 1
    entries: dict[str, Entry] = {}
    gaps: list[Gap] = []
    for card, foot in _cards(page.lines[start:]):
        entry = _entry(card, foot)
        if isinstance(entry, Gap):
            gaps.append(entry)
        elif entry:
            entries.setdefault(entry.title, entry)
    if len(entries) < len(gaps) or not entries:
        return Stop(gaps[0].line if gaps else 1, gaps[0].why if gaps else "the page shows no papers")
    return Listing(tuple(entries.values()), tuple(gaps))


def _cards(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Line | None]]:
    """The lines of each card that say something, and the foot below; what follows the last one has none."""
    card: list[Line] = []
    name_follows = False
    for line in lines:
        submitted = SUBMITTED.fullmatch(line.text)
        if submitted or name_follows:
            name_follows = bool(submitted and not submitted["who"])
        elif FOOT.fullmatch(line.text):
            yield card, line
            card = []
        elif COUNT.fullmatch(line.text) or not NOISE.fullmatch(line.text):
            card.append(line)
    yield card, None


def _entry(card: list[Line], foot: Line | None) -> Entry | Gap | None:
    """The paper of a card; a gap where something of it is missing, and nothing where nothing is said."""
    date = FOOT.fullmatch(foot.text) if foot else None
    when = Written.of(date, foot.number) if foot and date else None
    count = next((found for line in card if (found := COUNT.fullmatch(line.text))), None)
    texts = [line for line in card if not COUNT.fullmatch(line.text)]
    at = next((n for n, line in enumerate(texts) if n and _is_abstract(line.text)), None)
    if when is None or at is None:
        if not any(_is_abstract(line.text) for line in texts):
            return (
                None
                if foot is None
                else Gap(foot.number, "no title and abstract were found above this day", *_of(card, foot))
            )
        return Gap(texts[0].number, "the title, the abstract or the day of a paper is missing", *_of(card, texts[0]))
    assert date is not None  # noqa: S101 - a day was read from it
    behind = texts[at + 1].text if at + 1 < len(texts) else (date["who"] or "").strip()
    return Entry(
        line=texts[0].number,
        title=" ".join(line.text.lstrip("# ") for line in texts[:at]),
        abstract=texts[at],
        when=when,
        authors=Authors(count=int(count[1])) if count else None,
        organization=behind or None,
    )


def _is_abstract(text: str) -> bool:
    return is_prose(text) or (bool(SENTENCE.fullmatch(text)) and text.count(" ") > 8)


def _of(card: list[Line], other: Line) -> tuple[int, int]:
    numbers = [line.number for line in (*card, other)]
    return min(numbers), max(numbers)
