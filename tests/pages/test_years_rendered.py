"""The years of all papers on the page that surveys are explored from."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project


@pytest.mark.parametrize(("first", "whole"), [(2004, True), (2022, False)])
def test_many_years_have_a_row_of_their_own(tmp_path: Path, first: int, whole: bool) -> None:
    project = Project(tmp_path)
    project.papers.mkdir(parents=True)
    project.settings_file.write_text("title: Lamps\n", "utf-8")
    records = (f"- title: A lamp of {year}\n  date: {year}\n" for year in (first, 2025))
    (project.papers / "lamps.yaml").write_text("".join(records), "utf-8")
    build(project, Cache(None), tmp_path / "site", pagefind=False)
    page = (tmp_path / "site/overview/index.html").read_text("utf-8")
    assert ('<section class="whole-row" aria-labelledby="years">' in page) is whole
