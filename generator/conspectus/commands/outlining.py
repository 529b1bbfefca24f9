"""Making a facet of what files of papers say: for `import --taxonomy` and `new --from`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.commands.planning import Item, Plan
    from conspectus.curation.extending import Extension, Places
    from conspectus.curation.outline import Group, Node
    from conspectus.language import Language
    from conspectus.model.paper import Reading
    from conspectus.project import Project


class Outline(NamedTuple):
    """A facet's file, how many categories and papers stand in it, and how many papers in none."""

    text: str
    categories: int
    papers: int
    unplaced: int
    is_proposal: bool

    @property
    def summary(self) -> str:
        from conspectus.text.counting import counted

        if self.is_proposal and not self.papers:
            return f"{counted(self.categories, 'category')}, each with a rule to review"
        found = f"{counted(self.categories, 'category')}, {counted(self.papers)} in them"
        return found + (f", {counted(self.unplaced)} in none" if self.unplaced else "")

    @property
    def next_steps(self) -> list[str]:
        """What to do about the papers that are in no category, on a line; nothing where there are none."""
        from conspectus.text.counting import counted

        if not self.unplaced:
            return []
        how = "`conspectus suggest` proposes categories, `conspectus place PAPER CATEGORY` adds it to one"
        return [f"{counted(self.unplaced)} unclassified: {how}"]


def outline(project: Project | None, known: Sequence[Reading], readings: Sequence[Reading], facet: str) -> Outline:
    """The facet that the readings suggest, for the library they make with those that are `known`. What readers see of
    it is in the language of the project's pages."""
    from conspectus.curation import outline
    from conspectus.model.taxonomy import facet_title

    pages = _language(project)
    files = dict.fromkeys(reading.path for reading in readings)
    nodes, origin, count = _nodes(known, readings, pages.gettext("All papers"))
    names = ", ".join(PurePosixPath(path).name for path in files if path) if len(files) < 4 else f"{len(files)} files"
    is_proposal = bool(origin)
    origin = origin or f"how {names} is divided"
    remark = (
        f"A proposal, made from {origin}: rename, join and delete categories, and edit their rules, as you like."
        if is_proposal
        else f"Made from {origin}. Order here is order on the site; `papers` pins a paper, `match` proposes papers."
    )
    return _counted(outline.written(facet, facet_title(facet, pages), nodes, remark), nodes, count, is_proposal)


def _language(project: Project | None) -> Language:
    """The language of a project's pages."""
    from conspectus import language, settings

    return language.load(settings.load(project.source(project.settings_file))[0].language if project else "en")[0]


def _nodes(known: Sequence[Reading], readings: Sequence[Reading], rest: str) -> tuple[list[Node], str, int]:
    """The categories that the readings suggest, from what these are proposed if the papers stand in no groups, and the
    number of papers. `rest`: what a category of all papers is called, where there is none else."""
    from conspectus import library
    from conspectus.curation import outline

    papers = library.merge([*known, *readings]).library.papers
    # Of records that say the same, a paper keeps the first; the others stand in groups of their own.
    owners = {record.work: paper for paper in papers for record in paper.records}
    records = [record for reading in readings for record in reading.records if record.work in owners]
    placed = [(owners[record.work], record.groups) for record in records]
    every = list({paper.id: paper for paper, _ in placed}.values())
    order = (group for each in readings for group in (*each.groups, *(g for r in each.records for g in r.groups)))
    if nodes := outline.from_groups(placed, order):
        return nodes, "", len(every)
    return *outline.proposed(every, rest), len(every)


def _counted(text: str, nodes: Sequence[Node], count: int, is_proposal: bool) -> Outline:
    every = [node for top in nodes for node in top.walk()]
    placed = len({paper.id for node in every for paper in node.papers})
    return Outline(text, len(every), placed, 0 if is_proposal else count - placed, is_proposal)


def made(project: Project | None, facet: str, outline: Outline) -> str:
    """Write the facet's file, if there is a project to write it into, and return what to say of it."""
    if project is None:
        return f"would write content/taxonomy/{facet}.yaml: {outline.summary}"
    return f"wrote {write(project, facet, outline)}: {outline.summary}"


