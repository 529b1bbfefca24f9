"""A paper is named alike everywhere: by its id, a former one, its citation key, arXiv id or DOI. All made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from conspectus import pipeline
from conspectus.cache import Cache
from conspectus.commands.explain import command
from conspectus.commands.offering import PAPER
from conspectus.project import Project
from made_up_library import bib

Run = Callable[..., Result]

HORN = {"title": "Fog Horns That Answer", "author": "Stella Nebel", "eprint": "2404.00001", "year": "2020"}
TIN = {"title": "A Mirror of Tin", "author": "Jo Glas", "year": "2021"}


@pytest.fixture
def horn(run: Run, survey: Project, tmp_path: Path) -> Project:
    """The survey with a paper whose id is not its citation key, and one that has the same key in another library."""
    (tmp_path / "mine.bib").write_text(bib({"DBLP:fog/Horn_20": HORN, "twice": TIN}))
    (tmp_path / "yours.bib").write_text(bib({"twice": {"title": "Burning Oil", "author": "Otto Licht"}}))
    assert run("import", tmp_path / "mine.bib").exit_code == 0
    assert run("import", tmp_path / "yours.bib").exit_code == 0
    return survey


@pytest.mark.parametrize("name", ["dblp-fog-horn-20", "dblp:fog/horn_20", "arXiv:2404.00001v2", "horns that answer"])
def test_commands_take_every_name(run: Run, horn: Project, name: str) -> None:
    assert "dblp-fog-horn-20 · 2020" in run("explain", name).stdout
    assert "- dblp-fog-horn-20  # " in run("place", "--dry-run", name, "lenses").stdout


def test_a_name_of_several_papers_is_refused_with_their_ids(run: Run, horn: Project) -> None:
    refused = run("explain", "TWICE")
    assert refused.exit_code == 0  # an id comes before keys
    (horn.papers / "third.bib").write_text(bib({"same": TIN | {"title": "Wicks"}}))
    (horn.papers / "fourth.bib").write_text(bib({"same": TIN | {"title": "Lenses of Ice", "author": "A. Frost"}}))
    refused = run("place", "SAME", "lenses")
    assert refused.exit_code == 1
    assert "'SAME' matches several papers:\n  lenses-of-ice: Lenses of Ice\n  wicks: Wicks" in refused.stderr


def test_pins_notes_and_prose_take_every_name(run: Run, horn: Project, edit: Callable[..., None]) -> None:
    assert run("place", "2404.00001", "lenses").exit_code == 0
    topic = horn.content / "taxonomy/topic.yaml"
    topic.write_text(topic.read_text().replace("dblp-fog-horn-20", "DBLP:fog/Horn_20"))
    (horn.content / "notes/2404.00001.md").write_text("Loud.\n")
    (horn.content / "pages/horns.md").write_text("# Horns\n\nSee [@DBLP:fog/Horn_20; @2404.00001].\n")
    compiled = pipeline.compile(horn, Cache(None))
    assert not compiled.report.fails(), compiled.report
    pages = {output.path: output.data.decode(errors="replace") for output in compiled.renderer.outputs(compiled.site)}
    assert pages["pages/horns/index.html"].count('href="/lamps/papers/dblp-fog-horn-20/" title="Fog') == 2
    assert "Loud." in pages["papers/dblp-fog-horn-20/index.html"]
    assert "topics/lenses/" in pages["papers/dblp-fog-horn-20/index.html"]
    assert "Already up to date" in run("place", "dblp-fog-horn-20", "lenses").stdout
    renamed = run("rename", "DBLP:fog/Horn_20", "fog-horns")
    assert renamed.exit_code == 0, renamed.output
    assert "fog-horns" in topic.read_text() and (horn.content / "notes/fog-horns.md").is_file()
    assert "[@DBLP:fog/Horn_20; @2404.00001]" in (horn.content / "pages/horns.md").read_text()
    removed = run("place", "--remove", "DBLP:fog/Horn_20", "lenses")
    assert removed.exit_code == 0 and "fog-horns" not in topic.read_text()


def test_same_as_and_not_take_every_name(horn: Project) -> None:
    own = horn.papers / "own.yaml"
    for name in ("DBLP:fog/Horn_20", "arXiv:2404.00001", "DBLP-fog-horn-20"):
        own.write_text(f"- id: horns\n  title: On Horns\n  same_as: {name}\n")
        library = pipeline.survey(horn, Cache(None)).library
        assert not library.mistakes, library.mistakes
        assert library.by_id["dblp-fog-horn-20"].work.was == ("horns",), name
        own.write_text(f"- id: horns\n  title: Fog Horns That Answer\n  not: [{name}]\n")
        assert {"horns", "dblp-fog-horn-20"} <= pipeline.survey(horn, Cache(None)).library.ids, name


def test_an_id_in_another_case_is_the_same_paper(horn: Project) -> None:
    (horn.papers / "own.yaml").write_text("- id: DBLP-Fog-Horn-20\n  title: Horns\n  summary: Loud.\n")
    survey = pipeline.survey(horn, Cache(None))
    paper = survey.library.by_id["dblp-fog-horn-20"]
    assert (paper.title.as_text(), paper.work.was) == ("Horns", ())


def test_a_shell_completes_other_names_where_no_id_begins_so(horn: Project) -> None:
    with click.Context(command) as context:
        for typed, name in {"DBLP-": "dblp-fog-horn-20", "dblp:": "DBLP:fog/Horn_20", "2404.0": "2404.00001"}.items():
            assert [item.value for item in PAPER.shell_complete(context, command.params[0], typed)] == [name]
