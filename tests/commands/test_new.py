"""Beginning a survey."""

from __future__ import annotations

import hashlib
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from conspectus.commands import console, group, offering
from conspectus.scaffolding import starter

Held = Callable[[Path], dict[str, bytes]]


def test_it_builds_at_once_without_a_mistake(
    tmp_path: Path, program: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    assert program("new", "lamps", cwd=tmp_path).returncode == 0
    checked = program("check", "--strict", cwd=tmp_path / "lamps")
    assert (checked.returncode, checked.stderr) == (0, "")
    built = program("build", "--strict", "--no-search", cwd=tmp_path / "lamps")
    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "lamps/site/papers/attention-is-all-you-need/index.html").is_file()


def test_it_brings_all_that_publishing_needs_and_what_the_workflow_installs(tmp_path: Path, held: Held) -> None:
    done = CliRunner().invoke(group, ["new", str(tmp_path / "a" / "lamps")])
    assert done.exit_code == 0
    made = held(tmp_path / "a" / "lamps")
    assert {".gitignore", ".github/workflows/pages.yml", "README.md", "content/survey.yaml"} <= made.keys()
    (wheel,) = [name for name in made if name.endswith(".whl")]
    assert made[".github/requirements.txt"].decode().splitlines()[1:] == [f"./{wheel}"]
    digest = hashlib.sha256(made[wheel]).hexdigest()
    assert made[".github/wheels/SHA256SUMS"].decode() == f"{digest}  {Path(wheel).name}\n"
    assert not any(
        b"{{" in data and b"}}" in data for name, data in made.items() if not name.endswith((".whl", ".yml"))
    )
    assert not any("dot-" in name for name in made)


def test_nothing_in_it_names_this_machine(tmp_path: Path, held: Held) -> None:
    CliRunner().invoke(group, ["new", str(tmp_path / "lamps")])
    wheel = next(tmp_path.rglob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        made = {**held(tmp_path / "lamps"), **{name: archive.read(name) for name in archive.namelist()}}
    machine = [str(tmp_path).encode(), str(Path(__file__).parents[2]).encode(), str(Path.home()).encode() + b"/"]
    assert not [name for name, data in made.items() for path in machine if path in data]


def test_every_yaml_file_names_a_schema_that_is_there(tmp_path: Path) -> None:
    CliRunner().invoke(group, ["new", str(tmp_path / "lamps")])
    found = sorted((tmp_path / "lamps/content").rglob("*.yaml"))
    assert len(found) == 4
    for path in found:
        named = path.read_text("utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).is_file()


@pytest.mark.parametrize("name", ["mine.txt", ".hidden"])
def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, held: Held, name: str) -> None:
    (tmp_path / name).write_text("mine")
    done = CliRunner().invoke(group, ["new", str(tmp_path)])
    assert done.exit_code == 1
    assert f"not empty: it has {name}" in done.stderr
    assert held(tmp_path) == {name: b"mine"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    assert CliRunner().invoke(group, ["new", str(tmp_path)]).exit_code == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(group, ["new", str(tmp_path / "file" / "lamps")])
    assert done.exit_code == 1
    assert "is a file, so no folder can be in it" in done.stderr


def clone(folder: Path) -> Path:
    """A clone of a new repository, as a host makes it."""
    folder.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    (folder / "Readme.md").write_text("# lamps\n")
    (folder / "LICENSE").write_text("Made up\n")
    (folder / ".gitignore").write_text("*.pyc")
    return folder


def committed(folder: Path, *, message: str = "Add") -> set[str]:
    """Commit everything in a clone; returns the names of what git has then."""
    git = ["git", "-C", str(folder), "-c", "user.name=Ada", "-c", "user.email=ada@lamps.example"]
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", message], check=True)
    return set(subprocess.run([*git, "ls-files"], check=True, capture_output=True, text=True).stdout.split())


def test_a_fresh_clone_is_taken_and_keeps_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clone(tmp_path / "sea-lamps"))
    subprocess.run(["git", "remote", "add", "origin", "git@github.com:ada/sea-lamps.git"], check=True)
    done = CliRunner().invoke(group, ["new", ".", "--empty"])
    assert done.exit_code == 0, done.output
    assert "Kept your README.md." in done.output
    assert Path("Readme.md").read_text() == "# lamps\n"
    assert Path(".gitignore").read_text().startswith("*.pyc\n/site/\n")
    settings = Path("content/survey.yaml").read_text()
    assert "Add papers with `conspectus import FILE` or `conspectus fetch arxiv QUERY`" in done.output
    assert "It has no papers yet: add some with" in CliRunner().invoke(group, ["build", "--no-search"]).output
    assert "title: Sea lamps\n" in settings
    assert "repository: https://github.com/ada/sea-lamps\n" in settings


@pytest.mark.parametrize("options", [(), ("--empty",), ("--title", "Lamps: all of them", "--facets", "method,topic")])
def test_git_has_no_generated_file_and_everything_builds_without_a_note(
    tmp_path: Path, options: tuple[str, ...], program: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    folder = clone(tmp_path / "lamps")
    assert program("new", ".", *options, cwd=folder).returncode == 0
    checked = program("check", "--strict", cwd=folder)
    assert (checked.stdout, checked.stderr) == ("no mistakes\n", "")
    built = program("build", "--strict", "--no-search", "--for", "github-pages", cwd=folder)
    assert (built.returncode, built.stderr) == (0, "")
    names = committed(folder)
    assert not [name for name in names if ".schemas" in name or name.startswith("site/")]
    assert ".github/workflows/pages.yml" in names


def test_what_a_survey_would_overwrite_in_a_clone_is_left_alone(tmp_path: Path, held: Held) -> None:
    folder = clone(tmp_path / "lamps")
    (folder / "content").mkdir()
    (folder / "content/notes.txt").write_text("mine")
    before = held(folder)
    done = CliRunner().invoke(group, ["new", str(folder), "--title", "Lamps"])
    assert done.exit_code == 1
    assert "it has content" in done.stderr
    assert held(folder) == before


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--facets", "method,con", "not a valid facet id"),
        ("--facets", "data", "reserved for pages of the site"),
        ("--facets", "topics", "reserved for pages of the site"),
        ("--language", "english language", "not a language tag"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, option: str, value: str, message: str
) -> None:
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), option, value])
    assert done.exit_code == 2
    assert message in done.stderr
    assert not (tmp_path / "lamps").exists()


