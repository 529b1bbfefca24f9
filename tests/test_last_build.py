"""Building again: where nothing changed, nothing is done; where anything did, the site is what a first build makes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conspectus import cache as caching
from conspectus import last_build, pipeline, publish
from conspectus.cache import Cache
from conspectus.last_build import Built
from conspectus.project import Project

Change = Callable[[Project], object]

LAMPS = """
- id: wick
  title: Trimming the Wick
  authors: [Ada Wick]
  date: 2024-04
  place: {topic: [burners]}
"""


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A survey of one paper, with an asset of its own. Who changes it puts it back."""
    content = tmp_path_factory.mktemp("survey") / "lamps" / "content"
    for folder in ("papers", "taxonomy", "pages"):
        (content / folder).mkdir(parents=True)
    (content / "survey.yaml").write_text("title: Lamps\n", "utf-8")
    (content / "papers" / "lamps.yaml").write_text(LAMPS, "utf-8")
    (content / "pages" / "method.md").write_text("# Method\n\nWe looked.\n", "utf-8")
    (content / "taxonomy" / "topic.yaml").write_text("facet: topic\ncategories:\n  - id: burners\n", "utf-8")
    own = content.parent / "templates" / "assets"
    own.mkdir(parents=True)
    (own / "lamp.svg").write_text("<svg/>", "utf-8")
    shutil.copytree(content.parent, content.parent.parent / "whole")
    return Project(content.parent)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def built(lamps: Project, cache: Cache) -> Iterator[Built]:
    """What the build of the survey came to, whose content and templates are put back afterwards."""
    known = same(lamps, cache)
    yield known if known else build(lamps, cache)
    for name in ("content", "templates"):
        shutil.rmtree(lamps.root / name, ignore_errors=True)
        shutil.copytree(lamps.root.parent / "whole" / name, lamps.root / name)


def same(project: Project, cache: Cache, base_url: str = "", *, pagefind: bool = False) -> Built | None:
    return last_build.same(project, cache, project.out, base_url, pagefind=pagefind)


def build(project: Project, cache: Cache) -> Built:
    return pipeline.build(project, cache, project.out, pagefind=False)


