"""What an import does, worked out before anything is written: files that come in, files that are updated, ids."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from conspectus.commands import console, filing, intake, reading, registering, replacing, update_report, updating
from conspectus.commands.options import shown
from conspectus.text.counting import counted

if TYPE_CHECKING:
    from conspectus.commands.updating import Update
    from conspectus.diagnostics import Span
    from conspectus.model.ledger import Entries, Entry
    from conspectus.model.paper import Library, Reading, Source
    from conspectus.model.survey import Survey
    from conspectus.model.when import Date
    from conspectus.project import Project
    from conspectus.yaml_edit import Draft


@dataclass(frozen=True, slots=True)
class Item:
    """A file that was given, and what becomes of it. `path`: its place in the survey; `reading`: what that file will
    say, with the ids of its entries; `entries`: what is to be written down of them. `pruned`: the missing entries that
    go, by their places; `used`: the papers that stay in any case, with the reason, None if no paper goes.
    `is_repeated`: whether the last import was of these bytes. `resembles`: how many of its entries another file has, if
    they are so many that this one may be a newer export of it."""

    given: Source
    path: str
    reading: Reading
    entries: Mapping[str, Entry] = field(default_factory=dict)
    is_present: bool = False
    is_repeated: bool = False
    update: Update | None = None
    replacement: replacing.Replacement | None = None
    pruned: frozenset[int] = frozenset()
    used: Mapping[str, str] | None = None
    resembles: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it. `known`: the readings of the files that stay as they are. `twins`: the files that say what another one
    that was given does, to the byte, with the place of that in the survey."""

    items: Sequence[Item]
    known: Sequence[Reading]
    before: Library
    after: Library
    survey: Survey | None = None
    twins: Sequence[tuple[str, str]] = ()

    @property
    def readings(self) -> list[Reading]:
        """What the files that come in say."""
        return [item.reading for item in self.items]


def plan(
    project: Project | None,
    given: Sequence[tuple[Source, Reading]],
    *,
    update: bool | None = None,
    added: Date | None = None,
    prune: bool = False,
    is_first: bool = False,
) -> Plan:
    """The plan of an import; without a project, every paper is new. `update`: None if it depends on the file.

    `is_first`: whether a survey begins with these files, so that no paper is newer than the others.

    Failure where a file cannot be updated.
    """
    from conspectus import entry_ledger, library
    from conspectus.model.paper import Library

    survey = reading.read(project).survey if project else None
    before = survey.library if survey else Library(())
    present = {source.path: source for source in project.sources("papers")} if project else {}
    numbers = {source.digest: number for number, (source, _) in reversed(list(enumerate(given)))}
    single = [given[number] for number in sorted(numbers.values())]
    items = list(_items(project, survey, present, single, update, prune))
    taken_over = {item.path for item in items if item.update or item.is_present}
    known = [each for each in survey.readings if each.path not in taken_over] if survey else []
    arrivals = [_arrival(project, item, _entries(project, item.path), before, added) for item in items]
    if is_first:
        arrivals = [arrival._replace(added=None) for arrival in arrivals]
    lines = registering.entries(known, before, arrivals)
    done = []
    for item, arrival, entries in zip(items, arrivals, lines, strict=True):
        every = replace(arrival.entries, by_name={**arrival.entries.by_name, **entries})
        done.append(replace(item, entries=entries, reading=entry_ledger.with_entries(item.reading, every)))
    after = library.merge([*known, *(item.reading for item in done)]).library
    places = {item.given.digest: item.path for item in items}
    twins = [(source.path, places[source.digest]) for n, (source, _) in enumerate(given) if n != numbers[source.digest]]
    return Plan(done, known, before, after, survey, twins)


