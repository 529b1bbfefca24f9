"""Translations: read from .po files, with their mistakes told by line, and written for those who translate."""

from __future__ import annotations

import re
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale

from conspectus.language import ENGLISH, File, Language, canonical, load
from conspectus.language import extraction as extracting
from conspectus.language.language import SHIPPED
from conspectus.language.messages import categories, places

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n{}\n'


def loaded(tag: str, text: str, plurals: int = 0) -> tuple[Language, list[tuple[int, str]]]:
    header = HEADER.format(f'"Plural-Forms: nplurals={plurals}; plural=0;\\n"\n' if plurals else "")
    language, mistakes = load(tag, [File(f"content/locale/{tag}.po", (header + text).encode())])
    return language, [(mistake.span.line, mistake.message) for mistake in mistakes]


def test_a_string_without_a_translation_is_english() -> None:
    assert ENGLISH.gettext("Filter %(what)s", what="papers") == "Filter papers"
    assert [ENGLISH.ngettext("%(num)s paper", "%(num)s papers", num) for num in (0, 1, 1234)] == [
        "0 papers",
        "1 paper",
        "1,234 papers",
    ]


def test_a_survey_brings_a_language_of_its_own() -> None:
    text = 'msgid "Filter %(what)s"\nmsgstr "Filtrer %(what)s"\n'
    language, mistakes = loaded("fr", text)
    assert (language.tag, language.content, mistakes) == ("fr", "fr", [])
    assert language.gettext("Filter %(what)s", what="là") == "Filtrer là"
    assert language.gettext("Save") == "Save"


@pytest.mark.parametrize(
    ("tag", "forms", "expected"),
    [
        ("pl", ["praca", "prace", "prac"], {1: "praca", 3: "prace", 5: "prac", 12: "prac", 22: "prace"}),
        ("ja", ["本"], {1: "本", 7: "本"}),
        ("fr", ["article", "articles"], {0: "article", 2: "articles", 10**6: "articles"}),
        ("fr", ["article", "d’articles", "articles"], {1: "article", 2: "articles", 10**6: "d’articles"}),
        ("ar", list("abcdef"), {0: "a", 1: "b", 2: "c", 4: "d", 15: "e", 100: "f"}),
        ("ru", list("abcd"), {1: "a", 2: "b", 5: "c"}),  # with a form for fractions, as some editors write it
    ],
)
def test_a_number_takes_the_form_that_its_language_has_for_it(
    tag: str, forms: list[str], expected: dict[int, str]
) -> None:
    lines = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    language, mistakes = loaded(tag, f'msgid "paper"\nmsgid_plural "papers"\n{lines}', len(forms))
    assert not mistakes
    assert {num: language.ngettext("paper", "papers", num) for num in expected} == expected
    assert list(language.plural_forms.values()) == list(range(len(categories(language.locale))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('msgid "by %(who)s"\nmsgstr "von %(wer)s"\n', (5, "the translation of `by %(who)s` has %(wer)s, which")),
        ('msgid "by %(who)s"\nmsgstr "von"\n', (5, "the translation of `by %(who)s` lacks %(who)s")),
        ('msgid "by %(who)s"\nmsgstr "zu 5 % von %(who)s"\n', (5, "a single % in the translation of")),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', (5, "a plural form of `a` is empty")),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n', (5, "a plural form of `a` is empty")),
        ('msgid "a"\nmsgstr "b"\nand more\n', (7, "this is not a gettext file")),
    ],
)
def test_a_broken_translation_is_told_by_line_and_shown_in_english(text: str, expected: tuple[int, str]) -> None:
    language, mistakes = loaded("de", text)
    assert [(line, message.startswith(expected[1])) for line, message in mistakes] == [(expected[0], True)], mistakes
    assert language.gettext("by %(who)s", who="X") == "by X" or language.tag == "de"


def test_a_header_with_too_many_plural_forms_is_reported_once() -> None:
    plural = 'msgid "{0}"\nmsgid_plural "{0}s"\nmsgstr[0] "c"\nmsgstr[1] "d"\nmsgstr[2] "e"\n\n'
    language, mistakes = loaded("de", "".join(map(plural.format, ("lamp", "bell"))) + 'msgid "a"\nmsgstr "b"\n', 3)
    assert mistakes == [(4, "Plural-Forms in the header has nplurals=3, but the language has 2 forms")]
    assert (language.gettext("a"), language.ngettext("lamp", "lamps", 2)) == ("b", "lamps")


@pytest.mark.parametrize(
    ("tag", "expected"), [("FR", "fr"), ("PT-br", "pt-BR"), ("zh-hans-cn", "zh-Hans-CN"), ("DE-ch-1996", "de-CH-1996")]
)
def test_a_tag_is_written_in_its_usual_case(tag: str, expected: str) -> None:
    assert canonical(tag) == expected


