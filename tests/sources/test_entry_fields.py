"""What fields of exports mean, whatever format they come from."""

from __future__ import annotations

import pytest

from conspectus.model.work import Link, Work
from conspectus.sources.entry_fields import EntryFields, pages_of, title_of, work_of


@pytest.mark.parametrize(
    ("identifiers", "doi"),
    [
        (("10.1145/A_B",), "10.1145/a_b"),
        (("doi:10.1145/a_b",), "10.1145/a_b"),
        (("https://dl.acm.org/doi/10.1145/12.34",), "10.1145/12.34"),
        (("https://onlinelibrary.example/doi/full/10.1002/x.1?via=2",), "10.1002/x.1"),
        (("10.1145/A\\_B and more",), "10.1145/a_b"),
        (("10.1145/a\\textunderscore b",), "10.1145/a_b"),
        (("10.1145/1234.5678, 10.1145/8765.4321",), "10.1145/1234.5678"),
        (
            ("10.1002/(SICI)1097-4571(199806)49:8&lt;693::AID-ASI4&gt;3.0.CO;2-O",),
            "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o",
        ),
        (
            ("10.1002/(SICI)1097-4571(1998)49:8$<$693::AID-ASI4$>$3.0.CO;2-O",),
            "10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o",
        ),
        (
            ("https://doi.org/10.1002/(SICI)1097%3C693::AID-ASI4%3E3.0.CO;2-O",),
            "10.1002/(sici)1097<693::aid-asi4>3.0.co;2-o",
        ),
        (("10.48550/arXiv.2404.14469",), None),
        (("https://blog.example/on/10.1145/12.34",), None),
        (("soon",), None),
    ],
)
def test_a_doi_is_known_in_every_spelling(identifiers: tuple[str, ...], doi: str | None) -> None:
    assert work_of(EntryFields(identifiers=identifiers)).doi == doi


@pytest.mark.parametrize(
    "fields",
    [
        EntryFields(identifiers=("arXiv:2404.14469v2",)),
        EntryFields(identifiers=("10.48550/arXiv.2404.14469",)),
        EntryFields(urls=("http://arxiv.org/pdf/2404.14469.pdf",)),
        EntryFields(venue="arXiv preprint arXiv:2404.14469", mentions=("arXiv preprint arXiv:2404.14469",)),
        EntryFields(venue="CoRR", volume="abs/2404.14469", mentions=("abs/2404.14469",), kind="article-journal"),
    ],
)
def test_a_preprint_is_known_by_its_number(fields: EntryFields) -> None:
    work = work_of(fields)
    assert (work.arxiv, work.doi, work.venue, work.volume, work.kind) == ("2404.14469", None, None, None, "article")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lamps &amp; Wicks", "Lamps & Wicks"),
        ("Lamps &amp;amp; Wicks", "Lamps & Wicks"),
        ("<i>Lux</i> and CO<sub>2</sub>", "Lux and CO₂"),
        ("&lt;i&gt;Lux&lt;/i&gt;", "Lux"),
        ("The &lt;b&gt; of &lt;i&gt;Lux&lt;/i&gt;", "The <b> of Lux"),
        ("<b>Lux</b>: a &lt;title&gt; for lamps", "Lux: a <title> for lamps"),
        ("Lux &lt;br&gt; lamps", "Lux lamps"),
        ("<jats:title>Lamps</jats:title>", "Lamps"),
        (r"$\less$em$\greater$Lux$\less$/em$\greater$", "Lux"),
        ("<mml:math><mml:msub><mml:mi>H</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math> lamps", "H2 lamps"),
        ("List<String> in C++ < D", "List<String> in C++ < D"),
        ("e\u0301clair", "éclair"),
    ],
)
def test_titles_lose_their_html_and_nothing_else(text: str, title: str) -> None:
    found = title_of(text)
    assert found and found.as_text() == title


def test_a_subtitle_follows_its_title() -> None:
    assert str(title_of("Lamps", "Old and new")) == "Lamps: Old and new"
    assert str(title_of("Lamps?", "Old and new")) == "Lamps? Old and new"
    assert str(title_of("Lamps: Old and new", "Old and new")) == "Lamps: Old and new"


@pytest.mark.parametrize(
    ("text", "pages"), [("1 – 10", "1-10"), ("pp. 3--9", "3-9"), ("e17", "e17"), ("arXiv-2404", None), ("", None)]
)
def test_pages_have_one_hyphen(text: str, pages: str | None) -> None:
    assert pages_of(text) == pages


def test_addresses_are_web_addresses_or_nothing() -> None:
    fields = EntryFields(
        urls=("javascript:alert(1)", "see https://a.example/b. and c", Link("pdf", "https://a.example/p"))
    )
    assert work_of(fields).urls == (Link("other", "https://a.example/b"), Link("pdf", "https://a.example/p"))


def test_what_is_not_said_is_unknown() -> None:
    assert work_of(EntryFields()) == Work()
