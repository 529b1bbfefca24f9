"""A facet that newer exports of its list extend: headings that are new, and what the curator edited. All made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conspectus.commands import group
from conspectus.project import Project

LIST = """\
# Awesome Lamps

## Papers
### Burners
- [Trimming the Wick of Tin](https://arxiv.org/abs/2404.00001)
- [Gas Mantles at Sea and Ashore](https://arxiv.org/abs/2404.00002)
### Lenses
#### Of ice
- [Lenses of Snow and Ice](https://arxiv.org/abs/2404.00003)
## Surveys
- [A Survey of Lamps and Lenses](https://arxiv.org/abs/2404.00004)
"""
NEWER = (
    LIST.replace(
        "## Surveys\n",
        """\
- [Prisms of Rain and Hail](https://arxiv.org/abs/2404.00005)
#### Of brass
- [Lenses of Brass and Tin](https://arxiv.org/abs/2404.00006)
### Foghorns
- [Gas Mantles at Sea and Ashore](https://arxiv.org/abs/2404.00002)
## Surveys
- [Trimming the Wick of Tin](https://arxiv.org/abs/2404.00001)
""",
    )
    + "## Of brass\n- [Brass Polish for the Keeper](https://arxiv.org/abs/2404.00007)\n"
)
EDITED = """\
# The keeper's own order.
facet: topic
title: Topics
categories:
  - id: surveys
    title: Overviews   # reads better
    except: ["2404.00001"]
  # Burners were deleted.
  - id: lenses
    title: Lenses
    children:
      - id: of-ice
        title: Of ice
        papers: ["2404.00003"]
"""


@pytest.fixture
def lamps(tmp_path: Path) -> Project:
    (tmp_path / "README.md").write_text(LIST)
    run = CliRunner().invoke
    assert run(group, ["new", str(tmp_path / "lamps"), "--from", str(tmp_path / "README.md")]).exit_code == 0
    project = Project(tmp_path / "lamps")
    (project.content / "taxonomy/topic.yaml").write_text(EDITED)
    (tmp_path / "README.md").write_text(NEWER)
    return project


@pytest.fixture
def run(lamps: Project) -> Callable[..., Result]:
    readme = str(lamps.root.parent / "README.md")
    return lambda *words: CliRunner().invoke(group, ["import", readme, *words, "--project", str(lamps.root)])


EXTENDED = EDITED.replace(
    '        papers: ["2404.00003"]\n',
    """\
        papers: ["2404.00003", "2404.00005"]
      - id: of-brass
        title: Of brass
        papers:
          - "2404.00006"  # Lenses of Brass and Tin
  - id: foghorns
    title: Foghorns
    papers:
      - "2404.00002"  # Gas Mantles at Sea and Ashore
  - id: of-brass-2
    title: Of brass
    papers:
      - "2404.00007"  # Brass Polish for the Keeper
""",
)


def test_a_newer_list_adds_its_headings_and_touches_nothing_else(lamps: Project, run: Callable[..., Result]) -> None:
    dry = run("--taxonomy", "--dry-run")
    assert "would extend content/taxonomy/topic.yaml: 3 new categories, 4 papers placed" in dry.output
    file = lamps.content / "taxonomy/topic.yaml"
    assert file.read_text() == EDITED
    done = run("--taxonomy")
    assert done.exit_code == 0, done.output
    for line in (
        "  category of-brass: Of brass",
        "  category foghorns: Foghorns",
        "  placed   2404.00005 in of-ice",
        "  left     2404.00001 out of surveys, as you decided",
        "extended content/taxonomy/topic.yaml: 3 new categories, 4 papers placed",
    ):
        assert line in done.output
    assert "filed" not in done.output
    assert file.read_text() == EXTENDED
    assert CliRunner().invoke(group, ["check", "--project", str(lamps.root)]).exit_code == 0


def test_what_the_curator_took_out_stays_out_at_the_next_export(lamps: Project, run: Callable[..., Result]) -> None:
    assert run("--taxonomy").exit_code == 0
    file = lamps.content / "taxonomy/topic.yaml"
    file.write_text(taken_out := EXTENDED.replace(', "2404.00005"]', "]").split("  - id: foghorns")[0])
    readme = lamps.root.parent / "README.md"
    readme.write_text(readme.read_text().replace("Polish for", "Polish of"))
    assert "content/taxonomy/topic.yaml is up to date" in run("--taxonomy").output
    assert file.read_text() == taken_out


def test_what_was_listed_can_be_added_by_importing_again(lamps: Project, run: Callable[..., Result]) -> None:
    how = "import this again with `--taxonomy --facet topic`"
    assert f"filed    1 paper in Foghorns, which is no category; to add it, {how}" in run().output
    assert "  category foghorns: Foghorns" in run("--taxonomy", "--dry-run").output


PINNED = EDITED.replace("  # Burners were deleted.\n", '''\
  - id: burners
    title: Burners
    papers:
      - "2404.00001"
      - "2404.00002"  # under two headings now
''').replace('    except: ["2404.00001"]\n', "")  # fmt: skip
MOVED = NEWER.replace("### Burners\n- [Trimming the Wick of Tin](https://arxiv.org/abs/2404.00001)\n", "### Burners\n")


def test_a_pin_under_the_heading_that_a_paper_left_is_reported(lamps: Project, run: Callable[..., Result]) -> None:
    file = lamps.content / "taxonomy/topic.yaml"
    file.write_text(PINNED)
    (lamps.root.parent / "README.md").write_text(MOVED)
    how = "conspectus place 2404.00001 burners --facet topic --remove"
    told = "moved    2404.00001 out of Burners, but content/taxonomy/topic.yaml:10:9 pins it in burners;"
    for words in (["--dry-run"], ["--taxonomy"]):
        done = run(*words)
        assert f"  {told} to remove it: `{how}`\n" in done.output, done.output
        assert done.output.count("moved ") == 1
    assert "  placed   2404.00001 in surveys" in done.output
    assert file.read_text().count('"2404.00001"') == 2
    assert CliRunner().invoke(group, [*how.split()[1:], "--project", str(lamps.root)]).exit_code == 0
    assert file.read_text().count('"2404.00001"') == 1
    assert "moved" not in run("--taxonomy").output


def test_a_heading_with_another_name_is_told_once(lamps: Project, run: Callable[..., Result]) -> None:
    file = lamps.content / "taxonomy/topic.yaml"
    file.write_text(PINNED)
    (lamps.root.parent / "README.md").write_text(LIST.replace("### Burners\n", "### Flames\n"))
    told = "Burners is Flames now, and the category burners (content/taxonomy/topic.yaml:7:9) pins 2 papers of it"
    done = run("--dry-run")
    how = "change its title to `Flames`; its id: `conspectus rename burners flames --facet topic`"
    assert f"  renamed  {told}; to keep it as one category, {how}\n" in done.output, done.output
    assert "moved " not in done.output
    doubled = run("--taxonomy")
    assert how in doubled.output and "category flames" not in doubled.output
    assert file.read_text() == PINNED
    (lamps.root.parent / "README.md").write_text(LIST)
    run()
    (lamps.root.parent / "README.md").write_text(LIST.replace("### Burners\n", "### Flames\n"))
    file.write_text(PINNED.replace("title: Burners", "title: Flames"))
    assert "renamed" not in run().output


def test_another_library_extends_no_facet(lamps: Project, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("## Oil\n- [Oil for All of Us](https://arxiv.org/abs/2404.00009)\n")
    done = CliRunner().invoke(group, ["import", str(other), "--taxonomy", "--project", str(lamps.root)])
    assert done.exit_code == 1
    assert "only newer exports of a file in content/papers/ extend one" in done.output
    assert not (lamps.papers / "other.md").exists()


EMPTY = """\
# The keeper's own order.
facet: topic
title: What lamps do   # said shortly
categories: []   # to be filled
"""


@pytest.mark.parametrize("empty", [EMPTY, EMPTY.replace(" []", ""), EMPTY.split("categories")[0]])
def test_a_facet_without_categories_is_filled(tmp_path: Path, empty: str) -> None:
    (tmp_path / "README.md").write_text(LIST)
    run = CliRunner().invoke
    assert run(group, ["new", str(tmp_path / "lamps"), "--empty"]).exit_code == 0
    file = tmp_path / "lamps/content/taxonomy/topic.yaml"
    file.write_text(empty)
    words = ["import", str(tmp_path / "README.md"), "--taxonomy", "--project", str(tmp_path / "lamps")]
    counts = "content/taxonomy/topic.yaml: 4 new categories, 4 papers placed"
    assert f"would fill {counts}" in run(group, [*words, "--dry-run"]).output
    assert file.read_text() == empty
    done = run(group, words)
    assert f"filled {counts}" in done.output
    above = empty.replace(" []", "") if "categories" in empty else f"{empty}categories:\n"
    burners = '  - id: burners\n    title: Burners\n    papers:\n      - "2404.00001"  # Trimming the Wick of Tin\n'
    assert file.read_text().startswith(above + burners)
    checked = run(group, ["check", "--project", str(tmp_path / "lamps")])
    assert (checked.exit_code, "bad-value" in checked.output) == (0, False)


def test_a_facet_without_categories_gets_proposals_where_a_file_has_no_groups(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(group, ["new", str(tmp_path / "lamps"), "--empty"]).exit_code == 0
    entry = "@misc{{{0}, title = {{A Lamp Called {0}}}, keywords = {{{1}}}}}\n"
    entries = [entry.format(*pair) for pair in (("a", "oil"), ("b", "oil"), ("c", "gas"))]
    (tmp_path / "lamps.bib").write_text("".join(entries))
    words = ["import", str(tmp_path / "lamps.bib"), "--taxonomy", "--project", str(tmp_path / "lamps")]
    assert run(group, words).exit_code == 0
    written = (tmp_path / "lamps/content/taxonomy/topic.yaml").read_text()
    assert written.endswith("categories:\n  - id: oil\n    title: Oil\n    match:\n      any:\n        - oil\n")
