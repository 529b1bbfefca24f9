"""Lists of papers as conferences publish them: MiniConf, OpenReview, the ACL Anthology; in JSON or YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus import located
from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.sources import json_items, yaml_items
from conspectus.sources.columns import fields_of, key_of, role_of
from conspectus.sources.decoding import head
from conspectus.sources.exported import Exported, citation_key, reading_of
from conspectus.sources.json_items import Item, Object, object_in, text_of

NAME = marked("conference list")

YAML_SIGN = re.compile(r"(?m)^\s*(?:-\s+)?(?:first_name|last_name|UID|paper_type|pdf_url|authorids|bibkey|forum)\s*:")
JSON_TITLE = re.compile(r'"(?:title|name)"\s*:')
JSON_KEY = re.compile(r'"([A-Za-z][\w .-]{0,30})"\s*:')
WRAPPERS = (
    *("notes", "papers", "results", "items", "data", "records", "submissions", "proceedings", "accepted"),
    *("entries", "articles", "publications"),
)
OPENREVIEW = "https://openreview.net"


def sniff(source: Source) -> bool:
    """YAML by keys that only conferences write; JSON by a title, and another field of a paper's."""
    start = head(source)
    if source.path.lower().endswith((".yaml", ".yml")):
        return bool(YAML_SIGN.search(start))
    if not json_items.looks_like_json(source) or not JSON_TITLE.search(start):
        return False
    roles = {role_of(key) for key in JSON_KEY.findall(start)} - {None, "title", "key", "kind"}
    return len(roles) > 0


def parse(source: Source) -> Reading:
    """A record for each paper."""
    if source.path.lower().endswith((".yaml", ".yml")):
        root, mistakes = located.read(source.data, source.path)
        items = [] if root is None else list(yaml_items.of(root))
        return reading_of(source.path, NAME, map(_entry, items), mistakes=mistakes)
    file = json_items.read(source, *WRAPPERS)
    items = [item for found in file.items for item in _keyed(found)]
    return reading_of(source.path, NAME, map(_entry, items), mistakes=file.mistakes, remarks=file.remarks)


def _keyed(item: Item) -> Iterator[Item]:
    """The papers of an object that has one under each key; the object itself, if it is a paper."""
    inside = [value for value in item.value.values() if isinstance(value, dict)]
    if "title" in item.value or "content" in item.value or len(inside) < len(item.value) or not inside:
        yield item
    else:
        yield from (Item(value, item.span) for value in inside)


def _entry(item: Item) -> Exported:
    named = (object_in(item.value.get(name)) for name in ("external_ids", "externalIds", "identifiers"))
    identifiers = {name: text for ids in named for name, text in ids.items() if role_of(name) in ("arxiv", "doi")}
    value = {**identifiers, **item.value, **_unwrapped(object_in(item.value.get("content")))}
    forum = text_of(value.get("forum"))
    if forum and not value.get("url"):
        value["url"] = forum if "://" in forum else f"{OPENREVIEW}/forum?id={forum}"
    for name in ("pdf", "pdf_url"):
        if text_of(value.get(name)).startswith("/"):
            value[name] = f"{OPENREVIEW}{text_of(value[name])}"
    return Exported(fields_of(value), item.span, citation_key(key_of(value)))


def _unwrapped(content: Object) -> Object:
    """OpenReview's second version has `{"value": …}` around each field."""
    return {
        name: value["value"] if isinstance(value, dict) and "value" in value else value
        for name, value in content.items()
    }
