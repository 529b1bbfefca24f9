"""Where the title of a list's entry stands in its text, and what stands before it."""

from __future__ import annotations

import re

from conspectus.sources import links, list_abnt, list_affiliations, list_citation, list_links, list_words
from conspectus.sources.list_borders import (
    BEFORE_MEDICAL,
    BEFORE_NAMES,
    END,
    FAMILIES,
    LINKS,
    LONGEST_TITLE,
    VENUE_FIRST,
    is_subtitle,
    prefix,
)
from conspectus.sources.list_found import Found, is_published, title_of
from conspectus.sources.list_names import (
    are_names,
    begins_with_names,
    behind_by,
    by_year,
    cited,
    families,
    is_about_a_field,
    reference,
)
from conspectus.sources.list_text import MARK, Entry, Span
from conspectus.sources.list_words import VENUE_WORD

QUOTED = re.compile(r"[\"“'‘«](?P<title>[^\"“”«»\n]{8,300}?)[\"”'’»](?=[\s.,;\ue000(\[]|$)")
NAMED = re.compile(
    r"\s*(?P<name>[^\n\ue000\"“”:：]{1,60}?)\s*[:：]\s*[\"“](?P<title>[^\n\ue000]{8,300}?)[\"”](?=\s*(?:[.,;(\[\ue000\n]|$)|\s+[A-Z]{3})"
)
"""A title in quotes behind the name of its method: `Wickar: "Many-Tenant Oil Serving", …`"""

YEAR = re.compile(rf"{list_words.YEAR}|['’]\d\d\b")

GOES_ON = re.compile(r"(?:\s+|-)(?![Bb]y\b|[Ii]n\s+[^\Wa-z]|[Aa]rXiv\b)[\w(]")
"""What follows a bold word within a title."""

LONGEST_STRESSED = 5
"""In words; what is longer and bold is a title, and no words of one."""


def find(entry: Entry) -> Found | None:
    """The title of an entry; None where it has no words."""
    at, before = prefix(entry.text)
    at = LINKS.match(entry.text, at).end()  # type: ignore[union-attr]  # it matches nothing too
    at += len(entry.text[at:]) - len(entry.text[at:].lstrip())  # a paragraph of an item begins with a break
    spans = [span for span in entry.spans if span.end > at and entry.text[span.start : span.end].strip()]
    opens = spans and not spans[0].href and entry.text[at : spans[0].start].split()[-1:]
    if opens and opens[0].islower() and _is_stressed(entry, spans[0], at):  # no names end with `for` or `of`
        return _plain(entry, before, at)
    link = next((span for span in spans if span.href), None)
    if link and not entry.text[at : link.start].strip(" \"“'*_"):
        whole = list_citation.whole(entry.text[link.start : link.end])
        if whole and (
            made := title_of(
                whole.title, (*before, *whole.years), link.start + whole.start, link.start + whole.end, link.href
            )
        ):
            return made._replace(authors=whole.authors)
    if link and (told := _beside_its_reference(entry, link, before, at) or _behind_its_venue(entry, link, before, at)):
        return told
    if found := list_abnt.find(entry.text, at) or list_citation.find(entry.text, at, _marks(entry, spans, at)):
        made = title_of(found.title, (*before, *found.years), found.start, found.end, found.href)
        return made._replace(authors=found.authors) if made else None
    if link and (referred := _behind_its_reference(entry, link, before)):
        return referred
    if link and _leads(entry.text[at : link.start]):
        lead = entry.text[at : link.start].strip(" :-–—\"“'[(*_")
        return _linked(entry, link, (*before, lead) if lead else before)
    return _unlinked(entry, spans, before, at)


def _unlinked(entry: Entry, spans: list[Span], before: tuple[str, ...], at: int) -> Found | None:
    """A title that is no link."""
    marked = next((span for span in spans if not span.href), None)
    if (named := NAMED.match(entry.text, at)) and len(named["name"].split()) <= 4:
        return title_of(named["title"], (*before, named["name"].strip(" *_")), *named.span("title"))
    if marked and _is_stressed(entry, marked, at):
        return _plain(entry, before, at)
    if marked and marked.strong and _leads(entry.text[at : marked.start]):
        lead = entry.text[at : marked.start].strip(" :-–—\"“'[(*_")
        said = (*before, lead) if lead else before
        return _bold(entry, spans, said, marked, at)
    if quoted := QUOTED.match(entry.text, at + len(entry.text[at:]) - len(entry.text[at:].lstrip())):
        return title_of(quoted["title"], before, quoted.start(), quoted.end())
    if marked and marked.emphasis and not entry.text[at : marked.start].strip() and _words(entry, marked) > 3:
        return title_of(entry.text[marked.start : marked.end], before, marked.start, marked.end)
    return _plain(entry, before, at)


