"""What may become of the addresses of imported papers. Everything here is made up."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner

from conspectus import entry_ledger, pipeline
from conspectus.cache import Cache
from conspectus.commands import group
from conspectus.diagnostics import Mistake
from conspectus.model.paper import Reading, Source
from conspectus.project import Project
from made_up_library import ENTRIES, bib
from made_up_records import EXPORT, reading, work

IDS = Source.of("content/imported/refs.bib.ids.yaml", b"x: {id: a}\ny: {id: b}\n")


@pytest.mark.parametrize(
    ("path", "keys", "help"),
    [
        ("content/papers/refs.bib", ["x"], None),
        ("content/papers/other.bib", ["x", "z"], "if it is now content/papers/other.bib, rename this file to"),
        ("content/papers/other.bib", ["z"], "if you renamed it, rename this file, and content/imported/refs.bib"),
    ],
)
def test_ids_without_their_file_of_papers_are_reported(path: str, keys: list[str], help: str | None) -> None:
    read: Reading = reading(path, EXPORT, *((key, work(key)) for key in keys))
    _, mistakes = entry_ledger.registered({Source.of(path, b""): read}, [IDS], {})
    assert [mistake.check for mistake in mistakes] == ["lost-import"] * bool(help)
    assert all(help and (mistake.help or "").startswith(help) for mistake in mistakes)


def lost(survey: Project) -> list[Mistake]:
    return [mistake for mistake in pipeline.survey(survey, Cache(None)).mistakes if mistake.check == "lost-import"]


def test_ids_that_were_deleted_are_told_while_the_copy_of_their_file_is_there(survey: Project) -> None:
    file = survey.papers / "refs.bib"
    file.write_text(bib({key: ENTRIES[key] for key in ("horn", "mirror", "oil")}))
    assert CliRunner().invoke(group, ["import", str(file), "--project", str(survey.root)]).exit_code == 0
    assert not lost(survey)
    (survey.content / "imported/refs.bib.ids.yaml").unlink()
    (survey.content / "imported/refs.bib").touch()
    (found,) = lost(survey)
    assert found.message == "the ids of refs.bib are gone, so its papers may have other addresses"


def test_addresses_that_come_from_titles_are_told_once_for_a_file(survey: Project, made: Any) -> None:
    file = survey.papers / "zotero.bib"
    file.write_text(bib({key: ENTRIES[key] for key in ("horn", "mirror", "oil")}))
    (found,) = made.found("unstable-address", pipeline.survey(survey, Cache(None)))
    assert found.message == "the addresses of 2 papers come from titles, so correcting a title would change them"
    assert (found.span.file, found.span.line) == ("content/papers/zotero.bib", 8)
    ids = survey.content / "imported/zotero.bib.ids.yaml"
    ids.parent.mkdir(exist_ok=True)
    ids.write_text("mirror: {id: mirror}\noil: {id: oil}\n")
    assert not made.found("unstable-address", pipeline.survey(survey, Cache(None)))


def test_a_list_whose_ids_were_deleted_is_told_too(survey: Project, made: Any) -> None:
    readme = survey.papers / "README.md"
    readme.write_text(
        "# Lamps\n\n## Oil\n"
        "- [Lamps of Oil and Tin](https://arxiv.org/abs/2404.00001) - Cy Snow, 2024\n"
        "- Frost A., Snow B. (2019). Foghorns of the Northern Isles. *Journal of Lamps*, 12(3).\n"
    )
    assert CliRunner().invoke(group, ["import", str(readme), "--project", str(survey.root)]).exit_code == 0
    assert not made.found("unstable-address", pipeline.survey(survey, Cache(None)))
    (survey.content / "imported/README.md.ids.yaml").unlink()
    (found,) = made.found("unstable-address", pipeline.survey(survey, Cache(None)))
    assert found.message.startswith("the addresses of 1 paper come from titles")
    assert (found.span.file, found.span.line) == ("content/papers/README.md", 5)
    assert "if a file there was deleted, restore it instead" in (found.help or "")


def test_a_pin_by_an_id_that_an_import_gave_says_what_to_restore(survey: Project, made: Any) -> None:
    listed = survey.root.parent / "lamps.md"
    listed.write_text("# Lamps\n\n## Oil\n\n- [Wicks of Brass](https://arxiv.org/abs/2404.00001) - Ada Frost, 2024\n")
    topic = survey.content / "taxonomy/topic.yaml"
    run = CliRunner().invoke
    assert run(group, ["import", str(listed), "--project", str(survey.root)]).exit_code == 0
    topic.write_text(topic.read_text().replace("id: lenses", "id: lenses\n        papers: [frost2024wicks]"))
    assert not made.found("unknown-paper", pipeline.survey(survey, Cache(None)))
    for file in (survey.content / "imported").iterdir():
        file.unlink()
    (found,) = made.found("unknown-paper", pipeline.survey(survey, Cache(None)))
    assert found.help == (
        "an import gives this id to `2404.00001` (content/papers/lamps.md:5); if content/imported/ was deleted,"
        " restore it, such as with `git restore content/imported`, else write `2404.00001`"
    )


def curators(survey: Project, **libraries: dict[str, str]) -> None:
    """Libraries with the key `smith`, each imported where the others are not."""
    (survey.content / "imported").mkdir(exist_ok=True)
    for name, fields in libraries.items():
        (survey.papers / f"{name}.bib").write_text(bib({"smith": fields}))
        (survey.content / f"imported/{name}.bib.ids.yaml").write_text("smith: {id: smith}\n")


WAX = {"title": "Wax in Winter Hives", "author": "Ann Smith", "year": "2020"}
QUEENS = {"title": "Loads of Bumblebee Queens", "author": "Zoe Bell", "year": "2020"}


def test_an_id_that_two_curators_gave_to_two_works_is_told(survey: Project, made: Any) -> None:
    curators(survey, ada=WAX, bo=QUEENS)
    (found,) = made.found("shared-id", pipeline.survey(survey, Cache(None)))
    assert found.span.file == "content/papers/bo.bib"
    assert (
        found.message
        == "imports wrote down the id `smith` for this work and for another one, content/papers/ada.bib:1:1"
    )
    (survey.content / "imported/bo.bib.ids.yaml").write_text("smith: {id: bell}\n")
    settled = pipeline.survey(survey, Cache(None))
    assert not made.found("shared-id", settled)
    assert settled.library.by_id["bell"].title.as_text() == QUEENS["title"]


@pytest.mark.parametrize(
    "other",
    [WAX, {**WAX, "title": "On Bees"}, {**WAX, "author": "A. Other"}, {**WAX, "author": "A. Smith and B. Other"}],
)
def test_an_id_that_two_curators_gave_to_one_work_is_not(survey: Project, made: Any, other: dict[str, str]) -> None:
    curators(survey, ada=WAX, bo=other)
    assert not made.found("shared-id", pipeline.survey(survey, Cache(None)))