def test_lists_of_the_starter_have_a_line_for_each_item() -> None:
    """So that two curators who add to the same list merge without a conflict."""
    for path in (Path(starter.STARTER) / "content/taxonomy").iterdir():
        assert not re.search(r"^\s+(papers|except|any|all|none|title): \[", path.read_text("utf-8"), re.MULTILINE), path


def test_a_folder_of_files_begins_a_survey(tmp_path: Path) -> None:
    library = tmp_path / "library"
    (library / "files").mkdir(parents=True)
    (library / "lamps.bib").write_text("@article{a, title = {Oil for All}, year = 2024}\n")
    (library / "files/oil.pdf").write_bytes(b"%PDF-1.4 made up")
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", str(library)])
    assert done.exit_code == 0, done.output
    assert "oil.pdf: the format is unknown; this looks like a PDF" in done.output
    assert [path.name for path in (tmp_path / "lamps/content/papers").iterdir()] == ["lamps.bib"]


def test_papers_without_a_heading_are_counted_with_what_to_do(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "README.md").write_text("## Oil\n- [Oil for All of Us](https://arxiv.org/abs/2404.00009)\n")
    (library / "lamps.bib").write_text("@article{a, title = {A Mirror of Tin}, year = 2024}\n")
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", str(library)])
    assert (
        "topic.yaml: 1 category, 1 paper in them, 1 paper in none\n1 paper unclassified: `conspectus suggest`"
        in done.output
    )


def test_a_survey_is_whole_even_if_nobody_reads_the_report(tmp_path: Path, unread: Callable[..., None]) -> None:
    (tmp_path / "lamps.bib").write_text("@article{a, title = {Oil for All}, keywords = {oil}, year = 2024}\n")
    unread("new", "lamps", "--from", "lamps.bib", cwd=tmp_path)
    content = tmp_path / "lamps/content"
    for name in ("papers/lamps.bib", "imported/lamps.bib.ids.yaml", "taxonomy/topic.yaml", ".schemas"):
        assert (content / name).exists(), name


def test_a_folder_without_papers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", str(tmp_path / "library")])
    assert done.exit_code == 1
    assert "has no file of papers" in done.stderr
    assert not (tmp_path / "lamps").exists()


