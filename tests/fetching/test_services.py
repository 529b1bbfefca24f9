"""What each service is asked, and that all of what it answers is read, page by page."""

from __future__ import annotations

import hashlib
from datetime import date
from urllib.parse import unquote_plus

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.commands.contacting import NAMES
from conspectus.fetching import SERVICES, Answer, FetchError, Wanted, Web, arxiv, hf, zotero
from conspectus.model.paper import Source
from conspectus.model.settings import SOURCE
from conspectus.model.work import Work
from made_up_answers import Made, feed
from made_up_services import Services, status, text

TODAY = date(2026, 11, 28)
QUERIES = {
    "arxiv": ("cs.LA",),
    "openalex": ("lamp", "fog horn"),
    "crossref": ("lamp",),
    "semantic-scholar": ("lamp",),
    "hf": ("2026-06-12",),
    "zotero": ("groups/22/collections/ABCD2345",),
}


def wanted(*words: str, since: date | None = None, limit: int = 1000) -> Wanted:
    return Wanted(words, since, TODAY, limit)


def works(name: str, answers: list[Answer]) -> list[Work]:
    """The answers as the readers read them."""
    found = []
    for answer in answers:
        source = Source(answer.name, answer.data, hashlib.sha256(answer.data).hexdigest())
        reading = sources.parse(source, Cache(None))
        assert reading.format in SERVICES[name].FORMATS
        assert reading.mistakes == ()
        found += [record.work for record in reading.records]
    return found


def test_the_names_of_the_services_are_the_same_everywhere() -> None:
    assert tuple(SERVICES) == NAMES
    assert set(SOURCE.names) == {*NAMES, "match"}


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("count", [0, 1, 100, 250])
def test_all_papers_are_read_page_by_page(services: Services, web: Web, name: str, count: int) -> None:
    services.papers = [Made(number) for number in range(min(count, 99) if name == "hf" else count)]
    found = works(name, list(SERVICES[name].search(web, wanted(*QUERIES[name]))))
    assert [work.title and work.title.source for work in found] == [paper.title for paper in services.papers]
    assert [str(work.date) for work in found] == [paper.day for paper in services.papers]
    assert all(work.authors and len(work.authors.people) == 2 and work.abstract for work in found)
    assert all(work.arxiv or work.doi for work in found)


@pytest.mark.parametrize("name", ["arxiv", "openalex", "crossref", "semantic-scholar"])
def test_no_more_pages_are_asked_for_than_the_limit_needs(services: Services, web: Web, name: str) -> None:
    services.papers = [Made(number) for number in range(400)]
    found = works(name, list(SERVICES[name].search(web, wanted(*QUERIES[name], limit=120))))
    assert 120 <= len(found) <= 200
    assert len(services.asked) == 2


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        ("arxiv", "search_query", "(cat:cs.LA) AND submittedDate:[202611010000 TO 202611282359]"),
        ("openalex", "filter", "from_publication_date:2026-11-01"),
        ("crossref", "filter", "from-created-date:2026-11-01"),
        ("semantic-scholar", "publicationDateOrYear", "2026-11-01:"),
    ],
)
def test_a_first_day_is_asked_for(services: Services, web: Web, name: str, key: str, expected: str) -> None:
    list(SERVICES[name].search(web, wanted(*QUERIES[name], since=date(2026, 11, 1))))
    assert services.asked[0].query[key] == expected


def test_zotero_is_read_back_to_the_first_day(services: Services, web: Web) -> None:
    services.papers = [Made(number) for number in range(250)]
    found = works("zotero", list(zotero.search(web, wanted("users/7", since=date(2026, 11, 20)))))
    assert len(found) == 9 and len(services.asked) == 1


@pytest.mark.parametrize(
    ("name", "ids", "expected"),
    [
        ("arxiv", ["2511.00002", "10.99999/lamps.3"], [1]),
        ("crossref", ["2511.00002", "10.99999/lamps.3"], [3]),
        ("openalex", ["2511.00002", "10.99999/lamps.3"], [1, 3]),
        ("semantic-scholar", ["2511.00002", "10.99999/lamps.3", "2511.00099"], [3, 1]),
    ],
)
def test_papers_are_looked_up_by_their_identifiers(
    services: Services, web: Web, name: str, ids: list[str], expected: list[int]
) -> None:
    for answers in (SERVICES[name].lookup(web, ids), SERVICES[name].search(web, wanted(*ids))):
        found = works(name, list(answers))
        assert [work.title and work.title.source for work in found] == [Made(number).title for number in expected]


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (("cs.CL",), "cat:cs.CL"),
        (("cs.CL", "quant-ph", "cs"), "cat:cs.CL OR cat:quant-ph OR cat:cs.*"),
        (("kv cache",), 'all:"kv cache"'),
        (("kv", "cache"), 'all:"kv" AND all:"cache"'),
        (('cat:cs.CL AND abs:"long context"',), 'cat:cs.CL AND abs:"long context"'),
    ],
)
def test_a_query_for_arxiv(words: tuple[str, ...], query: str) -> None:
    assert arxiv.query_of(words) == query


