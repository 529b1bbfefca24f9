"""What search knows besides the index: places by title, papers by identifier."""

from __future__ import annotations

import json
from zlib import crc32

from conspectus.catalog import Catalog
from conspectus.components.word_index import number_of
from conspectus.model.survey import Survey
from conspectus.model.when import Date
from conspectus.pages import finder, plan


def about(survey: Survey) -> dict[str, object]:
    return finder.about(Catalog.of(survey), plan(Catalog.of(survey)).shell)


def documents(catalog: Catalog) -> dict[str, object]:
    return {page.url: page.view.document for page in finder.pages(catalog, plan(catalog))}  # type: ignore[attr-defined]


def test_it_tells_the_survey_and_where_one_can_go(catalog: Catalog) -> None:
    said = about(catalog.survey)
    assert (said["title"], said["papers"], said["main"]) == ("Lamps & <lights>", 5, "topic")
    assert said["years"] == [2024, 2023, 2022, 2021]
    assert [(place["title"], place["depth"], place["count"]) for place in finder.categories(catalog)][:3] == [
        ("Making light", 0, 3),
        ("Burners", 1, 2),
        ("Lenses & <prisms>", 1, 2),
    ]
    titles = [place["title"] for place in finder.navigation(plan(catalog).shell)]
    assert {"Topics", "Fuel", "Explore", "All papers"} <= set(titles)


def test_what_the_foot_of_a_page_leads_to_is_known_where_it_is_there(  # type: ignore[no-untyped-def]
    catalog: Catalog, make_paper, make_survey
) -> None:
    def titles(catalog: Catalog) -> set[object]:
        return {place["title"] for place in finder.tools(catalog, plan(catalog).shell)}

    everywhere = {"Comparison", "Reading list", "Subscribe (Atom)", "Data", "Offline reading"}
    assert titles(Catalog.of(make_survey([make_paper("a")]))) == everywhere | {"Unclassified papers"}
    assert titles(catalog) == everywhere | {"Coverage", "Saved queries", "Timeline", "Unclassified papers"}
    site = plan(catalog)
    assert all(site.page(str(place["url"])) for place in finder.tools(catalog, site.shell))


def test_a_category_without_papers_is_no_place_to_go(catalog: Catalog) -> None:
    assert "Nothing yet" not in [place["title"] for place in finder.categories(catalog)]


def test_the_data_are_of_the_day_the_latest_paper_came_in(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    noted = make_paper("a", date="2020", added=Date(2025, 3, 4))
    assert about(make_survey([noted, make_paper("b", date="2024-05")]))["dated"] == "2025-03-04"
    assert about(make_survey([make_paper("b", date="2024-05"), make_paper("c")]))["dated"] == "2024-05"
    assert about(make_survey([]))["dated"] is None


def test_a_paper_is_known_by_all_that_identifies_it(catalog: Catalog) -> None:
    known = finder.identified(catalog)
    assert known["wick"] == known["2305.99901"] == known["wick-trimming"] == "wick"
    assert known["10.99999/sun.valve"] == "valve"


def test_an_id_goes_before_an_earlier_id_of_another_paper(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    catalog = Catalog.of(make_survey([make_paper("Lamp", was=("torch",)), make_paper("torch")]))
    assert finder.identified(catalog) == {"lamp": "Lamp", "torch": "torch"}


def test_identifiers_are_spread_by_their_checksum(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    catalog = Catalog.of(make_survey([make_paper(f"p{number}") for number in range(3 * finder.PER_SHARD)]))
    urls = finder.shards(catalog)
    assert len(urls) == 4
    said = documents(catalog)
    for name, id in finder.identified(catalog).items():
        assert said[urls[crc32(name.encode()) % 4]][name] == number_of(catalog, id)  # type: ignore[index]


def test_a_small_survey_has_one_file_of_them_and_all_are_json(catalog: Catalog) -> None:
    assert finder.shards(catalog) == ("data/ids/0.json",)
    assert list(documents(catalog)) == ["data/finder.json", "data/keys.json", "data/exports.json", "data/ids/0.json"]
    assert json.loads(json.dumps(documents(catalog)))["data/keys.json"]["wick"] == "wick"