def write(project: Project, facet: str, outline: Outline) -> str:
    """Write the facet's file, which must not exist, and return its name."""
    path = project.content / "taxonomy" / f"{facet}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(outline.text)
    except FileExistsError as error:
        raise exists(facet) from error
    return project.name(path)


def extension(project: Project | None, plan: Plan, facet: str) -> Extension | None:
    """The facet with what newer exports file their papers in, or, if it has no category yet, with what any files are
    divided by; None if it is not there. Failure if it has some, and a file is no newer export."""
    if project is None or not (project.content / "taxonomy" / f"{facet}.yaml").exists():
        return None
    from conspectus.commands import update_report
    from conspectus.curation import extending
    from conspectus.curation.extending import Filing
    from conspectus.model.taxonomy import CategoryId
    from conspectus.yaml_edit import Draft

    survey = plan.survey
    file = f"content/taxonomy/{facet}.yaml"
    own = next((each for each in survey.taxonomy.facets if each.span.file == file), None) if survey else None
    if own and extending.is_empty(Draft.of(project), own):
        return extending.filled(
            Draft.of(project), own, _nodes(plan.known, plan.readings, _language(project).gettext("All papers"))[0]
        )
    if survey is None or own is None or any(not item.update and not item.is_present for item in plan.items):
        raise exists(facet)
    every = [group for reading in plan.readings for record in reading.records for group in record.groups if group]
    places = extending.Places(own, every)
    filings = [
        Filing(paper, _present(group, renamings, places))
        for item in plan.items
        for renamings in [_renamings(item, plan)]
        for paper, group in update_report.new_groups(
            item.reading, None if item.is_repeated else item.update, plan.before, plan.after
        )
    ]
    return extending.extended(
        Draft.of(project),
        own,
        filings,
        every,
        lambda paper, category: paper in survey.placing.inside.get(CategoryId(own.id, category.id), ()),
        lambda name, paper: name == paper.id or [each.id for each in survey.named(name)] == [paper.id],
    )


def _renamings(item: Item, plan: Plan) -> Mapping[Group, Group]:
    from conspectus.commands import update_report

    return update_report.renamings(item.update, item.reading, plan.before, plan.after) if item.update else {}


def _present(group: Group, renamings: Mapping[Group, Group], places: Places) -> Group:
    """A group by the name that its category has: what the list calls otherwise now is no second category."""
    for new, old in renamings.items():
        if group[: len(new)] == new and places.home(old) and not places.home(new):
            return (*old, *group[len(new) :])
    return group


def done(project: Project | None, facet: str, plan: Plan, extension: Extension | None) -> Iterator[str]:
    """Write the facet, new or extended, if there is a project to write it into, and tell what is in it."""
    if extension:
        yield from _extended(project, facet, extension)
    else:
        suggested = outline(project, plan.known, plan.readings, facet)
        yield made(project, facet, suggested)
        yield from suggested.next_steps


def _extended(project: Project | None, facet: str, extension: Extension) -> Iterator[str]:
    from conspectus.text.counting import counted
    from conspectus.yaml_edit import write

    file = f"content/taxonomy/{facet}.yaml"
    made, placed = counted(len(extension.made), "new category"), len({paper for paper, _ in extension.placed})
    if not extension.is_first:
        yield from (f"  category {id}: {title}" for id, title in extension.made)
        yield from (f"  placed   {paper} in {category}" for paper, category in extension.placed)
        yield from (f"  left     {paper} out of {category}, as you decided" for paper, category in extension.left)
    if not extension.draft.edits:
        yield f"{file} is up to date"
        return
    if project:
        write(project, extension.draft.edits)
    done, would = ("filled", "fill") if extension.is_first else ("extended", "extend")
    yield f"{done if project else f'would {would}'} {file}: {made}, {counted(placed)} placed"


def exists(facet: str) -> console.Failure:
    """What to say where the facet is there already."""
    return console.Failure(
        f"content/taxonomy/{facet}.yaml exists; nothing was imported",
        "name another facet with --facet NAME; only newer exports of a file in content/papers/ extend one that has"
        " categories",
    )
