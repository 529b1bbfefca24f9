"""A survey in another language: its scripts speak it too, with its plurals and numbers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.browser

SURVEY = Path(__file__).resolve().parents[1] / "survey"

POLISH = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=0;\n"

msgid "Save %(title)s"
msgstr "Zapisz: %(title)s"

msgid "%(num)s paper"
msgid_plural "%(num)s papers"
msgstr[0] "%(num)s praca"
msgstr[1] "%(num)s prace"
msgstr[2] "%(num)s prac"
"""


def built(folder: Path, tag: str, translation: str = "") -> Path:
    """The made-up survey's site in a language, with a translation of its own."""
    shutil.copytree(SURVEY, folder / "survey")
    settings = folder / "survey" / "content" / "survey.yaml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("language:")]
    settings.write_text("\n".join([*lines, f"language: {tag}", ""]), "utf-8")
    if translation:
        (folder / "survey" / "content" / "locale").mkdir()
        (folder / "survey" / "content" / "locale" / f"{tag}.po").write_text(translation, "utf-8")
    compiled = build(Project(folder / "survey"), Cache(None), folder / "site", "https://keepers.example/")
    assert not compiled.report.fails(), compiled.report
    return folder / "site"


def test_scripts_speak_german(serve: type, page: Page, tmp_path: Path) -> None:
    with serve(built(tmp_path, "de")) as site:
        page.goto(f"{site}topics/light/")
        page.get_by_role("button", name="Trimming the Wick").first.click()
        expect(page.get_by_role("navigation", name="Gespeicherte Arbeiten")).to_contain_text("1 gespeichert")
        page.goto(f"{site}search/?q=wick")
        expect(page.locator(".search-status")).to_contain_text("zu „wick“")
        expect(page.locator("html")).to_have_attribute("lang", "de")


def test_a_surveys_own_translation_has_its_languages_plurals(serve: type, page: Page, tmp_path: Path) -> None:
    with serve(built(tmp_path, "pl", POLISH)) as site:
        page.goto(f"{site}topics/light/")
        expect(page.get_by_role("button", name="Zapisz: Trimming the Wick").first).to_be_visible()
        expect(page.locator("h2#papers")).to_have_text("4 prace")
        shown = page.evaluate(
            "import(document.querySelector('script[src*=marks]').src.replace(/marks[^/]*$/, '')"
            " + performance.getEntriesByType('resource').map((one) => one.name)"
            ".find((name) => /language[.]/.test(name)).split('/').at(-1))"
            ".then((language) => [1, 3, 5, 22, 1234].map((count) =>"
            " language.ngettext('%(num)s paper', '%(num)s papers', count)))"
        )
        assert [text.replace("\u00a0", " ") for text in shown] == [
            "1 praca",
            "3 prace",
            "5 prac",
            "22 prace",
            "1234 prace",
        ]
