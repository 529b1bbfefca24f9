"""What `fetch` asks and what it finds: queries, the papers that services find for them, and which of those are new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from conspectus import library
from conspectus.commands import contacting
from conspectus.diagnostics import Span
from conspectus.fetching import SERVICES, FetchError, Wanted, Web
from conspectus.matching.phrases import FieldText, matcher
from conspectus.model import identifiers
from conspectus.model.paper import Reading, Record
from conspectus.text.counting import counted


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of a service; only papers with one of the phrases count, if there are any."""

    service: str
    words: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The papers that a query found, and why there are no more if something went wrong."""

    query: Query
    records: tuple[Record, ...]
    error: FetchError | None

    @property
    def asked(self) -> str:
        """`arXiv: cat:cs.CL`"""
        return f"{SERVICES[self.query.service].HOST.name}: {' '.join(self.query.words)}"


def find(web: Web, query: Query, since: date | None, limit: int, number: int) -> Found:
    """Ask a query, the run's first, second and so on."""
    service, takes = SERVICES[query.service], _test(query.phrases)
    wanted = Wanted(query.words, since, contacting.today(), limit)
    answered, error = contacting.ask(service, service.search(web, wanted))
    counting = [record for record in answered if takes(record)][:limit]
    # Answers may have several papers on one line; each needs a span of its own.
    spans = [Span(f"{query.service} {number}", line) for line in range(1, len(counting) + 1)]
    records = tuple(replace(record, span=span) for record, span in zip(counting, spans, strict=True))
    return Found(query, records, error)


def _test(phrases: Sequence[str]) -> Callable[[Record], bool]:
    """Whether a record has one of the phrases, if any, in title or abstract. BrokenPattern for a broken phrase."""
    matchers = [matcher(phrase) for phrase in phrases]

    def takes(record: Record) -> bool:
        texts = [FieldText.of(text.as_text()) for text in (record.work.title, record.work.abstract) if text]
        return not matchers or any(each.matches(text) for each in matchers for text in texts)

    return takes


def only_new(known: Sequence[Reading], found: Sequence[Found]) -> set[Span]:
    """The spans of the records whose papers the survey does not have; of each paper, the one that was found first."""
    fetched = [Reading(each.records[0].span.file, each.asked, each.records) for each in found if each.records]
    places = {record.span: place for place, record in enumerate(record for each in found for record in each.records)}
    new: set[Span] = set()
    for paper in library.merge([*known, *fetched]).library.papers:
        spans = [record.span for record in paper.records]
        if all(span in places for span in spans):
            new.add(min(spans, key=lambda span: places[span]))
    return new


def report(found: Found, new: set[Span], limit: int) -> str:
    """`arXiv: cat:cs.CL: 12 papers, 3 of them new`, and whether there may be more."""
    if found.error and not found.records:
        return f"{found.asked}: nothing was fetched, see below"
    count = sum(record.span in new for record in found.records)
    text = f"{found.asked}: {counted(len(found.records))}, {count:,} of them new"
    if found.error:
        return f"{text}; incomplete, see below"
    if len(found.records) >= limit:
        return f"{text}; there may be more than --limit {limit}"
    known = {id for record in found.records for id in (record.work.arxiv, record.work.doi)}
    missing = [word for word in found.query.words if (id := _identifier(word)) and id not in known]
    return f"{text}; not found: {', '.join(missing)}" if missing else text


def _identifier(word: str) -> str | None:
    return identifiers.arxiv_id(word) or identifiers.doi(word)
