"""Languages, as exports name them."""

from __future__ import annotations

import pytest

from conspectus.model.paper import Source
from conspectus.sources import Format, bibtex, csl_json, ris, table
from conspectus.sources.languages import language_tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("English", "en"),
        ("eng", "en"),
        ("EN", "en"),
        ("en_US", "en-US"),
        ("{ngerman}", "de"),
        ("langfrench", "fr"),
        ("ger", "de"),
        ("british", "en-GB"),
        ("Chinese", "zh"),
        ("zh-hans", "zh-Hans"),
        ("Simplified Chinese", "zh-Hans"),
        ("", None),
        ("English; German", None),
        ("xx", None),
        ("unknown tongue", None),
        ("Anglais", "en"),
        ("Español", "es"),
        ("中文", "zh"),
    ],
)
def test_a_language_is_known_by_tag_code_and_name(text: str, tag: str | None) -> None:
    assert language_tag(text) == tag


@pytest.mark.parametrize(
    ("format", "name", "text"),
    [
        (bibtex, "a.bib", "@article{a, title = {Der Docht}, langid = {ngerman}, language = {English}}"),
        (bibtex, "a.bib", "@article{a, title = {Der Docht}, language = {German}}"),
        (ris, "a.ris", "TY  - JOUR\nTI  - Der Docht\nLA  - ger\nER  - \n"),
        (csl_json, "a.json", '[{"id": "a", "type": "article-journal", "title": "Der Docht", "language": "de"}]'),
        (table, "a.csv", "Title,Authors,Year,DOI,Language\nDer Docht,Ada Lampe,2023,10.99999/d,German\n"),
    ],
    ids=lambda value: getattr(value, "NAME", None),
)
def test_exports_bring_the_language(format: Format, name: str, text: str) -> None:
    (record,) = format.parse(Source(name, text.encode(), "d")).records
    assert record.work.language == "de"
