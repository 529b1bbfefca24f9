"""A taxonomy made of what is imported. The lists and libraries are made up."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from conspectus.commands import group
from conspectus.project import Project

Program = Callable[..., subprocess.CompletedProcess[str]]

LIST = """\
# Awesome Lamps

## Papers
### Oil lamps
- [Oil for All of Us](https://arxiv.org/abs/2404.00001)
#### Of brass
- [Lamps of Brass and Oil](https://arxiv.org/abs/2404.00002)
### Wicks: "why", how
- [Oil for All of Us](https://arxiv.org/abs/2404.00001)
- [Wicks that Last Long](https://arxiv.org/abs/2404.00003)
## Surveys
### Of brass
- [A Survey of Brass Wicks](https://arxiv.org/abs/2404.00004)
## Last
- [Oil for All of Us](https://arxiv.org/abs/2404.00001)
- [A tool](https://github.com/a/tool) - A tool for lamps.
"""

LIBRARY = """\
@article{a, title = {Oil for All}, keywords = {oil; brass; /unread}, year = 2024}
@article{b, title = {Oil for None}, keywords = {Oil}, year = 2024}
@article{c, title = {Wicks of Brass}, keywords = {brass}, year = 2024}
@article{d, title = {A Dark Room}, year = 2024}
"""


@pytest.fixture
def readme(tmp_path: Path) -> Path:
    path = tmp_path / "README.md"
    path.write_text(LIST, "utf-8")
    return path


def tree(categories: list[dict[str, object]]) -> dict[str, object]:
    return {
        str(category["id"]): [category.get("papers", []), tree(category.get("children", []))]  # type: ignore[arg-type]
        for category in categories
    }


def test_a_list_becomes_a_survey_that_lacks_nothing_but_authors(tmp_path: Path, readme: Path, program: Program) -> None:
    done = program("new", "lamps", "--from", str(readme), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "A tool" in done.stdout
    content = Project(tmp_path / "lamps").content
    assert yaml.safe_load((content / "survey.yaml").read_text("utf-8"))["title"] == "Awesome Lamps"
    facet = yaml.safe_load((content / "taxonomy/topic.yaml").read_text("utf-8"))
    assert tree(facet["categories"]) == {
        "oil-lamps": [["2404.00001"], {"of-brass": [["2404.00002"], {}]}],
        "wicks-why-how": [["2404.00001", "2404.00003"], {}],
        "surveys": [[], {"surveys-of-brass": [["2404.00004"], {}]}],
        "last": [["2404.00001"], {}],
    }
    assert [category["id"] for category in facet["categories"]] == ["oil-lamps", "wicks-why-how", "surveys", "last"]
    checked = program("check", "--strict", cwd=tmp_path / "lamps")
    assert checked.returncode == 0
    assert "1 note" in checked.stdout, checked.stdout
    assert "4 papers with an arXiv id or a DOI have no authors" in checked.stdout
    assert program("build", "--strict", "--no-search", cwd=tmp_path / "lamps").returncode == 0
    assert (tmp_path / "lamps/site/topics/surveys-of-brass/index.html").is_file()


def test_a_heading_that_is_a_reserved_name_gets_another_id(tmp_path: Path, program: Program) -> None:
    (tmp_path / "README.md").write_text("# Lamps\n## Con\n- [Oil for All of Us](https://arxiv.org/abs/2404.00001)\n")
    assert program("new", "lamps", "--from", "README.md", cwd=tmp_path).returncode == 0
    assert program("check", "--strict", cwd=tmp_path / "lamps").returncode == 0


def test_a_facet_of_a_survey_is_made_and_none_is_overwritten(readme: Path, survey: Project) -> None:
    run = CliRunner().invoke
    arguments = ["import", str(readme), "--taxonomy", "--project", str(survey.root)]
    before = (survey.content / "taxonomy/topic.yaml").read_bytes()
    refused = run(group, arguments)
    assert (refused.exit_code, (survey.content / "taxonomy/topic.yaml").read_bytes()) == (1, before)
    assert not (survey.papers / "README.md").exists()
    dry = run(group, [*arguments, "--facet", "lists", "--dry-run"])
    assert "would write content/taxonomy/lists.yaml: 6 categories, 4 papers in them" in dry.output
    done = run(group, [*arguments, "--facet", "lists"])
    assert "wrote content/taxonomy/lists.yaml: 6 categories, 4 papers in them" in done.output
    assert run(group, ["check", "--project", str(survey.root)]).exit_code == 0


def test_a_library_without_collections_gets_a_proposal_from_its_keywords(tmp_path: Path) -> None:
    (tmp_path / "my library.bib").write_text(LIBRARY, "utf-8")
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", str(tmp_path / "my library.bib")])
    assert done.exit_code == 0, done.output
    assert "proposed content/taxonomy/topic.yaml: 2 categories, each with a rule to review" in done.output
    text = (tmp_path / "lamps/content/taxonomy/topic.yaml").read_text("utf-8")
    facet = yaml.safe_load(text)
    assert "# A proposal" in text
    assert "about" not in facet
    assert [category["match"] for category in facet["categories"]] == [{"any": ["brass"]}, {"any": ["oil"]}]
    assert CliRunner().invoke(group, ["check", "--project", str(tmp_path / "lamps")]).exit_code == 0


def test_a_file_with_an_error_begins_no_taxonomy(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("Nothing but words.\n", "utf-8")
    (tmp_path / "y.txt").write_text("Nothing but words.\n", "utf-8")
    assert CliRunner().invoke(group, ["new", str(tmp_path / "b"), "--from", str(tmp_path / "y.txt")]).exit_code == 1


def test_groups_stand_in_the_order_of_the_library_and_files_in_theirs(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/c.bib").write_text(
        "@misc{a, title = {Oil for All}, groups = {Wicks}, year = 2020}\n"
        "@misc{b, title = {Fog for All}, groups = {Lamps}, year = 2020}\n"
        "@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Lamps\\;0\\;1\\;\\;\\;\\;;\n"
        "1 StaticGroup:Empty\\;0\\;1\\;\\;\\;\\;;\n1 StaticGroup:Wicks\\;0\\;1\\;\\;\\;\\;;\n}\n"
    )
    for name in ("b", "a"):
        (tmp_path / f"lists/{name}.md").write_text(
            f"# L\n## Of {name}\n- [Oil of {name}](https://arxiv.org/abs/2404.0000{ord(name) % 9})\n"
        )
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", str(tmp_path / "lists")])
    assert done.exit_code == 0, done.output
    text = (tmp_path / "lamps/content/taxonomy/topic.yaml").read_text("utf-8")
    assert "how a.md, b.md, c.bib is divided" in text
    assert [each["title"] for each in yaml.safe_load(text)["categories"]] == ["Of a", "Of b", "Lamps", "Wicks"]
