"""CSL-JSON 1.0.2, as citation processors, Pandoc and Zotero read it: a list of items."""

from __future__ import annotations

import json
from functools import lru_cache

from conspectus.exports.entry import Entry, one_line
from conspectus.exports.format import Layout, Note, Use
from conspectus.exports.kinds import PREPRINT, issued, kind_of
from conspectus.model.people import Person
from conspectus.model.when import Date

NAME = "CSL-JSON"
SUFFIX = "json"
MEDIA_TYPE = "application/vnd.citationstyles.csl+json"
USES = frozenset({Use.CITE})
LAYOUT = Layout(
    head="[\n",
    end="",
    between=",\n",
    tail="\n]\n",
    key=('"id": "', '"'),
    note=Note(entry=', "annote": "{note}"', before="}", escapes={'"': '\\"', "\\": "\\\\"}),
)


@lru_cache(maxsize=16384)
def written(entry: Entry) -> str:
    """One item, on a line."""
    return json.dumps({name: value for name, value in _item(entry).items() if value}, ensure_ascii=False)


def _item(entry: Entry) -> dict[str, object]:
    work = entry.work
    kind = kind_of(work)
    preprint = kind == PREPRINT and work.arxiv
    return {
        "id": entry.key,
        "citation-key": entry.key,
        "type": kind,
        "title": entry.title,
        "author": [_name(person) for person in work.people],
        "issued": _date(date) if (date := issued(work)) else None,
        "container-title": one_line(work.venue or ""),
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "publisher": one_line(work.publisher or ("arXiv" if preprint else "")),
        "language": work.language,
        "number": f"arXiv:{work.arxiv}" if preprint else None,
        "archive": "arXiv" if work.arxiv else None,
        "archive_location": work.arxiv,
        "DOI": work.doi,
        "URL": entry.url,
        "keyword": _joined([one_line(word) for word in work.keywords]),
    }


def _joined(words: list[str]) -> str:
    """Keywords in the one text that CSL has for them; by semicolons where there is a comma in one, and then with one
    behind a keyword that is alone."""
    if not any("," in word for word in words):
        return ", ".join(words)
    return "; ".join(words) + (";" if len(words) == 1 else "")


def _name(person: Person) -> dict[str, str]:
    if not person.given:
        return {"literal": one_line(person.family)}
    parts = {"family": person.family, "given": person.given, "suffix": person.suffix}
    return {name: one_line(part) for name, part in parts.items() if part}


def _date(date: Date) -> dict[str, object]:
    """No more exact than it is known."""
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}
