"""The page that says what the survey's files are for; and the footer, which leads to it."""

from __future__ import annotations

from typing import Any

from conspectus.catalog import Catalog
from conspectus.pages import data_files, plan


def test_every_file_of_all_papers_is_offered_and_is_there(lamps: Any) -> None:
    catalog = Catalog.of(lamps)
    site = plan(catalog)
    urls = [offer.file.url for offer in data_files.view(catalog).offers]
    assert {"data/papers.json", "data/papers.schema.json", "data/papers.bib", "data/README.md"} <= set(urls)
    assert len(set(urls)) == len(urls) and all(map(site.page, urls))


def test_readers_are_led_to_unclassified_papers_where_there_are_some(lamps: Any, make_survey: Any) -> None:
    assert plan(Catalog.of(lamps)).shell.unplaced is bool(Catalog.of(lamps).unplaced())
    assert not plan(Catalog.of(make_survey(()))).shell.unplaced
