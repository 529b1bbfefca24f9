"""Reading files of papers: each format is one module with `sniff` and `parse`, and one line in FORMATS.

A format whose files are edited by hand also has `reparse`, which makes use of what a file said before.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from conspectus.cache import Cache
from conspectus.derived import Each, Recomputed, carried_over
from conspectus.diagnostics import Mistake, Span
from conspectus.located import collector_off
from conspectus.model.paper import Reading, Source
from conspectus.sources import (
    arxiv_feed,
    arxiv_json,
    arxiv_mail,
    arxiv_page,
    awesome,
    bibtex,
    biorxiv,
    conference_list,
    conflicts,
    crossref,
    csl_json,
    dblp,
    endnote_tagged,
    endnote_xml,
    europe_pmc,
    hf_json,
    hf_page,
    hf_paper,
    identifier_list,
    limits,
    listing_daily,
    listing_ranked,
    listing_search,
    listing_trending,
    long_values,
    medline,
    openalex,
    other_kinds,
    own_lines,
    own_markdown,
    publish_or_perish,
    pubmed_xml,
    records_jsonl,
    records_yaml,
    refworks,
    ris,
    semantic_scholar,
    site_data,
    table,
    unrecognized,
    web_of_science,
    zotero_json,
    zotero_rdf,
)
from conspectus.sources.added import dated
from conspectus.sources.dates import date_of as date_of
from conspectus.sources.dates import is_cut as is_cut
from conspectus.sources.name_lists import is_body as is_body


class Format(Protocol):
    """What a module that reads a format has. `sniff` looks at a file quickly and reads nothing; `parse` never raises
    for what is in it."""

    NAME: str

    def sniff(self, source: Source) -> bool: ...

    def parse(self, source: Source) -> Reading: ...


@runtime_checkable
class ReparsableFormat(Format, Protocol):
    """A format whose files need not be parsed whole after an edit. `reparse` comes to what `parse` does; `reading` is
    what the file said `before`. It is called instead of asking the cache, so it has to be quick."""

    def reparse(self, source: Source, before: Source, reading: Reading) -> Reading: ...


FORMATS: tuple[Format, ...] = (
    records_yaml,
    own_lines,
    hf_paper,
    hf_page,
    hf_json,
    listing_ranked,
    listing_trending,
    listing_search,
    listing_daily,
    arxiv_mail,
    arxiv_page,
    arxiv_feed,
    own_markdown,
    awesome,
    identifier_list,
    bibtex,
    ris,
    medline,
    web_of_science,
    zotero_rdf,
    zotero_json,
    refworks,
    endnote_tagged,
    endnote_xml,
    pubmed_xml,
    dblp,
    site_data,
    crossref,
    openalex,
    semantic_scholar,
    publish_or_perish,
    europe_pmc,
    biorxiv,
    arxiv_json,
    csl_json,
    records_jsonl,
    table,
    conference_list,
)
LISTS: tuple[Format, ...] = (own_markdown, awesome, identifier_list)
"""Formats with a paper in a line or two."""

NOTHING: Mapping[Source, Reading] = MappingProxyType({})


def read(
    files: Iterable[Source],
    cache: Cache,
    previous: Mapping[Source, Reading] = NOTHING,
    columns: tuple[tuple[str, str], ...] = (),
    each: Each = map,
) -> Mapping[Source, Reading]:
    """What each file says. One that was edited since the `previous` build is parsed by way of what it said then, if its
    format can. `columns`: what the columns of the curator's own tables are, by what they are called. `each`: as `map`,
    who reads."""
    earlier = {source.path: source for source in previous}

    def reading(source: Source) -> Reading:
        before, format = earlier.get(source.path), _format(source)
        said = previous[before] if before else None
        if before and said and isinstance(format, ReparsableFormat) and len(said.mistakes) <= limits.MOST_MISTAKES:
            return _bounded(source, format, lambda: format.reparse(source, before, said), said)
        return parse(source, cache)

    with collector_off():
        return carried_over([with_columns(file, columns) for file in files], reading, previous, each)


def with_columns(source: Source, columns: tuple[tuple[str, str], ...]) -> Source:
    """The file, with what its columns are if it may be a table."""
    is_table = source.path.lower().endswith((".csv", ".tsv", ".txt"))
    return replace(source, columns=columns) if columns and is_table else source


def recomputed(previous: Mapping[Source, Reading], now: Mapping[Source, Reading]) -> Recomputed:
    """The records that were parsed since the previous build, by id or place: of edited files, those with other titles'
    values than any record had before."""
    known = {id(record.work.title) for reading in previous.values() for record in reading.records}
    changed = [reading for source, reading in now.items() if source not in previous]
    made = [record for reading in changed for record in reading.records if id(record.work.title) not in known]
    return Recomputed(
        "records read",
        tuple(record.id or str(record.span) for record in made),
        sum(len(reading.records) for reading in now.values()),
        tuple(dict.fromkeys(record.span.file for record in made)),
    )


def parse(source: Source, cache: Cache) -> Reading:
    """Read a source in the first format that knows it; one that none knows has a mistake and no records."""
    digest = hashlib.sha256(f"{source.path}\0{source.digest}{source.columns or ''}".encode()).hexdigest()
    return cache.get("reading", Reading, digest, lambda: _parse(source))


def _format(source: Source) -> Format | None:
    return (
        None if unrecognized.is_foreign(source) else next((format for format in FORMATS if format.sniff(source)), None)
    )


def _parse(source: Source) -> Reading:
    format = _format(source)
    if format is None:
        mistake = unrecognized.mistake(source)
        return Reading(source.path, "unknown format", mistakes=(mistake,))
    if much := limits.excess(source.data, is_list=format in LISTS):
        return _too_large(source, format, much)
    conflict = None if isinstance(format, ReparsableFormat) else conflicts.mistake(source)
    found = _bounded(source, format, lambda: format.parse(source))
    if not isinstance(format, ReparsableFormat) and found.records:
        beside = tuple(other_kinds.remarks(source, format.NAME, is_list=format in LISTS))
        found = replace(found, remarks=(*found.remarks, *beside)) if beside else found
    return replace(found, mistakes=(*found.mistakes, conflict)) if conflict else found


def _too_large(source: Source, format: Format, message: str) -> Reading:
    mistake = Mistake("unreadable-file", message, Span(source.path), "split it")
    return Reading(source.path, format.NAME, mistakes=(mistake,))


def _bounded(
    source: Source, format: Format, read: Callable[[], Reading], before: Reading = long_values.NOTHING
) -> Reading:
    """What a file says, finished, without values that are too long; a mistake in its place where there are too many
    records, and no more than so many mistakes. `before`: what it said before an edit."""
    try:
        reading = long_values.without(read(), before)
    except limits.TooManyRecordsError as error:
        return _too_large(source, format, str(error))
    if len(reading.mistakes) > limits.MOST_MISTAKES:
        told, left = reading.mistakes[: limits.MOST_MISTAKES], reading.mistakes[limits.MOST_MISTAKES :]
        message = f"there are {len(left):,} more mistakes in this file, here and below"
        more = Mistake(left[0].check, message, left[0].span, "mend those above first; the next ones are told then")
        reading = replace(reading, mistakes=(*told, more))
    return _finished(reading)


def _finished(reading: Reading) -> Reading:
    """The reading with places that tell its records apart, the days its papers were added, and a remark where it has
    nothing to say."""
    if reading.records or reading.mistakes or reading.dropped:
        return dated(_apart(reading))
    return replace(reading, remarks=(*reading.remarks, "the file has no records"))


def _apart(reading: Reading) -> Reading:
    """The reading, its records at places of their own, by which all that comes later tells them apart: of those that
    begin at the same one, the second is a column further on, and so are all that follow."""
    taken: set[Span] = set()
    often: Counter[Span] = Counter()
    records = []
    for record in reading.records:
        span = record.span
        while span in taken:
            often[record.span] += 1
            span = record.span._replace(column=record.span.column + often[record.span])
        taken.add(span)
        records.append(record if span == record.span else replace(record, span=span))
    return replace(reading, records=tuple(records)) if often else reading
