from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.identifiers import ARCHIVES, arxiv_id, doi, http_url, is_safe_id, normal_title, slug

SPELLINGS = (
    "{}",
    "{}v3",
    " arXiv:{} ",
    "arxiv:{}v12",
    "ARXIV: {}",
    "arXiv preprint arXiv:{}",
    "arXiv e-prints, {}",
    "https://arxiv.org/abs/{}",
    "http://www.arxiv.org/abs/{}v2",
    "arxiv.org/pdf/{}.pdf",
    "https://arxiv.org/pdf/{}v1.pdf?download=1",
    "https://arxiv.org/html/{}v1#S2",
    "https://export.arxiv.org/abs/{}",
    "https://huggingface.co/papers/{}",
    "https://doi.org/10.48550/arXiv.{}",
    "10.48550/arXiv.{}",
    "{} [cs.CL]",
)
MONTHS = st.integers(1, 12).map("{:02}".format)
NEW = st.one_of(
    st.builds(lambda y, m, n: f"{y:02}{m}.{n:05}", st.integers(15, 90), MONTHS, st.integers(1, 99999)),
    st.builds(lambda y, m, n: f"{y:02}{m}.{n:04}", st.integers(8, 14), MONTHS, st.integers(1, 9999)),
)
OLD = st.builds(
    lambda a, y, m, n: f"{a}/{y:02}{m}{n:03}",
    st.sampled_from(sorted(ARCHIVES)),
    st.one_of(st.integers(91, 99), st.integers(0, 6)),
    MONTHS,
    st.integers(1, 999),
)


@given(st.one_of(NEW, OLD), st.sampled_from(SPELLINGS))
def test_an_arxiv_id_is_the_same_in_every_spelling(id: str, spelling: str) -> None:
    assert arxiv_id(spelling.format(id)) == id


@given(st.text(max_size=40))
def test_what_is_taken_for_an_arxiv_id_is_taken_again(text: str) -> None:
    found = arxiv_id(text)
    assert found is None or arxiv_id(found) == found


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("hep-th/9901001v2", "hep-th/9901001"),
        ("0704.0001", "0704.0001"),
        ("1412.9999", "1412.9999"),
        ("1501.00001", "1501.00001"),
        ("cond-mat/0703123", "cond-mat/0703123"),
        ("math.GT/0309136", "math/0309136"),
        ("hepth/9901001", "hep-th/9901001"),
        ("condmat/9901001", "cond-mat/9901001"),
        ("grqc/9901001", "gr-qc/9901001"),
        ("CS.CL/0001001", "cs/0001001"),
    ],
)
def test_arxiv_ids_are_put_in_their_one_form(written: str, id: str) -> None:
    assert arxiv_id(written) == id


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0703.0001",
        "1413.00001",
        "1412.00001",
        "1501.0001",
        "2404.00000",
        "9901.12345",
        "2404.14469v0",
        "hep-th/0704001",
        "hep-th/9913001",
        "hep-th/9901000",
        "cooking/9901001",
        "10.1145/2404.14469",
        "https://example.org/abs/2404.14469",
        "on 2404.14469 and others",
    ],
)
def test_what_arxiv_never_numbered_is_no_arxiv_id(text: str) -> None:
    assert arxiv_id(text) is None


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("10.1145/3731569.3764808", "10.1145/3731569.3764808"),
        ("DOI: 10.1145/ABC.def", "10.1145/abc.def"),
        ("https://doi.org/10.1145/3731569.3764808", "10.1145/3731569.3764808"),
        ("http://dx.doi.org/10.1002/(SICI)1097-4679(199911)55:11%3C1379::AID%3E3.0.CO;2-B", None),
        ("doi.org/10.1000/xyz?via=list", "10.1000/xyz"),
        ("10.1000/xyz).", "10.1000/xyz"),
        ("10.1101/2020.01.02.123456v2", "10.1101/2020.01.02.123456"),
        ("https://doi.org/10.1101/123456v1.full", "10.1101/123456"),
        ("10.64898/2026.01.02.123456v3.full.pdf", "10.64898/2026.01.02.123456"),
        ("10.20944/preprints202001.0001.v1", "10.20944/preprints202001.0001.v1"),
        ("10.1016/0004-3702(82)90040-6", "10.1016/0004-3702(82)90040-6"),
        ("10.48550/arXiv.2404.14469", None),
        ("https://doi.org/10.48550/arXiv.2404.14469", None),
        ("10.12/short", None),
        ("https://example.org/10.1000/xyz", None),
        ("10.1000/a b", None),
        ('10.1000/"x"', None),
        ("", None),
    ],
)
def test_a_doi_is_bare_and_in_lower_case(written: str, bare: str | None) -> None:
    if "SICI" in written:
        bare = "10.1002/(sici)1097-4679(199911)55:11<1379::aid>3.0.co;2-b"
    assert doi(written) == bare


