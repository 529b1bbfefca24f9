"""A page of prose, with a table of contents where it is long."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

LONG = "# About\n\n## What burns\n\n### Oil & gas\n\n## What [shines](https://lamps.example/)\n"


@pytest.mark.parametrize(("text", "shown"), [(LONG, True), (LONG.replace("### ", ""), False)])
def test_three_headings_make_a_table_of_contents(survey: Project, tmp_path: Path, text: str, shown: bool) -> None:
    (survey.content / "pages/about.md").write_text(text, "utf-8")
    build(survey, Cache(None), tmp_path / "site", pagefind=False)
    page = (tmp_path / "site/pages/about/index.html").read_text("utf-8")
    entries = (
        '<li><a href="#what-burns">What burns</a></li>',
        '<li class="deeper"><a href="#oil-gas">Oil &amp; gas</a></li>',
        '<li><a href="#what-shines">What shines</a></li>',
    )
    assert ('<nav class="contents"' in page) is shown
    assert all((entry in page) is shown for entry in entries)
