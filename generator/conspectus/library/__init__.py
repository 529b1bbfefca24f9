"""From records to papers: identifiers, matching, merging."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.library import findings
from conspectus.library.ids import choose, curators_id
from conspectus.library.likeness import alike
from conspectus.library.matching import match
from conspectus.library.merging import merged, rank
from conspectus.model.paper import Authority, Dropped, Library, Paper, Reading, Record, Work


def merge(readings: Sequence[Reading]) -> Library:
    """Put together the records that are one work.

    One work: the same arXiv id, the same DOI, the same id of the curator's, or the same title (and year within one)
    with nothing that says otherwise. What is only alike is reported and left apart; what has no title is dropped, and
    so is what an export or a listing says twice. The outcome does not depend on the order of the readings.
    """
    records, repeated = _distinct(sorted(readings, key=lambda reading: reading.path))
    found = match(records)
    groups = [sorted((records[number] for number in group), key=rank) for group in found.groups]
    works = [merged(group) for group in groups]
    titled = [place for place, (work, _) in enumerate(works) if work.title]
    chosen = choose([(next(filter(None, map(curators_id, groups[place])), None), works[place][0]) for place in titled])
    ids = dict(zip(titled, chosen, strict=True))
    papers = [Paper(id, works[place][0], tuple(groups[place]), works[place][1]) for place, id in ids.items()]
    papers.sort(key=lambda paper: paper.id)
    paper_of = {number: id for place, id in ids.items() for number in found.groups[place]}
    untitled = [group for place, group in enumerate(groups) if place not in ids]
    return Library(
        tuple(papers),
        tuple(findings.merges(found, records, paper_of)),
        tuple(sorted({*findings.apart(found, paper_of), *alike(papers)}, key=lambda pair: (pair.first, pair.second))),
        (*repeated, *findings.dropped(untitled)),
        tuple(findings.mistakes(papers, groups, untitled)),
    )


def _distinct(readings: Sequence[Reading]) -> tuple[list[Record], list[Dropped]]:
    """All records but those that say word for word what their file has said before, and these; the curator's stay."""
    records: list[Record] = []
    repeated: list[Dropped] = []
    for reading in readings:
        seen: dict[tuple[str | None, Work], Record] = {}
        for record in reading.records:
            first = seen.setdefault((record.id, record.work), record)
            if first is record or record.authority == Authority.CURATOR:
                records.append(record)
            else:
                why = f"it repeats line {first.span.line}"
                repeated.append(Dropped(findings.name(record), record.span, why))
    return records, repeated