@given(st.text(max_size=60))
def test_a_doi_found_is_found_again(text: str) -> None:
    for found in (doi(text), doi(f"10.1000/{text}")):
        assert found is None or doi(found) == found == found.lower()


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        (" https://github.com/x/Y ", "https://github.com/x/Y"),
        ("HTTP://Example.ORG/A?b=C#d", "http://example.org/A?b=C#d"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("https://", None),
        ("https:///x", None),
        ("//example.org/x", None),
        ("ftp://example.org/", None),
        ("https://user:secret@example.org/", None),
        ("https://example.org:99999/", None),
        ("https://[::1/", None),
        ("https://example.org/a b", None),
        ('https://example.org/"onclick=', None),
        ("https://example.org/<b>", None),
        ("https://example.org/\u202efdp", None),
        ("https://example.org/" + "x" * 2000, None),
    ],
)
def test_only_clean_web_addresses_pass(written: str, clean: str | None) -> None:
    assert http_url(written) == clean


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://h/", "javascript:"]))
def test_an_address_that_passes_is_http_and_stays_as_it_is(text: str, start: str) -> None:
    url = http_url(start + text)
    assert url is None or (re.match(r"https?://[^/\s\"<>]", url) and http_url(url) == url)


@given(st.text(max_size=200))
def test_a_slug_is_short_plain_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert len(made) <= 80
    assert slug(made) == made


def test_slugs_read_like_the_title() -> None:
    assert slug("Fußball für Ærø’s naïve Łukasz") == "fussball-fur-aeros-naive-lukasz"
    assert slug("KV-Cache: 4.95× faster") == "kv-cache-4-95-faster"
    assert slug("one two three", longest=9) == "one-two"


@given(st.text(max_size=60))
def test_titles_are_compared_without_case_space_and_punctuation(title: str) -> None:
    assert normal_title(f"  {title} :!") == normal_title(title)
    assert normal_title(normal_title(title)) == normal_title(title)


def test_titles_that_differ_in_a_sign_stay_different() -> None:
    assert normal_title("∞Bench: Key-Value") == normal_title("∞ bench — key value")
    assert normal_title("∞Bench") != normal_title("Bench")
    assert normal_title("Learning C++") != normal_title("Learning C")
    assert normal_title("Schrödinger") == normal_title("SCHRODINGER")


@given(st.text(max_size=30))
def test_a_safe_id_is_one_harmless_piece_of_a_path(text: str) -> None:
    if is_safe_id(text):
        assert re.fullmatch(r"[A-Za-z0-9][\w.-]*", text, re.ASCII)
        assert ".." not in text
        assert not text.endswith(".")


@pytest.mark.parametrize("id", ["a/b", "../x", "a..b", ".x", "x.", "-x", "con", "NUL.txt", "ä", "a b", "", "x" * 121])
def test_unsafe_ids_are_refused(id: str) -> None:
    assert not is_safe_id(id)


@pytest.mark.parametrize("id", ["snapkv", "2404.14469", "hep-th9901001", "S-LoRA_2", "a", "x" * 120])
def test_plain_ids_are_safe(id: str) -> None:
    assert is_safe_id(id)
