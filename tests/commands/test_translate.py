"""Writing the file with which the pages' strings are translated."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import Project

Run = Callable[..., Result]


@pytest.mark.parametrize(("tag", "name"), [("de", "German"), ("de-AT", "German"), ("zh", "Chinese"), ("en", "English")])
def test_a_language_that_comes_with_conspectus_is_said_to(run: Run, survey: Project, tag: str, name: str) -> None:
    told = run("translate", tag).stderr
    assert "it changes 0 of" in told and f"{name} comes with Conspectus: " in told
    assert (survey.content / "locale" / f"{tag}.po").is_file()


def test_a_word_is_changed_where_it_is_found_as_pages_show_it(run: Run, survey: Project) -> None:
    run("translate", "de")
    path = survey.content / "locale/de.po"
    text = path.read_text("utf-8")
    assert "#. Conspectus: %(num)s Person\n#. Conspectus: %(num)s Personen\n" in text
    before, word, after = text.partition("#. Conspectus: Korrektur vorschlagen\n")
    assert word
    path.write_text(before + word + after.replace('msgstr ""', 'msgstr "Fehler melden"', 1), "utf-8")
    assert "it changes 1 of" in run("translate", "de").stderr
    assert path.read_text("utf-8").count("Korrektur vorschlagen") == 1
    (survey.content / "survey.yaml").write_text(
        "title: Lampen\nlanguage: de\nrepository: https://github.com/a/b\n", "utf-8"
    )
    assert run("build").exit_code == 0
    page = (survey.root / "site/papers/wick/index.html").read_text("utf-8")
    assert ">Fehler melden</a>" in page and "Korrektur vorschlagen" not in page


def test_the_files_that_come_with_conspectus_repeat_nothing(run: Run, tmp_path: Path) -> None:
    run("translate", "de", "--out", str(tmp_path / "de.po"))
    assert "#. Conspectus:" not in (tmp_path / "de.po").read_text("utf-8")


def test_a_language_that_does_not_is_to_be_translated(run: Run) -> None:
    assert re.search(r"^Wrote content/locale/fr\.po: 0 of \d+ strings are translated\.$", run("translate", "fr").stderr)
