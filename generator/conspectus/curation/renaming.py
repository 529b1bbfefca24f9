"""Changing the id of a paper or a category everywhere: where it is declared, and wherever it is named.

The former id is added to `was`, so that its address redirects to the new one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePosixPath

from conspectus.curation import categories, records
from conspectus.curation.placing import in_record, is_yaml, record_of
from conspectus.diagnostics import Span
from conspectus.model.identifiers import is_safe_id, slug
from conspectus.model.keys import Shape
from conspectus.model.paper import Authority, Paper
from conspectus.model.query import QUERY
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import CATEGORY, FACET, Category, Facet
from conspectus.model.work import RECORD
from conspectus.text.prose import CITATION, CITED, cited
from conspectus.yaml_edit import Draft, EditError
from conspectus.yaml_edit.rewording import with_key, with_scalars, with_words
from conspectus.yaml_edit.sheet import ways_to

PROSE = frozenset(key.name for keys in (RECORD, FACET, CATEGORY, QUERY) for key in keys if key.shape is Shape.PROSE)
"""The keys in YAML files whose texts cite papers."""


def renamed_paper(draft: Draft, survey: Survey, paper: Paper, id: str) -> Draft:
    """The paper with another id: in its record, in the categories that list it, where prose cites it, and in the name
    of its note. A paper without a YAML record gets one. EditError for an id that is invalid or taken.
    """
    _refuse(id, paper.id, ((each.id, each.work.was) for each in survey.library.papers), "paper")
    named = [record for record in paper.records if record.id == paper.id and record.authority == Authority.CURATOR]
    record = record_of(paper, named)
    draft = in_record(draft, paper, record, lambda sheet, way: records.with_id(sheet, way, paper.id, id))
    draft = _with_words(draft, _listing(survey, paper.id), id)
    change = _recited(paper.id, id)
    for file in sorted(_citing(survey, paper.id)):
        draft = draft.edited(file, lambda sheet: with_words(sheet, PROSE, change))
    for note in (*survey.pages, *survey.notes):
        if _cites(note.source, paper.id):
            draft = draft.with_file(note.span.file, change(draft.text(note.span.file)).encode())
    for note in survey.notes:
        if note.name == paper.id:
            moved = PurePosixPath(note.span.file).with_name(f"{id}.md").as_posix()
            if (draft.root / moved).exists():
                raise EditError(f"there is already a note {moved}", "rename or delete it first")
            draft = draft.with_file(moved, draft.text(note.span.file).encode()).with_file(note.span.file, None)
    return draft


def renamed_category(draft: Draft, survey: Survey, facet: Facet, category: Category, id: str) -> Draft:
    """The category with another id: in the taxonomy, in the records that place papers in it, and in the comparison
    tables and saved queries that name it. EditError for an id that is invalid or taken.
    """
    _refuse(id, category.id, ((each.id, each.was) for each, _ in facet.walk()), "category")
    draft = draft.edited(facet.span.file, lambda sheet: categories.with_id(sheet, category.id, id))
    placed = [
        reference.span
        for paper in survey.library.papers
        for record in paper.records
        for name, references in record.work.place
        for reference in references
        if (name, reference.id) == (facet.id, category.id)
    ]
    asked = [
        reference.span
        for query in survey.queries.saved
        for asked_facet, references in query.within
        for reference in references
        if (asked_facet.id, reference.id) == (facet.id, category.id)
    ]
    draft = _with_words(draft, [*placed, *asked], id)
    for table in survey.settings.tables:
        if table.category.id == category.id:
            if any(
                each.id == category.id for other in survey.taxonomy.facets if other != facet for each, _ in other.walk()
            ):
                raise EditError(
                    f"{table.category.span}: this table is for categories of several facets", "edit it by hand first"
                )
            file = table.category.span.file
            draft = draft.edited(file, lambda sheet: with_key(sheet, ("tables",), category.id, id))
    return draft


def _refuse(id: str, own: str, others: Iterable[tuple[str, Iterable[str]]], what: str) -> None:
    """EditError for an id that cannot be an address, or is taken."""
    if not is_safe_id(id):
        raise EditError(
            f"the id {id!r} cannot be part of an address",
            f"use only letters, digits, hyphens and dots, such as {slug(id)}",
        )
    for other, was in others:
        if other != own and id.lower() in (other.lower(), *(each.lower() for each in was)):
            is_now = id.lower() == other.lower()
            taken = f"there is already a {what} {other}" if is_now else f"{id} is a former id of the {what} {other}"
            raise EditError(taken, "choose another id")
    if id == own:
        raise EditError(f"its id is already {id}")


def _with_words(draft: Draft, spans: Iterable[Span], word: str) -> Draft:
    """The draft with another word at each of these spans of YAML files, as they are on disk."""
    files: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        files[span.file].append(span)
    for file, words in sorted(files.items()):
        if not file.lower().endswith((".yaml", ".yml")):
            raise EditError(
                f"{words[0]} has the old id too and cannot be edited in place, because it is not YAML",
                "edit it by hand first",
            )
        ways = ways_to(Draft.of(draft).sheet(file), words)
        draft = draft.edited(file, partial(with_scalars, words=dict.fromkeys(ways, word)))
    return draft


def _listing(survey: Survey, paper: str) -> Iterable[Span]:
    """Where categories list a paper."""
    for _, category, _ in survey.taxonomy.walk():
        yield from (each.span for each in (*category.papers, *category.excepted) if each.id == paper)


def _citing(survey: Survey, paper: str) -> set[str]:
    """The YAML files with prose that cites a paper."""
    files: set[str] = set()
    for facet in survey.taxonomy.facets:
        cited_by_texts = (facet.cited, *(category.cited for category, _ in facet.walk()))
        if any(_is(reference.id, paper) for references in cited_by_texts for reference in references):
            files.add(facet.span.file)
    for query in survey.queries.saved:
        files |= {query.span.file for reference in query.cited if _is(reference.id, paper)}
    for other in survey.library.papers:
        for record in other.records:
            if is_yaml(record) and _cites(record.work.summary or "", paper):
                files.add(record.span.file)
    return files


def _cites(text: str, paper: str) -> bool:
    return any(_is(name, paper) for name in cited(text))


def _is(name: str, id: str) -> bool:
    """Whether a name is this id; other names of a paper, such as a citation key, stay its names."""
    return name.lower() == id.lower()


def _recited(before: str, after: str) -> Callable[[str], str]:
    """What cites a paper by its id in a text, citing it by another one."""
    return lambda text: CITATION.sub(
        lambda group: CITED.sub(lambda found: f"@{after}" if _is(found[1], before) else found[0], group[0]), text
    )
