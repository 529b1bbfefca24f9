"""A curator's edits of a paper: adding it to a category, removing it, placing it there only; its summary.

A placement comes from the record (`place`), which decides a whole facet, from the category (`papers`, `except`), or
from a rule. What has to be written depends on which of them places the paper now.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from conspectus.curation import categories, records
from conspectus.diagnostics.excerpt import visible
from conspectus.model.paper import Authority, Paper, Record
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet
from conspectus.yaml_edit import Draft, EditError, Sheet, Way

OWN = "content/papers/curated.yaml"
"""The file for records of papers that have no YAML record yet."""


def changed(how: str, draft: Draft, survey: Survey, paper: Paper, facet: Facet, category: Category) -> Draft:
    """The draft with the paper in the category too (`how` is place), in it only, or not in it (remove)."""
    if how == "remove":
        return removed(draft, survey, paper, facet, category)
    return (placed_only if how == "only" else placed)(draft, survey, paper, facet, category)


def placed(draft: Draft, survey: Survey, paper: Paper, facet: Facet, category: Category) -> Draft:
    """The paper is in the category too, and stays in its other categories.

    If its record decides the facet, the category is added there; else the category lists the paper under `papers`. It
    is removed from the category's `except`.
    """
    if not _decides(paper, facet):
        return _listed(draft, survey, paper, facet, category, "papers")
    draft = _unlisted(draft, survey, paper, facet, category, "except")
    if category.id in _categories_of(paper, facet):
        return draft
    record = _placing(paper, facet)
    return in_record(draft, paper, record, lambda sheet, way: records.with_place(sheet, way, facet.id, category.id))


def placed_only(draft: Draft, survey: Survey, paper: Paper, facet: Facet, category: Category) -> Draft:
    """The paper is in this category of the facet only: its record says so, which overrides pins and rules."""
    draft = _unlisted(draft, survey, paper, facet, category, "except")
    if _categories_of(paper, facet) == [category.id]:
        return draft
    record = _placing(paper, facet)
    return in_record(
        draft, paper, record, lambda sheet, way: records.with_only_place(sheet, way, facet.id, category.id)
    )


def removed(draft: Draft, survey: Survey, paper: Paper, facet: Facet, category: Category) -> Draft:
    """The paper is no longer in the category.

    The record's `place` or the pin is removed. If a rule would match the paper, the category lists it under `except`.
    EditError if the paper is not in the category.
    """
    before = draft
    if category.id in _categories_of(paper, facet):
        record = _placing(paper, facet)
        draft = in_record(
            draft, paper, record, lambda sheet, way: records.without_place(sheet, way, facet.id, category.id)
        )
        is_open = _categories_of(paper, facet) == [category.id]
    else:
        is_open = not _decides(paper, facet)
    draft = _unlisted(draft, survey, paper, facet, category, "papers")
    ruled = category.match is not None and paper.id in survey.placing.hits.get(category.match.span, ())
    if is_open and ruled:
        draft = _listed(draft, survey, paper, facet, category, "except")
    if draft == before:
        below = _below(survey, paper, facet, category)
        raise EditError(f"{paper.id} is not in {category.id}", f"it is in {below}, a subtopic" if below else "")
    return draft


def summarized(draft: Draft, paper: Paper, summary: str) -> Draft:
    """The paper with another summary in Markdown; an empty one is removed."""
    record = record_of(paper, [record for record in paper.records if record.work.summary])
    return in_record(draft, paper, record, lambda sheet, way: records.with_summary(sheet, way, summary))


def _listed(draft: Draft, survey: Survey, paper: Paper, facet: Facet, category: Category, key: str) -> Draft:
    names, title = _names(survey, paper), paper.title.as_text()
    return draft.edited(
        facet.span.file, lambda sheet: categories.with_paper(sheet, category.id, key, paper.id, names, title)
    )


def _unlisted(draft: Draft, survey: Survey, paper: Paper, facet: Facet, category: Category, key: str) -> Draft:
    names, title = _names(survey, paper), paper.title.as_text()
    return draft.edited(facet.span.file, lambda sheet: categories.without_paper(sheet, category.id, key, names, title))


def _names(survey: Survey, paper: Paper) -> Callable[[str], bool]:
    """Whether a name is the paper's."""
    return lambda name: [each.id for each in survey.named(name)] == [paper.id]


def _decides(paper: Paper, facet: Facet) -> bool:
    """Whether the paper's record has `place` for the facet."""
    return facet.id in dict(paper.work.place)


def _categories_of(paper: Paper, facet: Facet) -> list[str]:
    """The categories of the facet that the paper's record names."""
    return [reference.id for reference in dict(paper.work.place).get(facet.id, ())]


def _placing(paper: Paper, facet: Facet) -> Record | None:
    """The record that places the paper in the facet, or can; None if one has to be added."""
    return record_of(paper, [record for record in paper.records if facet.id in dict(record.work.place)])


def record_of(paper: Paper, holding: Sequence[Record]) -> Record | None:
    """The YAML record to edit: the curator's first one of those holding the value, else the first of all. EditError if
    the curator's is not YAML.
    """
    own = [record for record in holding if record.authority == Authority.CURATOR]
    if own and not is_yaml(own[0]):
        raise EditError(f"{paper.id} has its record in {own[0].span}, which is not YAML", "edit it by hand")
    return next(filter(is_yaml, own or paper.records), None)


def is_yaml(record: Record) -> bool:
    return record.span.file.lower().endswith((".yaml", ".yml"))


def in_record(draft: Draft, paper: Paper, record: Record | None, change: Callable[[Sheet, Way], Sheet]) -> Draft:
    """The draft with a record of the paper changed; if there is none, one is added to OWN that only points at the
    paper: by its id, and by an identifier or the title where no import wrote the id down."""
    if record:
        way = draft.way(record.span)
        return draft.edited(record.span.file, lambda sheet: change(sheet, way))
    work, title = paper.work, " ".join(visible(paper.title.as_text()).split())
    if any(each.assigned for each in paper.records):
        keys = {"id": paper.id}
    else:
        keys = {key: value for key, value in (("arxiv", work.arxiv), ("doi", work.doi)) if value}
        keys = keys or {"title": paper.title.source}
        if not any(each.id and each.authority == Authority.CURATOR for each in paper.records):
            keys = {"id": paper.id, **keys}
    remark = "" if "title" in keys else title
    draft = draft.edited(OWN, lambda sheet: records.with_record(sheet, keys, remark))
    number = len(draft.sheet(OWN).root.items) - 1  # type: ignore[union-attr]
    return draft.edited(OWN, lambda sheet: change(sheet, (number,)))


def without_stubs(draft: Draft, survey: Survey) -> Draft:
    """The draft without the records in OWN that say no more than the id of an imported paper; without OWN, if it is
    empty then."""
    if not any(edit.path == OWN for edit in draft.edits):
        return draft
    imported = {record.assigned for paper in survey.library.papers for record in paper.records if record.assigned}
    draft = draft.edited(OWN, lambda sheet: records.without_stubs(sheet, imported))
    return draft if draft.text(OWN).strip() else draft.with_file(OWN, None)


def _below(survey: Survey, paper: Paper, facet: Facet, category: Category) -> str:
    """A category below this one that the paper is in; empty if there is none."""
    deeper = {each.id for each, _ in category.walk()} - {category.id}
    places = survey.placing.placements.get(paper.id, ())
    return next((place.category for place in places if place.facet == facet.id and place.category in deeper), "")