def test_questions_are_what_options_would_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "is_interactive", lambda: True)
    (tmp_path / "lamps.bib").write_text("@article{a, title = {Oil for All}, year = 2024}\n")
    given = str(tmp_path / "lamps.bib")
    answers = f"nothing.bib\n{given}\nLamps at sea\nnot a language\nde\ncon\nmethod, topic\n"
    done = CliRunner().invoke(group, ["new", str(tmp_path / "sea")], input=answers)
    assert done.exit_code == 0, done.output
    settings = (tmp_path / "sea/content/survey.yaml").read_text()
    assert "title: Lamps at sea\nlanguage: de\n" in settings
    assert sorted(path.name for path in (tmp_path / "sea/content/taxonomy").iterdir()) == ["method.yaml", "topic.yaml"]


def test_the_example_needs_one_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "is_interactive", lambda: True)
    done = CliRunner().invoke(group, ["new", str(tmp_path / "sea")], input="example\n")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "sea/content/papers/attention.yaml").is_file()


def test_tables_of_another_survey_keep_the_names_of_its_columns(tmp_path: Path) -> None:
    content = tmp_path / "old/content"
    (content / "papers").mkdir(parents=True)
    (content / "survey.yaml").write_text('title: Lamps\nimport_columns: {Work: title, "Who wrote it": authors}\n')
    table = content / "papers/lamps.csv"
    table.write_text("Work,Who wrote it\nOil for All,Ada Wick; Bo Oil\n")
    done = CliRunner().invoke(group, ["new", str(tmp_path / "lamps"), "--from", str(table)])
    assert done.exit_code == 0, done.output
    assert 'import_columns:\n  "Work": title\n' in (tmp_path / "lamps/content/survey.yaml").read_text()
    done = CliRunner().invoke(group, ["check", "--project", str(tmp_path / "lamps")])
    assert done.exit_code == 0, done.output


def test_completion_knows_papers_of_tables_with_columns_of_their_own(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "papers").mkdir(parents=True)
    (content / "survey.yaml").write_text("title: Lamps\nimport_columns: {Work: title, Who: authors}\n")
    (content / "papers/lamps.csv").write_text("Work,Who,Key\nOil for All,Ada Wick,wick2020\n")
    (content / "imported").mkdir()
    (content / "imported/lamps.csv.ids.yaml").write_text("wick2020: {id: oil-lamps}\n")
    ctx = click.Context(group, info_name="explain")
    ctx.params["folder"] = tmp_path
    assert list(offering._papers(ctx)) == [("oil-lamps", "Oil for All")]


def test_a_file_or_a_link_in_place_of_a_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lamp").write_text("")
    Path("gone").symlink_to("nowhere")
    for folder, message in (
        ("lamp/survey", "lamp is a file, so no folder can be in it"),
        ("gone", "gone is a link to what does not exist"),
        ("gone/survey", "gone is a link to what does not exist"),
    ):
        done = CliRunner().invoke(group, ["new", folder])
        assert (done.exit_code, message in done.stderr, "help: " in done.stderr) == (1, True, True), done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gone", "lamp"]


def test_what_readers_see_of_a_new_survey_is_in_its_language(tmp_path: Path) -> None:
    (tmp_path / "lamps.bib").write_text("@article{a, title = {Oil for All}, year = 2024}\n")
    lines = {}
    for name, options in {"empty": ["--empty"], "begun": ["--from", str(tmp_path / "lamps.bib")]}.items():
        done = CliRunner().invoke(group, ["new", str(tmp_path / name), "--language", "de", *options])
        assert done.exit_code == 0, done.output
        lines[name] = (tmp_path / name / "content/taxonomy/topic.yaml").read_text("utf-8").splitlines()
    readme = (tmp_path / "empty/README.md").read_text("utf-8")
    assert readme.startswith("# Empty\n\nEine Literaturübersicht mit Conspectus: ")
    forms = tmp_path / "empty/.github/ISSUE_TEMPLATE"
    assert "\nname: Arbeit vorschlagen\n" in (forms / "suggest-a-paper.yml").read_text("utf-8")
    assert "title: Themen" in lines["empty"]
    assert {"title: Themen", "    title: Alle Arbeiten"} <= set(lines["begun"])