def _behind_its_reference(entry: Entry, link: Span, before: tuple[str, ...]) -> Found | None:
    """The title behind a link that names authors and year alone: `[Wick et al., 2022](…): Dim Lamps`."""
    referred = by_year(entry.text[link.start : link.end])
    if not referred or list_words.word_count(entry.text[link.end :]) < 3:
        return None
    found = find(_after(entry, link.end))
    if not found or found.href or found.authors:
        return None
    said = (*before, referred[1], *found.before)
    return found._replace(
        before=said, start=found.start + link.end, end=found.end + link.end, href=link.href, authors=tuple(referred[0])
    )


def _beside_its_reference(entry: Entry, link: Span, before: tuple[str, ...], at: int) -> Found | None:
    """The title before a link that names authors and a year alone: `Dim Lamps. [Wick, Oil (2003)](…)`"""
    lead = entry.text[at : link.start].strip(" *_")
    referred = reference(entry.text[link.start : link.end])
    if not referred or MARK in lead or list_words.word_count(lead) < 2 or lead[-1].isalnum():
        return None
    made = title_of(lead, (*before, referred[1]), at, link.end, link.href)
    return made and made._replace(authors=tuple(referred[0]))


def _behind_its_venue(entry: Entry, link: Span, before: tuple[str, ...], at: int) -> Found | None:
    """The title behind a link to the paper that names a venue and a year: `[ICLR 2021](…), Dim Lamps`"""
    text, lead = entry.text[link.start : link.end], entry.text[at : link.start].strip(" *_-")
    rest = entry.text[link.end :].lstrip(" ,:.–—-")
    word, _, dated = text.partition(" ")
    labelled = bool(list_words.label(word) and list_words.date(dated))  # `website 2021.03`
    tells = not lead and len(text.split()) < 4 and YEAR.search(text) and (labelled or is_published(text))
    linked = links.link(link.href)
    leads = bool(linked and list_links.is_paper([linked])) or labelled
    if not tells or not linked or not leads or list_words.word_count(rest) < 3:
        return None
    begin = len(entry.text) - len(rest)
    found = find(_after(entry, begin)) if behind_by(rest) == rest else None
    if not found or found.href or list_words.word_count(found.title) < 2 or are_names(found.title):
        return None
    said = (*before, dated if labelled else text.strip(), *found.before)
    return found._replace(before=said, start=found.start + begin, end=found.end + begin, href=link.href)


def _after(entry: Entry, at: int) -> Entry:
    """What stands behind a place of an entry."""
    spans = tuple(span._replace(start=span.start - at, end=span.end - at) for span in entry.spans if span.start >= at)
    return Entry(entry.text[at:], spans)


def _marks(entry: Entry, spans: list[Span], at: int) -> list[tuple[int, int, str]]:
    """Where a citation's title may stand: what is bold or a link, else what is in italics and no venue's name. A link
    between brackets or bars behind words is none."""
    leads = [span for span in spans if entry.text[at : span.start].strip(" |[(")]
    apart = [span for span in leads if span.href and list_links.is_alone(entry.text, span)]
    people = [span for span in spans if span.strong and not span.href and are_names(entry.text[span.start : span.end])]
    strong = [span for span in spans if (span.href or span.strong) and span not in (*apart, *people)]
    italics = [span for span in spans if _words(entry, span) > 3 and not VENUE_WORD.search(entry.text, *span[:2])]
    return [(span.start, span.end, span.href) for span in strong or italics[:1]]


def _leads(text: str) -> bool:
    """Whether a text is short enough to stand before a title and not to be one."""
    return MARK not in text and "\n" not in text.strip() and len(text.strip(" :-–—\"“'[(*_").split()) <= 2


def _words(entry: Entry, span: Span) -> int:
    return len(entry.text[span.start : span.end].split())


def _is_stressed(entry: Entry, bold: Span, at: int) -> bool:
    """Whether what is bold are words within a title that goes on behind them: `Dim **Lamps** of Brass, …`"""
    words = entry.text[bold.start : bold.end].strip()
    if not bold.strong or len(words.split()) > LONGEST_STRESSED or not re.search(r"[\w)]$", words):
        return False
    lead = entry.text[at : bold.start].strip()
    if list_words.venue(words) or (lead and _is_apart(lead)):
        return False
    stop = END.search(entry.text, bold.end)
    rest = entry.text[bold.end : stop.start() if stop else len(entry.text)]
    if not GOES_ON.match(rest):
        return bool(lead) and lead[-1].isalnum()
    named = begins_with_names(rest.strip()) or list_affiliations.without(rest.strip())
    told = named or list_words.venue(rest) or list_words.date(rest)
    return not told and list_words.word_count(f"{lead} {words}{rest}") > 3


