"""Records in JSON Lines, as `conspectus fetch`, `conspectus fill` and `conspectus import --format jsonl` write them."""

from __future__ import annotations

import re

from conspectus.model.paper import Reading, Source
from conspectus.model.work import RECORD
from conspectus.sources import records_jsonl
from conspectus.sources.decoding import head

# They are known before other formats of JSON, whose addresses and ids they may quote.

NAME = "our records in JSON Lines"

KEY = re.compile(r'[{,]\s*"([^"\\]{1,40})"\s*:')
KEYS = frozenset([*RECORD.names, records_jsonl.KEY, "url"])
"""The keys of a record, and of the links in it."""


def sniff(source: Source) -> bool:
    """By a first line that is an object with a record's keys alone, and says where the record is from."""
    first = head(source).lstrip().split("\n", 1)[0].rstrip()
    keys = set(KEY.findall(first)) if first.startswith('{"') and first.endswith("}") else set()
    return "source" in keys and keys <= KEYS


def parse(source: Source) -> Reading:
    """The records of all lines."""
    return records_jsonl.parse(source)
