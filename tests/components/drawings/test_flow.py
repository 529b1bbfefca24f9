"""The flow diagram of the method page."""

from __future__ import annotations

import pytest

from conspectus.cache import Cache
from conspectus.catalog import Catalog
from conspectus.components.drawings.flow import flow
from conspectus.pipeline import read
from conspectus.project import Project


@pytest.fixture
def german(survey: Project) -> Catalog:
    """The made-up survey in German, with two entries that are no papers of it."""
    settings = survey.content / "survey.yaml"
    settings.write_text(settings.read_text("utf-8").replace("language: en\n", "") + "language: de\n", "utf-8")
    more = "%@misc{out, title = {Commented out}}\n@misc{nameless, year = {2024}}\n"
    (survey.content / "papers" / "more.bib").write_text(more, "utf-8")
    return Catalog.of(read(survey, Cache(None)).survey)


def test_formats_and_reasons_are_named_in_the_readers_language(german: Catalog) -> None:
    said = flow(german).said
    assert "Datensätze in YAML: " in said
    assert "auskommentiert: 1, ohne Titel: 1" in said