def _is_apart(lead: str) -> bool:
    """Whether what stands before bold words is none of their title."""
    said = lead.rstrip(" :")
    return bool(list_words.venue(said) or list_words.date(said)) or not (lead[-1].isalnum() or lead[-1] in ":,")


def _linked(entry: Entry, link: Span, before: tuple[str, ...]) -> Found | None:
    """A title that is a link; a name alone goes on behind its colon: `[Punica](…): Multi-Tenant LoRA Serving`."""
    title = entry.text[link.start : link.end]
    behind = re.match(r"\]?\s*[:：]\s*(?=\S)", entry.text[link.end :])
    if behind and len(title.split()) <= 6 and not title.rstrip().endswith((".", "?")) and ": " not in title:
        start = link.end + behind.end()
        stop = END.search(entry.text, start)
        end = stop.start() if stop else len(entry.text)
        rest = entry.text[start:end].strip()
        if 1 < len(rest.split()) <= 40 and is_subtitle(rest):
            return title_of(f"{title.strip()}: {rest}", before, link.start, end, link.href)
    return title_of(title, before, link.start, link.end, link.href)


def _bold(entry: Entry, spans: list[Span], before: tuple[str, ...], marked: Span, at: int) -> Found | None:
    """A bold title; one in pieces, with math or italics in it, is put together."""
    end = marked.end
    for span in spans:
        if span.strong and span.start >= end and not entry.text[end : span.start].strip():
            end = span.end
    start = max(marked.start, at)
    text = entry.text[start:end]
    if list_words.date(text) or list_words.venue(text) or text.rstrip().endswith(":"):
        rest = _after(entry, end)
        found = find(rest) if rest.text.strip(f" {MARK}") else None
        if found and len(found.title.split()) > 1:
            return found._replace(
                before=(*before, text.strip(" :"), *found.before), start=found.start + end, end=found.end + end
            )
    name = re.match(r"\s*[:：]\s*(?=\S)", entry.text[end:])
    if name and len(text.split()) <= 3:  # `**SnapKV**: LLM Knows What …`
        stop = END.search(entry.text, end + name.end())
        close = stop.start() if stop else len(entry.text)
        subtitle = entry.text[end + name.end() : close].strip()
        if 2 < len(subtitle.split()) <= 30 and is_subtitle(subtitle):
            return title_of(f"{text.strip()}: {subtitle}", before, start, close)
    return title_of(text, before, start, end)


def _plain(entry: Entry, before: tuple[str, ...], at: int) -> Found | None:
    """A title that nothing marks."""
    start = at + len(entry.text[at:]) - len(entry.text[at:].lstrip(" \n:-–—*_|•·"))
    if (behind := FAMILIES.search(entry.text, start)) and not is_about_a_field(behind["names"]):
        made = title_of(entry.text[start : behind.start()], before, start, behind.end())
        return made and made._replace(authors=tuple(re.split(r",? (?:and|&) |, ", behind["names"])))
    medical = BEFORE_MEDICAL.search(entry.text, start)
    lead = entry.text[start : medical.start() + 1] if medical else ""
    if medical and not re.search(rf"[\n{MARK}]", lead) and list_words.word_count(lead) > 1:
        made = title_of(lead, before, start, medical.end())
        return made and made._replace(authors=tuple(cited(medical["names"])))
    if (placed := VENUE_FIRST.match(entry.text, start)) and list_words.venue(placed["venue"]):
        return _plain(entry, (*before, placed["venue"]), placed.end())
    stop = END.search(entry.text, start)
    end = stop.start() if stop else len(entry.text)
    for border in BEFORE_NAMES.finditer(entry.text, start, min(end, start + LONGEST_TITLE)):
        is_by = not border[0].strip()  # as in `Lighting by Small Wicks`
        rest = behind_by(entry.text[border.end() :]) if is_by else entry.text[border.end() :]
        lead, goes_on = entry.text[start : border.start()], is_by or border[0].strip() == ","
        alone = [] if goes_on or re.search(r"\b[^\W\d_a-z]$", lead) else families(rest)[0]
        words = list_words.word_count(lead)
        if (words > 2 and (alone or begins_with_names(rest, told=goes_on))) or (words > 1 and alone[1:] == ["et al."]):
            return title_of(lead, before, start, border.start())
    for span in entry.spans:
        lies_behind = start + 12 < span.start < end
        italics = span.emphasis and not span.strong and _words(entry, span) > 1
        if lies_behind and (italics or list_links.is_reference(entry.text[span.start : span.end], span.href)):
            end = span.start  # authors or a venue, in italics or with the link to the paper
            break
    return title_of(entry.text[start:end], before, start, end)
