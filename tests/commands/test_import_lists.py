"""A newer state of a list of papers in Markdown, of which no entry has a key. All papers here are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import Project
from made_up_library import papers

Run = Callable[..., Result]

LIST = """# Noses

## Drift

* A Primer on Odor Space. [pdf](https://noses.example/papers/primer.pdf)
* Noses in the Fog, Part 1. [code](https://github.com/noses/fog)
* Pumps for Noses of Brass. [pdf](https://noses.example/papers/pumps.pdf)
"""


@pytest.fixture
def readme(run: Run, survey: Project, tmp_path: Path) -> Path:
    path = tmp_path / "README.md"
    path.write_text(LIST)
    assert "3 new" in run("import", path).stdout
    return path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A Primer on Odor Space", "A Primer of Odor Space"),
        ("A Primer on Odor Space", "All that is Known of Scents"),  # the address is the same
        ("Noses in the Fog", "Nose in the Fog"),
        ("https://noses.example/papers/primer.pdf", "https://other.example/p.pdf"),
    ],
)
def test_a_corrected_entry_is_changed_and_keeps_its_address(
    run: Run, survey: Project, readme: Path, old: str, new: str
) -> None:
    before = set(papers(survey))
    readme.write_text(LIST.replace(old, new))
    said = run("import", readme).stdout
    assert "1 changed" in said and "new " not in said and "missing" not in said
    assert set(papers(survey)) == before and not list(survey.papers.glob("*-kept.jsonl"))
    assert new in (survey.papers / "README.md").read_text()


def test_another_part_in_the_same_place_is_another_paper(run: Run, survey: Project, readme: Path) -> None:
    readme.write_text(LIST.replace("Fog, Part 1", "Fog, Part 2"))
    said = run("import", readme).stdout
    assert "1 new entry" in said and "1 missing" in said


def test_a_new_entry_with_nearly_the_title_of_one_that_is_kept_is_a_paper_of_its_own(
    run: Run, survey: Project, readme: Path
) -> None:
    head, _, tail = LIST.partition("* Noses in the Fog, Part 1. [code](https://github.com/noses/fog)\n")
    readme.write_text(head + tail)
    assert "missing  noses-in-the-fog-part-1" in run("import", readme).stdout
    before = set(papers(survey))
    readme.write_text(head + tail + "* Masks in the Fog, Part 1. [code](https://github.com/noses/masks)\n")
    assert "new      masks-in-the-fog-part-1" in run("import", readme).stdout
    assert set(papers(survey)) - before == {"masks-in-the-fog-part-1"}


def test_what_is_kept_gives_way_to_the_list(run: Run, survey: Project, readme: Path) -> None:
    lines = LIST.splitlines(keepends=True)
    readme.write_text("".join(lines[:4] + lines[5:]))
    assert "missing  a-primer-on-odor-space" in run("import", readme).stdout
    (kept,) = survey.papers.glob("*-kept.jsonl")
    assert "a-primer-on-odor-space" in papers(survey)
    (survey.papers / "other.md").write_text(
        "# Others\n\n## All\n\n- A Primer On Odor Space, [pdf](https://noses.example/papers/primer.pdf), ICLR 2021\n"
    )
    paper = papers(survey)["a-primer-on-odor-space"]
    assert len(paper.records) == 2
    assert (paper.id, paper.title.as_text(), paper.work.venue) == (
        "a-primer-on-odor-space", "A Primer On Odor Space", "ICLR",
    )  # fmt: skip
    assert "pruned   a-primer-on-odor-space" in run("import", "--prune", readme).stdout and not kept.exists()
