"""`conspectus import --issue-form`: what a reader asked for in an issue, as an edit of the survey."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from conspectus.commands import applying, console, naming, reading

if TYPE_CHECKING:
    from conspectus.curation.issue_forms import Correction, Suggestion
    from conspectus.model.paper import Paper
    from conspectus.model.survey import Survey
    from conspectus.model.taxonomy import Category, Facet
    from conspectus.model.when import Date
    from conspectus.yaml_edit import Draft

MOST = 256 * 1024
"""How many bytes of an issue are read; GitHub takes 65,536 characters."""


def apply(
    issue: IO[bytes] | None, words: Sequence[Path | str], folder: Path | None, added: Date | None, *, dry_run: bool
) -> None:
    """Make the change that the text of an issue asks for, and show it. Failure where it cannot be made; UsageError
    without an issue, or with `words` of the command line beside it. `added`: the day of a new paper; None for today."""
    from conspectus.curation import issue_forms

    if issue is None or words:
        raise click.UsageError("give either FILEs or --issue-form FILE")
    try:
        form = issue_forms.parsed(issue.read(MOST).decode("utf-8-sig", errors="replace"))
    except issue_forms.FormError as error:
        raise console.Failure(str(error), "give the text of an issue that was opened with one of the forms") from error

    def edited(draft: Draft, survey: Survey) -> Draft:
        if isinstance(form, issue_forms.Suggestion):
            return suggested(draft, survey, form, added)
        return corrected(draft, survey, form)

    applying.edit(folder, edited, dry_run=dry_run)


def suggested(draft: Draft, survey: Survey, form: Suggestion, added: Date | None) -> Draft:
    """The draft with the suggested paper, in those of its categories that exist; the others are reported."""
    from conspectus import pipeline
    from conspectus.curation import issue_forms
    from conspectus.model.when import Date

    paper = issue_forms.known(form, survey.library)
    if paper:
        click.echo(f"{paper.id} is in the survey already; only its categories are changed.", err=True)
    else:
        for sentence in form.unread:
            click.echo(console.printable(f"left out: {sentence}"), err=True)
        draft, id = issue_forms.with_paper(draft, form, survey.library, added or Date.parse(str(datetime.date.today())))
        survey = pipeline.read(draft, reading.cache()).survey
        paper = naming.paper(id, survey)
    return placed(draft, survey, paper, known_categories(form.categories, survey), "place")


def corrected(draft: Draft, survey: Survey, form: Correction) -> Draft:
    """The draft with a paper's placement corrected. Failure where paper or category is unknown."""
    from conspectus.curation import placing

    paper = naming.paper(form.paper, survey)
    remove, add = known_categories(form.remove, survey), known_categories(form.add, survey)
    if not (remove or add):
        raise console.Failure("the issue names no category of the survey", "write the id or the title of a category")
    draft = placed(draft, survey, paper, remove, "remove")
    draft = placed(draft, survey, paper, add, "place")
    return placing.without_stubs(draft, survey)


def known_categories(names: Sequence[str], survey: Survey) -> list[tuple[Facet, Category]]:
    """The categories with these ids or titles; the names that are of none, or of several, are reported."""
    from conspectus.curation import issue_forms

    found = []
    for name in issue_forms.in_full(names, (each.title for _, each, _ in survey.taxonomy.walk())):
        try:
            found.append(category(name, survey))
        except console.Failure as failure:
            click.echo(console.printable(f"left out: {failure.message}"), err=True)
    return found


def placed(draft: Draft, survey: Survey, paper: Paper, targets: Sequence[tuple[Facet, Category]], how: str) -> Draft:
    from conspectus.curation import placing

    for facet, each in targets:
        draft = placing.changed(how, draft, survey, paper, facet, each)
    return draft


def category(name: str, survey: Survey) -> tuple[Facet, Category]:
    """The category with this id or title. Failure if there are several or none."""
    from conspectus.text.folding import folded

    pairs = [(facet, each) for facet in survey.taxonomy.facets for each, _ in facet.walk()]
    titled = [pair for pair in pairs if folded(pair[1].title) == folded(name)]
    return titled[0] if len(titled) == 1 else naming.category(name, survey.taxonomy.facets)
