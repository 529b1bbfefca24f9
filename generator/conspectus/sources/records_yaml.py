"""Your own records in YAML: a list with one entry for each paper."""

from __future__ import annotations

from conspectus import located
from conspectus.diagnostics import Mistake
from conspectus.language import marked
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.sources import conference_list, csl_json
from conspectus.sources.limits import limited
from conspectus.sources.records import read_record

NAME = marked("records in YAML")


def sniff(source: Source) -> bool:
    """By its name, for too much other text can be read as YAML; but not what a conference publishes, or CSL's."""
    named = source.path.lower().endswith((".yaml", ".yml"))
    return named and not conference_list.sniff(source) and not csl_json.sniff(source)


def parse(source: Source) -> Reading:
    """All records of the file; a file that is not YAML, or not a list, has none and a mistake at its place."""
    root, in_yaml = located.read(source.data, source.path)
    if root is None or (isinstance(root, located.Scalar) and root.value is None):
        return Reading(source.path, NAME, mistakes=in_yaml)
    if not isinstance(root, located.Sequence):
        help = "begin each record with a hyphen: `- title: …`"
        mistake = Mistake("bad-value", "a file of papers is a list of records", root.span, help)
        if isinstance(root, located.Mapping) and any(key.text in ("facet", "categories") for key, _ in root.entries):
            message = "this is a facet with categories, not a list of papers"
            mistake = Mistake("bad-value", message, root.span, "move the file to content/taxonomy/")
        return Reading(source.path, NAME, mistakes=(*in_yaml, mistake))
    in_records: list[Mistake] = []
    with located.collector_off():
        records = filter(None, [read_record(item, Authority.CURATOR, in_records) for item in limited(root.items)])
    return Reading(source.path, NAME, tuple(records), (*in_yaml, *in_records))


def reparse(source: Source, before: Source, reading: Reading) -> Reading:
    """As `parse`, by way of the `reading` of the file as it was `before`: only records that are new are read."""
    now, old = located.listing(source.data), located.listing(before.data)
    if not now or not old or now.depth or len(old.items) != len(reading.records):
        return parse(source)
    wrong = {mistake.span.line for mistake in reading.mistakes}
    known = [
        None if wrong and wrong.intersection(range(line + 1, line + text.count("\n") + 2)) else record
        for record, line, text in zip(reading.records, old.lines, old.items, strict=False)
    ]
    in_records: list[Mistake] = []
    again = located.read_items(
        now, old, known, source.path, lambda node: read_record(node, Authority.CURATOR, in_records), Record.moved
    )
    if again is None:
        return parse(source)
    records, in_yaml = again
    if records is None:
        return Reading(source.path, NAME, mistakes=in_yaml)
    return Reading(source.path, NAME, tuple(records), (*in_yaml, *in_records))
