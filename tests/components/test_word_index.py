"""The words of all papers, as files that a browser looks in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conspectus.catalog import Catalog
from conspectus.components import filter_index, index_parts, word_index, word_rows
from conspectus.components.packing import DIGITS, packed, steps
from conspectus.components.word_halves import may_be_two
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Facet
from conspectus.text.bounds import MOST_CHARACTERS
from made_up_lamps import HERE, category


def unpacked(text: str | int) -> list[int]:
    assert isinstance(text, str)
    numbers, number, shift = [], 0, 0
    for digit in text:
        value = DIGITS.index(digit)
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            numbers.append(number)
            number, shift = 0, 0
    return numbers


def test_numbers_are_packed_into_letters() -> None:
    numbers = [0, 1, 31, 32, 1023, 1024, 123456789]
    assert unpacked(packed(numbers)) == numbers
    assert packed([0, 31, 32]) == "AfgB"
    assert list(steps([0, 1, 5])) == [1, 1, 4]


def test_a_word_is_found_at_its_place_in_its_papers(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    papers = [
        make_paper("new", title="Wick and lens", date="2024", keywords=("lens",)),
        make_paper("old", title="A lens", date="2020", summary="It shines by a wick [@new]."),
    ]
    catalog = Catalog.of(make_survey(papers))
    (words,) = word_index.words(catalog)
    assert word_index.about(catalog)["papers"] == 2
    papers, in_titles, elsewhere = str(words["lens"]).split(" ")
    titles, authors, keywords = papers.split(".")
    # The older paper first: how far it is, twice, for the word is in it once. Then where it stands in them.
    assert (unpacked(titles), authors, unpacked(keywords)) == ([2, 2], "", [4])
    assert (unpacked(in_titles), unpacked(elsewhere)) == ([2, 3], [1])
    assert "it" not in words and "by" not in words  # stop words, but for those of titles
    assert {"and", "a", "shines"} <= words.keys()
    assert "@new" not in words


def test_how_often_a_word_stands_in_a_field_is_said(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    text = " ".join(["wick oil"] * 25)
    (words,) = word_index.words(Catalog.of(make_survey([make_paper("one", title="Lamp", summary=text)])))
    papers, _, places = str(words["oil"]).split(" ")
    assert unpacked(papers.split(".")[list(word_rows.FIELDS).index("summary")]) == [2 * 1 + 1, 25 - 1]
    assert _summed(unpacked(places)) == [at + 1 for at in range(1, 50, 2)]


def test_how_wide_the_fields_of_papers_are_is_said_once(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    papers = [
        make_paper("new", title="Wick and lens", date="2024", keywords=("lens",)),
        make_paper("old", title="A lens", date="2020", summary=" ".join(["wick"] * 50)),
    ]
    said = word_index.about(Catalog.of(make_survey(papers)))
    fields: Any = zip(word_rows.FIELDS, said["widths"], strict=True)  # type: ignore[call-overload]
    widths = {field: [word_rows.STEPS[DIGITS.index(digit)] for digit in text] for field, text in fields}
    # with the gap behind each text; the newer one's id is a keyword
    assert (widths["title"], widths["keywords"], widths["summary"]) == ([4, 5], [3, 6], [52, 3])
    assert word_rows.STEPS[word_rows.step(65)] == 74 and word_rows.STEPS[word_rows.step(5000)] == 416


def test_an_id_that_may_be_a_name_is_one_of_its_paper(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    ids = ("dimmer2", "less-oil", "snuffer-1t", "gas2-ring", "10-99999", "a-title-of-2024")
    catalog = Catalog.of(make_survey([make_paper(id, title=f"Less Light by {id[0]}") for id in ids]))
    (words,) = word_index.words(catalog)
    assert {"dimmer2", "snuffer", "snuffer1t"} <= words.keys()
    assert not {"oil", "ring", "99999", "2024"} & words.keys()


def test_filters_have_their_papers(catalog: Catalog) -> None:
    values = filter_index.values(catalog)
    assert [*values] == ["topic", *filter_index.names(catalog)[1:]] and "year" in values
    oldest = [paper.id for paper in word_rows.oldest(catalog)]
    ids = {oldest[number - 1] for number in _summed(unpacked(values["topic"]["burners"]))}
    assert ids == set(catalog.members(*_burners(catalog.survey)))


def test_words_that_call_a_category_have_its_papers(catalog: Catalog) -> None:
    (words,) = word_index.words(catalog)
    oldest = [paper.id for paper in word_rows.oldest(catalog)]
    *_, called = str(words["burners"]).split(".")
    ids = {oldest[number - 1] for number in _summed(unpacked(called))}
    assert str(words["burners"]).count(".") == len(word_rows.FIELDS)
    assert ids == set(catalog.members(*_burners(catalog.survey)))


def _summed(numbers: list[int]) -> list[int]:
    return [sum(numbers[: at + 1]) for at in range(len(numbers))]


def _burners(survey: Survey):  # type: ignore[no-untyped-def]
    return next((place.facet, place.category) for place in survey.taxonomy.walk() if place.category.id == "burners")


@pytest.fixture
def in_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are spread over files, some dozens for a thousand short titles."""
    monkeypatch.setattr(word_index, "IN_ONE", 100)
    monkeypatch.setattr(word_index, "PER_SHARD", 150)