def held(folder: Path) -> dict[str, bytes]:
    """All files but what a file manager leaves."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != ".DS_Store"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def edited_with_the_same_times(path: Path) -> None:
    """As many bytes, and the time of the last change put back."""
    state = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Lamps", b"Lumps", 1))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def test_nothing_changed(lamps: Project, cache: Cache) -> None:
    assert same(lamps, cache) is None
    built = build(lamps, cache)
    assert same(lamps, cache) == built
    build(lamps, cache)
    assert same(lamps, Cache(cache.folder)) == built
    assert same(lamps, Cache(None)) is None


INPUTS: dict[str, Change] = {
    "a record": lambda lamps: write(lamps.papers / "lamps.yaml", LAMPS.replace("Trimming", "Cutting")),
    "a new file of papers": lambda lamps: write(lamps.papers / "more.yaml", "- title: More\n"),
    "a file of papers removed": lambda lamps: (lamps.papers / "lamps.yaml").unlink(),
    "a file renamed": lambda lamps: (lamps.papers / "lamps.yaml").rename(lamps.papers / "lights.yaml"),
    "the taxonomy": lambda lamps: write(lamps.content / "taxonomy/fuel.yaml", "facet: fuel\ncategories: []\n"),
    "settings": lambda lamps: write(lamps.settings_file, "title: Lights\n"),
    "prose": lambda lamps: write(lamps.content / "pages/method.md", "# Method\n\nWe saw.\n"),
    "a note": lambda lamps: write(lamps.content / "notes/wick.md", "Bright.\n"),
    "an image": lambda lamps: write(lamps.content / "images/lamp.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "citation keys": lambda lamps: write(lamps.ledger_file, "wick: wick2024\n"),
    "a translation": lambda lamps: write(lamps.content / "locale/de.po", 'msgid ""\nmsgstr ""\n'),
    "an asset": lambda lamps: write(lamps.root / "templates/assets/lamp.svg", "<svg></svg>"),
    "a template": lambda lamps: write(lamps.root / "templates/pages/prose.html", "Prose"),
    "a hidden template": lambda lamps: write(lamps.root / "templates/.piece.html", "Prose"),
    "no template": lambda lamps: shutil.rmtree(lamps.root / "templates"),
}


@pytest.mark.parametrize("change", INPUTS.values(), ids=INPUTS.keys())
def test_what_a_site_is_made_of_changed(lamps: Project, cache: Cache, built: Built, change: Change) -> None:
    change(lamps)
    assert same(lamps, cache) is None


@pytest.mark.parametrize("names", [list(INPUTS)[:4:3], list(INPUTS)[4:-1]])
def test_a_build_after_changes_is_a_first_build(lamps: Project, cache: Cache, built: Built, names: list[str]) -> None:
    for name in names:
        INPUTS[name](lamps)
    build(lamps, cache)
    pipeline.build(lamps, Cache(None), lamps.root / "fresh", pagefind=False)
    assert held(lamps.out) == held(lamps.root / "fresh")
    shutil.rmtree(lamps.root / "fresh")


SITES: dict[str, Change] = {
    "a page edited": lambda lamps: write(lamps.out / "index.html", "mine"),
    "a page touched": lambda lamps: (lamps.out / "index.html").touch(),
    "a page edited in secret": lambda lamps: edited_with_the_same_times(lamps.out / "index.html"),
    "a page replaced by itself": lambda lamps: (lamps.out / "index.html").write_bytes(
        (lamps.out / "index.html").read_bytes()
    ),
    "a page removed": lambda lamps: (lamps.out / "papers/wick/index.html").unlink(),
    "a page behind a link": lambda lamps: (
        (lamps.out / "index.html").rename(lamps.root / "i"),
        (lamps.out / "index.html").symlink_to(lamps.root / "i"),
    ),
    "a folder removed": lambda lamps: shutil.rmtree(lamps.out / "papers"),
    "the site removed": lambda lamps: shutil.rmtree(lamps.out),
    "what a file manager leaves": lambda lamps: write(lamps.out / ".DS_Store", ""),
    "a copy of the site": lambda lamps: (
        lamps.out.rename(lamps.root / "moved"),
        shutil.copytree(lamps.root / "moved", lamps.out, symlinks=True),
    ),
}


@pytest.mark.parametrize("change", SITES.values(), ids=SITES.keys())
def test_anything_in_the_site_was_touched(lamps: Project, cache: Cache, built: Built, change: Change) -> None:
    before = held(lamps.out)
    change(lamps)
    assert same(lamps, cache) is None
    assert build(lamps, cache) == built
    assert held(lamps.out) == before
    assert same(lamps, cache) == built


@pytest.mark.parametrize("name", ["more.html", "papers/more/index.html"])
def test_a_file_that_is_not_ours_is_still_reported(lamps: Project, cache: Cache, built: Built, name: str) -> None:
    write(lamps.out / name, "mine")
    assert same(lamps, cache) is None
    with pytest.raises(publish.PublishError, match="a build did not write"):
        build(lamps, cache)
    shutil.rmtree(lamps.out)


def test_a_commit_of_the_site_changes_nothing(lamps: Project, cache: Cache, built: Built) -> None:
    write(lamps.out / ".git/HEAD", "ref: refs/heads/pages")
    assert same(lamps, cache)


def test_other_options_are_another_site(lamps: Project, cache: Cache, built: Built) -> None:
    assert same(lamps, cache, "https://lamps.example/") is None
    assert same(lamps, cache, pagefind=True) is None
    assert last_build.same(lamps, cache, lamps.root / "other", "", pagefind=False) is None


def test_another_package_makes_another_site(
    lamps: Project, cache: Cache, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching, "_made_by", lambda: "another version")
    assert same(lamps, cache) is None


def test_a_state_that_is_damaged_is_not_believed(lamps: Project, cache: Cache, built: Built) -> None:
    assert cache.folder
    (file,) = (cache.folder / last_build.KIND).iterdir()
    data = file.read_bytes()
    for at in range(0, len(data), 7):
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert same(lamps, cache) is None, at
    file.write_bytes(data)
    assert same(lamps, cache)


def test_while_another_build_writes_it_is_not_the_same(lamps: Project, cache: Cache, built: Built) -> None:
    (lamps.root / ".site.conspectus").mkdir()
    assert same(lamps, cache) is None
    (lamps.root / ".site.conspectus").rmdir()


def test_a_site_that_was_touched_while_it_was_published_is_not_known(
    lamps: Project, cache: Cache, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    INPUTS["a record"](lamps)
    monkeypatch.setattr("time.sleep", lambda seconds: (lamps.out / "index.html").touch())
    build(lamps, cache)
    assert same(lamps, cache) is None


def test_content_that_was_edited_while_it_was_built_is_not_known(
    lamps: Project, cache: Cache, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    INPUTS["prose"](lamps)
    monkeypatch.setattr("time.sleep", lambda seconds: INPUTS["a record"](lamps))
    build(lamps, cache)
    assert same(lamps, cache) is None


def test_mistakes_leave_the_last_state(lamps: Project, cache: Cache, built: Built) -> None:
    write(lamps.papers / "lamps.yaml", "- title: [\n")
    assert build(lamps, cache).report.fails()
    assert same(lamps, cache) is None
    write(lamps.papers / "lamps.yaml", LAMPS)
    assert same(lamps, cache) == built


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links need the right to make them")
def test_templates_behind_links_are_not_known(lamps: Project, cache: Cache, built: Built) -> None:
    (lamps.root / "templates/more.svg").symlink_to("assets/lamp.svg")
    build(lamps, cache)
    assert same(lamps, cache) is None
