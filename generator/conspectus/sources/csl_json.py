"""CSL-JSON, as Zotero, Pandoc and citation processors exchange it: a list, one item, or an item on each line; and the
same in YAML, under Pandoc's `references`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from conspectus import located
from conspectus.model.identifiers import names_arxiv
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Person, orcid_of
from conspectus.model.work import WORK_TYPES
from conspectus.sources import json_items, yaml_items
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, citation_key, reading_of
from conspectus.sources.json_items import Item, Object, object_in, objects_in, text_of, texts
from conspectus.sources.names import authors_of, person_of_parts

NAME = "CSL-JSON"

OTHER_TYPES = "bill|hearing|legal_case|musical_score|performance|personal_communication|treaty"
"""Types of CSL's that no paper has."""

TYPE = re.compile(rf'"type"\s*:\s*"(?:{"|".join(sorted(WORK_TYPES))}|{OTHER_TYPES})"')
OWN_KEY = re.compile(
    r'"(?:issued|container-title|citation-key|DOI|URL|title-short|publisher-place|note|family|literal)"\s*:'
)
OTHERS = re.compile(r'"(?:reference-count|is-referenced-by-count|message-type|paperId|display_name)"\s*:')


IN_YAML = re.compile(r"(?m)^references:[ \t]*$")


def sniff(source: Source) -> bool:
    """By a type of CSL's, and a key that only CSL writes so; YAML by the key that has the items."""
    if source.path.lower().endswith((".yaml", ".yml")):
        return bool(IN_YAML.search(head(source)))
    if not json_items.looks_like_json(source):
        return False
    start = head(source)
    own = OWN_KEY.search(start) or ('"id"' in start and '"title"' in start and '"authors"' not in start)
    return bool(TYPE.search(start) and own) and not OTHERS.search(start)


def parse(source: Source) -> Reading:
    """A record for each item."""
    if source.path.lower().endswith((".yaml", ".yml")):
        root, mistakes = located.read(source.data, source.path)
        items = yaml_items.of(root) if root else ()
        return reading_of(source.path, NAME, map(_entry, items), mistakes=mistakes)
    file = json_items.read(source, "items", "references")
    return reading_of(source.path, NAME, map(_entry, file.items), mistakes=file.mistakes, remarks=file.remarks)


def _entry(item: Item) -> Exported:
    return Exported(fields_of(item.value), item.span, key_of(item.value))


def key_of(value: Object) -> str:
    """The citation key; Zotero's addresses of items are none."""
    key = text_of(value.get("citation-key")) or text_of(value.get("id"))
    return "" if re.search(r"://|^\d+/", key) else citation_key(key)


def fields_of(value: Object) -> EntryFields:
    """The fields of an item."""
    kind = text_of(value.get("type"))
    arxiv = text_of(value.get("archive_location")) if names_arxiv(text_of(value.get("archive"))) else ""
    words = text_of(value.get("keyword"))
    named = (text_of(value.get(name)) for name in ("number", "URL", "note"))
    return EntryFields(
        title=text_of(value.get("title")),
        authors=authors_of(_people(value, kind)),
        dates=tuple(date_text(value.get(name)) for name in ("issued", "published", "submitted") if value.get(name)),
        abstract=text_of(value.get("abstract")),
        doi=text_of(value.get("DOI")),
        arxiv=arxiv,
        identifiers=tuple(filter(None, named)),
        mentions=tuple(text_of(value.get(name)) for name in ("container-title", "number", "volume")),
        venue=_first(value, "container-title", "event-title", "event", "collection-title"),
        kind=kind if kind in WORK_TYPES else None,
        volume=text_of(value.get("volume")),
        issue=_first(value, "issue"),
        pages=_first(value, "page", "page-first"),
        publisher=_first(value, "publisher"),
        language=text_of(value.get("language")),
        keywords=tuple(texts(value.get("keyword"))) if isinstance(value.get("keyword"), list) else _words(words),
        urls=tuple(texts(value.get("URL"))),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(";" if ";" in text else ","))


def _first(value: Object, *names: str) -> str:
    return next((text for name in names if (text := text_of(value.get(name)))), "")


def _people(value: Object, kind: str) -> Iterator[Person | None]:
    roles = ["author", *(["editor"] if kind in ("book", "collection") else []), "director", "inventor"]
    for role in roles:
        if people := objects_in(value.get(role)):
            yield from map(person_in, people)
            return


def person_in(name: Object) -> Person | None:
    """The person of a name in parts, or of a literal one."""
    orcid = _first(name, "ORCID", "orcid")
    if literal := _first(name, "literal", "name"):
        return Person(unicodedata.normalize("NFC", " ".join(literal.split())), orcid=orcid_of(orcid))
    particle = " ".join(filter(None, [_first(name, "dropping-particle"), _first(name, "non-dropping-particle")]))
    family, given, suffix = (_first(name, part) for part in ("family", "given", "suffix"))
    return person_of_parts(family, given, particle=particle, suffix=suffix, orcid=orcid)


def date_text(value: object) -> str:
    """A date of CSL's as text: of a range the beginning, in parts or as somebody wrote it."""
    date = next(iter(objects_in(value)), {}) or object_in(value)
    parts = date.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and (numbers := [str(part) for part in first if part not in (None, "", 0, "0")]):
        return "-".join(number.zfill(4) if place == 0 else number for place, number in enumerate(numbers))
    written = [text for name in ("year", "month", "day") if (text := _first(date, name))]  # Pandoc's YAML
    return "-".join(written) or _first(date, "raw", "literal", "date-time") or text_of(value)