def _items(
    project: Project | None,
    survey: Survey | None,
    present: Mapping[str, Source],
    given: Sequence[tuple[Source, Reading]],
    asked: bool | None,
    prune: bool,
) -> Iterator[Item]:
    """What becomes of each file that was given."""
    places = {source.digest: source.path for source in present.values()}
    said = {each.path: each for each in survey.readings} if survey else {}
    taken = set(present)
    for source, read in given:
        if source.digest in places and not (prune and places[source.digest] in said):
            path = places[source.digest]
            yield Item(source, path, _bare(said[path]) if path in said else read, is_present=True, is_repeated=True)
            continue
        others = [each for each in said.values() if each.path in taken]
        older = said[places[source.digest]] if source.digest in places else None
        if older is None and asked is not False:
            older = updating.recognized(read, others, asked=bool(asked))
        if asked and older is None:
            help = "give the file the name of the one that it updates, or leave out --update"
            raise console.Failure(f"{source.path} is not a newer export of any file in content/papers/", help)
        if older and survey and project:
            base = replacing.last_import(project, source, older.path)
            yield _updating(project, survey, updating.Update.of(source, read, present[older.path], older, base), prune)
            places[source.digest] = older.path
            taken.discard(older.path)
            continue
        path = filing.unused(PurePosixPath(source.path).name, [*present, *places.values()])
        places[source.digest] = path
        yield Item(source, path, read, resembles=None if asked is False else updating.resembling(read, others))


def _bare(read: Reading) -> Reading:
    """A reading without the ids that were written down of its entries."""
    return replace(read, records=tuple(replace(record, assigned=None) for record in read.records))


def _updating(project: Project, survey: Survey, update: Update, prune: bool) -> Item:
    from conspectus.yaml_edit.writing import on_disk

    paper_of = {record.span: paper for paper in survey.library.papers for record in paper.records}
    own = (update.present.path, replacing.kept_path(update.present.path))
    used = updating.in_use(survey, own) if prune else None
    places = [(number, paper_of.get(update.old.records[number].span)) for number in update.missing]
    pruned = frozenset(n for n, paper in places if used is not None and not (paper and paper.id in used))
    base = on_disk(project, replacing.base_path(update.present.path))
    made = replacing.replacement(update, base, pruned)
    return Item(
        update.given,
        update.present.path,
        made.reading,
        is_repeated=base == update.given.data,
        update=update,
        replacement=made,
        pruned=pruned,
        used=used,
    )


def _entries(project: Project | None, path: str) -> Entries:
    """What is written down of the entries of a file."""
    from conspectus import entry_ledger
    from conspectus.model.ledger import Entries, ids_path

    file = project.root / ids_path(path) if project else None
    return entry_ledger.load(project.source(file)) if project and file and file.is_file() else Entries()


def _arrival(
    project: Project | None, item: Item, entries: Entries, before: Library, added: Date | None
) -> registering.Arrival:
    """A file as its entries are to be registered."""
    from conspectus import entry_ledger
    from conspectus.model.when import Date

    papers = {record.span: paper for paper in before.papers for record in paper.records}
    former, earlier = {}, {}
    had: list[Entry] = []
    if update := item.update:
        pairs = updating.paired(item.reading.records, update.old.records)
        spans = ((item.reading.records[new].span, update.old.records[old].span) for new, old in pairs.items())
        former = {span: papers[other].id for span, other in spans if other in papers}
        written = entry_ledger.known(_bare(update.old).records, entries)
        had = [entry for entry in written if entry]
        earlier = {item.reading.records[new].span: entry for new, old in pairs.items() if (entry := written[old])}
    now = datetime.date.today()
    today = added or Date.in_name(PurePosixPath(item.given.path).stem) or Date(now.year, now.month, now.day)
    in_place = item.is_present and project is not None and _is(item.given.path, project.root / item.path)
    always = added is not None or item.update is not None
    lost = _lost(project, item, entries)
    return registering.Arrival(
        item.reading, entries, former, earlier, today, had, lost, always, in_place, item.update is not None
    )


def _lost(project: Project | None, item: Item, entries: Entries) -> frozenset[Span]:
    """The places of entries of which nothing is written down, though the last import of the file had them."""
    from conspectus import entry_ledger

    if project is None or not entries.by_name or not (item.is_present or item.update):
        return frozenset()
    base = replacing.last_import(project, item.given, item.path)
    gone = set(entry_ledger.names(base.records) if base else ()) - entries.by_name.keys()
    if not gone:
        return frozenset()
    old = _bare(item.update.old if item.update else item.reading).records
    written = zip(old, entry_ledger.names(old), entry_ledger.known(old, entries), strict=True)
    lost = {record.span for record, name, entry in written if name in gone and not entry}
    if not item.update:
        return frozenset(lost)
    new = item.reading.records
    pairs = updating.paired(new, item.update.old.records)
    return frozenset(new[n].span for n, place in pairs.items() if old[place].span in lost)


