"""Two imports that run at once. All papers here are made up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conspectus.commands.turns import WAITING, turn
from conspectus.project import Project
from made_up_library import papers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders are not locked there")


def test_two_imports_at_once_give_two_works_two_ids(survey: Project, tmp_path: Path) -> None:
    running = []
    with turn(survey):
        for title in ("Wicks of the North", "Oils for the South"):
            file = tmp_path / f"{title[:4]}.bib"
            file.write_text(f"@article{{smith2020, title = {{{title}}}, author = {{{title[-5:]}, A.}}, year = 2020}}\n")
            command = [sys.executable, "-m", "conspectus", "import", str(file), "--project", str(survey.root)]
            running.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        for each in running:
            assert each.stderr and each.stderr.readline().strip() == WAITING
    for each in running:
        each.communicate(timeout=60)
        assert each.returncode == 0
    found = {paper.title.as_text() for paper in papers(survey).values()}
    assert {"Wicks of the North", "Oils for the South"} <= found
