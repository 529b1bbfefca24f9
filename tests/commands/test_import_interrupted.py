"""Imports that end at any moment of their writing: the same import completes them. All papers here are made up."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from conspectus.project import Project
from made_up_library import ENTRIES, bib, papers

Run = Callable[..., Result]
Entries = dict[str, dict[str, str]]

NEWER: Entries = {
    "spiegel": {**ENTRIES["mirror"], "title": "The Mirror of Tin"},
    "oil": {**ENTRIES["oil"], "title": "Burning Oil by Day"},
    "wick": {"title": "Trimming the Wick", "author": "Ada Lampe", "year": "2026"},
}


class KilledError(BaseException):
    """What ends the process."""


def csl(entries: Entries) -> str:
    """The same library as CSL-JSON."""
    items = [
        {
            "id": key,
            "type": "book",
            "title": each["title"],
            "author": [{"literal": each["author"]}],
            "issued": {"literal": each["year"]},
        }
        for key, each in entries.items()
    ]
    return json.dumps(items, indent=1)


@contextmanager
def dying_after(files: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """Ends what is done within when so many files of the survey are written; yields the one that was next, if any."""
    replace, left, next_one = Path.replace, iter(range(files)), []

    def written(path: Path, target: Path) -> Path:
        if "content" in target.parts and next(left, None) is None:
            next_one.append(target)
            raise KilledError
        return replace(path, target)

    with monkeypatch.context() as patch, suppress(KilledError):
        patch.setattr(Path, "replace", written)
        yield next_one


def state(survey: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in survey.content.rglob("*") if path.is_file()}


@pytest.mark.parametrize("written", [bib, csl])
@pytest.mark.parametrize("has_former", [False, True])
@pytest.mark.parametrize("options", [[], ["--prune"]])
def test_an_interrupted_import_is_completed_by_the_same_one(
    run: Run,
    survey: Project,
    export: Path,
    monkeypatch: pytest.MonkeyPatch,
    written: Callable[[Entries], str],
    has_former: bool,
    options: list[str],
) -> None:
    file = export.with_name(f"refs.{'bib' if written is bib else 'json'}")

    def begin() -> None:
        for path in sorted(survey.content.rglob("*"), reverse=True):
            if path.parent.name in ("papers", "imported") and path.is_file():
                path.unlink()
        if has_former:
            file.write_text(written(ENTRIES))
            assert run("import", file).exit_code == 0
        file.write_text(written(NEWER))

    begin()
    former = set(papers(survey))
    assert run("import", file, *options).exit_code == 0
    expected = state(survey)
    steps = 0
    for last in count():
        begin()
        with dying_after(last, monkeypatch) as has_died:
            run("import", file, *options)
        if not has_died:
            break
        assert options or former <= set(papers(survey))
        assert run("import", file, *options).exit_code == 0
        assert state(survey) == expected
        steps += 1
    assert steps >= 3


def test_a_file_that_is_given_twice_is_taken_once(run: Run, survey: Project, export: Path) -> None:
    export.write_text(bib(ENTRIES))
    twin = export.with_name("copy.bib")
    twin.write_text(bib(ENTRIES))
    done = run("import", export, export, twin)
    assert done.exit_code == 0 and "copy.bib: given twice, imported as content/papers/refs.bib" in done.stdout
    text = (survey.content / "imported" / "refs.bib.ids.yaml").read_text()
    assert [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()] == list(ENTRIES)
    assert yaml.safe_load(text).keys() == ENTRIES.keys()
    export.write_text(bib(NEWER))
    twin.write_text(bib(NEWER))
    assert run("import", export, twin).exit_code == 0
    assert run("check").exit_code == 0
    assert papers(survey)["mirror"].title.as_text() == "The Mirror of Tin"


def test_a_disk_that_refuses_is_told_with_what_to_do(
    run: Run, survey: Project, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> Path:
        raise OSError(errno.EROFS, "Read-only file system", str(target))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        done = run("import", export)
    assert done.exit_code == 1 and "Read-only file system: " in done.stderr
    assert "run the same import again; it completes what was begun" in done.stderr
    assert run("import", export).exit_code == 0 and set(ENTRIES) <= set(papers(survey))
