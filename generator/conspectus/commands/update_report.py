"""What a newer export changes, entry by entry and field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from conspectus.changes.values import ValueChange, value_change, value_changes
from conspectus.commands import intake, updating
from conspectus.model.taxonomy import CategoryId
from conspectus.text.counting import counted
from conspectus.text.folding import folded

if TYPE_CHECKING:
    from conspectus.commands.intake import Intake
    from conspectus.commands.replacing import Replacement
    from conspectus.commands.updating import Update
    from conspectus.model.paper import Library, Paper, Reading, Record
    from conspectus.model.survey import Survey

    Group = tuple[str, ...]

UNSEEN = frozenset(("added", "listed"))
"""Fields that say nothing of the work."""


def arrived(reading: Reading, update: Update) -> Reading:
    """Of what the file will say, the entries that it did not have."""
    known = updating.paired(reading.records, update.old.records)
    return replace(reading, records=tuple(r for number, r in enumerate(reading.records) if number not in known))


def lines(update: Update, made: Replacement, reading: Reading, new: Intake, after: Library) -> Iterator[str]:
    """The report on a file that is updated. `reading`: what it will say; `new`: what its new entries bring."""
    paper_of = {record.span: paper.id for paper in after.papers for record in paper.records}
    now = {old: reading.records[n] for n, old in updating.paired(reading.records, update.old.records).items()}
    pairs = [
        (update.new.records[n], update.old.records[old], now[old]) for n, old in update.pairs.items() if old in now
    ]
    changed = [(after, list(changes(before, after))) for _, before, after in pairs]
    kept = [(after, list(changes(after, exported))) for exported, _, after in pairs]
    counts = [counted(len(new.reading.records), "new entry")] if new.reading.records else []
    counts += [f"{sum(bool(fields) for _, fields in changed):,} changed"]
    counts += [f"{len(update.missing):,} missing"] if update.missing else []
    counts += [counted(len(new.apart), "near-duplicate")] if new.apart else []
    yield f"{update.given.path}: updates {update.present.path} ({update.new.format}): {', '.join(counts)}"
    for record, fields in changed:
        for field, old, value in fields:
            yield f"  changed  {_name(record, paper_of.get(record.span))} {field}: {old} → {value}"
    for record, fields in kept:
        for field, own, value in fields:
            named = _name(record, paper_of.get(record.span))
            yield f"  kept     {named} {field}: {own} is on a line that was edited by hand; the export has {value}"
    for name in sorted(made.deleted):
        yield f"  deleted  {name}: deleted from {update.present.path} by hand; left out"
    yield from intake.details(new)


def filed(update: Update, reading: Reading, after: Library, survey: Survey | None) -> Iterator[str]:
    """The headings or collections that papers stand in since this export, where the category of that name does not have
    them, or where there is none though others are categories. `reading`: what the file will say."""
    if survey is None:
        return
    by_title: dict[str, list[CategoryId]] = {}
    for facet, category, _ in survey.taxonomy.walk():
        by_title.setdefault(folded(category.title), []).append(CategoryId(facet.id, category.id))
    older = (folded(group[-1]) for record in update.old.records for group in record.groups if group)
    facets = {each.facet for title in older for each in by_title.get(title, ())}
    lacking: Counter[str] = Counter()
    for paper, group in new_groups(reading, update, survey.library, after):
        title = " › ".join(group)
        for each in by_title.get(folded(group[-1]), ()):
            if paper.id not in survey.placing.inside.get(each, ()):
                how = f"conspectus place {paper.id} {each.category} --facet {each.facet}"
                yield f"  filed    {paper.id} in {title}; to place it so: `{how}`"
        lacking[title] += folded(group[-1]) not in by_title
    for title, count in lacking.items():
        if count and facets:
            how = f"import this again with `--taxonomy --facet {min(facets)}`"
            yield f"  filed    {counted(count)} in {title}, which is no category; to add it, {how}"


def moved(update: Update, reading: Reading, after: Library, survey: Survey | None) -> Iterator[str]:
    """The papers that stand no longer under a heading, or in a collection, whose category pins them still; of a heading
    that has another name now, that alone. A pin of an import looks like one of the curator's, so none is deleted.
    `reading`: what the file will say."""
    from conspectus.curation.extending import Places
    from conspectus.model.identifiers import slug

    if survey is None:
        return
    now = _groups_now(reading, after)
    before = list(_groups(update.old, survey.library))
    gone = [each for each in before if each[0].id in now and each[1] not in now[each[0].id]]
    names = _renamed(before, now) if gone else {}
    for facet in survey.taxonomy.facets if gone else ():
        places = Places(facet, [group for record in update.old.records for group in record.groups if group])
        renamed: Counter[tuple[Group, Group]] = Counter()
        for paper, group in gone:
            home = places.home(group)
            if home is None or home in map(places.home, now[paper.id]):
                continue
            pins = [each.span for each in home.papers if [one.id for one in survey.named(each.id)] == [paper.id]]
            if group in names:
                renamed[names[group]] += bool(pins)
                continue
            for span in pins:
                how = f"conspectus place {paper.id} {home.id} --facet {facet.id} --remove"
                title = " › ".join(group)
                yield f"  moved    {paper.id} out of {title}, but {span} pins it in {home.id}; to remove it: `{how}`"
        for (old, new), count in renamed.items():
            if count and (category := places.home(old)):
                them = f"the category {category.id} ({category.span}) pins {counted(count)} of it"
                how = f"to keep it as one category, change its title to `{new[-1]}`"
                if (id := slug(new[-1], 60)) and id != category.id:
                    how += f"; its id: `conspectus rename {category.id} {id} --facet {facet.id}`"
                yield f"  renamed  {' › '.join(old)} is {' › '.join(new)} now, and {them}; {how}"


def renamings(update: Update, reading: Reading, before: Library, after: Library) -> Mapping[Group, Group]:
    """The headings that have another name now: as they are, and as they were."""
    found = _renamed(_groups(update.old, before), _groups_now(reading, after))
    return {new: old for old, new in found.values()}


def _groups_now(reading: Reading, after: Library) -> Mapping[str, list[Group]]:
    """The headings or collections that each paper is in now."""
    now: dict[str, list[Group]] = {}
    for paper, group in _groups(reading, after):
        now.setdefault(paper.id, []).append(group)
    return now


def _renamed(
    before: Iterable[tuple[Paper, Group]], now: Mapping[str, Sequence[Group]]
) -> dict[Group, tuple[Group, Group]]:
    """The headings that are gone where all papers that are left stand together under one that is new: up to the last
    title that differs, as they were and as they are."""
    papers: dict[Group, list[str]] = {}
    for paper, group in before:
        papers.setdefault(group, []).append(paper.id)
    new = {group for groups in now.values() for group in groups} - papers.keys()
    found: dict[Group, tuple[Group, Group]] = {}
    for group, ids in papers.items():
        left = [set(now[id]) for id in ids if id in now]
        others = sorted(new.intersection(*left)) if left and not any(group in each for each in now.values()) else []
        if others:
            same = 0
            while same < min(len(group), len(others[0])) - 1 and group[-1 - same] == others[0][-1 - same]:
                same += 1
            found[group] = group[: len(group) - same], others[0][: len(others[0]) - same]
    return found


def new_groups(
    reading: Reading, update: Update | None, before: Library, after: Library
) -> Iterator[tuple[Paper, Group]]:
    """The papers of a file, each with a heading or collection that it is in and was not before the update."""
    known = {(paper.id, group) for paper, group in _groups(update.old, before)} if update else set()
    yield from ((paper, group) for paper, group in _groups(reading, after) if (paper.id, group) not in known)


def _groups(reading: Reading, library: Library) -> Iterator[tuple[Paper, Group]]:
    # Of records that say the same, a paper has the first; the others stand in groups of their own.
    by_span = {record.span: paper for paper in library.papers for record in paper.records}
    by_work = {record.work: paper for paper in library.papers for record in paper.records}
    for record in reading.records:
        if paper := by_span.get(record.span) or by_work.get(record.work):
            yield from ((paper, group) for group in dict.fromkeys(record.groups) if group)


def missing(
    update: Update, kept: Reading | None, before: Library, pruned: Collection[int], used: Mapping[str, str] | None
) -> Iterator[str]:
    """The entries that the newer export lacks, each with what becomes of it and why. `kept`: those of earlier exports
    that stand beside the file; `before`: the library as it is; `pruned`: which of the file's entries go; `used`: the
    papers that stay, None if no paper goes.
    """
    papers = {record.span: paper.id for paper in before.papers for record in paper.records}
    for number in update.missing:
        record = update.old.records[number]
        yield _missing(record, papers.get(record.span, ""), number in pruned, used or {})
    records = kept.records if kept else ()
    back = set(updating.paired(update.new.records, records).values())
    for number, record in enumerate(records):
        if number not in back:
            id = record.assigned or ""
            yield _missing(record, id, used is not None and id not in used, used or {})


def _missing(record: Record, id: str, is_pruned: bool, used: Mapping[str, str]) -> str:
    title = record.work.title.as_text() if record.work.title else "an entry without a title"
    why = f", because {used[id]}" if id in used else ""
    word, kept = ("pruned ", "") if is_pruned else ("missing", f"; kept, though the export lacks it{why}")
    return f"  {word}  {_name(record, id)}: {title}{kept}"


def _name(record: Record, paper: str | None) -> str:
    return paper or record.id or str(record.span)


def changes(before: Record, after: Record) -> Iterator[ValueChange]:
    """The fields of an entry that differ, and its key; authors that are named tell how many they are."""
    if before.id != after.id:
        yield value_change("key", before.id, after.id)
    found = list(value_changes(before.work, after.work, UNSEEN))
    is_told = any(each.field == "authors" for each in found) and (not after.work.authors or after.work.authors.people)
    yield from (each for each in found if not (is_told and each.field == "author_count"))
