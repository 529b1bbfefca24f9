"""What `conspectus serve --why` tells of a save: the inputs that changed, and what each stage made again by that.

All of it is read off two builds, or off what a build had made before and after a page was rendered; nothing is noted
down for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from conspectus import sources, taxonomy
from conspectus.derived import Delta, Recomputed
from conspectus.model.paper import Source
from conspectus.model.site import Shell
from conspectus.pipeline import Compiled, Stages

MOST = 3
"""How many names a line has at most."""

INPUTS = {
    "rule": "what its rule matches",
    "by_hand": "pins and records",
    "decided": "records that decide the facet",
    "excepted": "exceptions",
    "below": "categories below",
}
"""What the inputs of a category are called."""


def by_save(previous: Compiled, now: Compiled) -> list[str]:
    """A line for each kind of input that changed since the previous build, and of value that was made again by that."""
    before, after = previous.snapshot.stages, now.snapshot.stages
    inputs = (*_files(before, after), *_templates(previous, now))
    stages = (
        sources.recomputed(before.readings, after.readings),
        taxonomy.recomputed(before.taxonomy_files, after.taxonomy_files),
        _made("pages of prose read", before.prose, after.prose),
        _made("notes read", before.notes, after.notes),
        *(after.merged.recomputed if after.merged else ()),
        *(after.placed.recomputed if after.placed else ()),
        *now.catalog.recomputed,
    )
    return _table((*inputs, *stages)) or ["  nothing, for no file changed"]


def by_page(before: Iterable[Recomputed], after: Iterable[Recomputed]) -> list[str]:
    """A line for each kind of value that was made for a page; `before` and `after` it was rendered, what there was."""
    known = {each.what: len(each.made) for each in before}
    return _table(each._replace(made=each.made[known.get(each.what, 0) :]) for each in after)


def _files(before: Stages, after: Stages) -> Iterator[Recomputed]:
    """The files of the content that came, went and changed."""
    then = before.files.by_name if before.files else {}
    now = after.files.by_name if after.files else {}
    delta = Delta.between(
        {name: file.source for name, file in then.items()}, {name: file.source for name, file in now.items()}
    )
    yield Recomputed("files added", tuple(sorted(delta.added)), len(now))
    yield Recomputed("files changed", tuple(sorted(delta.changed)), len(now))
    yield Recomputed("files removed", tuple(sorted(delta.removed)), len(then))


def _templates(previous: Compiled, now: Compiled) -> Iterator[Recomputed]:
    """The templates and assets that came, went and changed, and what all pages share."""
    then, files = previous.renderer.files, now.renderer.files
    changed = {name for name in then.keys() | files.keys() if then.get(name) != files.get(name)}
    yield Recomputed("templates changed", tuple(sorted(changed)), len(files))
    names = [field.name for field in fields(Shell)]
    shared = [name for name in names if getattr(previous.site.shell, name) != getattr(now.site.shell, name)]
    yield Recomputed("what all pages share", tuple(shared), len(names))


def _made(what: str, before: Mapping[Source, object], after: Mapping[Source, object]) -> Recomputed:
    return Recomputed(what, tuple(source.path for source in after if source not in before), len(after))


def _table(rows: Iterable[Recomputed]) -> list[str]:
    """Aligned lines, one for each kind of value of which any was made."""
    made = [row for row in rows if row.made]
    width = max((len(row.what) for row in made), default=0)
    counts = [f"{len(row.made):,} of {row.total:,}" for row in made]
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
