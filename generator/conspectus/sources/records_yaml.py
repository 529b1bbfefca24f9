"""The curator's own records: a YAML list, one mapping a paper."""

from __future__ import annotations

from conspectus import located
from conspectus.diagnostics import Mistake
from conspectus.model.paper import Authority, Reading, Source
from conspectus.sources.records import read_record

NAME = "records in YAML"


def sniff(source: Source) -> bool:
    """By its name: too much other text can be read as YAML."""
    return source.path.lower().endswith((".yaml", ".yml"))


def parse(source: Source) -> Reading:
    """All records of the file; a file that is no YAML, or no list, has none and a mistake at its place."""
    root, found = located.read(source.data, source.path)
    mistakes = list(found)
    if root is None or (isinstance(root, located.Scalar) and root.value is None):
        return Reading(source.path, NAME, mistakes=tuple(mistakes))
    if not isinstance(root, located.Sequence):
        help = "begin each record with a hyphen: `- title: …`"
        mistakes.append(Mistake("bad-value", "a file of papers is a list of records", root.span, help))
        return Reading(source.path, NAME, mistakes=tuple(mistakes))
    with located.collector_off():
        records = tuple(r for item in root.items if (r := read_record(item, Authority.CURATOR, mistakes)))
    return Reading(source.path, NAME, records, tuple(mistakes))
