"""What tables of keys hold together: each says all there is to say of a key, and says it once."""

from __future__ import annotations

import dataclasses

import pytest

from conspectus.model.keys import Key, Keys, Shape
from conspectus.model.query import QUERY
from conspectus.model.settings import COLUMN, SURVEY, Column, Settings
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH, Match
from conspectus.model.work import FIELDS, RECORD, Work

TABLES = {
    "record": RECORD, "facet": FACET, "category": CATEGORY, "rule": MATCH, "query": QUERY, "survey": SURVEY,
    "column": COLUMN,
}  # fmt: skip


@pytest.mark.parametrize("keys", TABLES.values(), ids=TABLES)
def test_every_key_has_one_name_and_a_documentation(keys: Keys) -> None:
    for key in keys:
        assert key.help.strip().endswith((".", "`.", "`")), key.name
        assert len(key.help) < 160, key.name
    assert len(keys.spellings) == sum(1 + len(key.former) for key in keys)


def names(value: type) -> set[str]:
    return {field.name for field in dataclasses.fields(value)}  # type: ignore[arg-type]


def test_every_field_of_a_work_has_its_row() -> None:
    assert {field.name for field in FIELDS} == names(Work)


def test_every_setting_has_its_row() -> None:
    assert set(SURVEY.names) - {"queries"} == names(Settings) - {"span"}
    assert set(COLUMN.names) == names(Column) - {"id", "span"}
    assert set(MATCH.names) == names(Match) - {"span", "is_whole"}


def test_a_former_name_stands_for_the_key() -> None:
    keys = Keys.of(Key("color", Shape.LINE, "The color.", former=("colour",)), Key("size", Shape.LINE, "The size."))
    assert keys.names == ("color", "size")
    assert keys.spellings == {"color": "color", "size": "size", "colour": "color"}
    assert keys.get("colour") is keys.get("color") is keys.rows[0]
    assert keys.get("length") is None
