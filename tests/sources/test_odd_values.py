"""Values that cannot be what they stand for are told with their line, whatever format they come from."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Source

DATE = "write it as 2024, 2024-04 or 2024-04-22"
DOI = "and is left out; a DOI begins with 10. and has a slash"

FILES = {
    "BibTeX": ("x.bib", "@misc{k, title={A},\n year={2019}, month={<month>}, doi={<doi>}, url={<url>}}"),
    "RIS": ("x.ris", "TY  - JOUR\nTI  - A\nDA  - <month> 2019\nDO  - <doi>\nUR  - <url>\nER  - \n"),
    "table": ("x.csv", "title,year,month,doi,url\nA,2019,<month>,<doi>,<url>\n"),
    "EndNote tagged": ("x.enw", "%0 Journal Article\n%T A\n%D <month> 2019\n%R <doi>\n%U <url>\n"),
    "CSL-JSON": (
        "x.json",
        '[{"type": "book", "title": "A", "issued": {"raw": "<month> 2019"}, "DOI": "<doi>", "URL": "<url>"}]',
    ),
}


@pytest.mark.parametrize("format", FILES)
def test_bad_values_are_told(format: str) -> None:
    name, text = FILES[format]
    text = text.replace("<month>", "Smarch").replace("<doi>", "S0140-6736").replace("<url>", "lamp.example")
    reading = sources.parse(Source(name, text.encode(), "d"), Cache(None))
    line = reading.records[0].span.line
    assert (reading.format, reading.mistakes) == (format, ())
    assert sorted(reading.remarks) == [
        f"line {line}: `S0140-6736` is not a valid DOI {DOI}",
        f"line {line}: `Smarch 2019` is not a valid date; 2019 is taken; {DATE}",
        f"line {line}: `lamp.example` is not a valid web address and is left out; write it with https://",
    ]


@pytest.mark.parametrize("format", FILES)
def test_good_values_need_no_word(format: str) -> None:
    name, text = FILES[format]
    text = text.replace("<month>", "Spring").replace("<doi>", "10.1000/x").replace("<url>", "https://lamp.example/")
    assert sources.parse(Source(name, text.encode(), "d"), Cache(None)).remarks == ()


@pytest.mark.parametrize(
    ("fields", "remarks"),
    [
        ("year={in press}", [f"`in press` is not a valid date; the date is left out; {DATE}"]),
        ("year=2019, month=17", [f"`2019-17` is not a valid date; 2019 is taken; {DATE}"]),
        ("year={20x1}", [f"`20x1` is not a valid date; the date is left out; {DATE}"]),
        ("doi={N/A}, url={none}", []),
        ("url={10.1000/x}", []),
        ("doi={10.48550/arXiv.2404.14469}", []),
        (
            "eprint={1234}, archiveprefix={arXiv}",
            ["`1234` is not a valid arXiv id and is left out; write it as 2404.14469"],
        ),
        ("eprint={https://x.example/p.pdf}", []),
        ("doi={10.1000/x, 10.1000/y}", ["`10.1000/x, 10.1000/y` names more than one DOI; 10.1000/x is taken"]),
        (
            "journal=lampj",
            [
                "no @string defines `lampj`, so journal is read as written; define it with @string{lampj = {…}}, or "
                "put the value in braces"
            ],
        ),
        ("month=jan, year=2019", []),
    ],
)
def test_bibtex_values(fields: str, remarks: list[str]) -> None:
    text = f"@misc{{k, title={{A}}, {fields}}}"
    reading = sources.parse(Source("x.bib", text.encode(), "d"), Cache(None))
    assert reading.remarks == tuple(f"line 1: {remark}" for remark in remarks)


def test_an_address_without_a_scheme_is_one_and_those_of_people_are_left_out_in_silence() -> None:
    lines = [
        "TY  - JOUR",
        "TI  - Lamps",
        "UR  - www.lamp.example/wick?a=1|2",
        "UR  - ada@lamp.example",
        "UR  - ORCID: 0000-1",
    ]
    reading = sources.parse(Source("x.ris", "\n".join([*lines, "ER  - "]).encode(), "d"), Cache(None))
    (record,) = reading.records
    assert [link.url for link in record.work.urls] == ["http://www.lamp.example/wick?a=1%7C2"]
    assert not reading.remarks