def _is(path: str, file: Path) -> bool:
    return Path(path).resolve() == file.resolve()


def report(plan: Plan, *, places: bool = False) -> Iterator[str]:
    """What the import brings, file by file. `places`: whether papers are placed as the export files them."""
    fresh = [item for item in plan.items if not item.is_present]
    parts = [update_report.arrived(item.reading, item.update) if item.update else item.reading for item in fresh]
    for item, brought in zip(fresh, intake.account(plan.before, plan.after, parts), strict=True):
        if item.update and item.replacement:
            kept = next((read for read in plan.known if read.path == replacing.kept_path(item.path)), None)
            yield from update_report.lines(item.update, item.replacement, item.reading, brought, plan.after)
            if not places:
                yield from update_report.filed(item.update, item.reading, plan.after, plan.survey)
            yield from update_report.moved(item.update, item.reading, plan.after, plan.survey)
            yield from update_report.missing(item.update, kept, plan.before, item.pruned, item.used)
        else:
            yield from intake.lines(brought)
            if item.resembles:
                yield _resembling(item, *item.resembles)
    updated = {item.path for item in fresh if item.update}
    for old, new in intake.renamed(plan.before, plan.after, updated):
        yield f"the id {old} changes to {new}: add `was: [{old}]` to {new} to keep the old address"


def _resembling(item: Item, shared: int, path: str) -> str:
    many = f"{shared:,} of its {len(item.reading.records):,} entries are in {path} too"
    name = PurePosixPath(path).name
    return f"{item.given.path}: {many}; if it is a newer export of that, delete {item.path} and import it as {name}"


def write(plan: Plan, project: Project | None) -> list[str]:
    """Write it into the project, all or nothing; into none if there is none. What to say of each file."""
    from conspectus.yaml_edit import Draft, write

    present = [f"{item.given.path}: already imported as {item.path}" for item in plan.items if item.is_present]
    present += [f"{path}: given twice, imported as {place}" for path, place in plan.twins]
    if project is None:
        return present
    draft, done = Draft.of(project), []
    for item in plan.items:
        before, draft = draft.edits, _written(draft, item, plan)
        if item.entries and item.is_present:
            done.append(f"{item.path}: wrote down the ids of {counted(len(item.entries), 'entry')}")
        elif not item.is_present and not item.update:
            done.append(f"copied {item.given.path} to {shown(project.root / item.path)}")
        elif item.update:
            done.append(f"updated {item.path}" if draft.edits != before else f"{item.path} is up to date")
    write(project, draft.edits)
    return [*present, *done]


def _written(draft: Draft, item: Item, plan: Plan) -> Draft:
    """The project with a file of papers, what the next import has to know of it, and the ids of its entries.

    In the order in which it is written: whenever that is interrupted, the same import completes it, and until then no
    entry is gone and no address is another.
    """
    from conspectus.curation.entry_lines import with_lines
    from conspectus.model.ledger import ids_path

    made = item.replacement
    if item.entries:
        ids = ids_path(item.path)
        text = with_lines(draft.text(ids), PurePosixPath(item.path).name, item.entries)
        draft = draft.with_file(ids, text.encode())
    if item.update and made:
        kept = replacing.kept_path(item.path)
        papers = {record.span: paper.id for paper in plan.before.papers for record in paper.records}
        apart = {number: papers[item.update.old.records[number].span] for number in made.apart}
        data = replacing.kept_records(draft.text(kept).encode(), kept, item.update, apart, item.used)
        draft = draft.with_file(kept, data or None)
    if not item.is_present:
        draft = draft.with_file(item.path, made.data if made else item.given.data)
    if updating.is_library(item.reading) and not _is(item.given.path, draft.root / item.path):
        draft = draft.with_file(replacing.base_path(item.path), made.base if made else item.given.data)
    return draft
