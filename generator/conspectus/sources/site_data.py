"""The papers of another survey: the `data/papers.json` that every site made by Conspectus has."""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.language import marked
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.people import Person
from conspectus.model.work import RECORD
from conspectus.sources import json_items
from conspectus.sources.decoding import head
from conspectus.sources.fields import Mistakes
from conspectus.sources.json_items import Item, objects_in, text_of
from conspectus.sources.records import read_record
from conspectus.sources.records_jsonl import node_of

NAME = marked("data export of a survey")

SIGN = re.compile(r'"title_tex"\s*:')


def sniff(source: Source) -> bool:
    """By a key that only our own data have."""
    return json_items.looks_like_json(source) and bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each paper, with everything the data say of it."""
    file = json_items.read(source, "papers")
    mistakes: Mistakes = list(file.mistakes)
    records = [record for item in file.items if (record := _record(item, mistakes))]
    return Reading(source.path, NAME, tuple(records), tuple(mistakes), remarks=file.remarks)


def _record(item: Item, mistakes: Mistakes) -> Record | None:
    paper = item.value
    keys = {key: value for key, value in paper.items() if key in RECORD.names}
    people = [
        Person(*(text_of(name.get(part)) for part in ("family", "given", "suffix", "orcid"))).written
        for name in objects_in(paper.get("people"))
    ]
    values = {**keys, "title": paper.get("title_tex") or paper.get("title"), "authors": people or None}
    record = read_record(node_of(values, item.span), Authority.EXPORT, mistakes)
    return replace(record, authority=Authority.CURATOR) if record and record.id else record
