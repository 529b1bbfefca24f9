"""The versions of a work on its paper's page: preprint and publication, and what was published elsewhere."""

from __future__ import annotations

from typing import Any

from conspectus.catalog import Catalog
from conspectus.components.versions import Dates, dates, versions
from conspectus.model.when import Date
from conspectus.pages.data import as_json
from made_up_records import EXPORT, library_of, people, reading, work

PEOPLE = people("Ada Bee", "Cy Dee")
TITLE = "Counting Lanterns in the Rain"


def test_a_preprint_and_its_publication_have_two_dates() -> None:
    preprint = work(TITLE, authors=PEOPLE, arxiv="2303.00001", date=Date(2023, 3, 12))
    published = work(TITLE, authors=PEOPLE, venue="Journal of Lamps", date=Date(2024, 7))
    (paper,) = library_of([reading("a.bib", EXPORT, preprint), reading("b.bib", EXPORT, published)]).papers
    assert dates(paper) == Dates(Date(2023, 3, 12), Date(2024, 7))


def test_a_paper_of_which_one_date_is_known_has_not_two() -> None:
    once = work(TITLE, authors=PEOPLE, arxiv="2303.00001", venue="Journal of Lamps", date=Date(2024, 7))
    undated = work(TITLE, authors=PEOPLE, arxiv="2303.00001")
    same = work(TITLE, authors=PEOPLE, arxiv="2303.00001", date=Date(2024, 7, 3))
    vague = work(TITLE, authors=PEOPLE, arxiv="2303.00001", date=Date(2024))
    for other in (undated, same, vague):
        (paper,) = library_of([reading("a.bib", EXPORT, once), reading("b.bib", EXPORT, other)]).papers
        assert dates(paper) is None


def test_a_venue_that_names_a_later_year_tells_the_second_date() -> None:
    preprint = work(TITLE, authors=PEOPLE, arxiv="2410.00001", venue="Lamp Conference 2025", date=Date(2024, 10, 28))
    (paper,) = library_of([reading("a.bib", EXPORT, preprint)]).papers
    assert dates(paper) == Dates(Date(2024, 10, 28), Date(2025))


def test_versions_in_two_venues_lead_to_each_other(make_survey: Any) -> None:
    works = [work(TITLE, authors=PEOPLE, venue=venue, date=Date(2024)) for venue in ("Lamp Conference", "Lamp Journal")]
    library = library_of([reading(f"{n}.bib", EXPORT, each) for n, each in enumerate(works)])
    catalog = Catalog.of(make_survey(library.papers, apart=library.apart))
    one, other = library.papers
    assert [(version.paper.url, version.venue) for version in versions(catalog, one)] == [
        (f"papers/{other.id}/", other.work.venue)
    ]
    assert as_json(catalog, other)["versions"] == [one.id]
