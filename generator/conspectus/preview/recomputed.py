"""What `conspectus serve --why` reports: the inputs that a save changed, and what each stage recomputed.

It compares two builds, or what a build had made before and after a page was rendered; nothing is recorded for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from conspectus import sources, taxonomy
from conspectus.derived import Delta, Recomputed
from conspectus.diagnostics import Span
from conspectus.model.paper import Source
from conspectus.model.settings import Settings
from conspectus.model.site import Shell
from conspectus.model.survey import Survey
from conspectus.pipeline import Compiled, Stages

MOST = 3
"""How many names a line has at most."""

PARTIALS = {
    "partials/card.html": "cards rendered",
    "partials/cells.html": "table rows rendered",
    "partials/description.html": "descriptions rendered",
    "partials/links.html": "lists of links rendered",
}
"""The names of what is rendered with a template."""

INPUTS = {
    "rule": "what its rule matches",
    "by_hand": "pins and records",
    "decided": "records that decide the facet",
    "excepted": "exceptions",
    "below": "categories below",
}
"""The names of a category's inputs."""


def by_save(previous: Compiled, now: Compiled) -> list[str]:
    """A line for each kind of input that changed since the previous build, and of value that was recomputed: how many
    of all there are now. No lines if nothing changed.
    """
    before, after = previous.snapshot.stages, now.snapshot.stages
    inputs = (*_files(before, after), *_templates(previous, now), *_declared(previous.survey, now.survey))
    stages = (
        sources.recomputed(before.readings, after.readings),
        taxonomy.recomputed(before.taxonomy_files, after.taxonomy_files),
        _made("pages of prose read", before.prose, after.prose),
        _made("notes read", before.notes, after.notes),
        _made("images read", before.images, after.images),
        *(after.merged.recomputed if after.merged else ()),
        *(after.placed.recomputed if after.placed else ()),
        *now.catalog.recomputed,
    )
    return _table((*inputs, *stages))


def by_page(before: Iterable[Recomputed], after: Iterable[Recomputed]) -> list[str]:
    """A line for each kind of value that was made for a page: how many. `before`, `after`: what there was before and
    after the page was rendered.
    """
    known = {each.what: len(each.made) for each in before}
    return _table(
        Recomputed(PARTIALS.get(each.what, each.what), each.made[known.get(each.what, 0) :], 0) for each in after
    )


def _files(before: Stages, after: Stages) -> Iterator[Recomputed]:
    """The files of the content that were added, changed and removed."""
    then = before.files.by_name if before.files else {}
    now = after.files.by_name if after.files else {}
    delta = Delta.between(
        {name: file.source for name, file in then.items()}, {name: file.source for name, file in now.items()}
    )
    yield Recomputed("files added", tuple(sorted(delta.added)), len(now))
    yield Recomputed("files changed", tuple(sorted(delta.changed)), len(now))
    yield Recomputed("files removed", tuple(sorted(delta.removed)), 0)


def _templates(previous: Compiled, now: Compiled) -> Iterator[Recomputed]:
    """The templates and assets that were added, changed and removed, and what all pages share."""
    then, files = previous.renderer.files, now.renderer.files
    changed = {name for name in then.keys() | files.keys() if then.get(name) != files.get(name)}
    yield Recomputed("templates changed", tuple(sorted(changed)), len(files))
    names = [field.name for field in fields(Shell)]
    shared = [name for name in names if getattr(previous.site.shell, name) != getattr(now.site.shell, name)]
    yield Recomputed("what all pages share", tuple(shared), len(names))


def _declared(before: Survey, now: Survey) -> Iterator[Recomputed]:
    """What the settings, the taxonomy's titles, saved queries and the citation keys say otherwise than before."""
    names = [field.name for field in fields(Settings) if field.name != "span"]
    old, new = ({name: _without_spans(getattr(one.settings, name)) for name in names} for one in (before, now))
    settings = [name for name in names if old[name] != new[name]]
    yield Recomputed("settings changed", tuple(settings), len(names))
    yield _differing("titles of categories", _titles(before), _titles(now))
    yield _differing("saved queries", _queries(before), _queries(now))
    yield _differing("saved queries with other papers", before.queries.answers, now.queries.answers)
    yield _differing("citation keys", _keys(before), _keys(now))


def _differing(what: str, before: Mapping[str, object], now: Mapping[str, object]) -> Recomputed:
    """The names whose values are new or not what they were, or that are gone."""
    changed = [name for name in before.keys() | now.keys() if before.get(name) != now.get(name)]
    return Recomputed(what, tuple(sorted(changed)), len(now))


def _without_spans(value: object) -> object:
    """A value to be compared wherever it is written: its fields and items, without the places in files."""
    if isinstance(value, Span):
        return None
    if isinstance(value, tuple):
        return tuple(map(_without_spans, value))
    if is_dataclass(value):
        return tuple(_without_spans(getattr(value, field.name)) for field in fields(value))
    return value


def _titles(survey: Survey) -> dict[str, str]:
    return {"/".join(place.id): place.category.title for place in survey.taxonomy.walk()}


def _queries(survey: Survey) -> dict[str, object]:
    return {query.id: _without_spans(query) for query in survey.queries.saved}


def _keys(survey: Survey) -> dict[str, str]:
    return {id: key.id for id, key in survey.ledger.keys.items()} if survey.ledger else {}


def _made(what: str, before: Mapping[Source, object], after: Mapping[Source, object]) -> Recomputed:
    return Recomputed(what, tuple(source.path for source in after if source not in before), len(after))


def _table(rows: Iterable[Recomputed]) -> list[str]:
    """Aligned lines, one for each kind of value of which any was made. Without a total, only those made are counted."""
    made = [row for row in rows if row.made]
    width = max((len(row.what) for row in made), default=0)
    counts = [f"{len(row.made):,} of {row.total:,}" if row.total else f"{len(row.made):,}" for row in made]
    wide = max(map(len, counts), default=0)
    return [
        f"  {row.what:<{width}}  {count:>{wide}}  {_names(row)}".rstrip()
        for row, count in zip(made, counts, strict=True)
    ]


def _names(row: Recomputed) -> str:
    """The first names, how many more there are, and the inputs by which they were made."""
    names = ", ".join(row.made[:MOST])
    more = f" and {len(row.made) - MOST:,} more" if len(row.made) > MOST else ""
    inputs = [INPUTS.get(name, name) for name in row.because[:MOST]]
    because = f" (because of {', '.join(inputs)})" if inputs else ""
    return f"{names}{more}{because}"