def test_words_and_filters_for_openalex(services: Services, web: Web) -> None:
    list(SERVICES["openalex"].search(web, wanted("fog horn", "topics.id:T10028")))
    query = services.asked[0].query
    assert (query["search"], query["filter"]) == ('"fog horn"', "topics.id:T10028")


def test_arxiv_s_own_words_tell_why_it_refuses(services: Services, web: Web) -> None:
    error = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#incorrect</id>'
        "<title>Error</title><summary>incorrect id format for lamp</summary></entry></feed>"
    )
    services.faults = [text(error)]
    with pytest.raises(FetchError, match="arXiv refuses the query: incorrect id format for lamp"):
        list(arxiv.search(web, wanted("ti:lamp")))


@pytest.mark.parametrize(
    "broken",
    ["<feed><entry>", "<html>busy</html>", feed([], 120), '<!DOCTYPE a [<!ENTITY b "c">]><feed>&b;</feed>', ""],
)
def test_a_broken_feed_is_asked_for_again(services: Services, web: Web, broken: str) -> None:
    services.faults = [text(broken)]
    assert len(works("arxiv", list(arxiv.search(web, wanted("cs.LA"))))) == 5


def test_what_came_before_a_failure_was_given(services: Services, web: Web) -> None:
    services.papers = [Made(number) for number in range(250)]
    services.faults = [None, None, *[status(503)] * 5]
    answers = arxiv.search(web, wanted("cs.LA"))
    assert len(works("arxiv", [next(answers), next(answers)])) == 200
    with pytest.raises(FetchError):
        next(answers)
    services.asked.clear()
    assert len(works("arxiv", list(arxiv.search(web, wanted("cs.LA"))))) == 250
    assert len(services.asked) == 1, "the first two pages are in the cache"


@pytest.mark.parametrize(
    ("words", "since", "days"),
    [
        (("2026-06-12",), None, ["2026-06-12"]),
        (("2026-06-11..2026-06-13", "2026-06-12"), None, ["2026-06-11", "2026-06-12", "2026-06-13"]),
        (("daily",), None, ["2026-11-28"]),
        (("daily",), date(2026, 11, 26), ["2026-11-26", "2026-11-27", "2026-11-28"]),
    ],
)
def test_days_of_daily_papers(words: tuple[str, ...], since: date | None, days: list[str]) -> None:
    assert list(map(str, hf.days_of(wanted(*words, since=since)))) == days


@pytest.mark.parametrize("word", ["yesterday", "2026-02-30", "2020-01-01..2026-01-01"])
def test_what_is_not_a_day_is_refused(word: str) -> None:
    with pytest.raises(FetchError):
        hf.days_of(wanted(word))


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("users/7", "/users/7/items/top"),
        ("groups/22/collections/ABCD2345", "/groups/22/collections/ABCD2345/items/top"),
        (
            "https://www.zotero.org/groups/22/lamps/collections/ABCD2345/items/X",
            "/groups/22/collections/ABCD2345/items/top",
        ),
        ("https://www.zotero.org/groups/22/lamps/library", "/groups/22/items/top"),
    ],
)
def test_a_zotero_library(word: str, path: str) -> None:
    assert zotero.path_of(word) == path


@pytest.mark.parametrize("word", ["lamps", "users/../keys", "https://other.example/groups/22", "groups/x"])
def test_what_is_not_a_library_is_refused(word: str) -> None:
    with pytest.raises(FetchError):
        zotero.path_of(word)


def test_a_query_cannot_leave_its_parameter(services: Services, web: Web) -> None:
    list(SERVICES["crossref"].search(web, wanted("a&rows=9#\r\nHost: x")))
    assert "a&rows=9#" in unquote_plus(services.asked[0].query["query.bibliographic"])
    assert services.asked[0].query["rows"] == "100"
