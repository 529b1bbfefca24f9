"""Making a facet of what files of papers say: for `import --taxonomy` and `new --from`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.curation.outline import Node
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


def outline(known: Sequence[Reading], readings: Sequence[Reading], facet: str) -> Outline:
    """The facet that the readings suggest, for the library they make with those that are `known`."""
    from conspectus import library
    from conspectus.curation import outline
    from conspectus.model.taxonomy import MAIN_FACET

    files = {reading.path for reading in readings}
    papers = library.merge([*known, *readings]).library.papers
    # Of records that say the same, a paper keeps the first; the others stand in groups of their own.
    owners = {record.work: paper for paper in papers for record in paper.records}
    records = [record for reading in readings for record in reading.records if record.work in owners]
    placed = [(owners[record.work], record.groups) for record in records]
    every = list({paper.id: paper for paper, _ in placed}.values())
    names = ", ".join(PurePosixPath(path).name for path in files if path) if len(files) < 4 else f"{len(files)} files"
    nodes, origin = outline.from_groups(placed), f"how {names} is divided"
    is_proposal = not nodes
    if is_proposal:
        nodes, origin = outline.proposed(every)
    title = "Topics" if facet == MAIN_FACET else facet.replace("-", " ").capitalize()
    remark = (
        f"A proposal, made from {origin}: rename, join and delete categories, and edit their rules, as you like."
        if is_proposal
        else f"Made from {origin}. Order here is order on the site; `papers` pins a paper, `match` proposes papers."
    )
    about = f"A proposal, made from {origin}." if is_proposal else f"From {names}."
    return _counted(outline.written(facet, title, about, nodes, remark), nodes, len(every), is_proposal)


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


def refuse_present(project: Project | None, facet: str) -> None:
    """Failure if the survey has the facet."""
    if project and (project.content / "taxonomy" / f"{facet}.yaml").exists():
        raise exists(facet)


def exists(facet: str) -> console.Failure:
    """What to say where the facet is there already."""
    return console.Failure(
        f"content/taxonomy/{facet}.yaml exists; nothing was imported", "name another facet with --facet NAME"
    )
