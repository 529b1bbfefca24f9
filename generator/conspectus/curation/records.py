"""Edits of the curator's records: a paper's places, its summary, its id and earlier ids, a record that begins.

`way` leads to the record in its file, which is a list of records.
"""

from __future__ import annotations

from collections import abc

from conspectus.located import Mapping, Sequence
from conspectus.model.work import RECORD
from conspectus.yaml_edit import styles
from conspectus.yaml_edit.entries import (
    with_entry,
    with_item,
    with_named,
    with_text,
    without_entry,
    without_item,
    without_named,
)
from conspectus.yaml_edit.rewording import with_scalars
from conspectus.yaml_edit.sheet import Sheet, Way, column, is_flow, plain, read, texts
from conspectus.yaml_edit.splices import changed


def with_place(sheet: Sheet, way: Way, facet: str, category: str) -> Sheet:
    """The record places its paper in one category more, and so decides about the facet."""
    return with_named(sheet, way, "place", facet, category, RECORD.names)


def without_place(sheet: Sheet, way: Way, facet: str, category: str) -> Sheet:
    """The record places its paper in one category less; with the last one, it leaves the facet to pins and rules."""
    return without_named(sheet, way, "place", facet, category)


def with_only_place(sheet: Sheet, way: Way, facet: str, category: str) -> Sheet:
    """The record places its paper in this category of a facet and in no other."""
    place = sheet.get((*way, "place"))
    before = texts(place.get(facet)) if isinstance(place, Mapping) else []
    if category not in before:
        sheet = with_place(sheet, way, facet, category)
    for other in before:
        if other != category:
            sheet = without_place(sheet, way, facet, other)
    return sheet


def with_summary(sheet: Sheet, way: Way, summary: str) -> Sheet:
    """The record with another summary; with none, if it is empty."""
    if summary.strip():
        return with_text(sheet, way, "summary", summary.strip(), RECORD.names)
    return without_entry(sheet, way, "summary") if sheet.get((*way, "summary")) else sheet


def with_id(sheet: Sheet, way: Way, before: str, after: str) -> Sheet:
    """The record under another id; the one its paper had stands under `was`."""
    sheet = with_former(sheet, way, before, after, RECORD.names)
    if sheet.get((*way, "id")) is None:
        return with_entry(sheet, way, "id", after, RECORD.names)
    return with_scalars(sheet, {(*way, "id"): after})


def with_former(sheet: Sheet, way: Way, before: str, after: str, order: tuple[str, ...]) -> Sheet:
    """A record or category whose `was` names the id before, and no longer the one it has afterwards. An id that differs
    from it in case alone is not named: on many disks the two are one address."""
    former = texts(sheet.get((*way, "was")))
    if before not in former and before.lower() != after.lower():
        sheet = with_item(sheet, way, "was", before, order)
    for name in former:
        sheet = without_item(sheet, way, "was", name) if name.lower() == after.lower() else sheet
    return sheet


def with_record(sheet: Sheet, keys: abc.Mapping[str, styles.Value], remark: str = "") -> Sheet:
    """The file with one record more, at its end; `remark` becomes a comment beside its first key."""
    root = sheet.root
    if root is not None and not (isinstance(root, Sequence) and not is_flow(root)):
        raise sheet.by_hand(root, "expected a list of records, each after a hyphen")
    first, *others = [f"{styles.inline(key)}: {styles.inline(value)}" for key, value in keys.items()]
    comment = f"# {remark}" if remark else ""
    lines = [f"- {first}  {comment}".rstrip(), *(f"  {line}" for line in others)]
    indent = " " * (column(root) if root else 0)
    record = "".join(f"{indent}{line}{sheet.newline}" for line in lines)
    gap = sheet.newline * (2 - sheet.text.endswith("\n")) if sheet.text else ""
    added = plain(read(record, sheet.path).root)
    expected = [*(plain(root) if root else ()), *added]
    end = len(sheet.text)
    return changed(sheet, [(end, end, gap + record)], expected, root, [*sheet.comments(), *filter(None, [comment])])


def without_stubs(sheet: Sheet, ids: abc.Set[str]) -> Sheet:
    """The file without records that have one of these ids and nothing else, on one line with its remark."""
    items = sheet.root.items if isinstance(sheet.root, Sequence) else ()
    for number, item in reversed([*enumerate(items)]):
        if is_flow(item) or not isinstance(item, Mapping) or [key.text for key, _ in item.entries] != ["id"]:
            continue
        if not {*texts(item.get("id"))} <= ids:
            continue
        start, end = sheet.line_start(item.extent.start), sheet.line_end(item.extent.end)
        end = min(len(sheet.text), end + len(sheet.newline))
        while sheet.text[:start].endswith(sheet.newline * 2):
            start -= len(sheet.newline)
        kept = [*sheet.comments(0, start), *sheet.comments(end)]
        values = plain(sheet.root)
        assert isinstance(values, list)  # noqa: S101 - it has items
        left = values[:number] + values[number + 1 :]
        sheet = changed(sheet, [(start, end, "")], left or plain(None), item, kept)
    return sheet
