"""The files of the search: of which edition they are."""

from __future__ import annotations

from dataclasses import replace

from conspectus.catalog import Catalog
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet
from conspectus.pages import words
from made_up_lamps import HERE, PAPERS, PLACES, category, made_survey


def edition(survey: Survey) -> str:
    return words.edition(Catalog.of(survey))


def surveyed(*categories: Category, facets: tuple[Facet, ...] = ()) -> Survey:
    return made_survey(PAPERS, (*facets, Facet("topic", "Topics", HERE, "", categories)), places=PLACES)


def test_an_edition_is_another_when_what_is_found_or_filtered_by_is() -> None:
    burners, lenses, fog = category("burners", "Burners"), category("lenses", "Lenses"), category("fog", "Fog")
    first = surveyed(burners, lenses, fog)
    assert edition(first) == edition(surveyed(burners, lenses, fog))
    others = (
        surveyed(replace(burners, title="Torches"), lenses, fog),
        surveyed(replace(burners, also=("torches",)), lenses, fog),
        surveyed(replace(burners, children=(lenses,)), fog),
        surveyed(burners, lenses, fog, facets=(Facet("fuel", "Fuel", HERE, ""),)),
        made_survey(PAPERS[1:], first.taxonomy.facets, places=PLACES[3:]),
        made_survey(PAPERS, first.taxonomy.facets, places=PLACES[:1]),
    )
    assert edition(first) not in {edition(other) for other in others} and len({*map(edition, others)}) == len(others)


def test_an_edition_is_the_same_whatever_prose_says() -> None:
    burners = category("burners", "Burners")
    assert edition(surveyed(burners)) == edition(surveyed(replace(burners, about="What burns.")))
