"""What reference managers read."""

from __future__ import annotations

import pytest

from conspectus.pages.shelf import Shelf
from conspectus.pages.tags import tags


def test_a_known_paper_has_the_tags_reference_managers_ask_for(shelf: Shelf) -> None:
    found = tags(shelf.papers["wick"])
    said = dict(found)
    assert said["citation_title"] == "Trimming the Wick in O(log n) Nights"
    authors = [tag.content for tag in found if tag.name == "citation_author"]
    assert (len(authors), authors[0], authors[-1]) == (7, "Lampe, Ada", "van der Glas, Gus")
    assert said["citation_publication_date"] == "2023/05/04"
    assert said["citation_journal_title"] == "Journal of Imaginary Lights"
    assert said["citation_arxiv_id"] == "2305.99901"
    assert said["citation_keywords"] == "oil; burner"
    assert said["z:itemType"] == "journalArticle"


def test_without_authors_or_date_there_are_no_tags(shelf: Shelf) -> None:
    assert tags(shelf.papers["bell"]) == () == tags(shelf.papers["tide"])


def test_a_month_is_not_said_for_the_guidelines_know_none(shelf: Shelf) -> None:
    assert dict(tags(shelf.papers["valve"]))["citation_publication_date"] == "2022"


@pytest.mark.parametrize(
    ("said", "type", "venue"),
    [
        ({"arxiv": "2305.99901"}, "preprint", None),
        ({"arxiv": "2305.99901", "venue": "The Lamp"}, None, "citation_journal_title"),
        ({"kind": "paper-conference", "venue": "LAMPS"}, "conferencePaper", "citation_conference_title"),
        ({"kind": "thesis"}, "thesis", None),
    ],
)
def test_the_item_type_follows_what_is_known(said, type, venue, make_paper) -> None:  # type: ignore[no-untyped-def]
    found = dict(tags(make_paper("x", authors=["Ada Lampe"], date="2024", **said)))
    assert found.get("z:itemType") == type
    assert [name for name in found if name.endswith("_title")][1:] == ([venue] if venue else [])
