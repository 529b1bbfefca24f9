"""A corrected list of papers, a file with other line ends, and what a newer export files elsewhere. All made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from conspectus.project import Project
from made_up_library import ENTRIES, bib, papers

Run = Callable[..., Result]

LIST = """\
# Awesome Lamps

## Burners
- [Trimming the Wick of Tin](https://arxiv.org/abs/2404.00001) - Ada Lampe, 2024
- [Gas Mantles at Sea](https://arxiv.org/abs/2404.00002) - Bo Gas, 2024

## Lenses
- [Lenses of Snow and Ice](https://arxiv.org/abs/2404.00003) - Cy Snow, 2024
"""
NEW = "- [Prisms of Rain and Hail](https://arxiv.org/abs/2404.00004) - Dee Rain, 2024\n"


def test_a_corrected_list_updates_its_file(run: Run, survey: Project, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(LIST)
    run("import", "--taxonomy", "--facet", "list", readme)
    lines = LIST.replace("at Sea", "on Land").splitlines(keepends=True)
    readme.write_text("".join(line for line in lines if "Trimming" not in line) + NEW)
    done = run("import", readme)
    for line in (
        "changed  gas2024gas title",
        "filed    rain2024prisms in Lenses; to place it so: `conspectus place rain2024prisms lenses --facet list`",
        "missing  lampe2024trimming",
    ):
        assert line in done.stdout
    assert [path.name for path in survey.papers.glob("*.md")] == ["README.md"]
    assert (survey.papers / "README.md").read_text() == readme.read_text()
    assert {"gas2024gas", "lampe2024trimming", "snow2024lenses", "rain2024prisms"} <= set(papers(survey))
    assert "up to date" in run("import", "--update", readme).stdout or "already" in run("import", readme).stdout
    assert run("place", "rain2024prisms", "lenses", "--facet", "list").exit_code == 0
    readme.write_text(readme.read_text().replace("Snow and Ice", "Ice and Snow"))
    assert "filed" not in run("import", readme).stdout


def test_a_file_keeps_its_line_ends(run: Run, survey: Project, export: Path) -> None:
    export.write_bytes(bib(ENTRIES).replace("\n", "\r\n").encode())
    run("import", export)
    file = survey.papers / "refs.bib"
    file.write_bytes(file.read_bytes().replace(b"Burning Oil by Night", b"Burning Oil by Day"))
    corrected = {**ENTRIES, "mirror": {**ENTRIES["mirror"], "year": "1999"}}
    export.write_text(bib({key: fields for key, fields in corrected.items() if key != "horn"}))
    assert run("import", export).exit_code == 0
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 10
    assert b"Burning Oil by Day" in data and b"1999" in data and b"@article{horn" in data