def test_a_plural_may_leave_out_its_number() -> None:
    text = 'msgid "%(num)s paper"\nmsgid_plural "%(num)s papers"\nmsgstr[0] "eine"\nmsgstr[1] "%(num)s Arbeiten"\n'
    language, mistakes = loaded("de", text)
    assert not mistakes
    assert language.ngettext("%(num)s paper", "%(num)s papers", 1) == "eine"


def test_a_fuzzy_translation_is_not_used() -> None:
    language, mistakes = loaded("de", '#, fuzzy\nmsgid "a"\nmsgstr "b"\n')
    assert (language.gettext("a"), mistakes) == ("a", [])


def test_a_language_without_a_translation_makes_english_pages() -> None:
    language, mistakes = load("fi")
    assert (language.tag, language.content) == ("en", "fi")
    assert [mistake.check for mistake in mistakes] == ["no-translation"]


@pytest.mark.parametrize("tag", ["en", "en-GB"])
def test_english_needs_no_translation(tag: str) -> None:
    assert load(tag) == (Language(tag, tag), ())


def test_a_file_that_is_named_after_no_language_is_told() -> None:
    _, mistakes = load("en", [File("content/locale/notes.po", b"")])
    assert [mistake.message for mistake in mistakes] == ["`notes` is not a language tag"]


STRINGS = (
    ("templates/a.html", "Save", [], None),
    ("templates/b.html", ("%(num)s paper", "%(num)s papers"), ["Translators: in a heading"], None),
    ("templates/a.html", "Save", [], "of a button"),
)


@pytest.mark.parametrize("tag", ["de", "zh-Hans", "pl", "cy"])
def test_what_is_written_for_translators_is_read_back(tag: str) -> None:
    text = extracting.written(extracting.catalog(STRINGS, tag))
    assert load(tag, [File(f"{tag}.po", text)])[1] == ()
    assert extracting.progress(text) == (0, 3)
    assert extracting.written(extracting.catalog(STRINGS, tag), text) == text
    assert b"Date" not in text, "nothing that differs from day to day"


def test_translations_and_comments_stay_when_strings_are_added() -> None:
    first = extracting.written(extracting.catalog(STRINGS[:1], "de"))
    done = first.replace(b'msgid "Save"\nmsgstr ""', b'msgid "Save"\nmsgstr "Merken"').replace(b"#: t", b"# ours\n#: t")
    again = extracting.written(extracting.catalog(STRINGS, "de"), done)
    assert b"# ours" in again
    assert load("de", [File("de.po", again)])[0].gettext("Save") == "Merken"
    assert extracting.progress(again) == (1, 3)


def test_strings_are_found_in_templates_scripts_and_python(tmp_path: Path) -> None:
    (tmp_path / "assets" / "js").mkdir(parents=True)
    (tmp_path / "pages").mkdir()
    (tmp_path / "assets" / "js" / "a.js").write_text('ngettext("%(num)s hit", "%(num)s hits", n);')
    page = '{% trans %}\n  Two\n  lines\n{% endtrans %}<p>{{ pgettext("of a button", "Save") }}'
    (tmp_path / "pages" / "b.html").write_text(page)
    found = {text for name, text, _, _ in extracting.strings([tmp_path]) if name.startswith("templates/")}
    assert found == {("%(num)s hit", "%(num)s hits"), "Two lines", "Save"}


TRANSLATIONS = sorted(SHIPPED.glob("*.po"))
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
SHIPPED_STRINGS = (*extracting.strings([TEMPLATES]), *extracting.of_new_surveys())


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_shipped_translations_are_whole(path: Path) -> None:
    language, mistakes = load(path.stem)
    assert not mistakes
    for name, text, _, context in SHIPPED_STRINGS:
        english = text if isinstance(text, str) else text[0]
        assert (context or "", english) in language.messages.texts, f"{path.name} lacks `{english}` of {name}"


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_shipped_translations_hold_no_strings_that_are_gone(path: Path) -> None:
    strings = extracting.catalog(SHIPPED_STRINGS, path.stem)
    assert extracting.written(strings, path.read_bytes(), keep_unused=False) == path.read_bytes(), (
        f"conspectus translate {path.stem} --out {path.name}"
    )


def test_places_are_found() -> None:
    assert places("%(a)s of %(b)s, 5 %%") == {"a", "b"}
    assert re.search("one", " ".join(categories(Locale("en"))))


@pytest.mark.parametrize("tag", "de fr es pt-BR vi pl cs ar he ja zh-Hans lv sl".split())
def test_the_header_of_a_new_file_counts_as_gettext_does(tag: str) -> None:
    catalog = extracting.catalog(STRINGS, tag)
    index = c2py(catalog.plural_expr)
    locale = catalog.locale
    assert locale is not None
    known = categories(locale)
    assert catalog.num_plurals == len(known)
    for number in (*range(130), 10**6):
        assert known[index(number)] == locale.plural_form(number)
