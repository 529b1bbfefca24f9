"""Entries of lists that are written as citations, in a dozen styles, with and without links. All are made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.model.work import Work

TITLE = "The Lamps of Olden Times"
FIELDS = ("title", "authors", "date", "venue", "volume", "issue", "pages", "publisher", "doi", "arxiv")
JOURNAL = {"venue": "Journal of Lamps", "volume": "12", "issue": "3", "pages": "45-67", "date": "2019"}
SHORT = JOURNAL | {"venue": "J. Lamps"}
ONE, TWO, SHORTENED = ["A. Frost"], ["A. Frost", "B. Snow"], ["A Frost", "BC Snow"]
ANNA, BOTH, MORE = ["Anna Frost"], ["Anna Frost", "Bo Snow"], ["Frost", "…"]


def parse(text: str) -> Reading:
    return sources.parse(Source("README.md", text.encode(), "d"), Cache(None))


def fields(line: str) -> dict[str, object]:
    """What the only record of a list says, without what it does not."""
    (record,) = parse(f"## Oil\n\n{line}\n").records
    work = record.work
    people = work.authors
    found: dict[str, object] = {name: getattr(work, name) for name in FIELDS}
    found |= {"title": work.title and work.title.source, "date": work.date and str(work.date)}
    found["authors"] = people and [person.name for person in people.people] + ["…"] * people.others
    return {name: value for name, value in found.items() if value}


UNLINKED = {
    # APA
    "Frost, A. (2019). <T>. *Journal of Lamps*, *12*(3), 45–67. https://doi.org/10.99999/lamp.1":
        JOURNAL | {"authors": ONE, "doi": "10.99999/lamp.1"},
    "Frost, A., & Snow, B. (2019). <T>. *Journal of Lamps, 12*(3), 45–67.": JOURNAL | {"authors": TWO},
    "Frost, A., & Snow, B. (2019, May). <T>. In *Proceedings of the Lamp Conference* (pp. 1–9). ACM.":
        {"authors": TWO, "date": "2019-05", "venue": "Proceedings of the Lamp Conference", "pages": "1-9",
         "publisher": "ACM"},
    "Frost, A., Snow, B., … Wick, Z. (2021). <T>. *Nature*, *599*, 1–9.":
        {"authors": [*TWO, "Z. Wick", "…"], "date": "2021", "venue": "Nature", "volume": "599", "pages": "1-9"},
    "van den Berg, R., & O'Brien, S. (n.d.). <T>. *ICLR*.":
        {"authors": ["R. van den Berg", "S. O'Brien"], "venue": "ICLR"},
    "Lamp Group (2020). <T>. *Lamps Today*.": {"authors": ["Lamp Group"], "date": "2020", "venue": "Lamps Today"},
    "OpenLamp. (2023). <T>. *arXiv*.": {"authors": ["OpenLamp"], "date": "2023"},
    "Frost, A. (2019). *<T>*. Oxford University Press.":
        {"authors": ONE, "date": "2019", "publisher": "Oxford University Press"},
    # MLA
    'Frost, Anna. "<T>." *Journal of Lamps* 12.3 (2019): 45-67.': JOURNAL | {"authors": ANNA},
    'Frost, Anna, and Bo Snow. "<T>." *Journal of Lamps*, vol. 12, no. 3, 2019, pp. 45–67.':
        JOURNAL | {"authors": BOTH},
    'Frost, Anna, et al. "<T>." *arXiv preprint arXiv:2404.00016* (2019).':
        {"authors": ["Anna Frost", "…"], "date": "2019", "arxiv": "2404.00016"},
    # Chicago
    'Frost, Anna, and Bo Snow. 2019. "<T>." *Journal of Lamps* 12 (3): 45–67.': JOURNAL | {"authors": BOTH},
    'Frost, Anna. "<T>." *Journal of Lamps* 12, no. 3 (2019): 45–67.': JOURNAL | {"authors": ANNA},
    # Vancouver
    "Frost A, Snow BC. <T>. J Lamps. 2019;12(3):45-67.": JOURNAL | {"authors": SHORTENED, "venue": "J Lamps"},
    "Frost A, Snow BC, et al. <T>. J Lamps. 2019 Jan 4;12(3):45-67. doi:10.99999/lamp.2":
        JOURNAL | {"authors": [*SHORTENED, "…"], "venue": "J Lamps", "date": "2019-01-04", "doi": "10.99999/lamp.2"},
    "Frost A. <T>. J Lamps. 2019;12(3):45-67.": JOURNAL | {"authors": ["A Frost"], "venue": "J Lamps"},
    # IEEE
    '[1] A. Frost and B. Snow, "<T>," *J. Lamps*, vol. 12, no. 3, pp. 45–67, Jan. 2019.':
        SHORT | {"authors": TWO, "date": "2019-01"},
    "A. Frost, “<T>,” in *Proc. Int. Conf. Lamps (ICL)*, 2019, pp. 45–67, doi: 10.99999/lamp.3.":
        {"authors": ONE, "date": "2019", "venue": "Proc. Int. Conf. Lamps (ICL)", "pages": "45-67",
         "doi": "10.99999/lamp.3"},
    # ACM and ACL
    "Anna Frost and Bo Snow. 2019. <T>. J. Lamps 12, 3 (2019), 45–67.": SHORT | {"authors": BOTH},
    "Anna Frost and Bo Snow. 2019. <T>. In *Proceedings of ICML*. 45–67.":
        {"authors": BOTH, "date": "2019", "venue": "Proceedings of ICML", "pages": "45-67"},
    # Harvard, Springer, Nature, ACS, GB/T 7714
    "Frost, A. and Snow, B. (2019) '<T>', *Journal of Lamps*, 12(3), pp. 45–67.": JOURNAL | {"authors": TWO},
    "Frost, A., Snow, B.: <T>. J. Lamps 12(3), 45–67 (2019)": SHORT | {"authors": TWO},
    "Frost, A., Snow, B.: <T>. In: Proceedings of the Lamp Conference, pp. 45–67. Springer (2019)":
        {"authors": TWO, "date": "2019", "venue": "Proceedings of the Lamp Conference", "pages": "45-67",
         "publisher": "Springer"},
    "Frost, A. & Snow, B. <T>. *J. Lamps* **12**, 45–67 (2019).":
        {"authors": TWO, "date": "2019", "venue": "J. Lamps", "volume": "12", "pages": "45-67"},
    "Frost, A.; Snow, B. <T>. *J. Am. Lamp Soc.* **2019**, *12*, 45–67.":
        {"authors": TWO, "date": "2019", "venue": "J. Am. Lamp Soc.", "volume": "12", "pages": "45-67"},
    # plain
    "Anna Frost, Bo Snow. <T>. NeurIPS 2019.": {"authors": BOTH, "date": "2019", "venue": "NeurIPS"},
    "**Anna Frost, Bo Snow.** <T>. ICLR 2019.": {"authors": BOTH, "date": "2019", "venue": "ICLR"},
    "Frost et al. (2019) <T>": {"authors": MORE, "date": "2019"},
    "<T>, Anna Frost, Bo Snow, ICLR 2019": {"authors": BOTH, "date": "2019", "venue": "ICLR"},
    "<T>. Anna Frost, Bo Snow. ICLR 2019.": {"authors": BOTH, "date": "2019", "venue": "ICLR"},
    "<T> (Frost et al., 2019)": {"authors": MORE, "date": "2019"},
    "<T> - Anna Frost, 2019": {"authors": ANNA, "date": "2019"},
    "2019: <T>, by Anna Frost": {"authors": ANNA, "date": "2019"},
    "ICLR 2019 - <T>": {"date": "2019", "venue": "ICLR"},
}  # fmt: skip


@pytest.mark.parametrize("line", UNLINKED)
def test_a_citation_without_a_link_is_read_field_by_field(line: str) -> None:
    assert fields(f"- {line}".replace("<T>", TITLE)) == {"title": TITLE} | UNLINKED[line]


NAMED = {
    "Frost A., Snow B. (2019) <T>.": ["A. Frost", "B. Snow"],
    "Frost A.B., Snow B.-C. & van der Wick C. (2019). <T>.": ["A.B. Frost", "B.-C. Snow", "C. van der Wick"],
    "Frost A. et al. <T>. Journal of Lamps, 2019.": ["A Frost", "…"],
    "Frost A. and Snow B. <T>. Journal of Lamps, 2019.": ["A. Frost", "B. Snow"],
    "[<T>](https://lamps.example). Frost A., Snow B. (2019)": ["A Frost", "B Snow"],
    "[<T>](https://lamps.example) (Frost A., Snow B., 2019)": ["A Frost", "B Snow"],
    "[<T>](https://lamps.example). *Frost A., Snow B.* ICLR 2019": ["A Frost", "B Snow"],
    "[<T>](https://lamps.example), Frost, A., Snow, B.": ["A. Frost", "B. Snow"],
    "[<T>](https://lamps.example), Frost A., 2019": ["A Frost"],
    "[<T>](https://lamps.example) by E. Frost": ["E. Frost"],
    "[<T>](https://lamps.example) by E. Frost and B. Snow": ["E. Frost", "B. Snow"],
    "[<T>](https://lamps.example) by Frost et al.": ["Frost", "…"],
    "[<T>](https://lamps.example) by Frost et al. (2019)": ["Frost", "…"],
    "<T>, by E. Frost. [[pdf]](https://arxiv.org/abs/2401.00001)": ["E. Frost"],
    "[<T>](https://arxiv.org/abs/2401.00001) by Lamp Research": None,
    "[<T>](https://arxiv.org/abs/2401.00001) by the keepers of lamps": None,
}


@pytest.mark.parametrize("line", NAMED)
def test_names_are_read_with_initials_behind_them_and_behind_a_by(line: str) -> None:
    found = fields(f"- {line}".replace("<T>", TITLE))
    assert (found["title"], found.get("authors")) == (TITLE, NAMED[line])


def test_a_chinese_citation_is_read() -> None:
    assert fields("- 王伟, 李华. 灯的综述研究[J]. 灯学报, 2020, 12(3): 45-67.") == {
        "title": "灯的综述研究", "authors": ["王伟", "李华"], "date": "2020", "venue": "灯学报", "volume": "12",
        "issue": "3", "pages": "45-67",
    }  # fmt: skip


LINKED = {
    " - L. Perez. 2023.": {"authors": ["L. Perez"], "date": "2023"},
    ", E. Köhler, 2020": {"authors": ["E. Köhler"], "date": "2020"},
    " by Ada Wick (2021)": {"authors": ["Ada Wick"], "date": "2021"},
    " — Ada Wick, *NeurIPS 2021*": {"authors": ["Ada Wick"], "date": "2021", "venue": "NeurIPS"},
    ". A. Wick. ICML 2022.": {"authors": ["A. Wick"], "date": "2022", "venue": "ICML"},
    " (Wick et al., 2022)": {"authors": ["Wick", "…"], "date": "2022"},
    " (Wick, 2022)": {"authors": ["Wick"], "date": "2022"},
    " (Bioinformatics, 2022)": {"venue": "Bioinformatics", "date": "2022"},
    " - Wick and Oil (2022)": {"authors": ["Wick", "Oil"], "date": "2022"},
    " Ada Wick": {"authors": ["Ada Wick"]},
    ". Ada Wick. *Journal of Lamps*, 2019.": {"authors": ["Ada Wick"], "venue": "Journal of Lamps", "date": "2019"},
    ", *Journal of Lamps* 12(3), 2019": {"venue": "Journal of Lamps", "volume": "12", "issue": "3", "date": "2019"},
    ". Technical report, OpenLamp, 2023.": {"date": "2023"},
    " (Oil Labs, 2023)": {"date": "2023"},
    " - Lamp Letters, 2019": {"venue": "Lamp Letters", "date": "2019"},
}


@pytest.mark.parametrize("behind", LINKED)
def test_what_stands_behind_a_link_is_read(behind: str) -> None:
    line = f"- [{TITLE}](https://arxiv.org/abs/2404.00001){behind}"
    assert fields(line) == {"title": TITLE, "arxiv": "2404.00001"} | LINKED[behind]
    line = f"- [{TITLE}](https://example.org/lamps){behind}"
    if LINKED[behind].keys() & {"authors", "venue"}:
        assert fields(line) == {"title": TITLE} | LINKED[behind]


def test_a_pointer_before_the_title_names_the_authors() -> None:
    line = f"- [Wick et al., 2024] {TITLE} [[paper]](https://arxiv.org/abs/2404.00004)"
    assert fields(line) == {"title": TITLE, "authors": ["Wick", "…"], "date": "2024", "arxiv": "2404.00004"}


def test_a_link_that_points_to_a_reference_is_no_title() -> None:
    linked = "- [Frost et al., 2020](https://arxiv.org/abs/2404.00101)"
    known = {"authors": ["Frost", "…"], "date": "2020", "arxiv": "2404.00101"}
    assert fields(f"{linked}: {TITLE}. ICLR 2020") == known | {"title": TITLE, "venue": "ICLR"}
    assert fields(linked)["title"] == "arXiv:2404.00101"


ROWS = """\
## A
| Title | Authors | Year | Venue | DOI |
|---|---|---|---|---|
| The Lamps of One | Frost et al. | 2021 | J. Lamps 12(3) | 10.99999/one |
| The Lamps of Two | Frost, A., Snow, B. | 2021 | Proc. of ICL 2021, pp. 1-9 | |
| The Lamps of Six | Frost, Anna; Snow, Bo | Jan 2021 | arXiv | |
| The Lamps of Ten | Wick | 2021 | Cell | |
| The Lamps of Old | [Anna Frost](https://anna.example)<br>[Bo Snow](https://bo.example) | 2021 | Cell | |
| The Lamps of New | Frost et al. (2021) | | Cell | |

## B
| Paper | Code |
|---|---|
| Frost, A., & Snow, B. (2019). The Lamps of Few. *Journal of Lamps*, 12(3), 45–67. | [code](https://github.com/a/b) |
"""


def published(work: Work) -> tuple[str | None, ...]:
    return work.venue, work.volume, work.pages


def test_rows_are_read_field_by_field() -> None:
    found = [
        (
            work.title.source,
            [one.name for one in work.authors.people],
            str(work.date),
            work.venue,
            work.volume,
            work.pages,
        )
        for record in parse(ROWS).records
        if (work := record.work) and work.title and work.authors
    ]
    assert found == [
        ("The Lamps of One", ["Frost"], "2021", "J. Lamps", "12", None),
        ("The Lamps of Two", TWO, "2021", "Proc. of ICL", None, "1-9"),
        ("The Lamps of Six", BOTH, "2021-01", None, None, None),
        ("The Lamps of Ten", ["Wick"], "2021", "Cell", None, None),
        ("The Lamps of Old", BOTH, "2021", "Cell", None, None),
        ("The Lamps of New", ["Frost"], "2021", "Cell", None, None),
        ("The Lamps of Few", TWO, "2019", "Journal of Lamps", "12", "45-67"),
    ]
    assert parse(ROWS).records[0].work.doi == "10.99999/one"
    assert parse(ROWS).records[4].work.urls == ()


def test_a_line_that_may_be_a_paper_and_is_not_taken_is_told() -> None:
    reading = parse(
        f"## Oil\n- [{TITLE}](https://arxiv.org/abs/2404.00001), as in arXiv:2404.00002\n"
        "- Lamps of the Second Kind (2019)\n- Lamps of the Third Kind\n- [Lamps of the Fourth Kind](#oil) 2019\n"
        "\n## Rules\n- Be kind to all lamps\n- Lamps of the Fifth Kind 2019\n"
    )
    assert [(one.span.line, one.title) for one in reading.dropped] == [
        (2, "2404.00002"),
        (3, "Lamps of the Second Kind"),
        (4, "Lamps of the Third Kind"),
        (9, "Lamps of the Fifth Kind 2019"),
    ]
