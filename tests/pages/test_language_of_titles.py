"""The language that titles declare on pages in another one."""

from __future__ import annotations

import re

from conspectus.cache import Cache
from conspectus.pipeline import compile
from conspectus.project import Project


def test_titles_in_another_language_declare_it(survey: Project) -> None:
    """By the record where it says so, else by the survey's usual language of papers."""
    settings = survey.content / "survey.yaml"
    text = settings.read_text("utf-8").replace("language: en", "language: de\npapers_language: en")
    settings.write_text(text, "utf-8")
    more = '- {id: docht, title: "Der Docht", language: de}\n- {id: meche, title: "La mèche", language: FR}\n'
    (survey.content / "papers" / "more.yaml").write_text(more, "utf-8")
    compiled = compile(survey, Cache(None))
    assert not compiled.report.fails(), compiled.report

    def heading(id: str) -> str:
        page = compiled.site.page(f"papers/{id}/")
        assert page is not None
        return re.search("<h1 data-title[^>]*>", compiled.renderer.page(page).data.decode())[0]  # type: ignore[index]

    assert ' lang="en"' in heading("wick")
    assert " lang=" not in heading("docht")
    assert ' lang="fr"' in heading("meche")
