"""Links in abstracts; the addresses are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.identifiers import http_url
from conspectus.model.paper import Source
from conspectus.model.work import Link
from conspectus.sources.links import in_prose, kind_of

CODE = "https://github.com/lamp/wick"


@pytest.mark.parametrize(
    "text",
    [
        f"Code: {CODE}.",
        f"The code ({CODE}) is free.",
        f"Code is at {CODE}{{{CODE}}}.",
        f"Code is {CODE}{{here}}.",
        f"See {CODE}, and {CODE}; again “{CODE}”.",
        f"See [{CODE}].",
    ],
)
def test_an_address_is_freed_of_what_surrounds_it(text: str) -> None:
    assert in_prose(text) == (Link("code", CODE),)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("at https://github.com/ keeper7/wick.", "https://github.com/keeper7/wick"),
        ("at https://github.com/ Keeper/wick-2 now", "https://github.com/Keeper/wick-2"),
        ("at https://github.com/lamp/wick\\_trim.", "https://github.com/lamp/wick_trim"),
        ("at https://lamp.github.io/wick/.", "https://lamp.github.io/wick/"),
        ("at https://lamp.org/a_(b).", "https://lamp.org/a_(b)"),
        ("at http://lamp.net.", "http://lamp.net"),
        ("at https://hfp.19830613.xyz/lamp/Wick-7B.", "https://huggingface.co/lamp/Wick-7B"),
    ],
)
def test_an_address_is_mended_where_it_is_plain_what_was_meant(text: str, url: str) -> None:
    assert [link.url for link in in_prose(text)] == [url]


@pytest.mark.parametrize(
    "text",
    [
        "at https://github.com/ and/or elsewhere",
        "at https://github.com/.",
        "at https://huggingface.co",
        "at https://.",
        "at ftp://lamp.org/x and javascript:alert(1) and lamp.org/wick",
        "as in https://arxiv.org/abs/2404.14469 shown",
        "at https://user:word@lamp.org/",
    ],
)
def test_what_is_no_link_of_the_paper_is_left_out(text: str) -> None:
    assert in_prose(text) == ()


def test_the_kind_comes_from_the_address() -> None:
    text = (
        "Code https://gitlab.com/a/b, page https://lamp.github.io/w, data https://huggingface.co/datasets/a/b,"
        "https://huggingface.co/a/b and more at http://lamp-works.net."
    )
    assert [link.kind for link in in_prose(text)] == ["code", "project", "data", "model", "project"]
    assert kind_of("http://lamp-works.net") == "other", "an address says less than an abstract that gives it"


@given(st.text(alphabet="htps:/ .,{}()[]\\_abc?#%\"'·é\n@", max_size=60).map(lambda text: f"x https://{text} y"))
def test_whatever_stands_in_an_abstract_only_clean_addresses_come_out(text: str) -> None:
    for link in in_prose(text):
        assert http_url(link.url) == link.url


@pytest.mark.parametrize(
    "address",
    [
        "https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2",
        "https://www.medrxiv.org/content/10.1101/2020.01.02.123456v1.full.pdf",
        "https://www.biorxiv.org/content/biorxiv/early/2020/01/02/10.1101/2020.01.02.123456v2.abstract",
    ],
)
def test_the_doi_in_an_address_of_biorxiv_has_no_version(address: str) -> None:
    files = {
        "list.md": f"## Lamps\n- [Dim Lamps and Wicks]({address})\n",
        "ids.txt": f"{address}\n",
        "x.ris": f"TY  - JOUR\nTI  - A\nUR  - {address}\nER  - \n",
        "x.bib": f"@misc{{k, title={{A}}, url={{{address}}}}}",
        "x.csv": f"title,year,url\nA,2019,{address}\n",
    }
    for name, text in files.items():
        (record,) = sources.parse(Source(name, text.encode(), "d"), Cache(None)).records
        assert record.work.doi == "10.1101/2020.01.02.123456", name