def test_words_with_the_same_beginning_are_in_one_file(make_paper, make_survey, in_many_files) -> None:  # type: ignore[no-untyped-def]
    papers = [make_paper(f"p{number}", title=f"Lamp{number}") for number in range(1000)]
    files = word_index.words(Catalog.of(make_survey(papers)))
    assert len(files) == 64
    assert sum(any(word.startswith("lam") for word in file) for file in files) == 1


def test_longer_postings_are_in_other_files_than_words_in_large_surveys(make_paper, make_survey, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(word_index, "IN_ONE", 700)
    monkeypatch.setattr(word_index, "PAIRED", 100)
    papers = [make_paper(f"p{number}", title=f"Lamp {number}", summary="A lamp") for number in range(60)]
    papers += [make_paper(f"q{number}", title=f"Wick {number}") for number in range(30)]
    catalog = Catalog.of(make_survey(papers))
    index = word_index.index(catalog)
    words = {word: said for file in word_index.words(catalog) for word, said in file.items()}
    apart = {word: postings for file in word_index.postings(catalog) for word, postings in file.items()}
    positions = {word: postings for file in word_index.positions(catalog) for word, postings in file.items()}
    assert words["59"] == index["59"].whole
    assert (words["lamp"], words["wick"]) == (len(index["lamp"].short), len(index["wick"].short))
    assert words.keys() == index.keys() and apart.keys() == {word for word, said in words.items() if type(said) is int}
    assert f"{apart.pop('lamp')} {positions.pop('lamp')}" == index["lamp"].whole
    assert apart == {word: index[word].whole for word in apart} and not positions
    few = Catalog.of(make_survey(papers[:50]))
    assert word_index.postings(few) == () and isinstance(word_index.words(few)[0]["lamp"], str)


def test_postings_of_words_that_begin_alike_are_together(make_paper, make_survey, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    for name, value in {"IN_ONE": 5, "SHORT": 0, "ALONE": 15}.items():
        monkeypatch.setattr(word_index, name, value)
    titles = [*("Lanterns" for _ in range(10)), "Lantern of lanternists", "Lanterned", "Landing"]
    papers = [make_paper(f"p-a-{number}", title=title) for number, title in enumerate(titles)]
    files = [{*file} for file in word_index.postings(Catalog.of(make_survey(papers))) if file]
    assert {"lantern", "lanternists", "lanterned"} in files and {"lanterns"} in files and {"landing"} in files


def test_words_that_may_be_two_others_are_marked_in_large_surveys(make_paper, make_survey, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(word_index, "IN_ONE", 5)
    titles = ["Keyframe", "Keyframes", "A key and a frame", "Keypad", "Datasets", "Data set"]
    titles += ["KVcached", "KV", "Cached"]
    papers = [make_paper(f"p-a-{number}", title=title) for number, title in enumerate(titles)]
    words = {word: said for file in word_index.words(Catalog.of(make_survey(papers))) for word, said in file.items()}
    two = {word for word, said in words.items() if isinstance(said, int) and said < 0}
    assert two == {"keyframe", "keyframes", "datasets", "kvcached"}
    assert not may_be_two("ab12cde", {"ab12", "cde"}) and not may_be_two("keypad", {"key", "pad"})


def test_an_edit_of_a_field_leaves_files_of_other_words_as_they_are(make_paper, make_survey, in_many_files) -> None:  # type: ignore[no-untyped-def]
    papers = [make_paper(f"{number}-p", title=f"Lamp {number}") for number in range(1000)]
    before = Catalog.of(make_survey(papers))
    edited = [make_paper("0-p", title="Lamp 0 trimmed"), *papers[1:]]
    after = Catalog.of(make_survey(edited))

    def changed(files) -> int:  # type: ignore[no-untyped-def]
        return sum(one != other for one, other in zip(files(before), files(after), strict=True))

    assert [changed(files) for files in (word_index.words, word_index.postings, word_index.positions)] == [1, 0, 0]


def test_a_newer_paper_changes_the_files_of_its_words_alone(make_paper, make_survey, in_many_files) -> None:  # type: ignore[no-untyped-def]
    papers = [make_paper(f"p-{number}", title=f"Lamp {number}") for number in range(1000)]
    before = word_index.words(Catalog.of(make_survey(papers)))
    new = make_paper("new", title="Zeppelin", date="2024")
    after = word_index.words(Catalog.of(make_survey([*papers, new])))
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 2  # the title's and the id's


def test_an_edit_of_one_paper_takes_the_words_of_others_over(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    papers = [make_paper(f"p{number}", title=f"Lamp {number}") for number in range(3)]
    first = Catalog.of(make_survey(papers))
    before = word_rows.rows(first)
    survey = make_survey([make_paper("p0", title="Lamp 0 trimmed"), *papers[1:]])
    edited = Catalog.of(survey, first)
    after = word_rows.rows(edited)
    assert [row is known for row, known in zip(after, before, strict=True)].count(True) == 2
    assert word_index.words(edited) == word_index.words(Catalog.of(survey))
    assert word_index.about(edited) == word_index.about(Catalog.of(survey))


@pytest.mark.parametrize("papers", [1, 2, 3])
def test_parts_of_any_size_make_the_same_index(make_paper, make_survey, monkeypatch, papers: int) -> None:  # type: ignore[no-untyped-def]
    titles = ["Lamp of lamps", "Wick", "A lamp", "Oil lamp oil", "Wick and lamp", "Bell", "Lamp"]
    catalog = Catalog.of(make_survey([make_paper(f"p{number}", title=title) for number, title in enumerate(titles)]))
    whole = word_index.index(catalog)
    monkeypatch.setattr(index_parts, "PAPERS", papers)
    assert word_index.index(Catalog.of(catalog.survey)) == whole


def test_an_edit_leaves_parts_of_other_papers_as_they_were(make_paper, make_survey, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(index_parts, "PAPERS", 2)
    papers = [make_paper(f"p{number}", title=f"Lamp {number}") for number in range(6)]
    first = Catalog.of(make_survey(papers))
    before = index_parts.parts(first)
    edited = Catalog.of(make_survey([*papers[:3], make_paper("p3", title="A wick"), *papers[4:]]), first)
    after = index_parts.parts(edited)
    assert sum(part is known for part, known in zip(after, before, strict=True)) == 2
    assert word_index.index(edited) == word_index.index(Catalog.of(edited.survey))


def test_an_edit_leaves_the_postings_of_other_words_as_they_were(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    papers = [make_paper(f"p{number}", title=f"Lamp {number}", summary="A wick") for number in range(6)]
    first = Catalog.of(make_survey(papers))
    before = word_index.index(first)
    edited = Catalog.of(make_survey([*papers[:3], make_paper("p3", title="Lamp 3", summary="Oil"), *papers[4:]]), first)
    after = word_index.index(edited)
    assert {word for word in after if after[word] is not before.get(word)} == {"wick", "oil"}


SURVEYS = st.lists(st.lists(st.sampled_from(["Lamp", "A lamp of lamps", "Wick", "Oil"]), max_size=6), max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(titles=SURVEYS, other=st.booleans())
def test_after_any_edits_the_index_is_as_if_made_at_once(make_paper, make_survey, titles, other) -> None:  # type: ignore[no-untyped-def]
    catalog = None
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(index_parts, "PAPERS", 2)
        for number, edited in enumerate(titles):
            papers = [make_paper(f"p{number}", title=title) for number, title in enumerate(edited)]
            title = "Lamps" if other and number % 2 else "Wicks"
            facet = Facet("topic", "Topics", HERE, "", (category("lamps", title),))
            survey = make_survey(papers, (facet,), places=[(paper.id, "topic", "lamps") for paper in papers[:2]])
            catalog = Catalog.of(survey, catalog)
            assert [*word_index.index(catalog).items()] == [*word_index.index(Catalog.of(survey)).items()]


def test_a_text_is_searched_to_so_many_characters(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    long = "a-" * (MOST_CHARACTERS // 2) + " lens"
    files = word_index.words(Catalog.of(make_survey([make_paper("one", title="Wick", summary=long)])))
    words = {word for file in files for word in file}
    assert "wick" in words and "lens" not in words
