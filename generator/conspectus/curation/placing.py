"""What a curator asks for, as edits: a paper into a category, out of it, into it alone; a paper's summary.

A place is the word of whoever wrote it down: of the record (`place`), which decides a whole facet alone, of the
category (`papers`, `except`), or of a rule. So what has to be written depends on who speaks already.
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
"""Where the curator's word on a paper goes that has no YAML record yet."""


def placed(draft: Draft, paper: Paper, facet: Facet, category: Category) -> Draft:
    """The paper stands in the category too, and loses no place it has.

    Where its record decides the facet, the category is added there; else the category lists it under `papers`. An
    exception of the category's is taken away.
    """
    if not _decides(paper, facet):
        return draft.edited(facet.span.file, lambda sheet: categories.with_pin(sheet, category.id, paper.id))
    draft = draft.edited(facet.span.file, lambda sheet: categories.without_exception(sheet, category.id, paper.id))
    if category.id in _categories_of(paper, facet):
        return draft
    record = _placing(paper, facet)
    return in_record(draft, paper, record, lambda sheet, way: records.with_place(sheet, way, facet.id, category.id))


def placed_only(draft: Draft, paper: Paper, facet: Facet, category: Category) -> Draft:
    """The paper stands in this category of the facet and in no other, whatever pins and rules say: its record does."""
    draft = draft.edited(facet.span.file, lambda sheet: categories.without_exception(sheet, category.id, paper.id))
    if _categories_of(paper, facet) == [category.id]:
        return draft
    record = _placing(paper, facet)
    return in_record(
        draft, paper, record, lambda sheet, way: records.with_only_place(sheet, way, facet.id, category.id)
    )


def removed(draft: Draft, survey: Survey, paper: Paper, facet: Facet, category: Category) -> Draft:
    """The paper no longer stands in the category.

    What put it there goes: the record's word or the pin. Where a rule would take it all the same, the category lists it
    under `except`. EditError where it does not stand there.
    """
    file, before = facet.span.file, draft
    if category.id in _categories_of(paper, facet):
        record = _placing(paper, facet)
        draft = in_record(
            draft, paper, record, lambda sheet, way: records.without_place(sheet, way, facet.id, category.id)
        )
        is_open = _categories_of(paper, facet) == [category.id]
    else:
        is_open = not _decides(paper, facet)
    draft = draft.edited(file, lambda sheet: categories.without_pin(sheet, category.id, paper.id))
    ruled = category.match is not None and paper.id in survey.placing.hits.get(category.match.span, ())
    if is_open and ruled:
        draft = draft.edited(file, lambda sheet: categories.with_exception(sheet, category.id, paper.id))
    if draft == before:
        below = _below(survey, paper, facet, category)
        raise EditError(f"{paper.id} does not stand in {category.id}", f"it stands in {below}, below" if below else "")
    return draft


def summarized(draft: Draft, paper: Paper, summary: str) -> Draft:
    """The paper with another summary of the curator's, in Markdown; with none, if it is empty."""
    record = record_of(paper, [record for record in paper.records if record.work.summary])
    return in_record(draft, paper, record, lambda sheet, way: records.with_summary(sheet, way, summary))


def _decides(paper: Paper, facet: Facet) -> bool:
    """Whether the paper's record decides the facet alone."""
    return any(name == facet.id for name, _ in paper.work.place)


def _categories_of(paper: Paper, facet: Facet) -> list[str]:
    """The categories of the facet that the paper's record names."""
    return [reference.id for name, named in paper.work.place if name == facet.id for reference in named]


def _placing(paper: Paper, facet: Facet) -> Record | None:
    """The record that says, or may say, where in the facet the paper stands; None where one has to begin."""
    return record_of(
        paper, [record for record in paper.records if any(name == facet.id for name, _ in record.work.place)]
    )


def record_of(paper: Paper, speaking: Sequence[Record]) -> Record | None:
    """The YAML record to edit: the curator's first of those that speak of something, else the first of all."""
    own = [record for record in speaking if record.authority == Authority.CURATOR]
    if own and not is_yaml(own[0]):
        raise EditError(f"{paper.id} is spoken of in {own[0].span}, which is no YAML", "edit it by hand")
    return next(filter(is_yaml, own or paper.records), None)


def is_yaml(record: Record) -> bool:
    return record.span.file.lower().endswith((".yaml", ".yml"))


def in_record(draft: Draft, paper: Paper, record: Record | None, change: Callable[[Sheet, Way], Sheet]) -> Draft:
    """The draft with a record of the paper's changed, which begins in a file of its own kind where there is none."""
    if record:
        way = draft.way(record.span)
        return draft.edited(record.span.file, lambda sheet: change(sheet, way))
    work, title = paper.work, " ".join(visible(paper.title.as_text()).split())
    known = {"arxiv": work.arxiv, "doi": work.doi}
    keys = {key: value for key, value in known.items() if value}
    if not any(each.id and each.authority == Authority.CURATOR for each in paper.records):
        keys = {"id": paper.id, **keys}
    if not (work.arxiv or work.doi):
        keys["title"] = paper.title.source
    remark = "" if "title" in keys else title
    draft = draft.edited(OWN, lambda sheet: records.with_record(sheet, keys, remark))
    number = len(draft.sheet(OWN).root.items) - 1  # type: ignore[union-attr]
    return draft.edited(OWN, lambda sheet: change(sheet, (number,)))


def _below(survey: Survey, paper: Paper, facet: Facet, category: Category) -> str:
    """A category below this one that the paper stands in."""
    deeper = {each.id for each, _ in category.walk()} - {category.id}
    places = survey.placing.placements.get(paper.id, ())
    return next((place.category for place in places if place.facet == facet.id and place.category in deeper), "")
